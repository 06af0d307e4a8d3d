"""A statement and the steps of agreement to it, side by side as on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QButtonGroup, QWidget

from innolab_desktop.ui.widgets.boxes import column, row
from innolab_desktop.ui.widgets.choice_line import ChoiceLine
from innolab_desktop.ui.widgets.plain_label import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from innolab_desktop.domain.values import Value
    from innolab_desktop.ui.theme.theme import Theme


class LikertGroup(QWidget):
    """Radio buttons in a row: arrow keys move between them, Tab leaves them.

    Each button has its own name, and the statement as its description.

    Args:
        steps: value and label of each button.

    Signals:
        answered: a button was chosen.
    """

    answered = Signal()

    def __init__(self, theme: Theme, statement: str, steps: Sequence[tuple[Value, str]]) -> None:
        super().__init__()
        self._buttons = QButtonGroup(self)
        self._lines: list[tuple[Value, ChoiceLine]] = []
        self._row = row(spacing=0.6, margins=(0.4, 0, 0, 0))
        for value, label in steps:
            line = ChoiceLine(theme, label, exclusive=True)
            line.button.setAccessibleDescription(statement)
            line.toggled.connect(self._on_toggled)
            self._buttons.addButton(line.button)
            self._lines.append((value, line))
            self._row.addWidget(line, 1, Qt.AlignmentFlag.AlignTop)
        self.setAccessibleName(statement)
        self.setLayout(column(PlainLabel(statement), self._row, spacing=0.4))

    @property
    def value(self) -> Value:
        """The value of the chosen button; None if none is chosen."""
        return next((value for value, line in self._lines if line.is_checked), None)

    @property
    def buttons(self) -> tuple[QAbstractButton, ...]:
        """The buttons, in the order of the steps."""
        return tuple(line.button for _value, line in self._lines)

    def show_value(self, value: Value) -> None:
        """Choose the button of *value*, or none."""
        blockers = [QSignalBlocker(line) for _value, line in self._lines]
        self._buttons.setExclusive(False)
        for own, line in self._lines:
            line.set_checked(own == value)
        self._buttons.setExclusive(True)
        for blocker in blockers:
            blocker.unblock()

    def set_stacked(self, stacked: bool) -> None:  # noqa: FBT001 - a setter in Qt's manner
        """Put the buttons one below the other where there is no room for a row."""
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.TopToBottom if stacked else direction.LeftToRight)

    def _on_toggled(self, checked: bool) -> None:  # noqa: FBT001 - the slot of a toggle
        if checked:
            self.answered.emit()
