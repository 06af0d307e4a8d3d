"""A clipboard for secrets: what was copied goes away by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QMimeData, QObject, QTimer

from innolab_desktop.services.lock_settings import DEFAULT_CLIPBOARD_SECONDS

if TYPE_CHECKING:
    from PySide6.QtGui import QClipboard

_SECOND_MS: Final = 1000
_HINTS: Final = (
    ("x-kde-passwordManagerHint", b"secret"),
    ('application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"', b"1"),
)
"""Ask clipboard histories of KDE and Windows not to keep it."""


class SecretClipboard(QObject):
    """Copies a secret and clears the clipboard later, unless something else was copied since."""

    def __init__(self, clipboard: QClipboard, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clipboard = clipboard
        self._is_ours = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self.keep_for(DEFAULT_CLIPBOARD_SECONDS)
        self._timer.timeout.connect(self.clear)

    @property
    def seconds(self) -> int:
        """How long a secret stays."""
        return self._timer.interval() // _SECOND_MS

    def keep_for(self, seconds: int) -> None:
        """Keep what is copied from now on for *seconds*."""
        self._timer.setInterval(seconds * _SECOND_MS)

    def copy(self, secret: str) -> None:
        """Put *secret* into the clipboard for a moment."""
        self.clear()
        data = QMimeData()
        data.setText(secret)
        for name, hint in _HINTS:
            data.setData(name, hint)
        self._clipboard.setMimeData(data)
        self._is_ours = True
        self._clipboard.dataChanged.connect(self._on_other)
        self._timer.start()

    def clear(self) -> None:
        """Take the secret out, if it is still there."""
        self._timer.stop()
        if self._is_ours:
            self._forget()
            self._clipboard.clear()

    def _on_other(self) -> None:
        """Leave alone what somebody else copied."""
        if self._is_ours and not self._clipboard.ownsClipboard():
            self._forget()

    def _forget(self) -> None:
        self._is_ours = False
        self._timer.stop()
        self._clipboard.dataChanged.disconnect(self._on_other)
