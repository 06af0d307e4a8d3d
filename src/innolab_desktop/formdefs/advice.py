"""Which advice the rules in ``domain`` have on the value of a field."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

from innolab_desktop.domain.mission_sentence import read_mission_sentence
from innolab_desktop.domain.smart import smart_hints

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from innolab_desktop.domain.hint import Hint
    from innolab_desktop.domain.values import Value
    from innolab_desktop.formdefs.definition import FieldDefinition

    Values: TypeAlias = Mapping[str, Value]


def _on_goal(sentence: str, values: Values) -> tuple[Hint, ...]:
    return smart_hints(
        sentence,
        due_date=_text(values.get("due_date")),
        baseline=_text(values.get("baseline_value")),
    )


def _on_mission(sentence: str, _values: Values) -> tuple[Hint, ...]:
    return read_mission_sentence(sentence).hints


def _text(value: Value) -> str | None:
    return value if isinstance(value, str) else None


ADVISERS: Mapping[str, Callable[[str, Values], tuple[Hint, ...]]] = MappingProxyType(
    {"smart_goal": _on_goal, "mission_sentence": _on_mission}
)
"""The rules by the name that a field writes as ``editor``."""


def advice_on(field: FieldDefinition, values: Values) -> tuple[Hint, ...]:
    """Return advice on what stands in *field*; none while nothing does."""
    text, advise = values.get(field.id), ADVISERS.get(field.editor)
    if advise is None or not isinstance(text, str) or not text.strip():
        return ()
    return advise(text, values)
