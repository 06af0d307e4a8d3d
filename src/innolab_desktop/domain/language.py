"""The languages that the program speaks."""

from __future__ import annotations

from enum import StrEnum


class Language(StrEnum):
    """A language by its code; every text of the program is written in German first."""

    GERMAN = "de"
    ENGLISH = "en"
