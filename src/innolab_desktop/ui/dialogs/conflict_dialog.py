"""An Abweichung: the values side by side, one of them to choose or a new one to write."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from innolab_desktop.domain.errors import FormError
from innolab_desktop.formdefs.kinds import KINDS
from innolab_desktop.services.conflicts import DELETED
from innolab_desktop.ui.dialogs.base_dialog import BaseDialog
from innolab_desktop.ui.error_sentence import error_sentence
from innolab_desktop.ui.forms.editors import create_editor
from innolab_desktop.ui.forms.field_editor import EditorContext
from innolab_desktop.ui.german_time import full_moment
from innolab_desktop.ui.theme.fonts import TypeSize
from innolab_desktop.ui.theme.tokens import Tone
from innolab_desktop.ui.visible_text import single_line
from innolab_desktop.ui.widgets.banner import Banner
from innolab_desktop.ui.widgets.boxes import column, panel
from innolab_desktop.ui.widgets.button import Button
from innolab_desktop.ui.widgets.card import Card
from innolab_desktop.ui.widgets.choice_line import ChoiceLine
from innolab_desktop.ui.widgets.muted import Muted
from innolab_desktop.ui.widgets.plain_label import PlainLabel
from innolab_desktop.ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from innolab_desktop.domain.records import Record, Variant
    from innolab_desktop.domain.values import Value
    from innolab_desktop.formdefs.definition import FieldDefinition
    from innolab_desktop.services.changes import Changes
    from innolab_desktop.ui.desk import Desk
    from innolab_desktop.ui.forms.field_editor import FieldEditor


class ConflictDialog(BaseDialog):
    """Settles one field; nothing is decided until the person does.

    Signals:
        resolved: the Abweichung is settled.
    """

    resolved = Signal()

    def __init__(self, parent: QWidget, desk: Desk, record: Record, field_id: str) -> None:
        super().__init__(parent, desk.theme, self.tr("Abweichung lösen"))
        self._desk = desk
        self._record = record
        self._field_id = field_id
        self._field = desk.session.forms.form(record.kind).field(field_id)
        self._values: list[Value] = []
        self._group = QButtonGroup(self)
        self._editor: FieldEditor | None = None
        self._error = Banner(desk.theme, Tone.BAD)
        self._save = Button(desk.theme, self.tr("Übernehmen"), "check", primary=True)
        self._save.clicked.connect(self._submit)
        cancel = Button(desk.theme, self.tr("Später entscheiden"))
        cancel.clicked.connect(self.reject)
        content = column(self._error, ScrollPage(self._choices()), spacing=0.6)
        content.setStretch(1, 1)
        self.assemble(content, cancel, self._save, width_em=44)
        self.set_size(44, 30)

    def _choices(self) -> QWidget:
        name = self._field.label if self._field else self.tr("Gelöscht oder bearbeitet")
        if self._field_id == DELETED:
            text = self.tr("Der Eintrag wurde gelöscht, während er bearbeitet wurde.")
        else:
            text = self.tr("Welche Angabe soll gelten? Die anderen bleiben im Verlauf lesbar.")
        choices = column(PlainLabel(name, size=TypeSize.HEADING), Muted(text), spacing=0.6)
        if self._field_id == DELETED:
            choices.addWidget(_card(self._line(self.tr("Eintrag behalten"), value=False)))
            choices.addWidget(_card(self._line(self.tr("Eintrag löschen"), value=True)))
        for variant in self._record.conflicts.get(self._field_id, ()):
            if self._field is not None:
                choices.addWidget(self._variant_card(variant, self._field))
        if self._field is not None:
            choices.addWidget(self._own_card(self._field))
        choices.addStretch(1)
        return panel(choices)

    def _variant_card(self, variant: Variant, field: FieldDefinition) -> QWidget:
        who = self.tr("{0}, {1}").format(single_line(variant.person), full_moment(variant.at_ms))
        line = self._line(who, variant.value)
        text = KINDS[field.kind].format(field, variant.value) or self.tr("(leer)")
        return _card(line, PlainLabel(text))

    def _own_card(self, field: FieldDefinition) -> QWidget:
        line = self._line(self.tr("Eigene Angabe"), None)
        self._editor = create_editor(field, EditorContext(self._desk.theme))
        self._editor.edited.connect(lambda: line.set_checked(True))
        self._editor.first_widget.setAccessibleName(self.tr("Eigene Angabe"))
        return _card(line, self._editor)

    def _line(self, text: str, value: Value) -> ChoiceLine:
        line = ChoiceLine(self._desk.theme, text, exclusive=True)
        self._group.addButton(line.button, len(self._values))
        self._values.append(value)
        return line

    def _submit(self) -> None:
        chosen = self._group.checkedId()
        if chosen < 0:
            self._error.show_message(self.tr("Bitte wählen Sie eine der Angaben."))
            return
        value = self._values[chosen]
        if self._editor is not None and chosen == len(self._values) - 1:
            try:
                value = self._editor.value()
            except FormError as error:
                self._error.show_message(error_sentence(self._desk.catalogue, error))
                return
        self._save.setEnabled(False)
        conflicts, record_id = self._desk.session.conflicts, self._record.id
        self._desk.jobs.run(
            self,
            lambda _job: conflicts.resolve(record_id, self._field_id, value),
            self._on_resolved,
            failed=self._on_failed,
        )

    def _on_resolved(self, changes: Changes) -> None:
        self._desk.notifier.announce(changes, self)
        self.resolved.emit()
        self.accept()

    def _on_failed(self, error: Exception) -> None:
        self._save.setEnabled(True)
        self._error.show_message(error_sentence(self._desk.catalogue, error))


def _card(*widgets: QWidget) -> Card:
    return Card(column(*widgets, margins=0.7, spacing=0.3))
