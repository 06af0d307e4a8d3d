"""The small menu beside the search: the settings, the looks at a click, and the help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from innolab_desktop.ui.actions import ActionGroup, runner

if TYPE_CHECKING:
    from innolab_desktop.ui.actions import Action, ActionSet

_GROUPS = (ActionGroup.APPEARANCE, ActionGroup.HELP)


class SettingsMenu(QMenu):
    """Offers the choices of some groups of actions, and shows which are in force."""

    def __init__(self, actions: ActionSet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices: list[tuple[Action, QAction]] = []
        self._add(actions.action("settings"), QActionGroup(self))
        for group in _GROUPS:
            self.addSeparator()
            choices = QActionGroup(self)
            for action in actions.of_group(group):
                self._add(action, choices)
        self.aboutToShow.connect(self._mark)
        self._mark()

    def _add(self, action: Action, choices: QActionGroup) -> None:
        text = f"{action.label}\t{action.keys}" if action.keys else action.label
        shown = self.addAction(text)
        shown.triggered.connect(runner(action))
        if action.is_chosen is not None:
            shown.setCheckable(True)
            choices.addAction(shown)
            self._choices.append((action, shown))

    def _mark(self) -> None:
        for action, shown in self._choices:
            shown.setChecked(action.is_chosen is not None and action.is_chosen())
