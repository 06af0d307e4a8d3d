"""Shortens values to the place where they changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

LONGEST: Final = 120
_LEAD: Final = 30
_DOTS: Final = "…"


def changed_excerpts(
    before: Sequence[str], after: Sequence[str]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the texts in one line each, cut so that the first difference is in sight."""
    old, new = [_line(text) for text in before], [_line(text) for text in after]
    same = _common_length([*old, *new]) if old and new else 0
    is_long = any(len(text) > LONGEST for text in old + new)
    start = max(0, same - _LEAD) if is_long else 0
    return tuple(_cut(text, start) for text in old), tuple(_cut(text, start) for text in new)


def _common_length(texts: Sequence[str]) -> int:
    different = (at for at, found in enumerate(zip(*texts, strict=False)) if len(set(found)) > 1)
    return next(different, min(map(len, texts)))


def _line(text: str) -> str:
    return " ".join(text.split())


def _cut(text: str, start: int) -> str:
    if start and (space := text.find(" ", start)) >= 0 and space < start + _LEAD:
        start = space + 1
    lead = _DOTS if start else ""
    end = start + LONGEST - len(lead)
    return lead + (text[start:] if len(text) <= end else text[start : end - 1] + _DOTS)
