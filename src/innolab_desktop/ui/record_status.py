"""Which tone the states of records have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innolab_desktop.ui.theme.tokens import Tone

if TYPE_CHECKING:
    from innolab_desktop.formdefs.definition import FormDefinition

_OK = frozenset({"binding", "in_progress", "completed", "continued", "done", "achieved", "kept"})
_WARN = frozenset({"paused", "at_risk", "open", "planned"})
_BAD = frozenset({"broken", "overdue", "missed"})


def status_chip(definition: FormDefinition, status: str) -> tuple[str, Tone] | None:
    """Return word and tone of *status*, None where records of the kind have none."""
    field = definition.field("status")
    if field is None or not status:
        return None
    choice = field.choice(status)
    return (choice.label if choice else status), status_tone(status)


def status_tone(status: str) -> Tone:
    """Return the tone of a state; states without judgement are neutral."""
    if status in _OK:
        return Tone.OK
    if status in _WARN:
        return Tone.WARN
    return Tone.BAD if status in _BAD else Tone.INFO
