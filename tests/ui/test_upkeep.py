"""What is due happens by itself: once, and not while something else is going on."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from innolab_desktop.ui import upkeep
from innolab_desktop.ui.upkeep import Upkeep

if TYPE_CHECKING:
    import pytest

    from innolab_desktop.ui.desk import Desk
    from innolab_desktop.ui.main_window import MainWindow
    from ui.vaults import Lane


def test_a_backup_and_a_check_when_they_are_due(desk: Desk, lane: Lane) -> None:
    safekeeping, owner = desk.session.safekeeping, QObject()
    upkeep = Upkeep(desk, owner)
    desk.jobs.run(owner, lambda _job: None, lambda _nothing: None)
    upkeep.look()
    lane.settle()
    assert lane.call(safekeeping.backups.all) == (), "something else was going on"
    upkeep.look()
    lane.settle()
    assert [info.reason for info in lane.call(safekeeping.backups.all)] == ["daily"]
    checked = lane.call(safekeeping.checking.last)
    assert checked.at_ms > 0
    upkeep.look()
    lane.settle()
    assert len(lane.call(safekeeping.backups.all)) == 1
    assert lane.call(safekeeping.checking.last) == checked


def test_it_looks_by_itself_soon_after_opening_and_again_later(
    desk: Desk, lane: Lane, monkeypatch: pytest.MonkeyPatch
) -> None:
    backups, owner = desk.session.safekeeping.backups, QObject()
    monkeypatch.setattr(upkeep, "_FIRST_LOOK_MS", 10)
    looking = Upkeep(desk, owner)
    assert looking._timer.interval() == 30 * 60_000
    lane.qtbot.waitUntil(lambda: bool(lane.call(backups.all)), timeout=10_000)
    shutil.rmtree(lane.call(backups.all)[0].folder)
    looking._timer.setInterval(10)
    lane.call(lambda: desk.session.records.new("tandem_note", {"title": "Neu"}))
    lane.qtbot.waitUntil(lambda: bool(lane.call(backups.all)), timeout=10_000)


def test_every_window_with_a_vault_has_it(window: MainWindow) -> None:
    assert len(window.findChildren(Upkeep)) == 1
