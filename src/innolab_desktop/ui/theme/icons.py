"""SVG icons, tinted when they are painted.

Only the files that ship with the program are read here; SVG from elsewhere is never rendered.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

if TYPE_CHECKING:
    from pathlib import Path

_SIZES_PX = (16, 20, 24, 32, 48, 64)


class IconSet:
    """Renders the icons of one folder in any colour and remembers the results."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._sources: dict[str, bytes] = {}
        self._pixmaps: dict[tuple[str, int, str, float], QPixmap] = {}
        self._icons: dict[tuple[str, str, str], QIcon] = {}

    def pixmap(self, name: str, size_px: int, colour: str, pixel_ratio: float = 1.0) -> QPixmap:
        """Return icon *name*, *size_px* logical pixels wide, in *colour*."""
        key = (name, size_px, colour, pixel_ratio)
        if key not in self._pixmaps:
            self._pixmaps[key] = self._render(name, size_px, colour, pixel_ratio)
        return self._pixmaps[key]

    def icon(self, name: str, colour: str, disabled_colour: str) -> QIcon:
        """Return icon *name* for buttons and menus, grey where they are disabled."""
        key = (name, colour, disabled_colour)
        if key not in self._icons:
            icon = QIcon()
            for size_px in _SIZES_PX:
                icon.addPixmap(self.pixmap(name, size_px, colour))
                icon.addPixmap(self.pixmap(name, size_px, disabled_colour), QIcon.Mode.Disabled)
            self._icons[key] = icon
        return self._icons[key]

    def _render(self, name: str, size_px: int, colour: str, pixel_ratio: float) -> QPixmap:
        if name not in self._sources:
            source = (self._folder / f"{name}.svg").read_bytes()
            self._sources[name] = source.replace(b'stroke-width="2"', b'stroke-width="1.75"')
        side = size_px * pixel_ratio
        pixmap = QPixmap(QSize(round(side), round(side)))
        pixmap.fill(Qt.GlobalColor.transparent)
        tinted = self._sources[name].replace(b"currentColor", colour.encode())
        painter = QPainter(pixmap)
        QSvgRenderer(QByteArray(tinted)).render(painter, QRectF(0, 0, side, side))
        painter.end()
        pixmap.setDevicePixelRatio(pixel_ratio)
        return pixmap
