"""The icon button, which always has a name and shows it as a tool tip."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QToolButton, QWidget

if TYPE_CHECKING:
    from innolab_desktop.ui.theme.theme import Theme


class ToolButton(QToolButton):
    """A flat button that shows an icon only.

    Args:
        name: what it does; accessible name and tool tip.
        shortcut: key combination that does the same, shown in the tool tip.
    """

    def __init__(
        self,
        theme: Theme,
        icon: str,
        name: str,
        shortcut: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self.setAccessibleName(name)
        tip = name
        if shortcut:
            tip = f"{name} ({shortcut})"
        self.setToolTip(escape(tip))
        self.setAutoRaise(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._restyle()
        theme.changed.connect(self._restyle)

    def sizeHint(self) -> QSize:
        """Return a square of two lines."""
        side = round(self.fontMetrics().height() * 2)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """Return the size hint: targets stay large enough."""
        return self.sizeHint()

    def set_icon_name(self, icon: str) -> None:
        """Show another icon."""
        self._icon = icon
        self._restyle()

    def _restyle(self) -> None:
        side = round(self.fontMetrics().height() * 1.2)
        self.setIconSize(QSize(side, side))
        self.setIcon(self._theme.icon(self._icon, side))
