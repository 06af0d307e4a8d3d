"""Small widgets side by side, on as many lines as they need."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from innolab_desktop.ui.theme.fonts import em_px

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QResizeEvent

_GAP_EM = 0.35


class FlowRow(QWidget):
    """Places its items in reading order and takes the height that they need."""

    def __init__(self) -> None:
        super().__init__()
        self._items: list[QWidget] = []
        self._height_px = 0
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_items(self, items: Iterable[QWidget]) -> None:
        """Show *items* in place of the former ones, which are deleted."""
        for former in self._items:
            former.hide()
            former.deleteLater()
        self._items = list(items)
        for item in self._items:
            item.setParent(self)
            item.show()
        if self.parentWidget() is not None or not self._items:  # else it would be a window
            self.setVisible(bool(self._items))
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines for the new width."""
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        """Make room for items that were shown, hidden, or need another width."""
        handled = super().event(event)
        if event.type() in {QEvent.Type.LayoutRequest, QEvent.Type.Show}:
            self._arrange()
        return handled

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the text."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._arrange()

    def sizeHint(self) -> QSize:
        """Return the height of all lines at the present width."""
        return QSize(em_px(12), self._height_px)

    def minimumSizeHint(self) -> QSize:
        """Return a width that fits into narrow windows."""
        return QSize(em_px(6), self._height_px)

    def _arrange(self) -> None:
        gap, left, top, line = em_px(_GAP_EM), 0, 0, 0
        for item in self._items:
            if item.isHidden():
                continue
            size = item.sizeHint()
            width = min(size.width(), self.width())
            if left and left + width > self.width():
                left, top, line = 0, top + line + gap, 0
            item.setGeometry(left, top, width, size.height())
            left, line = left + width + gap, max(line, size.height())
        if top + line != self._height_px:
            self._height_px = top + line
            self.updateGeometry()
