"""Fassungen: freeze the present state, look at old ones, compare two."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from innolab_desktop.formdefs.kinds import KINDS
from innolab_desktop.ui.dialogs.reason_dialog import ReasonDialog
from innolab_desktop.ui.pages.history_view import changed_words
from innolab_desktop.ui.theme.fonts import TypeSize
from innolab_desktop.ui.value_text import value_text
from innolab_desktop.ui.visible_text import single_line
from innolab_desktop.ui.widgets.boxes import clear, column, row
from innolab_desktop.ui.widgets.button import Button
from innolab_desktop.ui.widgets.card import Card
from innolab_desktop.ui.widgets.combo_box import ComboBox
from innolab_desktop.ui.widgets.heading import Heading
from innolab_desktop.ui.widgets.muted import Muted
from innolab_desktop.ui.widgets.plain_label import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from innolab_desktop.domain.records import Record, RecordId
    from innolab_desktop.domain.values import Value
    from innolab_desktop.formdefs.definition import FormDefinition
    from innolab_desktop.services.records import Saved
    from innolab_desktop.ui.desk import Desk
    from innolab_desktop.ui.models.opened_record import OpenedRecord

_ENOUGH_TO_COMPARE = 2


class RevisionsView(QWidget):
    """The frozen states of a record.

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
        freeze = Button(desk.theme, self.tr("Fassung festhalten …"), "lock", primary=True)
        freeze.clicked.connect(self._ask_freeze)
        compare = Button(desk.theme, self.tr("Vergleichen"))
        compare.clicked.connect(self._compare)
        self._list = column(spacing=0.5)
        self._differences = column(spacing=0.5)
        choice = row(self._earlier, Muted(self.tr("mit"), wrap=False), self._later, compare)
        for index in (0, 2):
            choice.setStretch(index, 1)
        self._comparison = Card(
            column(
                Heading(self.tr("Vergleichen"), 3),
                choice,
                self._differences,
                margins=0.8,
                spacing=0.6,
            )
        )
        intro = Muted(
            self.tr(
                "Eine Fassung hält den Stand mit allen Zielen und Maßnahmen unveränderlich fest, "
                "zum Beispiel das, was verbindlich vereinbart wurde."
            )
        )
        head = row(intro, freeze, spacing=1)
        head.setStretch(0, 1)
        self.setLayout(
            column(
                head,
                self._list,
                self._comparison,
                None,
                margins=(0.1, 0.8, 0.6, 0.8),
                spacing=0.8,
            )
        )

    def show_revisions(self, opened: OpenedRecord) -> None:
        """Show the Fassungen of a record."""
        self._opened = opened
        revisions = sorted(opened.children.get("revision", ()), key=_number)
        clear(self._list)
        clear(self._differences)
        self._earlier.clear()
        self._later.clear()
        for revision in revisions:
            name = self._name(revision)
            self._earlier.addItem(name, revision.id)
            self._later.addItem(name, revision.id)
        self._earlier.setCurrentIndex(max(0, len(revisions) - 2))
        self._later.setCurrentIndex(len(revisions) - 1)
        for revision in reversed(revisions):
            self._list.addWidget(self._card(opened.definition, revision))
        if not revisions:
            self._list.addWidget(Muted(self.tr("Noch keine Fassung.")))
        self._comparison.setVisible(len(revisions) >= _ENOUGH_TO_COMPARE)

    def _name(self, revision: Record) -> str:
        form = self._desk.session.forms.form(revision.kind)
        frozen = form.field("frozen_date")
        date = KINDS["date"].format(frozen, revision.values.get("frozen_date")) if frozen else ""
        return self.tr("Fassung {0} vom {1}").format(revision.values.get("number"), date)

    def _card(self, definition: FormDefinition, revision: Record) -> QWidget:
        content = column(Heading(self._name(revision), 3), margins=0.8, spacing=0.2)
        status = definition.field("status")
        if status is not None and isinstance(state := revision.values.get("status"), str):
            label = KINDS[status.kind].format(status, state)
            content.addWidget(Muted(f"{status.label}: {single_line(label)}"))
        content.addWidget(PlainLabel(str(revision.values.get("reason") or "")))
        return Card(content)

    def _ask_freeze(self) -> None:
        dialog = ReasonDialog(
            self.window(),
            self._desk.theme,
            self.tr("Fassung festhalten"),
            self.tr("Was wurde geändert oder vereinbart, und warum? Das bleibt lesbar stehen."),
            self.tr("Festhalten"),
        )
        dialog.confirmed.connect(self._freeze)
        dialog.open()

    def _freeze(self, reason: str) -> None:
        if self._opened is None:
            return
        record_id, revisions = self._opened.record.id, self._desk.session.revisions
        today = datetime.now(tz=UTC).astimezone().date()
        self._desk.jobs.run(
            self,
            lambda _job: revisions.freeze(record_id, reason, today=today),
            self._on_frozen,
            failed=self.failed.emit,
        )

    def _on_frozen(self, saved: Saved) -> None:
        self._desk.notifier.announce(saved.changes, self)

    def _compare(self) -> None:
        revisions = self._desk.session.revisions
        earlier: RecordId = self._earlier.currentData()
        later: RecordId = self._later.currentData()
        self._desk.jobs.run(
            self, lambda _job: revisions.compare(earlier, later), self._show_differences
        )

    def _show_differences(self, differences: Mapping[str, tuple[Value, Value]]) -> None:
        clear(self._differences)
        for text in self._sentences(differences):
            self._differences.addWidget(text)
        if not differences:
            self._differences.addWidget(Muted(self.tr("Die Angaben sind gleich.")))

    def _sentences(self, differences: Mapping[str, tuple[Value, Value]]) -> Sequence[QWidget]:
        widgets: list[QWidget] = []
        if self._opened is None:
            return widgets
        for field in self._opened.definition.fields(with_retired=True):
            if field.id in differences:
                before, after = (
                    value_text(field, value, self._opened.titles) for value in differences[field.id]
                )
                widgets.append(Muted(field.label, size=TypeSize.HINT))
                widgets.append(PlainLabel(changed_words(before, after)))
        return widgets


def _number(revision: Record) -> int:
    """Return the number of a Fassung, so that 10 follows 9."""
    number = revision.values.get("number")
    return number if isinstance(number, int) else 0
