"""Hears that the screen was locked or the computer is about to sleep (Windows).

Reading the messages is tested everywhere; asking Windows to send them was not run yet, for lack of
a Windows computer.

Source: WTSRegisterSessionNotification, WM_WTSSESSION_CHANGE, WM_POWERBROADCAST.
"""

from __future__ import annotations

import ctypes
import sys
from ctypes import wintypes
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QAbstractNativeEventFilter, QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtCore import QByteArray, QCoreApplication

SESSION_CHANGE: Final = 0x02B1
POWER_BROADCAST: Final = 0x0218
SESSION_LOCK: Final = 0x7
SUSPEND: Final = 0x4
_THIS_SESSION: Final = 0


class WindowsSession(QObject):
    """Turns messages of Windows into signals.

    Signals:
        screen_locked: the screen is locked now.
        suspending: the computer is about to sleep.
    """

    screen_locked = Signal()
    suspending = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._filter = _MessageFilter(self)

    def install(self, app: QCoreApplication, window: int) -> None:
        """Ask Windows for the messages of this session.

        Args:
            app: receives them.
            window: handle of the window that they are sent to.
        """
        app.installNativeEventFilter(self._filter)
        if sys.platform == "win32":
            ctypes.windll.wtsapi32.WTSRegisterSessionNotification(window, _THIS_SESSION)

    def take(self, message: int, parameter: int) -> None:
        """Take one message."""
        if (message, parameter) == (SESSION_CHANGE, SESSION_LOCK):
            self.screen_locked.emit()
        elif (message, parameter) == (POWER_BROADCAST, SUSPEND):
            self.suspending.emit()


class _MessageFilter(QAbstractNativeEventFilter):
    """Reads the messages that Qt shows before it handles them."""

    def __init__(self, session: WindowsSession) -> None:
        super().__init__()
        self._session = session

    def nativeEventFilter(  # noqa: N802 - Qt's name
        self, kind: QByteArray | bytes | bytearray | memoryview, message: int
    ) -> object:
        """Read a message and let it pass."""
        if kind == b"windows_generic_MSG":
            read = wintypes.MSG.from_address(int(message))
            self._session.take(int(read.message), int(read.wParam or 0))
        return False, 0
