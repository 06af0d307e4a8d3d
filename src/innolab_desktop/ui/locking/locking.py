"""Decides when the vault is locked: brings the watches together."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from innolab_desktop.services.lock_settings import LockSettings
from innolab_desktop.ui.locking.idle_watch import IdleWatch
from innolab_desktop.ui.locking.lock_reason import LockReason

if TYPE_CHECKING:
    from PySide6.QtGui import QGuiApplication
    from PySide6.QtWidgets import QWidget

    from innolab_desktop.services.session import Session
    from innolab_desktop.ui.jobs import Jobs
    from innolab_desktop.ui.locking.linux_session import LinuxSession
    from innolab_desktop.ui.locking.windows_session import WindowsSession

_SECONDS: Final = 60


class Locking(QObject):
    """Watches over one open vault.

    Signals:
        due: the vault is to be locked, with the `LockReason`.
    """

    due = Signal(object)

    def __init__(self, app: QGuiApplication, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._jobs = jobs
        self._session: LinuxSession | WindowsSession | None = None
        self._idle = IdleWatch(app, self)
        self._idle.idle.connect(self._on_idle)

    def begin(self, session: Session, window: QWidget) -> None:
        """Begin to watch once the vault is open."""
        settings = LockSettings(session.desk, session.policy)
        self._jobs.run(self, lambda _job: settings.idle_minutes, self.set_idle_minutes)
        self._session = self._listen(window)
        if self._session is not None:
            self._session.screen_locked.connect(lambda: self.due.emit(LockReason.SCREEN))
            self._session.suspending.connect(lambda: self.due.emit(LockReason.SUSPEND))

    def set_idle_minutes(self, minutes: int) -> None:
        """Use another idle time from now on."""
        self._idle.begin(minutes * _SECONDS)

    def end(self) -> None:
        """Stop watching."""
        self._idle.end()

    def _on_idle(self) -> None:
        """Lock, unless something is running: then look again a second later."""
        if self._jobs.is_idle:
            self._idle.end()
            self.due.emit(LockReason.IDLE)

    def _listen(self, window: QWidget) -> LinuxSession | WindowsSession | None:
        if sys.platform == "linux":
            from innolab_desktop.ui.locking.linux_session import (  # noqa: PLC0415 - loaded late
                LinuxSession,
            )

            return LinuxSession(self)
        if sys.platform == "win32":
            from innolab_desktop.ui.locking.windows_session import (  # noqa: PLC0415 - see above
                WindowsSession,
            )

            listening = WindowsSession(self)
            listening.install(self._app, int(window.winId()))
            return listening
        return None
