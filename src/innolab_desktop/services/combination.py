"""Proposes one value for several that stand side by side."""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING, Final

from innolab_desktop.domain.three_way import combine_choices, combine_texts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from innolab_desktop.domain.values import Value
    from innolab_desktop.formdefs.definition import FieldDefinition

_LISTS: Final = frozenset(("multi_choice", "checklist"))
_TEXTS: Final = frozenset(("text", "long_text"))


def combine(field: FieldDefinition | None, base: Value, sides: Sequence[Value]) -> Value:
    """Return *sides* combined, None if values of this field cannot be.

    Answers of several choices follow every change of either side. Texts get the changes of both
    sides; where these changed the same words, the texts stand one behind the other.

    Args:
        field: None if this version does not know it.
        base: the value that all sides replaced; None if there is none.
        sides: the values.
    """
    if field is None:
        return None
    if field.kind in _LISTS:
        lists = [side if isinstance(side, tuple) else () for side in sides]
        found = combine_choices(base if isinstance(base, tuple) else (), lists)
        order = [choice.id for choice in field.choices]
        return tuple(sorted(found, key=order.index)) if set(found) <= set(order) else found
    if field.kind in _TEXTS:
        texts = [side for side in sides if isinstance(side, str) and side]
        start = base if isinstance(base, str) else ""
        gap = "\n\n" if field.kind == "long_text" else " / "
        return reduce(lambda one, other: _both(start, one, other, gap), texts) if texts else None
    return None


def _both(base: str, one: str, other: str, gap: str) -> str:
    combined = combine_texts(base, one, other) if base else None
    if combined is not None:
        return combined
    return one if other in one.split(gap) else f"{one}{gap}{other}"
