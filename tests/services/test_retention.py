"""What is due is shown, kept, archived or erased by a person; never by itself."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from innolab_desktop.domain.errors import RecordError, ReportError, UsageError
from innolab_desktop.domain.retention import months_after

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from innolab_desktop.services.session import Session
    from vaults import Pair


def due(session: Session, day: date) -> list[bytes]:
    return [item.record for item in session.retention.due(day)]


def test_records_are_due_when_their_months_are_over(anna: Session, pair: Pair, today: date) -> None:
    note = anna.records.new("tandem_note", {"title": "Notiz", "text": "Text"}).record
    trashed = anna.records.new("tandem_note", {"title": "Papierkorb"}).record
    anna.records.delete(trashed)
    year, early = months_after(today, 12), months_after(today, 11)
    assert due(anna, early) == []
    assert set(due(anna, year)) == {note, trashed}
    assert pair.mission in due(anna, months_after(today, 60))
    assert anna.records.open(note).values["title"] == "Notiz", "nothing goes by itself"


def test_a_date_in_the_form_counts_if_it_is_later(anna: Session, today: date) -> None:
    later = months_after(today, 4)
    values = {"title": "Fall", "follow_up_date": later.isoformat()}
    case = anna.records.new("case_consultation", values).record
    assert case not in due(anna, months_after(today, 6))
    assert case in due(anna, months_after(later, 6))


def test_keeping_moves_the_review(anna: Session, today: date) -> None:
    note = anna.records.new("tandem_note", {"title": "Notiz"}).record
    year, later = months_after(today, 12), months_after(today, 18)
    anna.retention.keep(note, later, today=year)
    assert due(anna, year) == []
    (item,) = anna.retention.due(later)
    assert (item.record, item.due, item.kept_until) == (note, later, later)
    with pytest.raises(UsageError):
        anna.retention.keep(note, year, today=year)


def test_the_archive_gets_open_json_and_a_sheet(
    anna: Session, pair: Pair, tmp_path: Path, today: date
) -> None:
    anna.records.new("smart_goal", {"specific": "Wartezeit halbieren"}, parent=pair.mission)
    files = anna.retention.archive(pair.mission, tmp_path / "Archiv", today=today)
    assert [path.suffix for path in files] == [".json", ".pdf"]
    content = json.loads(files[0].read_text(encoding="utf-8"))
    assert content["format"] == "innolab-archive-1"
    values = {item["field"]: item["value"] for item in content["record"]["values"]}
    assert values["challenge"] == "Lange Schlangen am Dienstag"
    (child,) = content["record"]["children"]
    assert "Wartezeit halbieren" in [item["value"] for item in child["values"]]
    assert files[1].read_bytes().startswith(b"%PDF")
    (item,) = anna.retention.due(months_after(today, 60))
    assert item.archived == today


def test_an_unwritable_folder_is_said_and_nothing_noted(
    anna: Session, pair: Pair, tmp_path: Path, today: date
) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(ReportError):
        anna.retention.archive(pair.mission, tmp_path / "file", today=today)
    (item,) = anna.retention.due(months_after(today, 60))
    assert item.archived is None


def test_an_archive_that_is_not_finished_leaves_no_clear_text(
    anna: Session, pair: Pair, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, today: date
) -> None:
    """The open JSON is there when the sheet beside it fails."""

    def fail(*_: object, **__: object) -> None:
        raise ReportError("report_unwritable", name="x")

    monkeypatch.setattr(anna.reports, "print_record", fail)
    with pytest.raises(ReportError):
        anna.retention.archive(pair.mission, tmp_path / "Archiv", today=today)
    assert list((tmp_path / "Archiv").iterdir()) == []
    (item,) = anna.retention.due(months_after(today, 60))
    assert item.archived is None


def test_erasing_says_why_and_leaves_the_list(anna: Session, today: date) -> None:
    note = anna.records.new("tandem_note", {"title": "Notiz"}).record
    anna.retention.erase(note)
    assert due(anna, months_after(today, 12)) == []
    assert [entry.reason for entry in anna.erasing.log()] == ["retention"]
    with pytest.raises(RecordError):
        anna.retention.erase(note)
