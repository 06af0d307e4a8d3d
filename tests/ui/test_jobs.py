from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING

import pytest
import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from innolab_desktop.domain.errors import Cancelled, UsageError
from innolab_desktop.ui.jobs import Job, Jobs

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_results_arrive_in_the_window_thread_and_in_order(qtbot: QtBot, jobs: Jobs) -> None:
    owner, seen = QObject(), list[tuple[int, bool, bool]]()
    window_thread = threading.get_ident()

    def work(number: int) -> tuple[int, bool]:
        return number, threading.get_ident() != window_thread

    for number in range(10_000):
        jobs.run(
            owner,
            lambda _job, number=number: work(number),
            lambda result: seen.append((*result, threading.get_ident() == window_thread)),
        )
    qtbot.waitUntil(lambda: len(seen) == 10_000, timeout=30_000)
    assert seen == [(number, True, True) for number in range(10_000)]
    assert jobs.is_idle


def test_a_window_closed_during_a_job_gets_nothing(qtbot: QtBot, jobs: Jobs) -> None:
    window, gate, seen = QWidget(), threading.Event(), list[object]()
    jobs.run(window, lambda _job: gate.wait(5), seen.append)
    shiboken6.delete(window)
    gate.set()
    qtbot.waitUntil(lambda: jobs.is_idle)
    assert seen == []


def test_an_error_reaches_its_taker_or_the_signal(qtbot: QtBot, jobs: Jobs) -> None:
    owner, taken = QObject(), list[object]()

    def fail(_job: Job) -> None:
        raise UsageError("value_required")

    jobs.run(owner, fail, taken.append, failed=taken.append)
    qtbot.waitUntil(lambda: len(taken) == 1)
    assert isinstance(taken[0], UsageError)
    with qtbot.waitSignal(jobs.failed) as blocker:
        jobs.run(owner, fail, taken.append)
    assert blocker.args is not None
    assert isinstance(blocker.args[0], UsageError)
    assert len(taken) == 1


def test_cancel_answers_within_a_second(qtbot: QtBot, jobs: Jobs) -> None:
    owner, taken = QObject(), list[object]()

    def work(job: Job) -> None:
        while True:
            job.cancel_token.raise_if_cancelled()
            job.report(1, 2, "Schritt")
            time.sleep(0.01)

    job = jobs.run(owner, work, taken.append, failed=taken.append)
    qtbot.waitSignal(jobs.progressed, timeout=3_000).wait()
    job.cancel()
    qtbot.waitUntil(lambda: len(taken) == 1, timeout=1_000)
    assert isinstance(taken[0], Cancelled)


def test_only_slow_work_is_shown(qtbot: QtBot, jobs: Jobs) -> None:
    owner, shown = QObject(), list[Job]()
    jobs.shown.connect(shown.append)
    with qtbot.waitSignal(jobs.idle):
        jobs.run(owner, lambda _job: 1, lambda _result: None)
    assert shown == []
    with qtbot.waitSignal(jobs.hidden, timeout=3_000):
        jobs.run(owner, lambda _job: time.sleep(0.7), lambda _result: None, title="Langes")
    assert [job.title for job in shown] == ["Langes"]


@pytest.mark.parametrize("reports", [50_000])
def test_progress_is_throttled(qtbot: QtBot, jobs: Jobs, reports: int) -> None:
    owner, seen = QObject(), list[int]()

    def work(job: Job) -> int:
        time.sleep(0.6)
        for number in range(reports):
            job.report(number, reports, "")
        return reports

    def note(done: int, _total: int, _step: str) -> None:
        seen.append(done)

    jobs.progressed.connect(note)
    with qtbot.waitSignal(jobs.idle, timeout=10_000):
        jobs.run(owner, work, lambda _result: None)
    assert 0 < len(seen) < 100


def test_shut_down_drops_what_waits(qtbot: QtBot) -> None:
    lane, owner, seen = Jobs(), QObject(), list[object]()
    gate = threading.Event()
    lane.run(owner, lambda _job: gate.wait(0.2), seen.append)
    for _number in range(100):
        lane.run(owner, lambda _job: 1, seen.append)
    lane.shut_down()
    qtbot.wait(50)
    assert seen == []


def test_giving_up_leaves_alone_what_keeps_a_persons_work(qtbot: QtBot, jobs: Jobs) -> None:
    owner, done, given_up = QObject(), list[str](), list[object]()

    def import_much(job: Job) -> None:
        while True:
            job.cancel_token.raise_if_cancelled()
            time.sleep(0.01)

    jobs.run(owner, import_much, lambda _nothing: None, failed=given_up.append)
    jobs.run(owner, lambda _job: "Liste", done.append, failed=given_up.append)
    jobs.run(owner, lambda _job: "Entwurf", done.append, keeps_work=True)
    jobs.cancel_all()
    qtbot.waitUntil(lambda: jobs.is_idle, timeout=3_000)
    assert done == ["Entwurf"]
    assert [type(error) for error in given_up] == [Cancelled, Cancelled]


def test_nothing_runs_once_the_lane_has_ended(qtbot: QtBot, jobs: Jobs) -> None:
    owner, done = QObject(), list[object]()
    jobs.shut_down()
    jobs.run(owner, done.append, done.append, failed=done.append)
    qtbot.wait(20)
    assert jobs.is_idle
    assert done == []
