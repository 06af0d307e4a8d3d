"""What is typed is kept while somebody types on, not only when they pause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from innolab_desktop.ui.keep_timer import KEEP_AFTER_MS, KeepTimer

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_touches_that_follow_each_other_do_not_put_it_off(qtbot: QtBot) -> None:
    owner = QObject()
    kept: list[int] = []
    timer = KeepTimer(owner, lambda: kept.append(touches))
    timer.setInterval(KEEP_AFTER_MS // 8)
    touches = 0
    while not kept:
        touches += 1
        assert touches < KEEP_AFTER_MS
        timer.touch()
        qtbot.wait(5)
    assert touches > 1
    assert not timer.isActive()
    timer.touch()
    assert timer.isActive()
