"""The Wiedervorlagen of the overview as a calendar file."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from innolab_desktop.ui.pages.reminder_saving import ReminderSaving
from innolab_desktop.ui.widgets.banner import Banner

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from innolab_desktop.ui.desk import Desk
    from ui.vaults import Lane


def test_what_is_due_is_written_and_said(
    qtbot: QtBot, desk: Desk, lane: Lane, tmp_path: Path
) -> None:
    session, today = desk.session, datetime.now(tz=UTC).astimezone().date()
    tomorrow = (today + timedelta(days=1)).isoformat()
    values = {"title": "Radwege", "review_date": tomorrow}
    lane.call(lambda: session.records.new("mission", values))
    due = lane.call(lambda: session.reminders.until(today))
    saving = ReminderSaving(desk)
    qtbot.addWidget(saving)
    target = tmp_path / "Wiedervorlagen.ics"
    saving.write(target)
    lane.settle()
    text = target.read_text(encoding="utf-8")
    assert "Radwege" in text
    assert text.count("BEGIN:VEVENT") == len(due)
    assert f"Kalenderdatei mit {len(due)} Wiedervorlage" in saving.findChildren(Banner)[0].text


def test_a_folder_that_is_not_there_is_said(
    qtbot: QtBot, desk: Desk, lane: Lane, tmp_path: Path
) -> None:
    saving = ReminderSaving(desk)
    qtbot.addWidget(saving)
    saving.write(tmp_path / "nirgends" / "Wiedervorlagen.ics")
    lane.settle()
    assert saving.findChildren(Banner)[0].text
