"""``dashboard``: the figures of the overview, for scripts and for reading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cli.conftest import SPACE
from cli.innolab import send

if TYPE_CHECKING:
    from pathlib import Path

    from cli.conftest import Pair


def test_what_is_there_and_what_waits(pair: Pair, tmp_path: Path) -> None:
    new = ("record", "new")
    pair.ada.ask(*new, "tandem_note", "--space", SPACE, "--set", "title=Gespräch")
    pair.ada.ask("record", "set", pair.mission, "review_date=2020-05-28", "title=Ada")
    pair.bea.ask("record", "set", pair.mission, "title=Bea")
    pair.ada.ask("import", send(pair.bea, SPACE, tmp_path / "post"))
    found = pair.ada.ask("dashboard")
    assert set(found) == {
        "missions",
        "notes",
        "consultations",
        "waiting",
        "to_send",
        "receipts_missing",
        "receipts_due",
        "reminders",
        "recent",
        "last_backup",
    }
    assert found["missions"]["total"] == 1
    assert found["missions"]["by_status"]["idea"] == 1
    assert (found["notes"], found["consultations"]) == (1, 0)
    assert found["waiting"]["conflicts"] == 1
    assert found["waiting"]["unread_reports"] == 1
    assert found["to_send"] == [{"space": pair.space, "name": SPACE, "changes": 2}]
    assert found["receipts_missing"] == found["receipts_due"] == []
    (reminder,) = found["reminders"]
    assert (reminder["id"], reminder["day"]) == (pair.mission, "2020-05-28")
    assert {row["kind"] for row in found["recent"]} == {"mission", "tandem_note"}


def test_it_reads_like_the_overview(pair: Pair, tmp_path: Path) -> None:
    told = pair.ada.run("dashboard").output
    assert "Laufende Missionen: 0 von 1" in told
    assert "Auf Sie wartet nichts." in told
    pair.ada.ask("record", "set", pair.mission, "review_date=28.05.2020", "title=Neu")
    told = pair.ada.run("dashboard").output
    assert f"Zu senden: 1 Änderung für „{SPACE}“" in told
    assert "28.05.2020  Mission: Neu (" in told
    for _ in range(3):
        send(pair.ada, SPACE, tmp_path / "post")
    assert "  1 Quittung fehlt\n" in pair.ada.run("dashboard").output
