"""Builds the sentence of a mission from its four parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont

from innolab_desktop.domain.mission_sentence import compose_mission_sentence
from innolab_desktop.ui.forms.section_grid import SectionGrid
from innolab_desktop.ui.pages.mission.steps import STATEMENT
from innolab_desktop.ui.theme.fonts import TypeSize
from innolab_desktop.ui.typed_draft import TypedDraft, draft_key
from innolab_desktop.ui.widgets.boxes import column, panel, row
from innolab_desktop.ui.widgets.button import Button
from innolab_desktop.ui.widgets.card import Card
from innolab_desktop.ui.widgets.plain_label import PlainLabel
from innolab_desktop.ui.widgets.text_line import TextLine

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QLineEdit, QWidget

    from innolab_desktop.domain.records import RecordId
    from innolab_desktop.domain.values import Value
    from innolab_desktop.ui.desk import Desk


class SentenceCard(Card):
    """Four short fields, the sentence they make, and the button that takes it.

    Args:
        mission: whose sentence it is; a half-typed one waits for the person, also after a lock.

    Signals:
        composed: the sentence that is to become the mission.
    """

    composed = Signal(str)

    def __init__(self, desk: Desk, mission: RecordId) -> None:
        super().__init__()
        self.parts: list[QLineEdit] = []
        key = draft_key("sentence", mission, STATEMENT)
        self._draft = TypedDraft(self, desk, key, self._typed)
        self._draft.found.connect(self._take_up)
        self.take = Button(desk.theme, self.tr("Als Mission übernehmen"), "check")
        self.take.clicked.connect(self._compose)
        self._preview = PlainLabel(size=TypeSize.HEADING, weight=QFont.Weight.DemiBold)
        parts = (
            (self.tr("Bis"), self.tr("31.12.2027")),
            (self.tr("haben wir"), self.tr("ein Ergebnis, das man überprüfen kann")),
            (self.tr("für"), self.tr("die, denen es nützt")),
            (self.tr("damit"), self.tr("die Vision näher rückt")),
        )
        grid = SectionGrid([(self._part(*part), 1) for part in parts], row_gap_em=0.5)
        self.setLayout(
            column(
                PlainLabel(self.tr("Aus vier Bausteinen"), weight=QFont.Weight.DemiBold),
                grid,
                self._preview,
                row(self.take, None),
                margins=0.9,
                spacing=0.6,
            )
        )
        self._show()

    @property
    def sentence(self) -> str:
        """The sentence that the parts make."""
        until, result, beneficiaries, purpose = (part.text() for part in self.parts)
        return compose_mission_sentence(until, result, beneficiaries, purpose)

    def _compose(self) -> None:
        self._draft.drop()
        self.composed.emit(self.sentence)

    def _typed(self) -> Mapping[str, Value]:
        return {str(place): part.text() for place, part in enumerate(self.parts) if part.text()}

    def _take_up(self, typed: Mapping[str, Value]) -> None:
        for place, part in enumerate(self.parts):
            part.setText(str(typed.get(str(place)) or ""))

    def _part(self, label: str, example: str) -> QWidget:
        field = TextLine()
        field.setPlaceholderText(example)
        field.setAccessibleName(label)
        field.textChanged.connect(self._show)
        field.textEdited.connect(self._draft.touch)
        self.parts.append(field)
        name = PlainLabel(
            self.tr("{0} …").format(label), size=TypeSize.LABEL, weight=QFont.Weight.Medium
        )
        name.setBuddy(field)
        return panel(column(name, field, spacing=0.2))

    def _show(self) -> None:
        self._preview.setText(self.sentence)
        self.take.setEnabled(all(part.text().strip() for part in self.parts))
