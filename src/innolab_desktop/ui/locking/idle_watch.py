"""Notices that nothing was typed, clicked or scrolled in this program for a while.

Input is heard where it enters a window of the platform: that is far less than all events, and it
is the same for pages and dialogs. The time of the computer counts as well, so that a
computer that slept is not taken for one that was just used.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QGuiApplication, QWindow

_LOOK_EVERY_MS: Final = 1000
_INPUT: Final = frozenset(
    (
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
        QEvent.Type.InputMethod,
    )
)


class IdleWatch(QObject):
    """Counts the time since the last input.

    Args:
        app: whose windows are heard.
        now_s: seconds that go on while the computer sleeps.

    Signals:
        idle: the limit was reached; repeated every second until there is input.
    """

    idle = Signal()

    def __init__(
        self,
        app: QGuiApplication,
        parent: QObject | None = None,
        now_s: Callable[[], float] = time.time,
    ) -> None:
        super().__init__(parent)
        self._now_s = now_s
        self._limit_s = 0.0
        self._last_input_s = now_s()
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)
        app.focusWindowChanged.connect(self._hear)
        self._hear(app.focusWindow())

    def begin(self, limit_s: float) -> None:
        """Count from now on, with this limit."""
        self._limit_s = limit_s
        self._last_input_s = self._now_s()
        self._timer.start()

    def end(self) -> None:
        """Stop counting."""
        self._timer.stop()

    def look(self) -> None:
        """Compare the time that went by with the limit; a clock set back counts as input."""
        gone_s = self._now_s() - self._last_input_s
        if gone_s < 0:
            self._last_input_s = self._now_s()
        elif gone_s >= self._limit_s:
            self.idle.emit()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Note input and let it pass."""
        if event.type() in _INPUT:
            self._last_input_s = self._now_s()
        return False

    def _hear(self, window: QWindow | None) -> None:
        if window is not None:
            window.removeEventFilter(self)  # else the filter would stand there twice
            window.installEventFilter(self)
            self._last_input_s = self._now_s()
