"""What a person has to decide: Abweichungen, and texts that a machine merged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from innolab_desktop.ui.dialogs.conflict_dialog import ConflictDialog
from innolab_desktop.ui.theme.tokens import Tone
from innolab_desktop.ui.visible_text import single_line
from innolab_desktop.ui.widgets.boxes import clear, column, row
from innolab_desktop.ui.widgets.button import Button
from innolab_desktop.ui.widgets.card import Card
from innolab_desktop.ui.widgets.chip import Chip
from innolab_desktop.ui.widgets.heading import Heading
from innolab_desktop.ui.widgets.muted import Muted
from innolab_desktop.ui.widgets.plain_label import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Callable

    from innolab_desktop.domain.records import Record
    from innolab_desktop.services.session import Session
    from innolab_desktop.ui.desk import Desk


def _read(session: Session) -> tuple[tuple[Record, ...], tuple[Record, ...]]:
    return session.conflicts.records(), session.conflicts.merged()


class ConflictsPanel(QWidget):
    """One line per field that waits.

    Signals:
        counted: how many fields wait.
        record_requested: the person wants to see the whole record.
    """

    counted = Signal(int)
    record_requested = Signal(bytes)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._conflicts = column(spacing=0.7)
        self._merged = column(spacing=0.7)
        intro = Muted(
            self.tr(
                "Haben zwei Personen dasselbe Feld verschieden ausgefüllt, bleibt beides stehen, "
                "bis jemand entscheidet. Lange Texte werden zusammengeführt; bitte lesen Sie sie."
            )
        )
        self.setLayout(
            column(
                intro,
                self._card(self.tr("Abweichungen"), self._conflicts),
                self._card(self.tr("Zusammengeführte Texte"), self._merged),
                None,
                margins=(0.1, 0.8, 0.6, 0.8),
                spacing=0.9,
            )
        )

    def refresh(self) -> None:
        """Read what waits."""
        session = self._desk.session
        self._desk.jobs.run(self, lambda _job: _read(session), self._show)

    def _card(self, title: str, content: QVBoxLayout) -> Card:
        return Card(column(Heading(title, 2), content, margins=0.9, spacing=0.6))

    def _show(self, found: tuple[tuple[Record, ...], tuple[Record, ...]]) -> None:
        conflicts, merged = found
        clear(self._conflicts)
        clear(self._merged)
        count = 0
        for record in conflicts:
            for field_id in record.conflicts:
                count += 1
                self._conflicts.addWidget(self._conflict_line(record, field_id))
        for record in merged:
            for field_id in sorted(record.merged):
                count += 1
                self._merged.addWidget(self._merged_line(record, field_id))
        if not conflicts:
            self._conflicts.addWidget(Muted(self.tr("Keine.")))
        if not merged:
            self._merged.addWidget(Muted(self.tr("Keine.")))
        self.counted.emit(count)

    def _conflict_line(self, record: Record, field_id: str) -> QWidget:
        people = {single_line(variant.person) for variant in record.conflicts[field_id]}
        names = ", ".join(sorted(people))
        text = self.tr("Verschiedene Angaben von {0}").format(names)
        return self._line(
            record,
            field_id,
            text,
            Chip(self._desk.theme, self.tr("Abweichung"), Tone.BAD),
            action=self.tr("Entscheiden …"),
            act=lambda: ConflictDialog(self.window(), self._desk, record, field_id).open(),
        )

    def _merged_line(self, record: Record, field_id: str) -> QWidget:
        return self._line(
            record,
            field_id,
            self.tr("Aus mehreren Bearbeitungen zusammengeführt"),
            Chip(self._desk.theme, self.tr("bitte lesen"), Tone.WARN),
            action=self.tr("Öffnen"),
            act=lambda: self.record_requested.emit(record.id),
        )

    def _line(
        self,
        record: Record,
        field_id: str,
        text: str,
        chip: Chip,
        *,
        action: str,
        act: Callable[[], None],
    ) -> QWidget:
        form = self._desk.session.forms.form(record.kind)
        field = form.field(field_id)
        title = single_line(form.title_of(record.values)) or self.tr("Ohne Titel")
        name = field.label if field else self.tr("Gelöscht oder bearbeitet")
        button = Button(self._desk.theme, action)
        button.setAccessibleName(f"{action} {form.label}: {title}, {name}")
        button.clicked.connect(act)
        words = column(PlainLabel(f"{form.label}: {title}"), Muted(f"{name} · {text}"), spacing=0.1)
        content = row(words, chip, button, spacing=0.6)
        content.setStretch(0, 1)
        line = QWidget()
        line.setLayout(content)
        return line
