"""Cards below each other, each with buttons; the keyboard stays with its card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from innolab_desktop.ui.widgets.boxes import clear, column, has_keyboard
from innolab_desktop.ui.widgets.button import Button
from innolab_desktop.ui.widgets.card import Card
from innolab_desktop.ui.widgets.flow_row import FlowRow
from innolab_desktop.ui.widgets.heading import Heading
from innolab_desktop.ui.widgets.muted import Muted
from innolab_desktop.ui.widgets.steps_card import StepsCard

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from innolab_desktop.domain.records import RecordId
    from innolab_desktop.ui.theme.theme import Theme


class ActionCards(QWidget):
    """One card per record.

    Attributes:
        stops: the buttons, in the order of Tab.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.stops: list[Button] = []
        self._stops_of: dict[RecordId, list[Button]] = {}
        self._cards = column(spacing=0.6)
        self.setLayout(self._cards)

    def focus_card(self, record: RecordId) -> None:
        """Bring the keyboard to the first button of a card, if it is shown."""
        if buttons := self._stops_of.get(record):
            buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def start(self) -> RecordId:
        """Remove all cards, and return the record of the one that has the keyboard."""
        former = next((uid for uid, stops in self._stops_of.items() if _any_keyboard(stops)), b"")
        clear(self._cards)
        self.stops, self._stops_of = [], {}
        return former

    def add_card(
        self,
        record: RecordId,
        title: str,
        facts: str,
        actions: Sequence[tuple[str, str, Callable[[], None]]],
    ) -> None:
        """Show *title* and *facts*, with a button for each text, icon and action."""
        buttons = [self._button(*action, title) for action in actions]
        self._stops_of[record] = buttons
        tools = FlowRow()
        tools.show_items(buttons)
        lines = (Heading(title, 3), Muted(facts), tools)
        self._cards.addWidget(Card(column(*lines, margins=0.8, spacing=0.35)))

    def add_steps(self, steps: Sequence[tuple[str, str]]) -> None:
        """Show what to do first where there are no cards: name and text of each step."""
        self._cards.addWidget(StepsCard(steps))

    def _button(self, text: str, icon: str, act: Callable[[], None], title: str) -> Button:
        button = Button(self._theme, text, icon)
        button.setAccessibleName(f"{text}: {title}")
        button.clicked.connect(lambda: act())  # noqa: PLW0108 - without the signal's argument
        self.stops.append(button)
        return button


def _any_keyboard(buttons: Sequence[Button]) -> bool:
    return any(has_keyboard(button) for button in buttons)
