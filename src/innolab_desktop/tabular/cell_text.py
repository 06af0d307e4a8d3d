"""Texts of others as cells: never a formula, nothing that a file cannot hold or that misleads."""

from __future__ import annotations

import re
from typing import Final

LONGEST_CELL: Final = 32_767
"""What Excel holds in one cell. Units: characters."""

_CUT: Final = " … (gekürzt)"
_LINE_BREAKS: Final = re.compile("\r\n|[\r\x85\u2028\u2029\x0b\x0c]")
_UNWRITABLE: Final = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_REORDERING: Final = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_FORMULA: Final = re.compile(r"\s*[=+\-@|＝＋－＠]|[\t\r\n]")


def clean_cell(text: str) -> str:
    """Return *text* without characters that XML forbids, marks of reordering written out."""
    plain = _UNWRITABLE.sub("", _LINE_BREAKS.sub("\n", text))
    shown = _REORDERING.sub(lambda mark: f"[U+{ord(mark[0]):04X}]", plain)
    return shown if len(shown) <= LONGEST_CELL else shown[: LONGEST_CELL - len(_CUT)] + _CUT


def unarmed_cell(text: str) -> str:
    """Return a clean text that no program takes for a formula when it opens a text file."""
    clean = clean_cell(text)
    return f"'{clean}" if _FORMULA.match(text) or _FORMULA.match(clean) else clean
