"""Changes appearance and text size at once, and remembers them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innolab_desktop.ui.theme.theme import ZOOM_STEPS_PERCENT, Appearance

if TYPE_CHECKING:
    from innolab_desktop.ui.settings import Settings
    from innolab_desktop.ui.theme.theme import Theme


class AppearanceChoice:
    """What the person chose of the theme."""

    def __init__(self, theme: Theme, settings: Settings) -> None:
        self._theme = theme
        self._settings = settings

    def is_appearance(self, appearance: Appearance) -> bool:
        """Tell whether *appearance* is in force."""
        return self._theme.appearance is appearance

    def is_zoom(self, percent: int) -> bool:
        """Tell whether the text has this size."""
        return self._theme.zoom_percent == percent

    def take_appearance(self, appearance: Appearance) -> None:
        """Look like this from now on."""
        self._settings.appearance = appearance
        self._theme.apply(appearance, self._theme.zoom_percent)

    def zoom_to(self, percent: int) -> None:
        """Show text in this size from now on."""
        self._settings.zoom_percent = percent
        self._theme.apply(self._theme.appearance, percent)

    def zoom_by(self, steps: int) -> None:
        """Make the text larger or smaller by *steps*."""
        nearest = min(ZOOM_STEPS_PERCENT, key=lambda step: abs(step - self._theme.zoom_percent))
        index = ZOOM_STEPS_PERCENT.index(nearest) + steps
        self.zoom_to(ZOOM_STEPS_PERCENT[min(max(index, 0), len(ZOOM_STEPS_PERCENT) - 1)])
