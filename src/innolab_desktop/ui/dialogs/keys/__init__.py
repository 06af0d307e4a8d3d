"""Dialogs around passphrase, recovery code and new keys."""
