"""Texts of others as XML can hold them: complete, and nothing in them that misleads."""

from __future__ import annotations

import re
from typing import Final

_LINE_BREAKS: Final = re.compile("\r\n|[\r\x85\u2028\u2029\x0b\x0c]")
_UNWRITABLE: Final = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_REORDERING: Final = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def xml_text(text: str) -> str:
    """Return *text* without characters that XML forbids, marks of reordering written out."""
    plain = _UNWRITABLE.sub("", _LINE_BREAKS.sub("\n", text))
    return _REORDERING.sub(lambda mark: f"[U+{ord(mark[0]):04X}]", plain)
