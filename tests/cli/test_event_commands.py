"""``event``: events and Wiedervorlagen on their way into a calendar."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from cli.conftest import Pair


def lines_of(file: Path) -> list[str]:
    return file.read_bytes().replace(b"\r\n ", b"").decode().split("\r\n")


def test_an_event_becomes_a_calendar_file(pair: Pair, tmp_path: Path) -> None:
    values = ("title=Planning-Workshop", "event_dates=03.12.2026 – 04.12.2026", "place=Rathaus")
    event = pair.ada.ask("record", "new", "event", "--set", *values)["id"]
    target = tmp_path / "termin.ics"
    assert pair.ada.ask("event", "ics", event, "--out", target) == {
        "path": str(target),
        "entries": 1,
    }
    lines = lines_of(target)
    assert f"UID:{event}@innolab-desktop" in lines
    assert "DTSTART;VALUE=DATE:20261203" in lines
    assert "DTEND;VALUE=DATE:20261205" in lines
    assert "LOCATION:Rathaus" in lines


def test_an_open_end_is_one_day(pair: Pair, tmp_path: Path) -> None:
    values = ("title=Hospitation", "event_dates=ab 03.12.2026")
    event = pair.ada.ask("record", "new", "event", "--set", *values)["id"]
    pair.ada.ask("event", "ics", event, "--out", tmp_path / "t.ics")
    assert "DTEND;VALUE=DATE:20261204" in lines_of(tmp_path / "t.ics")


def test_what_is_no_event_or_has_no_day_is_refused(pair: Pair, tmp_path: Path) -> None:
    target = tmp_path / "t.ics"
    mission = pair.ada.ask("record", "new", "mission", "--set", "title=M")["id"]
    event = pair.ada.ask("record", "new", "event", "--set", "title=Ohne Tag")["id"]
    assert pair.ada.refuse("event", "ics", mission, "--out", target) == (2, "calendar_needs_event")
    assert pair.ada.refuse("event", "ics", event, "--out", target) == (1, "calendar_without_day")
    assert not target.exists()


def test_reminders_become_a_calendar_file(pair: Pair, tmp_path: Path) -> None:
    soon = date.today() + timedelta(days=9)  # noqa: DTZ011 - the day of the command
    values = ("title=Wartezeiten", f"review_date={soon:%d.%m.%Y}")
    mission = pair.ada.ask("record", "new", "mission", "--set", *values)["id"]
    target = tmp_path / "w.ics"
    assert pair.ada.ask("event", "reminders", "--out", target)["entries"] == 1
    lines = lines_of(target)
    assert f"UID:{mission}-review_date@innolab-desktop" in lines
    assert f"DTSTART;VALUE=DATE:{soon:%Y%m%d}" in lines
    assert "SUMMARY:Wartezeiten" in lines
    assert "TRANSP:TRANSPARENT" in lines
