"""How many fields wait for a person's decision."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from innolab_desktop.services.session import Session
    from innolab_desktop.ui.jobs import Jobs
    from innolab_desktop.ui.notifier import Notifier


class Decisions(QObject):
    """Counts Abweichungen and merged texts again whenever something changed.

    Signals:
        counted: how many fields wait.
    """

    counted = Signal(int)

    def __init__(self, session: Session, jobs: Jobs, notifier: Notifier, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._jobs = jobs
        notifier.changed.connect(self.refresh)

    def refresh(self) -> None:
        """Count in the lane."""
        session = self._session
        self._jobs.run(self, lambda _job: _count(session), self.counted.emit)


def _count(session: Session) -> int:
    conflicts = sum(len(record.conflicts) for record in session.conflicts.records())
    return conflicts + sum(len(record.merged) for record in session.conflicts.merged())
