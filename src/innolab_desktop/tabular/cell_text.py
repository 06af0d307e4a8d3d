"""Texts of others as cells: never a formula, nothing that a file cannot hold or that misleads."""

from __future__ import annotations

import re
from typing import Final

from innolab_desktop.domain.xml_text import xml_text

LONGEST_CELL: Final = 32_767
"""What Excel holds in one cell. Units: characters."""

_CUT: Final = " … (gekürzt)"
_FORMULA: Final = re.compile(r"\s*[=+\-@|＝＋－＠]| *[\t\r\n]")


def clean_cell(text: str) -> str:
    """Return *text* without characters that XML forbids, marks of reordering written out."""
    shown = xml_text(text)
    return shown if len(shown) <= LONGEST_CELL else shown[: LONGEST_CELL - len(_CUT)] + _CUT


def unarmed_cell(text: str) -> str:
    """Return a clean text that no program takes for a formula when it opens a text file."""
    clean = clean_cell(text)
    return f"'{clean}" if _FORMULA.match(text) or _FORMULA.match(clean) else clean


def armed_cell(text: str) -> str:
    """Return a cell as it was before :func:`unarmed_cell` kept it from being a formula."""
    return text[1:] if text.startswith("'") and _FORMULA.match(text[1:]) else text
