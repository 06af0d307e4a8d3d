"""Key slots, passphrases, device keys and contact cards' signatures.

May import ``services`` and below, cryptography and keyring.
"""
