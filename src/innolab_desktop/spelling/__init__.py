"""Dictionaries in hunspell's format, as LibreOffice and most systems have them."""
