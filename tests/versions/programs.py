"""Three versions of the program, as far as an exchange can tell them apart.

The present one is what the source says. The older one lacks a field, a choice, a kind of record and
an operation of it; the newer one has one more of each, writes commits that older ones cannot
project, and another version of the file.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from innolab_desktop import bootstrap
from innolab_desktop.bundle import container
from innolab_desktop.formdefs.definition import Choice, FieldDefinition
from innolab_desktop.formdefs.forms import Forms
from innolab_desktop.journal import commit as commits
from innolab_desktop.journal import operations
from innolab_desktop.journal.operations import Set
from protocol import world

if TYPE_CHECKING:
    from collections.abc import Generator

    from innolab_desktop.formdefs.definition import Entry, FormDefinition

ADDED_FIELD, ADDED_KIND, ADDED_CHOICE = "resonance", "resonance_round", "resonating"
"""What only the newer version knows."""
LACKED_FIELD, LACKED_KIND, LACKED_CHOICE = "next_step", "tandem_note", "consulted"
"""What the older version does not know."""
_RESTORE = 6


class Later(NamedTuple):
    """An operation that only the newer version knows: it sets a field."""

    record: bytes
    field: str
    value: str


def later(record: bytes, field: str, value: str) -> Any:
    """Return a :class:`Later`, which is no operation to this version's types."""
    return Later(record, field, value)


@dataclass(frozen=True)
class Program:
    """A version of the program."""

    name: str
    number: int

    @contextmanager
    def running(self) -> Generator[None]:
        """Let the code be this version inside a ``with`` block."""
        forms = _forms(self.number)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(bootstrap, "__version__", self.name)
            patch.setattr(bootstrap, "load_forms", lambda *_: forms)
            patch.setattr(world, "load_forms", lambda: forms)
            if self is OLDER:
                patch.delitem(operations._READERS, _RESTORE)
            if self is NEWER:
                kinds: dict[Any, int] = operations._KINDS
                patch.setitem(kinds, Later, 13)
                patch.setitem(operations._READERS, 13, _read_later)
                patch.setattr(commits, "SCHEMA_VERSION", 2)
                patch.setattr(container, "FORMAT_VERSION", 2)
            yield


OLDER, PRESENT, NEWER = Program("older", -1), Program("present", 0), Program("newer", 1)
ALL = (OLDER, PRESENT, NEWER)


@contextmanager
def writing_for_newer_only() -> Generator[None]:
    """Let commits say that only the newer version can project them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(commits, "WRITTEN_SCHEMA", 2)
        yield


@contextmanager
def writing_files_of_format_1() -> Generator[None]:
    """Let the newer version write what the present one opens, as it does for two years."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(container, "FORMAT_VERSION", 1)
        yield


def _read_later(arguments: list[Any]) -> Set:
    record, field, value = arguments
    return Set(record, field, value)


def _forms(number: int) -> Forms:
    present = bootstrap.load_forms()
    if number == 0:
        return present
    if number < 0:
        kept = [form for form in present.values() if form.id != LACKED_KIND]
        return Forms((_with_entries(form, _lacking) for form in kept), present.phrases)
    note = replace(present[LACKED_KIND], id=ADDED_KIND, label="Resonanzrunde")
    later = [_with_entries(form, _adding) for form in present.values()]
    return Forms([*later, note], present.phrases)


def _with_entries(form: FormDefinition, change: Any) -> FormDefinition:
    if form.id != "mission":
        return form
    sections = tuple(
        replace(section, entries=change(section.id, section.entries)) for section in form.sections
    )
    return replace(form, sections=sections)


def _lacking(_section: str, entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    return tuple(
        _without_choice(entry)
        for entry in entries
        if not isinstance(entry, FieldDefinition) or entry.id != LACKED_FIELD
    )


def _without_choice(entry: Entry) -> Entry:
    if not isinstance(entry, FieldDefinition) or entry.id != "participation":
        return entry
    return replace(entry, choices=tuple(c for c in entry.choices if c.id != LACKED_CHOICE))


def _adding(section: str, entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    more = tuple(_with_choice(entry) for entry in entries)
    if section != "head":
        return more
    return (*more, FieldDefinition(id=ADDED_FIELD, kind="text", label="Resonanz"))


def _with_choice(entry: Entry) -> Entry:
    if not isinstance(entry, FieldDefinition) or entry.id != "participation":
        return entry
    return replace(entry, choices=(*entry.choices, Choice(ADDED_CHOICE, "in Resonanz")))
