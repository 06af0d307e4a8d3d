"""The lane: one worker thread owns the vault, results come back to the window's thread.

Work is a plain function. It runs in the lane, one after the other, and never touches a widget;
its result is handed to ``done`` in the window's thread, unless the owner has gone by then.
No QObject is created in, moved to, or owned by the worker.
"""

from __future__ import annotations

import itertools
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar, cast

import shiboken6
from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from innolab_desktop.domain.errors import Cancelled
from innolab_desktop.services.changes import CancelToken

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")

_PROGRESS_EVERY_S = 0.05
_SHOW_AFTER_MS = 500


class Job:
    """A running piece of work as both sides see it.

    To the work it is its progress (`report`) and carries its ``cancel_token``; to the window
    it is the handle that `cancel` acts on.
    """

    def __init__(self, number: int, title: str, relay: _Relay) -> None:
        self.number = number
        self.title = title
        self._relay = relay
        self.cancel_token = CancelToken()
        self._reported_at_s = 0.0

    def report(self, done: int, total: int, step: str = "") -> None:
        """Say that *done* of *total* is finished; called often, passed on seldom."""
        now = time.monotonic()
        if now - self._reported_at_s >= _PROGRESS_EVERY_S or done == total:
            self._reported_at_s = now
            self._relay.progressed.emit(_Progress(self, done, total, step))

    def cancel(self) -> None:
        """Ask the work to end at its next safe point."""
        self.cancel_token.cancel()


@dataclass(frozen=True, slots=True)
class _Progress:
    job: Job
    done: int
    total: int
    step: str


@dataclass(frozen=True, slots=True)
class _Outcome:
    job: Job
    result: object
    error: BaseException | None


@dataclass(frozen=True, slots=True)
class _Pending:
    job: Job
    owner: QObject
    done: Callable[[object], None]
    failed: Callable[[Exception], None] | None
    keeps_work: bool


class _Relay(QObject):
    """Carries signals from the lane to the window's thread; lives as long as `Jobs`."""

    progressed = Signal(object)
    finished = Signal(object)


class Jobs(QObject):
    """Runs work in the lane and delivers the results.

    Signals:
        shown: a job has taken half a second; its title and `Job` for a progress display.
        progressed: done, total, step of a shown job.
        hidden: no job is shown any more.
        failed: an error that no ``failed`` callback took.
        idle: nothing is left to do.
    """

    shown = Signal(object)
    progressed = Signal(int, int, str)
    hidden = Signal()
    failed = Signal(object)
    idle = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._numbers = itertools.count(1)
        self._pending: dict[int, _Pending] = {}
        self._shown: Job | None = None
        self._has_ended = False
        self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix="lane")
        self._relay = _Relay(self)
        self._relay.progressed.connect(self._on_progress, Qt.ConnectionType.QueuedConnection)
        self._relay.finished.connect(self._on_finished, Qt.ConnectionType.QueuedConnection)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_SHOW_AFTER_MS)
        self._patience.timeout.connect(self._show_oldest)

    def run(
        self,
        owner: QObject,
        work: Callable[[Job], T],
        done: Callable[[T], None],
        *,
        failed: Callable[[Exception], None] | None = None,
        title: str = "",
        keeps_work: bool = False,
    ) -> Job:
        """Run *work* in the lane, then *done* with its result in the window's thread.

        Once the lane has ended, nothing runs any more: a window that is closing asks for nothing.

        Args:
            owner: nothing is delivered once this object is gone.
            work: runs in the lane; gets its `Job` to report progress and to be cancelled.
            done: takes the result, in the window's thread.
            failed: takes the error instead of the signal ``failed``; a job that was
                cancelled delivers `Cancelled` here and is silent without it.
            title: what the progress display says, for work that may take long.
            keeps_work: it writes down what a person did, so `cancel_all` leaves it alone.
        """
        job = Job(next(self._numbers), title or self.tr("Einen Moment …"), self._relay)
        if self._has_ended:
            return job
        take = cast("Callable[[object], None]", done)
        self._pending[job.number] = _Pending(job, owner, take, failed, keeps_work)
        self._executor.submit(self._work, job, work)
        if not self._patience.isActive():
            self._patience.start()
        return job

    @property
    def is_idle(self) -> bool:
        """Whether nothing runs or waits."""
        return not self._pending

    def finish_with(self, work: Callable[[], None]) -> None:
        """Run *work* in the lane after everything that waits, and wait for it."""
        self._executor.submit(work).result()

    def cancel_all(self) -> None:
        """Ask what runs or waits to end at its next safe point, unless it keeps a person's work."""
        for pending in self._pending.values():
            if not pending.keeps_work:
                pending.job.cancel()

    def shut_down(self) -> None:
        """Cancel what runs, drop what waits, and end the lane."""
        self.cancel_all()
        self._patience.stop()
        self._has_ended = True
        self._executor.shutdown(wait=True, cancel_futures=True)
        self._pending.clear()

    def _work(self, job: Job, work: Callable[[Job], object]) -> None:
        """Run in the lane."""
        try:
            job.cancel_token.raise_if_cancelled()
            outcome = _Outcome(job, work(job), None)
        except BaseException as error:  # noqa: BLE001 - whatever happens is told to the window
            outcome = _Outcome(job, None, error)
        self._relay.finished.emit(outcome)

    @Slot(object)
    def _on_progress(self, progress: _Progress) -> None:
        if self._shown is progress.job:
            self.progressed.emit(progress.done, progress.total, progress.step)

    @Slot(object)
    def _on_finished(self, outcome: _Outcome) -> None:
        pending = self._pending.pop(outcome.job.number, None)
        if self._shown is outcome.job:
            self._shown = None
            self.hidden.emit()
        if self._pending:
            self._patience.start()
        else:
            self._patience.stop()
        if pending is not None and shiboken6.isValid(pending.owner):
            self._deliver(pending, outcome)
        if not self._pending:
            self.idle.emit()

    def _deliver(self, pending: _Pending, outcome: _Outcome) -> None:
        error = outcome.error
        if error is None:
            pending.done(outcome.result)
        elif not isinstance(error, Exception):
            raise error
        elif pending.failed is not None:
            pending.failed(error)
        elif not isinstance(error, Cancelled):
            self.failed.emit(error)

    def _show_oldest(self) -> None:
        if self._pending and self._shown is None:
            self._shown = next(iter(self._pending.values())).job
            self.shown.emit(self._shown)
