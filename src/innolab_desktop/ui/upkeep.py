"""What happens by itself while a vault is open: a daily backup, a weekly check."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from innolab_desktop.services.read_models import Counts
    from innolab_desktop.services.safekeeping import Safekeeping
    from innolab_desktop.ui.desk import Desk
    from innolab_desktop.ui.jobs import Job

_LOOK_EVERY_MS: Final = 30 * 60_000
_FIRST_LOOK_MS: Final = 60_000
"""Nobody who has just opened a vault wants to wait for a check."""


class Upkeep(QObject):
    """Looks every half hour what is due; errors are shown like those of any other work."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        QTimer.singleShot(_FIRST_LOOK_MS, self, self.look)

    def look(self) -> None:
        """Do what is due, unless something else is going on."""
        if not self._desk.jobs.is_idle:
            return
        safekeeping = self._desk.session.safekeeping
        self._desk.jobs.run(
            self,
            lambda job: _do_what_is_due(safekeeping, job),
            lambda _counts: None,
            title=self.tr("Sicherung und Prüfung"),
        )


def _do_what_is_due(safekeeping: Safekeeping, job: Job) -> Counts | None:
    safekeeping.backups.make_daily()
    if safekeeping.checking.is_due():
        return safekeeping.checking.check(job, job.cancel_token)
    return None
