"""Sicherungen: the panel and its cards."""
