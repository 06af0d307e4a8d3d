"""Answers questions about the program itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

import innolab_desktop
from innolab_desktop.ui.dialogs.message_dialog import MessageDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from innolab_desktop.ui.actions import ActionSet
    from innolab_desktop.ui.theme.theme import Theme


class HelpDesk(QObject):
    """Shows the key combinations and what the program is.

    Args:
        actions: returns everything that can be done; asked when it is needed.
    """

    def __init__(self, window: QWidget, theme: Theme, actions: Callable[[], ActionSet]) -> None:
        super().__init__(window)
        self._window = window
        self._theme = theme
        self._actions = actions

    def show_shortcuts(self) -> None:
        """Show all key combinations."""
        lines = [f"{action.keys}: {action.label}" for action in self._actions() if action.keys]
        title = self.tr("Tastenkürzel")
        MessageDialog(self._window, self._theme, title, "\n".join(lines)).open()

    def show_about(self) -> None:
        """Show version and licence."""
        text = self.tr(
            "Version {0}. Freie Software unter der EUPL 1.2.\n\nAlles bleibt auf diesem Rechner, "
            "bis Sie ein Paket weitergeben. Niemand wird beobachtet."
        ).format(innolab_desktop.__version__)
        MessageDialog(self._window, self._theme, self.tr("InnoLab Desktop"), text).open()
