"""The small menu for appearance and text size."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from innolab_desktop.ui.theme.theme import ZOOM_STEPS_PERCENT, Appearance

if TYPE_CHECKING:
    from innolab_desktop.ui.settings import Settings
    from innolab_desktop.ui.theme.theme import Theme


class SettingsMenu(QMenu):
    """Changes appearance and text size at once and remembers them."""

    about_requested = Signal()

    def __init__(self, theme: Theme, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._settings = settings
        self._looks = QActionGroup(self)
        self._zooms = QActionGroup(self)
        labels = {
            Appearance.SYSTEM: self.tr("Darstellung wie System"),
            Appearance.LIGHT: self.tr("Hell"),
            Appearance.DARK: self.tr("Dunkel"),
            Appearance.CONTRAST: self.tr("Hoher Kontrast"),
        }
        for appearance, label in labels.items():
            action = self._add(label, self._looks, checked=appearance is theme.appearance)
            action.setData(appearance.value)
        self.addSeparator()
        for percent in ZOOM_STEPS_PERCENT:
            label = self.tr("Schrift {0} %").format(percent)
            action = self._add(label, self._zooms, checked=percent == theme.zoom_percent)
            action.setData(percent)
        self._looks.triggered.connect(self._on_look)
        self._zooms.triggered.connect(self._on_zoom)
        self.addSeparator()
        about = QAction(self.tr("Über InnoLab Desktop"), self)
        about.triggered.connect(self.about_requested)
        self.addAction(about)

    def zoom_by(self, steps: int) -> None:
        """Make the text larger or smaller by *steps*."""
        current = min(
            range(len(ZOOM_STEPS_PERCENT)),
            key=lambda index: abs(ZOOM_STEPS_PERCENT[index] - self._theme.zoom_percent),
        )
        index = min(max(current + steps, 0), len(ZOOM_STEPS_PERCENT) - 1)
        self._zooms.actions()[index].setChecked(True)
        self._apply(None, ZOOM_STEPS_PERCENT[index])

    def _add(self, label: str, group: QActionGroup, *, checked: bool) -> QAction:
        action = QAction(label, self)
        action.setCheckable(True)
        action.setChecked(checked)
        group.addAction(action)
        self.addAction(action)
        return action

    def _on_look(self, action: QAction) -> None:
        self._apply(Appearance(str(action.data())), None)

    def _on_zoom(self, action: QAction) -> None:
        self._apply(None, int(action.data()))

    def _apply(self, appearance: Appearance | None, zoom_percent: int | None) -> None:
        look = appearance or self._theme.appearance
        zoom = zoom_percent or self._theme.zoom_percent
        self._settings.appearance = look
        self._settings.zoom_percent = zoom
        self._theme.apply(look, zoom)
