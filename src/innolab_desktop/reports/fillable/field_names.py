"""How the fields of a form file are called."""

from __future__ import annotations

from typing import Final

KIND: Final = "innolab.kind"
VERSION: Final = "innolab.version"
PREFIX: Final = "field."
"""Comes before the id of a field."""

TICK: Final = "#"
"""Stands between the id of a field and the id of one of its choices, each a box of its own."""
