"""A QR code on the screen: always dark on white, whatever the theme, so that cameras read it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

_QUIET_ZONE: Final = 4
"""Modules of white around the code. Source: ISO/IEC 18004, 9.1."""
_MODULE_PX: Final = 3


def paint_modules(painter: QPainter, modules: Sequence[Sequence[bool]], target: QRectF) -> None:
    """Paint a QR code with its quiet zone into the square *target*."""
    painter.fillRect(target, Qt.GlobalColor.white)
    side = target.width() / (len(modules) + 2 * _QUIET_ZONE)
    left, top = target.x() + _QUIET_ZONE * side, target.y() + _QUIET_ZONE * side
    for down, line in enumerate(modules):
        for right, is_dark in enumerate(line):
            if is_dark:
                module = QRectF(left + right * side, top + down * side, side, side)
                painter.fillRect(module, Qt.GlobalColor.black)


class QrPicture(QWidget):
    """Shows one QR code in whole pixels per module."""

    def __init__(self, modules: Sequence[Sequence[bool]], name: str) -> None:
        super().__init__()
        self._modules = modules
        self.setAccessibleName(name)
        self.setProperty("accessibleRole", "graphic")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the size at which cameras tell the modules apart."""
        side = (len(self._modules) + 2 * _QUIET_ZONE) * _MODULE_PX
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """Return the size hint: a smaller code cannot be read."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the code."""
        painter = QPainter(self)
        paint_modules(painter, self._modules, QRectF(self.rect()))
        painter.end()
