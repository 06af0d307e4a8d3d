"""What the answer to a field becomes on paper, one entry per kind of field."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

from innolab_desktop.formdefs.kinds import KINDS
from innolab_desktop.formdefs.kinds.reference import referenced_ids

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from innolab_desktop.domain.values import Value
    from innolab_desktop.formdefs.definition import FieldDefinition


@dataclass(frozen=True, slots=True)
class Words:
    """Running text; line breaks count."""

    text: str

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class Points:
    """Several short answers."""

    points: tuple[str, ...]

    def __str__(self) -> str:
        return ", ".join(self.points)


@dataclass(frozen=True, slots=True)
class Ticks:
    """Points that are ticked or not."""

    points: tuple[tuple[bool, str], ...]

    def __str__(self) -> str:
        return ", ".join(label for is_ticked, label in self.points if is_ticked)


Answer: TypeAlias = Words | Points | Ticks
"""Plain text in one of three shapes; nothing in it is markup."""

Titles: TypeAlias = "Mapping[str, str]"
"""Titles of referenced records by their ids in hexadecimal, also for ids that are not here."""


def _words(field: FieldDefinition, value: Value, titles: Titles) -> Answer:  # noqa: ARG001 - same signature for every kind
    return Words(KINDS[field.kind].format(field, value))


def _points(field: FieldDefinition, value: Value, titles: Titles) -> Answer:  # noqa: ARG001 - same signature for every kind
    return Points(tuple(_choice_label(field, item) for item in referenced_ids(value)))


def _ticks(field: FieldDefinition, value: Value, titles: Titles) -> Answer:  # noqa: ARG001 - same signature for every kind
    ticked = referenced_ids(value)
    offered = [choice.id for choice in field.active_choices]
    shown = [*offered, *(item for item in ticked if item not in offered)]
    return Ticks(tuple((item in ticked, _choice_label(field, item)) for item in shown))


def _titles(field: FieldDefinition, value: Value, titles: Titles) -> Answer:  # noqa: ARG001 - same signature for every kind
    found = tuple(titles[item] for item in referenced_ids(value))
    return Points(found) if len(found) > 1 else Words("".join(found))


def _choice_label(field: FieldDefinition, choice_id: str) -> str:
    choice = field.choice(choice_id)
    return choice.label if choice else choice_id


FORMATTERS: Mapping[str, Callable[[FieldDefinition, Value, Titles], Answer]] = MappingProxyType(
    {
        "text": _words,
        "long_text": _words,
        "integer": _words,
        "decimal": _words,
        "money": _words,
        "date": _words,
        "date_range": _words,
        "choice": _words,
        "multi_choice": _points,
        "scale": _words,
        "checklist": _ticks,
        "yes_no": _words,
        "reference": _titles,
        "computed": _words,
    }
)
"""The shape on paper by kind of field."""


def is_answered(value: Value) -> bool:
    """Tell whether there is anything to show."""
    return value is not None and value not in ("", ())


def answer(field: FieldDefinition, value: Value, titles: Titles) -> Answer:
    """Return *value* as it stands on paper."""
    return FORMATTERS[field.kind](field, value, titles)
