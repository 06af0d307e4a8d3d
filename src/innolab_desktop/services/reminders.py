"""Wiedervorlagen: the days on which something was to be done or looked at again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Final, Protocol

from innolab_desktop.domain.errors import RecordError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from innolab_desktop.domain.records import FieldId, Record, RecordId
    from innolab_desktop.formdefs.definition import FormDefinition
    from innolab_desktop.formdefs.forms import Forms
    from innolab_desktop.services.store_ports import Vault

AHEAD_DAYS: Final = 60
_MOST_LOOKED_AT: Final = 300


class DueDates(Protocol):
    """Records by the dates in them."""

    def until(self, kind: str, field: FieldId, day: str, limit: int) -> list[tuple[RecordId, str]]:
        """Return records whose *field* holds *day* or an earlier one, earliest first."""
        ...


@dataclass(frozen=True, slots=True)
class Reminder:
    """A day that somebody wrote into a record.

    Attributes:
        record: where it stands.
        shown_in: the record that has a page of its own: the record, or the one above it.
        kind: kind of the record, to pick an icon.
        title: of the record.
        context: label of the field, and the title of the record above.
        day: as ``YYYY-MM-DD``.
        field: where the day stands.
    """

    record: RecordId
    shown_in: RecordId
    kind: str
    title: str
    context: str
    day: str
    field: FieldId


class Reminders:
    """Collects what is due from every date field that the forms name for it."""

    def __init__(self, vault: Vault, forms: Forms) -> None:
        self._vault = vault
        self._forms = forms

    def until(self, today: date, *, ahead_days: int = AHEAD_DAYS) -> tuple[Reminder, ...]:
        """Return what is overdue or due within *ahead_days*, earliest first.

        What is done, or lies below something that is done, is left out; so is what lies in a space
        that this device left, where it could never be done.
        """
        left = self._vault.people.left_spaces()
        last = (today + timedelta(days=ahead_days)).isoformat()
        with self._vault.transaction():
            reminders = [
                reminder
                for form in self._forms.values()
                for field in form.fields()
                if field.reminder
                for record, day in self._vault.due_dates.until(
                    form.id, field.id, last, _MOST_LOOKED_AT
                )
                if (found := self._vault.records.get(record)).space not in left
                if (reminder := self._reminder(found, field.id, field.label, day)) is not None
            ]
        return tuple(sorted(reminders, key=lambda item: (item.day, item.title)))

    def _reminder(self, record: Record, field: FieldId, label: str, day: str) -> Reminder | None:
        if record.values.get(field) != day:
            return None  # one side of an Abweichung that is not shown
        line = [record, *self._above(record)]
        if any(self._is_done(item) for item in line):
            return None
        above = [self._title(item) for item in line[1:]]
        return Reminder(
            record.id,
            line[-1].id,
            record.kind,
            self._title(record),
            " · ".join(part for part in (label, *above) if part),
            day,
            field,
        )

    def _above(self, record: Record) -> Iterator[Record]:
        seen = {record.id}
        while record.parent is not None and record.parent not in seen:
            seen.add(record.parent)
            try:
                record = self._vault.records.get(record.parent)
            except RecordError:
                return  # it did not arrive yet
            yield record

    def _is_done(self, record: Record) -> bool:
        form = self._form(record)
        is_met = form is not None and form.done_when and form.done_when.is_met(record.values)
        return record.deleted or bool(is_met)

    def _title(self, record: Record) -> str:
        form = self._form(record)
        return form.title_of(record.values) if form else ""

    def _form(self, record: Record) -> FormDefinition | None:
        return self._forms.get(record.kind)
