"""Events and Wiedervorlagen for the calendar that people already use."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

from innolab_desktop.domain.errors import ReportError, UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from innolab_desktop.domain.records import Record, RecordId
    from innolab_desktop.domain.values import Value
    from innolab_desktop.services.bundle_ports import Clock
    from innolab_desktop.services.reminders import Reminder, Reminders
    from innolab_desktop.services.store_ports import Vault

EVENT: Final = "event"
_DATES: Final = "event_dates"


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarEntry:
    """One or more whole days.

    Attributes:
        uid: stays the same, so that a second import replaces the first.
        first_day: as ``YYYY-MM-DD``.
        last_day: included; as ``YYYY-MM-DD``.
        is_busy: whether it takes the time of these days.
    """

    uid: str
    title: str
    first_day: str
    last_day: str
    place: str = ""
    description: str = ""
    is_busy: bool = True


class CalendarFile(Protocol):
    """The port that ``tabular`` fills."""

    def write(self, entries: Sequence[CalendarEntry], target: Path, *, now_ms: int) -> None:
        """Write *entries* to *target*; the file appears only when it is complete.

        Raises:
            ReportError: the file cannot be written.
        """
        ...


class CalendarExport:
    """Writes calendar files; they are not encrypted."""

    def __init__(
        self, vault: Vault, reminders: Reminders, clock: Clock, file: CalendarFile
    ) -> None:
        self._vault = vault
        self._reminders = reminders
        self._clock = clock
        self._file = file

    def write_event(self, record_id: RecordId, target: Path) -> None:
        """Write an event with its days, place and content.

        Raises:
            RecordError: there is no such record.
            UsageError: the record is no event.
            ReportError: it has no day yet, or the file cannot be written.
        """
        record = self._vault.records.get(record_id)
        if record.kind != EVENT:
            raise UsageError("calendar_needs_event", kind=record.kind)
        self._file.write([_entry_of_event(record)], target, now_ms=self._clock.now_ms())

    def write_reminders(self, today: date, target: Path) -> int:
        """Write what is overdue or due soon and return how much that is.

        Raises:
            ReportError: the file cannot be written.
        """
        entries = [_entry_of_reminder(reminder) for reminder in self._reminders.until(today)]
        self._file.write(entries, target, now_ms=self._clock.now_ms())
        return len(entries)


def _entry_of_event(record: Record) -> CalendarEntry:
    days = record.values.get(_DATES)
    known = [day for day in days if isinstance(day, str)] if isinstance(days, tuple) else []
    if not known:
        raise ReportError("calendar_without_day")
    return CalendarEntry(
        uid=record.id.hex(),
        title=_text(record.values.get("title")),
        first_day=known[0],
        last_day=known[-1],
        place=_text(record.values.get("place")),
        description=_text(record.values.get("description")),
    )


def _entry_of_reminder(reminder: Reminder) -> CalendarEntry:
    return CalendarEntry(
        uid=f"{reminder.record.hex()}-{reminder.field}",
        title=reminder.title or reminder.context,
        first_day=reminder.day,
        last_day=reminder.day,
        description=reminder.context,
        is_busy=False,
    )


def _text(value: Value) -> str:
    return value if isinstance(value, str) else ""
