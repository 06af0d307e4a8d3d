"""Answers questions about the program: opens the handbook at the page that helps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from shiboken6 import isValid

import innolab_desktop
from innolab_desktop import paths
from innolab_desktop.domain.gender_wording import AS_WRITTEN
from innolab_desktop.ui.help.topics import (
    ABOUT_TOPIC,
    ACCESSIBILITY_TOPIC,
    KEYBOARD_TOPIC,
    keyboard_topic,
    topic_for,
)
from innolab_desktop.ui.spoken_language import shown_language

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from innolab_desktop.domain.gender_wording import GenderWording
    from innolab_desktop.ui.actions import ActionSet
    from innolab_desktop.ui.help.help_window import HelpWindow
    from innolab_desktop.ui.theme.theme import Theme


class HelpDesk(QObject):
    """Owns the window of the handbook; it is made when it is first asked for.

    Args:
        actions: returns everything that can be done; asked when it is needed.
        wording: how the pages write about people.
    """

    def __init__(
        self,
        window: QWidget,
        theme: Theme,
        actions: Callable[[], ActionSet],
        wording: GenderWording = AS_WRITTEN,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._theme = theme
        self._actions = actions
        self._wording = wording
        self._shown: HelpWindow | None = None

    def show_for(self, place: str, dialog: QWidget | None = None) -> None:
        """Show what helps at *place*, a page of the window or ``page/part``."""
        self._show(topic_for(place), dialog)

    def show_shortcuts(self) -> None:
        """Show all key combinations."""
        self._show(KEYBOARD_TOPIC)

    def show_about(self) -> None:
        """Show what the program is, its version and its licence."""
        self._show(ABOUT_TOPIC)

    def show_accessibility(self) -> None:
        """Show the accessibility statement."""
        self._show(ACCESSIBILITY_TOPIC)

    def _show(self, topic: str, dialog: QWidget | None = None) -> None:
        owner = dialog or self._window  # a dialog lets through what belongs to it alone
        shown = self._shown
        if shown is None or not isValid(shown) or shown.parentWidget() is not owner:
            self._shown = self._open(owner)
            if shown is not None and isValid(shown):
                shown.close()
        if self._shown is None:
            return
        self._shown.show_topic(topic)

    def _open(self, owner: QWidget) -> HelpWindow:
        from innolab_desktop.ui.help.about import about_topic, licences_topic  # noqa: PLC0415
        from innolab_desktop.ui.help.handbook import read_handbook  # noqa: PLC0415 - as asked
        from innolab_desktop.ui.help.help_window import HelpWindow  # noqa: PLC0415 - as asked

        about = about_topic(innolab_desktop.__version__)
        licences = licences_topic(paths.licenses_dir())
        further = (keyboard_topic(self._actions()), about, licences)
        pages = paths.handbook_dir(shown_language())
        handbook = read_handbook(pages, further, self._wording)
        return HelpWindow(owner, self._theme, handbook)
