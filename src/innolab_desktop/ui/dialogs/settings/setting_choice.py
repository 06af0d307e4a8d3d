"""One setting that is chosen from a list, and what IT says about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from innolab_desktop.ui.theme.fonts import TypeSize, em_px
from innolab_desktop.ui.widgets.boxes import column
from innolab_desktop.ui.widgets.combo_box import ComboBox
from innolab_desktop.ui.widgets.given_line import GivenLine
from innolab_desktop.ui.widgets.muted import Muted
from innolab_desktop.ui.widgets.plain_label import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from innolab_desktop.ui.theme.theme import Theme

_NARROWEST_EM = 16


class SettingChoice(QWidget):
    """A label above a list, a hint below it.

    Signals:
        chosen: the value that the person chose.
    """

    chosen = Signal(object)

    def __init__(self, theme: Theme, label: str, hint: str = "") -> None:
        super().__init__()
        self._values: list[object] = []
        self._hint = hint
        self.combo = ComboBox(theme)
        self.combo.setAccessibleName(label)
        self.combo.setAccessibleDescription(hint)
        self.combo.setMinimumWidth(em_px(_NARROWEST_EM))
        self.combo.activated.connect(self._on_activated)
        name = PlainLabel(label, size=TypeSize.LABEL)
        name.setBuddy(self.combo)
        self._given = GivenLine(theme)
        layout = column(name, self.combo, spacing=0.25)
        if hint:
            layout.addWidget(Muted(hint))
        layout.addWidget(self._given)
        self.setLayout(layout)

    @property
    def value(self) -> object:
        """The value in force."""
        return self._values[self.combo.currentIndex()]

    def show_choices(self, choices: Sequence[tuple[str, object]], value: object) -> None:
        """Offer *choices*, of which *value* is in force."""
        self._values = [choice for _, choice in choices]
        self.combo.clear()
        self.combo.addItems([text for text, _ in choices])
        self.combo.setCurrentIndex(self._values.index(value))

    def show_given(self, words: str, *, fixed: bool) -> None:
        """Say what IT prescribes; what is *fixed* cannot be changed."""
        self._given.show_words(words)
        self.combo.setEnabled(not fixed)
        self.combo.setAccessibleDescription(f"{words} {self._hint}".strip())

    def _on_activated(self) -> None:
        self.chosen.emit(self.value)
