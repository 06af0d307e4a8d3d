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


class IconSet:
    """Renders the icons of one folder in any colour and remembers the results."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._sources: dict[str, bytes] = {}
        self._pixmaps: dict[tuple[str, int, str, float], QPixmap] = {}

    def pixmap(self, name: str, size_px: int, colour: str, pixel_ratio: float = 1.0) -> QPixmap:
        """Return icon *name*, *size_px* logical pixels wide, in *colour*."""
        key = (name, size_px, colour, pixel_ratio)
        if key not in self._pixmaps:
            self._pixmaps[key] = self._render(name, size_px, colour, pixel_ratio)
        return self._pixmaps[key]

    def icon(self, name: str, size_px: int, colour: str, pixel_ratio: float) -> QIcon:
        """Return icon *name* for a button that shows it *size_px* wide; Qt greys it if disabled."""
        icon = QIcon()
        for ratio in sorted({1.0, pixel_ratio}):
            icon.addPixmap(self.pixmap(name, size_px, colour, ratio))
        return icon

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
