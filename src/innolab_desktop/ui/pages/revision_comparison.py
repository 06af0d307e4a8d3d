"""Two states of a record side by side, with the words that came and went."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from innolab_desktop.domain.word_differences import Mark, compare
from innolab_desktop.ui.dialogs.decision_dialog import side_by_side
from innolab_desktop.ui.value_text import value_text
from innolab_desktop.ui.visible_text import single_line
from innolab_desktop.ui.widgets.boxes import clear, column, panel, row
from innolab_desktop.ui.widgets.button import Button
from innolab_desktop.ui.widgets.card import Card
from innolab_desktop.ui.widgets.combo_box import ComboBox
from innolab_desktop.ui.widgets.compared_text import ComparedText
from innolab_desktop.ui.widgets.heading import Heading
from innolab_desktop.ui.widgets.muted import Muted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from innolab_desktop.domain.records import RecordId
    from innolab_desktop.domain.values import Value
    from innolab_desktop.domain.word_differences import Piece
    from innolab_desktop.services.revisions import Differences
    from innolab_desktop.ui.desk import Desk
    from innolab_desktop.ui.models.opened_record import OpenedRecord


class RevisionComparison(Card):
    """Asks for two states, the later one perhaps that of now, and shows how they differ.

    Signals:
        failed: an error to be shown beside the record.
    """

    failed = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._opened: OpenedRecord | None = None
        self._earlier = ComboBox(desk.theme)
        self._later = ComboBox(desk.theme)
        self._earlier.setAccessibleName(self.tr("Frühere Fassung"))
        self._later.setAccessibleName(self.tr("Spätere Fassung"))
        self._button = Button(desk.theme, self.tr("Vergleichen"))
        self._button.clicked.connect(self._compare)
        self._differences = column(spacing=0.6)
        choice = row(self._earlier, Muted(self.tr("mit"), wrap=False), self._later, self._button)
        for index in (0, 2):
            choice.setStretch(index, 1)
        title = Heading(self.tr("Vergleichen"), 3)
        self.setLayout(column(title, choice, self._differences, margins=0.8, spacing=0.6))

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What is chosen and pressed, in the order of the Tab key."""
        return (self._earlier, self._later, self._button)

    def show_revisions(
        self, opened: OpenedRecord, revisions: Sequence[tuple[RecordId, str]]
    ) -> None:
        """Offer the Fassungen of a record, oldest first, each with its name."""
        self._opened = opened
        clear(self._differences)
        self._earlier.clear()
        self._later.clear()
        for revision, name in revisions:
            self._earlier.addItem(name, revision)
            self._later.addItem(name, revision)
        self._later.addItem(self.tr("Stand jetzt"), None)
        self._earlier.setCurrentIndex(max(0, len(revisions) - 2))
        self._later.setCurrentIndex(len(revisions) - 1 if len(revisions) > 1 else len(revisions))
        self.setVisible(bool(revisions))

    def _compare(self) -> None:
        revisions = self._desk.session.revisions
        earlier: RecordId = self._earlier.currentData()
        later: RecordId | None = self._later.currentData()
        names = (self._earlier.currentText(), self._later.currentText())
        self._desk.jobs.run(
            self,
            lambda _job: revisions.compare(earlier, later),
            lambda found: self._show_differences(found, names),
            failed=self.failed.emit,
        )

    def _show_differences(self, differences: Differences, names: tuple[str, str]) -> None:
        clear(self._differences)
        shown = list(self._texts(differences))
        for label, before, after in shown:
            pieces = compare(before, after)
            sides = [
                self._side(label, name, [piece for piece in pieces if piece.mark is not hidden])
                for name, hidden in zip(names, (Mark.NEW, Mark.GONE), strict=True)
            ]
            self._differences.addWidget(Heading(label, 3))
            self._differences.addWidget(side_by_side(self, sides))
        if not shown:
            self._differences.addWidget(Muted(self.tr("Die Angaben sind gleich.")))

    def _side(self, label: str, name: str, pieces: Sequence[Piece]) -> QWidget:
        text = ComparedText(self._desk.theme, pieces, f"{label}, {name}")
        return panel(column(Muted(name, wrap=False), text, None, spacing=0.2))

    def _texts(self, differences: Differences) -> Iterator[tuple[str, str, str]]:
        """Yield label, earlier and later text of every entry that differs."""
        opened = self._opened
        if opened is None:
            return
        for field in opened.definition.fields(with_retired=True):
            if field.id in differences.fields:
                before, after = (
                    value_text(field, value, opened.titles)
                    for value in differences.fields[field.id]
                )
                yield field.label, before, after
        for entry in opened.definition.children():
            if entry.kind in differences.children:
                before, after = differences.children[entry.kind]
                yield entry.label, self._lines(entry.kind, before), self._lines(entry.kind, after)

    def _lines(self, kind: str, children: Sequence[Mapping[str, Value]]) -> str:
        """Return each child record as a line of all it says."""
        form = self._desk.session.forms.form(kind)
        titles = self._opened.titles if self._opened is not None else {}
        return "\n".join(
            "– "
            + "; ".join(
                f"{field.label}: {single_line(value_text(field, values[field.id], titles))}"
                for field in form.fields(with_retired=True)
                if values.get(field.id) not in {None, ""}
            )
            for values in children
        )
