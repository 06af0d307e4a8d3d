"""One thing that the check found: change it, or leave it as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup

from innolab_desktop.ui.dialogs.release.begun_release import Answer
from innolab_desktop.ui.quoting import quoted
from innolab_desktop.ui.visible_text import single_line
from innolab_desktop.ui.widgets.boxes import column, row
from innolab_desktop.ui.widgets.card import Card
from innolab_desktop.ui.widgets.choice_line import ChoiceLine
from innolab_desktop.ui.widgets.heading import Heading
from innolab_desktop.ui.widgets.muted import Muted
from innolab_desktop.ui.widgets.plain_label import PlainLabel
from innolab_desktop.ui.widgets.text_line import TextLine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from innolab_desktop.domain.anonymisation import Finding
    from innolab_desktop.services.release_plan import Accepted, PlannedField, PlannedRecord
    from innolab_desktop.ui.theme.theme import Theme


class FindingCard(Card):
    """Asks about equal words in one field once.

    Args:
        before: what was answered before, if anything.

    Attributes:
        findings: the places where the words stand.

    Signals:
        edited: somebody decided or typed.
    """

    edited = Signal()

    def __init__(
        self,
        theme: Theme,
        record: PlannedRecord,
        planned: PlannedField,
        findings: Sequence[Finding],
        before: Answer | None = None,
    ) -> None:
        super().__init__()
        self.record = record
        self.planned = planned
        self.findings = findings
        first = findings[0]
        words = single_line(first.words)
        about = f"{first.label}: {quoted(words)}"
        self._group = QButtonGroup(self)
        self.change = ChoiceLine(theme, self.tr("Ändern in"), exclusive=True)
        self.keep = ChoiceLine(theme, self.tr("So lassen"), exclusive=True)
        for line in (self.change, self.keep):
            self._group.addButton(line.button)
            line.button.setAccessibleDescription(about)
        self._words = TextLine(first.placeholder)
        self._words.setAccessibleName(self.tr("Stattdessen für „{0}“").format(words))
        self._words.textEdited.connect(self._on_typed)
        self._group.buttonClicked.connect(self.edited)
        if before is not None:
            self._words.setText(before.instead)
            self.change.set_checked(before.decision == "change")
            self.keep.set_checked(before.decision == "keep")
        where = self.tr("In „{0}“: {1}").format(planned.field.label, first.excerpt)
        change = row(self.change, self._words, spacing=0.4)
        change.setStretch(1, 1)
        self.setLayout(
            column(
                Heading(about, 3),
                PlainLabel(where),
                Muted(first.explanation),
                change,
                self.keep,
                margins=0.8,
                spacing=0.3,
            )
        )

    @property
    def words(self) -> Accepted:
        """The words that are asked about, with the field in which they stand."""
        return self.record.source, self.planned.field.id, self.findings[0].words

    @property
    def answer(self) -> Answer | None:
        """What was answered so far."""
        instead = self._words.text()
        if not self.is_decided and instead == self.findings[0].placeholder:
            return None
        decided = "change" if self.change.is_checked else "keep" if self.keep.is_checked else ""
        return Answer(decided, instead)

    @property
    def is_decided(self) -> bool:
        """Whether the person said what to do."""
        return self.change.is_checked or self.keep.is_checked

    @property
    def replacement(self) -> str | None:
        """What to write instead; None leaves the words."""
        return self._words.text().strip() if self.change.is_checked else None

    def _on_typed(self) -> None:
        self.change.set_checked(True)
        self.edited.emit()
