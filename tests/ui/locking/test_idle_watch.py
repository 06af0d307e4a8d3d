"""Idle time: input restarts it, sleep counts, running work delays the lock."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from innolab_desktop.ui.jobs import Jobs
from innolab_desktop.ui.locking.idle_watch import IdleWatch
from innolab_desktop.ui.locking.lock_reason import LockReason
from innolab_desktop.ui.locking.locking import Locking

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


class Clock:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.now_s = 1000.0

    def __call__(self) -> float:
        return self.now_s


@pytest.fixture
def line(qtbot: QtBot) -> QLineEdit:
    widget = QLineEdit()
    qtbot.addWidget(widget)
    with qtbot.waitActive(widget):
        widget.show()
        widget.activateWindow()
    return widget


def test_input_begins_the_time_anew(qapp: QApplication, qtbot: QtBot, line: QLineEdit) -> None:
    clock, fired = Clock(), list[bool]()
    watch = IdleWatch(qapp, line, clock)
    watch.idle.connect(lambda: fired.append(True))
    watch.begin(300)
    window = line.windowHandle()
    for use in (
        lambda: QTest.keyClick(window, Qt.Key.Key_A),
        lambda: QTest.mouseClick(window, Qt.MouseButton.LeftButton),
        lambda: QTest.mouseMove(window, QPoint(5, 5)),
    ):
        clock.now_s += 299
        use()
        qtbot.wait(10)
        clock.now_s += 299
        watch.look()
        assert not fired
    clock.now_s += 1
    line.update()  # what the program does by itself is no input
    line.resize(line.width() + 20, line.height())
    qtbot.wait(10)
    watch.look()
    assert fired
    watch.end()


def test_sleep_counts_and_a_clock_set_back_does_not_lock(
    qapp: QApplication, line: QLineEdit
) -> None:
    clock, fired = Clock(), list[bool]()
    watch = IdleWatch(qapp, line, clock)
    watch.idle.connect(lambda: fired.append(True))
    watch.begin(300)
    clock.now_s -= 86_400
    watch.look()
    assert not fired
    clock.now_s += 299
    watch.look()
    assert not fired
    clock.now_s += 8 * 3600
    watch.look()
    assert fired
    watch.end()


def test_a_running_job_delays_the_lock(qapp: QApplication, qtbot: QtBot, line: QLineEdit) -> None:
    jobs, go_on, reasons = Jobs(line), Event(), list[LockReason]()
    locking = Locking(qapp, jobs, line)
    locking.due.connect(reasons.append)
    jobs.run(line, lambda _job: go_on.wait(20), lambda _result: None)
    locking._idle.begin(0.0)
    locking._idle.look()
    assert reasons == []
    go_on.set()
    qtbot.waitUntil(lambda: jobs.is_idle)
    locking._idle.look()
    assert reasons == [LockReason.IDLE]
    locking.end()
    jobs.shut_down()
