"""The push button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QPushButton, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from innolab_desktop.ui.theme.theme import Theme


class Button(QPushButton):
    """A button with a text, perhaps an icon; ``primary`` is filled with the accent."""

    def __init__(
        self,
        theme: Theme,
        text: str,
        icon: str = "",
        *,
        primary: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._theme = theme
        self._icon = icon
        self._primary = primary
        self.setProperty("primary", primary)
        self.setAutoDefault(False)
        self._restyle()
        theme.changed.connect(self._restyle)

    def set_primary(self, primary: bool) -> None:  # noqa: FBT001 - a setter in Qt's manner
        """Fill the button with the accent, or not."""
        if primary != self._primary:
            self._primary = primary
            self.setProperty("primary", primary)
            self.style().unpolish(self)
            self.style().polish(self)
            self._restyle()

    def sizeHint(self) -> QSize:
        """Return a size that leaves air around the text."""
        size, em = super().sizeHint(), self.fontMetrics().height()
        return QSize(size.width() + round(em * 0.7), max(size.height(), round(em * 1.9)))

    def minimumSizeHint(self) -> QSize:
        """Return the size hint: a button never cuts its text."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Return press the button that has the focus, not the default one of the dialog."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Let the icon be seen on the ground of a button that cannot be pressed, too."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange:
            self._restyle()

    def _restyle(self) -> None:
        side = round(self.fontMetrics().height() * 1.05)
        self.setIconSize(QSize(side, side))
        if self._icon:
            tokens = self._theme.tokens
            is_filled = self._primary and self.isEnabled()
            colour = tokens.on_accent if is_filled else tokens.text
            self.setIcon(self._theme.icon(self._icon, side, colour))
