"""Endgültig löschen: what goes, where it goes from and where it stays, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innolab_desktop.ui.counting import counted
from innolab_desktop.ui.dialogs.base_dialog import BaseDialog
from innolab_desktop.ui.dialogs.erasure_choices import backups_choice, labelled, reason_choice
from innolab_desktop.ui.error_sentence import error_sentence
from innolab_desktop.ui.quoting import quoted
from innolab_desktop.ui.theme.tokens import Tone
from innolab_desktop.ui.typed_draft import TypedDraft, draft_key, draft_sentence
from innolab_desktop.ui.visible_text import single_line
from innolab_desktop.ui.widgets.banner import Banner
from innolab_desktop.ui.widgets.boxes import column, panel
from innolab_desktop.ui.widgets.button import Button
from innolab_desktop.ui.widgets.card import Card
from innolab_desktop.ui.widgets.choice_line import ChoiceLine
from innolab_desktop.ui.widgets.muted import Muted
from innolab_desktop.ui.widgets.plain_label import PlainLabel
from innolab_desktop.ui.widgets.scroll_page import ScrollPage
from innolab_desktop.ui.widgets.text_area import TextArea

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget

    from innolab_desktop.domain.records import FieldId, Record
    from innolab_desktop.domain.values import Value
    from innolab_desktop.services.changes import Changes
    from innolab_desktop.services.erasure_models import ErasurePlan
    from innolab_desktop.ui.desk import Desk
    from innolab_desktop.ui.jobs import Job

_LONG_TEXT = "long_text"
_REST = "rest"
_WIDTH_EM, _HEIGHT_EM = 40, 34


class EraseDialog(BaseDialog):
    """Shows what an erasure destroys, asks for the reason, and erases."""

    def __init__(
        self,
        parent: QWidget,
        desk: Desk,
        plan: ErasurePlan,
        field: FieldId | None,
        done: Callable[[FieldId | None], None] | None = None,
    ) -> None:
        super().__init__(parent, desk.theme, self.tr("Endgültig löschen"))
        self._desk = desk
        self._plan = plan
        self._field = field
        self._done = done
        self._error = Banner(desk.theme, Tone.BAD)
        self._reason = reason_choice(desk)
        self._rest = TextArea(rows=4)
        key = draft_key("erasure", plan.record.id, field or "")
        self._draft = TypedDraft(self, desk, key, self._typed)
        self._draft.found.connect(self._take_up)
        self._rest.edited.connect(self._draft.touch)
        self._with_copies = ChoiceLine(
            desk.theme, self.tr("Auch die freigegebenen Einträge löschen, soweit ich das darf")
        )
        self._with_backups = backups_choice(desk)
        self._confirm = Button(desk.theme, self.tr("Endgültig löschen"), "trash", primary=True)
        self._confirm.clicked.connect(self._submit)
        cancel = Button(desk.theme, self.tr("Abbrechen"))
        cancel.clicked.connect(self.reject)
        self.assemble(ScrollPage(self._content()), cancel, self._confirm)
        self.set_size(_WIDTH_EM, _HEIGHT_EM)
        self._reason.setFocus()

    def _typed(self) -> Mapping[str, Value]:
        text = self._rest.toPlainText().strip()
        return {_REST: text} if text else {}

    def _take_up(self, typed: Mapping[str, Value]) -> None:
        self._rest.show_text(str(typed.get(_REST) or ""))
        self._error.show_message(draft_sentence(), Tone.INFO)

    def _content(self) -> QWidget:
        layout = column(self._error, self._what(), spacing=0.7)
        if self._is_text():
            layout.addWidget(labelled(self.tr("Was von dem Text stehen bleibt"), self._rest))
        layout.addWidget(labelled(self.tr("Grund"), self._reason))
        if self._plan.copies and self._field is None:
            layout.addWidget(self._with_copies)
        layout.addWidget(self._with_backups)
        for text in self._consequences():
            layout.addWidget(Muted(text))
        layout.addStretch(1)
        return panel(layout)

    def _what(self) -> QWidget:
        lines = [self._name(self._plan.record)]
        if self._field is not None:
            lines = [self.tr("{0}, mit allen früheren Werten").format(self._label()), *lines]
        below, revisions = len(self._plan.below), len(self._plan.revisions)
        if below:
            names = "; ".join(self._name(item) for item in self._plan.below)
            count = counted(below, self.tr("Eintrag"), self.tr("Einträge"))
            lines.append(self.tr("Dazu {0} darunter: {1}").format(count, names))
        if revisions:
            count = counted(revisions, self.tr("Fassung"), self.tr("Fassungen"))
            lines.append(self.tr("Dazu {0}, denn darin steht es auch.").format(count))
        spaces = sorted({single_line(copy.space.name) for copy in self._plan.copies})
        if spaces:
            names = ", ".join(map(quoted, spaces))
            lines.append(self.tr("Freigegeben in: {0}").format(names))
        return Card(column(*(PlainLabel(line) for line in lines), margins=0.8, spacing=0.3))

    def _consequences(self) -> tuple[str, ...]:
        return (
            self.tr(
                "Die Angaben werden hier sofort vernichtet und bei allen, die mitlesen, mit dem "
                "nächsten Paket. Ein Zurück gibt es nicht, auch nicht aus einer Sicherung."
            ),
            self.tr(
                "Nicht erreicht werden: Mails mit früheren Paketen, solange sie in Postfächern "
                "liegen, ausgegebene PDF, Ausdrucke, Sicherungen der anderen und Kopien Ihrer IT."
            ),
            self.tr(
                "Im Löschprotokoll bleibt stehen, wann, durch wen, aus welchem Grund und in "
                "welchem Umfang gelöscht wurde, aber nichts vom Inhalt."
            ),
        )

    def _name(self, record: Record) -> str:
        form = self._desk.session.forms.get(record.kind)
        title = form.title_of(record.values) if form else ""
        label = form.label if form else record.kind
        return single_line(f"{label}: {title}" if title else label)

    def _label(self) -> str:
        form = self._desk.session.forms.get(self._plan.record.kind)
        field = form.field(self._field or "") if form else None
        return single_line(field.label if field else self._field or "")

    def _is_text(self) -> bool:
        form = self._desk.session.forms.get(self._plan.record.kind)
        field = form.field(self._field or "") if form else None
        return field is not None and field.kind == _LONG_TEXT

    def _submit(self) -> None:
        reason = str(self._reason.currentData() or "")
        if not reason:
            self._error.show_message(self.tr("Bitte wählen Sie einen Grund."), Tone.BAD)
            self._reason.setFocus()
            return
        self._confirm.setEnabled(False)
        self._draft.keep()  # what is erased takes it along
        erasing, record, field = self._desk.session.erasing, self._plan.record.id, self._field
        with_copies = self._with_copies.is_checked
        with_backups = self._with_backups.is_checked
        rest = self._rest.toPlainText().strip()

        def erase(job: Job) -> Changes:
            if field is None:
                changes = erasing.erase(record, reason, with_copies=with_copies)
            else:
                changes = erasing.erase_field(record, field, reason, text=rest)
            if with_backups:
                erasing.clean_backups(job)
            return changes

        self._desk.jobs.run(
            self, erase, self._on_erased, failed=self._on_failed, title=self.tr("Wird gelöscht")
        )

    def _on_erased(self, changes: Changes) -> None:
        if self._done is not None:
            self._done(self._field)
        self._desk.notifier.announce(changes, self)
        self.accept()

    def _on_failed(self, error: Exception) -> None:
        self._confirm.setEnabled(True)
        self._error.show_message(error_sentence(self._desk.catalogue, error), Tone.BAD)
