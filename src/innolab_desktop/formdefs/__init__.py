"""Reads ``forms/*.toml``: definitions, field kinds, validation, drafts, upgrades.

May import ``domain`` and the standard library. The grammar is in ``forms/README.md``.
"""
