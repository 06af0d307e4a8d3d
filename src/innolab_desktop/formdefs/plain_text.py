"""Plain text as people type or paste it: one composition form, no control characters."""

from __future__ import annotations

import re
import unicodedata

_LINE_BREAKS = re.compile("\r\n|[\r\u2028\u2029\x85\x0b\x0c]")
_FORBIDDEN_CATEGORIES = frozenset({"Cc", "Cs"})
"""Control characters, and surrogates because they have no UTF-8."""


def _without_controls(text: str) -> str:
    return "".join(
        char
        for char in text
        if char == "\n" or unicodedata.category(char) not in _FORBIDDEN_CATEGORIES
    )


def clean_text(text: str) -> str:
    r"""Return *text* in NFC with ``\n`` as its only control character and no outer blanks."""
    unified = _LINE_BREAKS.sub("\n", text).replace("\t", " ")
    return unicodedata.normalize("NFC", _without_controls(unified)).strip()


def clean_line(text: str) -> str:
    """Return *text* as one line in NFC without control characters and outer blanks."""
    return " ".join(part for part in clean_text(text).split("\n") if part).strip()


def has_control_characters(text: str, *, lines_allowed: bool) -> bool:
    """Tell whether *text* holds characters that a text field must not hold."""
    return any(
        unicodedata.category(char) in _FORBIDDEN_CATEGORIES and not (lines_allowed and char == "\n")
        for char in text
    )
