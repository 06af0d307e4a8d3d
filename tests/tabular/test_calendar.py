"""Calendar files: every line short, every text one value, every day whole."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from innolab_desktop.domain.errors import ReportError
from innolab_desktop.services.calendar_export import CalendarEntry
from innolab_desktop.tabular.calendar import ICalendarFile, calendar_bytes, folded

if TYPE_CHECKING:
    from pathlib import Path

NOW_MS = 1_790_000_000_123
ENTRY = CalendarEntry(
    uid="00ff",
    title="Kick-off: Ämter, Ziele; Rollen",
    first_day="2026-12-30",
    last_day="2026-12-31",
    place="Rathaus\\Saal 2",
    description="Erste Zeile\r\nzweite",
)


def unfolded(content: bytes) -> list[str]:
    return content.replace(b"\r\n ", b"").decode().split("\r\n")


def test_an_entry_is_written_as_the_standard_says() -> None:
    assert unfolded(calendar_bytes([ENTRY], NOW_MS)) == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//InnoLab Desktop//DE",
        "CALSCALE:GREGORIAN",
        "BEGIN:VEVENT",
        "UID:00ff@innolab-desktop",
        "DTSTAMP:20260921T141320Z",
        "DTSTART;VALUE=DATE:20261230",
        "DTEND;VALUE=DATE:20270101",
        "SUMMARY:Kick-off: Ämter\\, Ziele\\; Rollen",
        "LOCATION:Rathaus\\\\Saal 2",
        "DESCRIPTION:Erste Zeile\\nzweite",
        "TRANSP:OPAQUE",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=300))
def test_folding_is_short_and_loses_nothing(text: str) -> None:
    content = folded(text)
    lines = content.removesuffix(b"\r\n").split(b"\r\n")
    assert all(len(line) <= 75 for line in lines)
    assert all(line.decode() is not None for line in lines)
    assert content.removesuffix(b"\r\n").replace(b"\r\n ", b"").decode() == text


@given(st.text(max_size=200))
def test_no_text_begins_a_line_of_its_own(text: str) -> None:
    entry = CalendarEntry(
        uid="1", title=text, first_day="2026-01-01", last_day="2026-01-01", description=text
    )
    names = [re.split("[:;]", line)[0] for line in unfolded(calendar_bytes([entry], NOW_MS))]
    assert names.count("BEGIN") == names.count("END") == 2
    assert set(names) <= {
        *("BEGIN", "END", "VERSION", "PRODID", "CALSCALE", "UID", "DTSTAMP", "DTSTART", "DTEND"),
        *("SUMMARY", "DESCRIPTION", "TRANSP", ""),
    }


def test_what_cannot_be_written_is_said(tmp_path: Path) -> None:
    with pytest.raises(ReportError, match="report_unwritable"):
        ICalendarFile().write([ENTRY], tmp_path / "nowhere" / "t.ics", now_ms=NOW_MS)
