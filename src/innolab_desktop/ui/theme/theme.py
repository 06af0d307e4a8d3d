"""The appearance that is in force, and the one place that changes it."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFont, QIcon, QPalette, QPixmap

from innolab_desktop.ui.theme.icons import IconSet
from innolab_desktop.ui.theme.palette import build_palette
from innolab_desktop.ui.theme.sheet import build_sheet
from innolab_desktop.ui.theme.tokens import CONTRAST, DARK, LIGHT, Tokens, tokens_of

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

ZOOM_STEPS_PERCENT = (100, 115, 130, 150, 175, 200)
_PROGRAM_ICON_SIDES_PX = (16, 24, 32, 48, 64, 128, 256)


class Appearance(StrEnum):
    """What the person chose; "system" follows light, dark and contrast of the platform."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


class Theme(QObject):
    """Applies an appearance and a zoom to the application and hands out tokens and icons.

    Widgets that paint themselves take the theme in their constructor and repaint on
    ``changed``; all others follow palette and style sheet.
    """

    changed = Signal()

    def __init__(self, app: QApplication, icons_dir: Path) -> None:
        super().__init__(app)
        self._app = app
        self._icons = IconSet(icons_dir)
        self._base_font = QFont(app.font())
        self._system_palette = QPalette(app.palette())
        self._appearance = Appearance.SYSTEM
        self._zoom_percent = ZOOM_STEPS_PERCENT[0]
        self._tokens = LIGHT
        hints = app.styleHints()
        hints.colorSchemeChanged.connect(self._follow_system)
        hints.accessibility().contrastPreferenceChanged.connect(self._follow_system)

    @property
    def tokens(self) -> Tokens:
        """The colours in force."""
        return self._tokens

    @property
    def appearance(self) -> Appearance:
        """The chosen appearance."""
        return self._appearance

    @property
    def zoom_percent(self) -> int:
        """The chosen text size, 100 being the platform's."""
        return self._zoom_percent

    def apply(self, appearance: Appearance, zoom_percent: int = 100) -> None:
        """Show the whole application in *appearance*, text at *zoom_percent*."""
        self._appearance = appearance
        self._zoom_percent = min(max(zoom_percent, 100), 200)
        tokens, palette = self._resolve()
        self._tokens = tokens
        self._app.setStyleSheet("")
        self._app.setStyle("Fusion")
        font = QFont(self._base_font)
        font.setPointSizeF(self._base_font.pointSizeF() * self._zoom_percent / 100)
        self._app.setFont(font)
        self._app.setPalette(palette)
        self._app.setStyleSheet(build_sheet(tokens))
        self.changed.emit()

    def icon(self, name: str, size_px: int, colour: str | None = None) -> QIcon:
        """Return icon *name* for a button, *size_px* wide, in *colour*, by default that of text."""
        ratio = self._app.devicePixelRatio()
        return self._icons.icon(name, size_px, colour or self._tokens.text, ratio)

    def program_icon(self) -> QIcon:
        """Return the icon of the program, for its windows and the task bar."""
        icon = QIcon()
        for side_px in _PROGRAM_ICON_SIDES_PX:
            icon.addPixmap(self._icons.pixmap("program", side_px, self._tokens.text))
        return icon

    def pixmap(self, name: str, size_px: int, colour: str, pixel_ratio: float = 1.0) -> QPixmap:
        """Return icon *name* as pixels, for widgets that paint themselves."""
        return self._icons.pixmap(name, size_px, colour, pixel_ratio)

    def _resolve(self) -> tuple[Tokens, QPalette]:
        if self._appearance is Appearance.SYSTEM:
            hints = self._app.styleHints()
            preference = hints.accessibility().contrastPreference()
            if preference == Qt.ContrastPreference.HighContrast:
                return tokens_of(self._system_palette), self._system_palette
            dark = hints.colorScheme() == Qt.ColorScheme.Dark
            tokens = DARK if dark else LIGHT
        else:
            tokens = {
                Appearance.LIGHT: LIGHT,
                Appearance.DARK: DARK,
                Appearance.CONTRAST: CONTRAST,
            }[self._appearance]
        return tokens, build_palette(tokens)

    def _follow_system(self) -> None:
        if self._appearance is Appearance.SYSTEM:
            self.apply(self._appearance, self._zoom_percent)
