"""When what is typed is written down: soon after the first touch, however fast others follow."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject

KEEP_AFTER_MS: Final = 800


class KeepTimer(QTimer):
    """Lets something be kept at most `KEEP_AFTER_MS` after it was typed.

    It does not wait for the person to stop: who writes without a pause would lose everything.

    Args:
        parent: owns it.
        keep: writes down what was typed.
    """

    def __init__(self, parent: QObject, keep: Callable[[], None]) -> None:
        super().__init__(parent)
        self.setSingleShot(True)
        self.setInterval(KEEP_AFTER_MS)
        self.timeout.connect(keep)

    def touch(self) -> None:
        """Note that something was typed."""
        if not self.isActive():
            self.start()
