"""Decimal numbers between what people type, what is stored, and what is shown.

Stored is the canonical decimal string: no exponent, no thousands separator, no needless zero.
"""

from __future__ import annotations

import re
from decimal import Decimal

_CANONICAL = re.compile(r"-?(?:0|[1-9]\d{0,14})(?:\.\d{0,8}[1-9])?")
_PLAIN = re.compile(r"[+-]?\d{1,15}(?:[.,]\d{1,9})?")
_GERMAN = re.compile(r"[+-]?\d{1,3}(?:\.\d{3}){1,4}(?:,\d{1,9})?")
_ENGLISH = re.compile(r"[+-]?\d{1,3}(?:,\d{3}){1,4}\.\d{1,9}")
_SPACES = re.compile(r"(?<=\d)[\s'](?=\d{3}(?:\D|$))")


def parse_decimal(text: str, *, unit: str = "") -> Decimal | None:
    """Return the number that *text* writes, with decimal comma or point, or None.

    ``1.234`` is one thousand two hundred and thirty-four, as German offices write it.
    """
    bare = text.strip().replace("\N{MINUS SIGN}", "-")
    for suffix in (unit, "€", "EUR"):
        if suffix and bare.endswith(suffix):
            bare = bare.removesuffix(suffix).rstrip()
    bare = _SPACES.sub("", bare)
    if not bare.isascii():
        return None
    if _GERMAN.fullmatch(bare):
        return Decimal(bare.replace(".", "").replace(",", "."))
    if _ENGLISH.fullmatch(bare):
        return Decimal(bare.replace(",", ""))
    if _PLAIN.fullmatch(bare):
        return Decimal(bare.replace(",", "."))
    return None


def canonical_decimal(number: Decimal) -> str:
    """Return the one string that stands for *number*."""
    text = f"{number:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in {"-0", ""} else text


def is_canonical(text: str) -> bool:
    """Tell whether *text* is what :func:`canonical_decimal` would write."""
    return _CANONICAL.fullmatch(text) is not None and text != "-0"


def format_decimal(number: Decimal, *, places: int | None = None) -> str:
    """Return *number* as German offices write it: ``1.234,5``."""
    text = f"{number:,.{places}f}" if places is not None else f"{number:,f}"
    return text.translate(str.maketrans(",.", ".,"))
