"""An open event goes into a calendar file; other records offer no such thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innolab_desktop.ui.pages.record_tools import RecordTools
from innolab_desktop.ui.widgets.tool_button import ToolButton

if TYPE_CHECKING:
    from pathlib import Path

    from innolab_desktop.services.session import Session
    from innolab_desktop.ui.main_window import MainWindow
    from ui.vaults import Lane

NAME = "Als Kalenderdatei ausgeben"


def buttons(window: MainWindow) -> list[ToolButton]:
    found = window.findChildren(ToolButton)
    return [button for button in found if button.accessibleName() == NAME and button.isVisible()]


def test_an_event_offers_a_calendar_file(
    window: MainWindow, lane: Lane, session: Session, tmp_path: Path
) -> None:
    values = {"title": "Kick-off", "event_dates": ("2026-12-03", "2026-12-04")}
    event = lane.call(lambda: session.records.new("event", values)).record
    window.open_record(event)
    lane.settle()
    assert len(buttons(window)) == 1
    tools = next(t for t in window.findChildren(RecordTools) if t._editing.record_id == event)
    said: list[str] = []
    tools.succeeded.connect(said.append)
    tools.write_calendar(tmp_path / "Termin.ics")
    lane.settle()
    assert said == ["Kalenderdatei geschrieben: Termin.ics"]
    assert b"SUMMARY:Kick-off" in (tmp_path / "Termin.ics").read_bytes()


def test_other_records_do_not(window: MainWindow, lane: Lane, session: Session) -> None:
    note = lane.call(lambda: session.records.new("tandem_note", {"title": "Notiz"})).record
    window.open_record(note)
    lane.settle()
    assert buttons(window) == []
