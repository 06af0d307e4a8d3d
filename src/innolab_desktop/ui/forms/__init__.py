"""Renders any form definition: sections, fields, hints, problems.

Nothing here knows one particular form; a new field in ``forms/*.toml`` appears by itself.
"""
