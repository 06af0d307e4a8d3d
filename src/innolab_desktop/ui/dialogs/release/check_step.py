"""Third step of a release: who will read what, word by word, and what the check found."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from innolab_desktop.domain.anonymisation import replace_findings
from innolab_desktop.services.release_plan import ReleaseChoices
from innolab_desktop.ui.counting import counted
from innolab_desktop.ui.dialogs.release.finding_card import FindingCard
from innolab_desktop.ui.theme.fonts import TypeSize
from innolab_desktop.ui.theme.tokens import Tone
from innolab_desktop.ui.visible_text import single_line
from innolab_desktop.ui.widgets.boxes import clear, column, row
from innolab_desktop.ui.widgets.card import Card
from innolab_desktop.ui.widgets.chip import Chip
from innolab_desktop.ui.widgets.heading import Heading
from innolab_desktop.ui.widgets.marked_text import MarkedText
from innolab_desktop.ui.widgets.muted import Muted
from innolab_desktop.ui.widgets.plain_label import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtWidgets import QLayout

    from innolab_desktop.domain.anonymisation import Finding
    from innolab_desktop.services.release_plan import (
        Accepted,
        FieldKey,
        PlannedField,
        PlannedRecord,
        Recipient,
        ReleasePlan,
    )
    from innolab_desktop.ui.dialogs.release.begun_release import Answer
    from innolab_desktop.ui.theme.theme import Theme

_LONGEST_LABEL = 1_000
"""Labels cut very long texts; here every word must be seen."""


class CheckStep(QWidget):
    """Shows a plan completely.

    Attributes:
        choices: what was decided so far, and taken over.

    Signals:
        edited: somebody decided about words, or typed other ones.
    """

    edited = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._content = column(spacing=0.7)
        self._cards: list[FindingCard] = []
        self.choices = ReleaseChoices()
        self._answers: dict[Accepted, Answer] = {}
        self.setLayout(column(self._content, None, margins=(0, 0, 0.6, 0)))

    @property
    def open_cards(self) -> list[FindingCard]:
        """The findings that nobody has decided."""
        return [card for card in self._cards if not card.is_decided]

    @property
    def has_findings(self) -> bool:
        """Whether there is something to decide before the release."""
        return bool(self._cards)

    @property
    def answers(self) -> Mapping[Accepted, Answer]:
        """What was answered and is not taken over yet."""
        shown = {card.words: card.answer for card in self._cards}
        kept = {words: said for words, said in self._answers.items() if words not in shown}
        return kept | {words: said for words, said in shown.items() if said is not None}

    def begin_with(self, choices: ReleaseChoices, answers: Mapping[Accepted, Answer]) -> None:
        """Go on from these decisions in the next plan that is shown."""
        clear(self._content)
        self._cards = []
        self.choices = choices
        self._answers = dict(answers)

    def show_plan(self, plan: ReleasePlan) -> None:
        """Show who will read what; answers about a text that is another one now are forgotten."""
        before = self.choices
        lasting = {
            words: said
            for words, said in self.answers.items()
            if _text(before, words[:2]) == _text(plan.choices, words[:2])
        }
        self.begin_with(plan.choices, lasting)
        self._cards = [
            self._finding_card(record, planned, findings)
            for record, planned, findings in _questions(plan)
        ]
        self._content.addWidget(self._audience(plan))
        if self._cards:
            self._content.addWidget(Heading(self.tr("Ist hier jemand erkennbar?"), 2))
            self._content.addWidget(
                PlainLabel(
                    self.tr(
                        "Die Prüfung sieht nur Formen wie Namen, Nummern und Daten. Ob ein Mensch "
                        "erkennbar ist, entscheiden Sie."
                    )
                )
            )
        for card in self._cards:
            self._content.addWidget(card)
        self._content.addWidget(Heading(self.tr("Das geht hinaus"), 2))
        for record in plan.written:
            self._content.addWidget(self._record_card(record))
        if not plan.written:
            self._content.addWidget(PlainLabel(self.tr("Nichts: Alles ist schon so freigegeben.")))

    def decisions(self) -> ReleaseChoices:
        """Return the choices with what was decided about the findings."""
        wording, accepted = dict(self.choices.wording), set(self.choices.accepted)
        changes: dict[tuple[bytes, str], list[tuple[Finding, str]]] = {}
        texts: dict[tuple[bytes, str], str] = {}
        for card in self._cards:
            key = card.words[:2]
            instead = card.replacement
            if instead is None:
                accepted.add(card.words)
                continue
            texts[key] = str(card.planned.value)
            changes.setdefault(key, []).extend((finding, instead) for finding in card.findings)
        for key, replaced in changes.items():
            wording[key] = replace_findings(texts[key], replaced)
        return replace(self.choices, wording=wording, accepted=frozenset(accepted))

    def _finding_card(
        self, record: PlannedRecord, planned: PlannedField, findings: Sequence[Finding]
    ) -> FindingCard:
        words = (record.source, planned.field.id, findings[0].words)
        card = FindingCard(self._theme, record, planned, findings, self._answers.get(words))
        card.edited.connect(self.edited)
        return card

    def _audience(self, plan: ReleasePlan) -> Card:
        title = self.tr("Im Raum „{0}“ lesen das danach").format(single_line(plan.space.name))
        content = column(Heading(title, 2), margins=0.8, spacing=0.4)
        for person in plan.recipients:
            content.addLayout(self._person(person))
        hints = [self.tr("Wer später in den Raum kommt, liest es auch.")]
        if plan.is_aside:
            hints.append(self.tr("Der Raum ist kein weiterer Kreis, sondern ein anderer."))
        for hint in hints:
            content.addWidget(Muted(hint))
        return Card(content)

    def _person(self, person: Recipient) -> QLayout:
        name = f"{single_line(person.name)}, {single_line(person.municipality)}"
        words, tone = (
            (self.tr("Prüfzeichen verglichen"), Tone.OK)
            if person.is_verified
            else (self.tr("Prüfzeichen nicht verglichen"), Tone.WARN)
        )
        line = row(PlainLabel(name), Chip(self._theme, words, tone), spacing=0.6)
        line.setStretch(0, 1)
        return line

    def _record_card(self, record: PlannedRecord) -> Card:
        title = f"{record.form.label}: {single_line(record.title_there) or self.tr('Ohne Titel')}"
        leaving = [item for item in record.fields if item.leaves]
        content = column(Heading(title, 3), margins=0.8, spacing=0.5)
        for item in leaving:
            content.addLayout(self._field(item))
        if not leaving:
            content.addWidget(Muted(self.tr("Ohne weitere Angaben.")))
        unchanged = sum(item.is_chosen and not item.is_changed for item in record.fields)
        if unchanged:
            fields = counted(unchanged, self.tr("Angabe"), self.tr("Angaben"))
            content.addWidget(Muted(self.tr("Schon so freigegeben: {0}").format(fields)))
        return Card(content)

    def _field(self, item: PlannedField) -> QLayout:
        label = item.field.label
        lines = column(PlainLabel(label, size=TypeSize.LABEL), spacing=0.15)
        if item.findings or len(item.shown) > _LONGEST_LABEL:
            spans = [(finding.start, finding.end) for finding in item.findings]
            lines.addWidget(MarkedText(self._theme, label, item.shown, spans))
        else:
            lines.addWidget(PlainLabel(item.shown or self.tr("(wird geleert)")))
        if item.released:
            lines.addWidget(Muted(self.tr("Bisher: {0}").format(item.released)))
        return lines


def _text(choices: ReleaseChoices, key: FieldKey) -> object:
    """Return what tells whether a text is still the one that somebody answered about."""
    return choices.about.get(key), choices.wording.get(key)


def _questions(plan: ReleasePlan) -> list[tuple[PlannedRecord, PlannedField, list[Finding]]]:
    """Return the open findings; equal words in one field are one question."""
    found: dict[tuple[bytes, str, str], tuple[PlannedRecord, PlannedField, list[Finding]]] = {}
    for record, planned, finding in plan.undecided:
        key = (record.source, planned.field.id, finding.words)
        found.setdefault(key, (record, planned, []))[2].append(finding)
    return list(found.values())
