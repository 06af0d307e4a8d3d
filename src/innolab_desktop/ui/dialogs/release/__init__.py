"""The Freigabe in three steps: where to, what, and the check before it leaves."""
