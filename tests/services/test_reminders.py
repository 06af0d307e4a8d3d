"""Wiedervorlagen: every day that somebody wrote down comes back, until it is done."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from innolab_desktop import bootstrap

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from innolab_desktop.services.session import Session

TODAY = date(2026, 5, 10)
FLOOR_KIB = 65_536


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    owner = bootstrap.NewOwner("Aylin Demir", "Musterstadt", "Bürgerbüro")
    opened = bootstrap.create_vault(tmp_path, owner, "vier ruhige Pferde", memory_kib=FLOOR_KIB)
    yield opened
    opened.close()


def days(session: Session) -> list[tuple[str, str]]:
    return [(item.day, item.title) for item in session.reminders.until(TODAY)]


def test_overdue_and_soon_come_in_order_and_far_away_waits(session: Session) -> None:
    new = session.records.new
    new("mission", {"title": "Später", "review_date": "2026-12-01"})
    new("mission", {"title": "Bald", "review_date": "2026-05-20"})
    new("tandem_note", {"title": "Überfällig", "next_step_date": "2026-04-01"})
    assert days(session) == [("2026-04-01", "Überfällig"), ("2026-05-20", "Bald")]


def test_what_lies_below_a_mission_leads_to_the_mission(session: Session) -> None:
    mission = session.records.new("mission", {"title": "Öffnungszeiten"}).record
    session.records.new("milestone", {"title": "Aushang", "due_date": "2026-05-12"}, parent=mission)
    (reminder,) = session.reminders.until(TODAY)
    assert reminder.shown_in == mission
    assert reminder.record != mission
    assert reminder.context == "Datum · Öffnungszeiten"


@pytest.mark.parametrize(
    ("kind", "values"),
    [
        ("measure", {"title": "Aushang", "end_date": "2026-05-12", "state": "done"}),
        ("agreement", {"subject": "Aushang", "due_date": "2026-05-12", "state": "kept"}),
        ("milestone", {"title": "Aushang", "due_date": "2026-05-12", "reached": True}),
    ],
)
def test_what_is_done_is_left_out(
    session: Session, kind: str, values: dict[str, str | bool]
) -> None:
    mission = session.records.new("mission", {"title": "Öffnungszeiten"}).record
    form = session.forms.form(kind)
    title = values.pop("title", None) or values.pop("subject", None)
    record = session.records.new(kind, {**values, form.title_field: title}, parent=mission).record
    assert days(session) == []
    assert form.done_when is not None
    open_again: str | bool = False if kind == "milestone" else "open"
    if kind == "measure":
        open_again = "in_progress"
    session.records.save(record, {form.done_when.field: open_again})
    assert days(session) == [("2026-05-12", "Aushang")]


def test_nothing_below_a_deleted_mission_is_due(session: Session) -> None:
    mission = session.records.new("mission", {"title": "M", "review_date": "2026-05-12"}).record
    session.records.new("milestone", {"title": "A", "due_date": "2026-05-12"}, parent=mission)
    session.records.delete(mission)
    assert days(session) == []


def test_a_day_that_was_moved_counts_once(session: Session) -> None:
    mission = session.records.new("mission", {"title": "M", "review_date": "2026-05-12"}).record
    session.records.save(mission, {"review_date": "2026-05-30"})
    assert days(session) == [("2026-05-30", "M")]
    session.records.save(mission, {"review_date": None})
    assert days(session) == []
