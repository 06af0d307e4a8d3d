"""Calendar files (iCalendar, RFC 5545) with entries of whole days."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Final

from innolab_desktop import atomic_file
from innolab_desktop.services.reporting import unwritable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from innolab_desktop.services.calendar_export import CalendarEntry

_LINE_BYTES: Final = 75  # RFC 5545, 3.1: without the line break
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_MS_PER_SECOND: Final = 1000


class ICalendarFile:
    """Writes what every calendar program reads."""

    def write(self, entries: Sequence[CalendarEntry], target: Path, *, now_ms: int) -> None:
        """Write *entries* to *target*.

        Raises:
            ReportError: the file cannot be written.
        """
        try:
            atomic_file.write(target, calendar_bytes(entries, now_ms))
        except OSError as failure:
            raise unwritable(target) from failure


def calendar_bytes(entries: Sequence[CalendarEntry], now_ms: int) -> bytes:
    """Return a calendar file."""
    stamp = datetime.fromtimestamp(now_ms // _MS_PER_SECOND, tz=UTC).strftime("%Y%m%dT%H%M%SZ")
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//InnoLab Desktop//DE",
        "CALSCALE:GREGORIAN",
    ]
    for entry in entries:
        lines += _event(entry, stamp)
    lines.append("END:VCALENDAR")
    return b"".join(folded(line) for line in lines)


def folded(line: str) -> bytes:
    """Return a line with its break, cut so that no piece is too long and no character is split."""
    pieces: list[bytes] = []
    piece = b""
    for character in line:
        encoded = character.encode("utf-8", "replace")
        if len(piece) + len(encoded) > _LINE_BYTES:
            pieces.append(piece)
            piece = b" "
        piece += encoded
    return b"\r\n".join([*pieces, piece]) + b"\r\n"


def escaped(text: str) -> str:
    """Return *text* as a value of type TEXT."""
    unified = _CONTROLS.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    plain = unified.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return plain.replace("\n", "\\n")


def _event(entry: CalendarEntry, stamp: str) -> Iterator[str]:
    after = date.fromisoformat(entry.last_day) + timedelta(days=1)  # DTEND is not included
    yield "BEGIN:VEVENT"
    yield f"UID:{entry.uid}@innolab-desktop"
    yield f"DTSTAMP:{stamp}"
    yield f"DTSTART;VALUE=DATE:{date.fromisoformat(entry.first_day):%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{after:%Y%m%d}"
    yield f"SUMMARY:{escaped(entry.title)}"
    if entry.place:
        yield f"LOCATION:{escaped(entry.place)}"
    if entry.description:
        yield f"DESCRIPTION:{escaped(entry.description)}"
    yield f"TRANSP:{'OPAQUE' if entry.is_busy else 'TRANSPARENT'}"
    yield "END:VEVENT"
