"""One answer of several on a surface of its own: a line to choose it, and what it means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from innolab_desktop.ui.widgets.boxes import column
from innolab_desktop.ui.widgets.card import Card
from innolab_desktop.ui.widgets.choice_line import ChoiceLine
from innolab_desktop.ui.widgets.plain_label import PlainLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent
    from PySide6.QtWidgets import QWidget

    from innolab_desktop.ui.theme.theme import Theme

_INDENT_EM = 1.9


class ValueLabel(PlainLabel):
    """A value that can be selected and copied; a plain click goes to what lies below."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Let the surface below have clicks that selected nothing."""
        super().mouseReleaseEvent(event)
        event.setAccepted(self.hasSelectedText())


class ChoiceCard(Card):
    """A radio button with its text, and indented below it what would be chosen.

    A click anywhere on the surface chooses it.
    """

    def __init__(self, theme: Theme, text: str, *content: QWidget) -> None:
        super().__init__()
        self.line = ChoiceLine(theme, text, exclusive=True)
        below = column(*content, margins=(_INDENT_EM, 0, 0, 0), spacing=0.3)
        self.setLayout(column(self.line, below, None, margins=0.7, spacing=0.2))

    def choose(self) -> None:
        """Choose this answer."""
        self.line.set_checked(True)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Choose this answer by its surface."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.line.button.setFocus(Qt.FocusReason.MouseFocusReason)
            self.choose()
