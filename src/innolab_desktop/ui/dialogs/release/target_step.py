"""First step of a release: where to, and who reads there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QButtonGroup, QWidget

from innolab_desktop.ui.space_names import space_audience, space_label
from innolab_desktop.ui.widgets.boxes import column
from innolab_desktop.ui.widgets.card import Card
from innolab_desktop.ui.widgets.choice_line import ChoiceLine
from innolab_desktop.ui.widgets.muted import Muted
from innolab_desktop.ui.widgets.plain_label import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from innolab_desktop.domain.records import SpaceId
    from innolab_desktop.services.release_plan import ReleaseTarget
    from innolab_desktop.ui.theme.theme import Theme


class TargetStep(QWidget):
    """One card per space that the record can go to."""

    def __init__(self, theme: Theme, targets: Sequence[ReleaseTarget]) -> None:
        super().__init__()
        self._targets = targets
        self._group = QButtonGroup(self)
        if targets:
            text = self.tr("Der Eintrag bleibt, wo er ist. In den Raum kommt eine Kopie.")
        else:
            text = self.tr(
                "Es gibt keinen weiteren Kreis, in dem Sie Mitglied sind. Räume legen Sie unter "
                "„Austausch“ an."
            )
        cards = column(PlainLabel(text), spacing=0.6, margins=(0, 0, 0.6, 0))
        for number, target in enumerate(targets):
            cards.addWidget(self._card(theme, number, target))
        cards.addStretch(1)
        self.setLayout(cards)
        if len(targets) == 1:
            self._group.button(0).setChecked(True)

    @property
    def chosen(self) -> ReleaseTarget | None:
        """The space that is chosen."""
        number = self._group.checkedId()
        return self._targets[number] if number >= 0 else None

    def choose(self, space: SpaceId) -> bool:
        """Choose *space*, and tell whether it is offered."""
        for number, target in enumerate(self._targets):
            if target.space.id == space:
                self._group.button(number).setChecked(True)
                return True
        return False

    @property
    def first_widget(self) -> QWidget | None:
        """What the keyboard begins with."""
        return self._group.button(max(self._group.checkedId(), 0)) if self._targets else None

    def _card(self, theme: Theme, number: int, target: ReleaseTarget) -> Card:
        line = ChoiceLine(theme, space_label(target.space), exclusive=True)
        self._group.addButton(line.button, number)
        hints = [space_audience(target.space)]
        if target.is_aside:
            hints.append(self.tr("Das ist kein weiterer Kreis, sondern ein anderer."))
        if target.copy is not None:
            hints.append(self.tr("Hier ist der Eintrag schon freigegeben; er wird aktualisiert."))
        line.button.setAccessibleDescription(" ".join(hints))
        return Card(column(line, *(Muted(hint) for hint in hints), margins=0.7, spacing=0.3))
