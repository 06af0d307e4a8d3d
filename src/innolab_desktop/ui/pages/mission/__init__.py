"""The guided path of a mission, from its challenge to its agreement."""
