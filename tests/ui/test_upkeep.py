"""What is due happens by itself: once, and not while something else is going on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from innolab_desktop.ui.upkeep import Upkeep

if TYPE_CHECKING:
    from innolab_desktop.ui.desk import Desk
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
