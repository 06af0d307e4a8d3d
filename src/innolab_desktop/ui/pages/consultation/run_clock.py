"""Keeps the run of a consultation: its clock ticks here, and here it is remembered."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from innolab_desktop.ui.pages.consultation.clock_card import MORE_MINUTES

if TYPE_CHECKING:
    from innolab_desktop.domain.consultation_run import ConsultationRun
    from innolab_desktop.domain.records import RecordId
    from innolab_desktop.ui.desk import Desk

_TICK_MS: Final = 1000
_KEEP_EVERY_TICKS: Final = 15


def now_ms() -> int:
    """Return the wall clock; a run bears its being set."""
    return time.time_ns() // 1_000_000


class RunClock(QObject):
    """The run that is in front.

    Signals:
        changed: show the run anew; comes every second while the clock runs.
    """

    changed = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._record: RecordId | None = None
        self.run: ConsultationRun | None = None
        self._ticks = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._on_tick)

    def begin(self, record: RecordId, run: ConsultationRun) -> None:
        """Take over the run of a consultation."""
        self._record, self.run = record, run

    def drop(self) -> None:
        """Have no run any more; what was kept stays."""
        self._timer.stop()
        self._record = self.run = None

    def toggle(self) -> None:
        """Let the clock run, or stand."""
        if self.run is not None:
            now = now_ms()
            self._take(self.run.pause(now) if self.run.is_running else self.run.start(now))

    def lengthen(self) -> None:
        """Give the phase more time."""
        if self.run is not None:
            self._take(self.run.lengthen(MORE_MINUTES, now_ms()))

    def go_to(self, phase: int) -> None:
        """Bring another phase to the front."""
        if self.run is not None:
            self._take(self.run.go_to(phase, now_ms()))

    def stop(self) -> None:
        """Let the clock stand and remember where."""
        if self.run is not None:
            self._take(self.run.pause(now_ms()))

    def keep(self) -> None:
        """Remember on this device how far the consultation has come."""
        run, record, consultations = self.run, self._record, self._desk.session.consultations
        if run is not None and record is not None:
            kept = run.pause(now_ms())
            self._desk.jobs.run(
                self,
                lambda _job: consultations.keep(record, kept),
                lambda _nothing: None,
                keeps_work=True,
            )

    def _take(self, run: ConsultationRun) -> None:
        if run == self.run:
            return
        self.run = run
        if run.is_running:
            self._timer.start()
        self.keep()
        self.changed.emit()

    def _on_tick(self) -> None:
        if self.run is None or not self.run.is_running:
            self._timer.stop()
            return
        self._ticks += 1
        if self._ticks % _KEEP_EVERY_TICKS == 0:
            self.keep()
        self.changed.emit()
