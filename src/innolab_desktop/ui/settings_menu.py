"""The small menu beside the search: undo, the way back to a backup, settings, looks and help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from innolab_desktop.ui.actions import ActionGroup, runner
from innolab_desktop.ui.visible_text import without_mnemonic

if TYPE_CHECKING:
    from innolab_desktop.ui.actions import Action, ActionSet

_FIRST = ("undo", "redo", "restore", "settings")
_GROUPS = (ActionGroup.APPEARANCE, ActionGroup.HELP)


class SettingsMenu(QMenu):
    """Offers some actions, and shows which choices are in force.

    It is filled anew whenever it is shown: what undo would do changes with every save.
    """

    def __init__(self, actions: ActionSet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self.aboutToShow.connect(self._fill)

    def _fill(self) -> None:
        self.clear()
        for name in _FIRST:
            self._add(self._actions.action(name), QActionGroup(self))
        for group in _GROUPS:
            self.addSeparator()
            choices = QActionGroup(self)
            for action in self._actions.of_group(group):
                self._add(action, choices)

    def _add(self, action: Action, choices: QActionGroup) -> None:
        label = without_mnemonic(action.shown_label)
        shown = self.addAction(f"{label}\t{action.keys}" if action.keys else label)
        shown.triggered.connect(runner(action))
        if action.is_chosen is not None:
            shown.setCheckable(True)
            shown.setActionGroup(choices)
            shown.setChecked(action.is_chosen())
