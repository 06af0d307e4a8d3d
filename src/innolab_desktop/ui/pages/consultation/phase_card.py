"""What a phase is about: its question, who speaks, its rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QFont

from innolab_desktop.ui.theme.fonts import TypeSize
from innolab_desktop.ui.widgets.boxes import clear, column
from innolab_desktop.ui.widgets.card import Card
from innolab_desktop.ui.widgets.muted import Muted
from innolab_desktop.ui.widgets.plain_label import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Mapping

    from innolab_desktop.formdefs.catalogues import Phase


class PhaseCard(Card):
    """The guiding question in large letters, and below it what helps the moderation."""

    def __init__(self) -> None:
        super().__init__()
        self._lines = column(margins=0.9, spacing=0.45)
        self.setLayout(self._lines)

    def show_phase(self, phase: Phase, question: str, roles: Mapping[str, str]) -> None:
        """Show *phase*.

        Args:
            phase: a step of the procedure.
            question: its guiding question, or that of the chosen method.
            roles: labels of roles by id.
        """
        clear(self._lines)
        if question:
            weight = QFont.Weight.DemiBold
            self._lines.addWidget(PlainLabel(question, size=TypeSize.HEADING, weight=weight))
        if phase.purpose:
            self._lines.addWidget(PlainLabel(phase.purpose))
        speakers = ", ".join(roles[role] for role in phase.active if role in roles)
        if "everyone" in phase.active:
            speakers = self.tr("alle")
        for label, text in (
            (self.tr("Es sprechen: {0}"), speakers),
            (self.tr("Am Ende: {0}"), phase.output),
            (self.tr("Falls es stockt: {0}"), phase.fallback),
            ("{0}", phase.note),
        ):
            if text:
                self._lines.addWidget(Muted(label.format(text)))
        for rule in phase.rules:
            self._lines.addWidget(PlainLabel(f"–  {rule}"))
