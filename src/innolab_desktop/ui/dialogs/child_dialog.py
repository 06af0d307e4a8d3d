"""One child record: a goal, a measure, a contribution."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from innolab_desktop.formdefs.draft import FormDraft
from innolab_desktop.ui.dialogs.base_dialog import BaseDialog
from innolab_desktop.ui.dialogs.decisions import decide_conflict, review_text
from innolab_desktop.ui.dialogs.message_dialog import MessageDialog
from innolab_desktop.ui.dialogs.new_record_dialog import NewRecordDialog
from innolab_desktop.ui.error_sentence import error_sentence
from innolab_desktop.ui.forms.editors.reference import ReferenceEditor
from innolab_desktop.ui.forms.field_editor import EditorContext
from innolab_desktop.ui.forms.form_view import FormView
from innolab_desktop.ui.theme.tokens import Tone
from innolab_desktop.ui.typed_draft import TypedDraft, draft_sentence
from innolab_desktop.ui.widgets.banner import Banner
from innolab_desktop.ui.widgets.boxes import column
from innolab_desktop.ui.widgets.button import Button
from innolab_desktop.ui.widgets.muted import Muted
from innolab_desktop.ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QWidget

    from innolab_desktop.domain.records import Record, RecordId, SpaceId
    from innolab_desktop.domain.values import Value
    from innolab_desktop.formdefs.definition import (
        ChildrenDefinition,
        FieldDefinition,
        FormDefinition,
    )
    from innolab_desktop.services.changes import Changes
    from innolab_desktop.services.read_models import Heads
    from innolab_desktop.ui.desk import Desk


class ChildDialog(BaseDialog):
    """Edits an existing child record, or makes a new one below *parent_id*.

    A new one can be *begun*: with values that the person chose before. What is typed is kept as a
    draft until it is saved or thrown away, and is there again after the vault was locked. One that
    is read only is shown with everything in it, and nothing can be changed.

    Signals:
        saved: the changes were written.
    """

    saved = Signal()

    def __init__(
        self,
        parent: QWidget,
        desk: Desk,
        definition: FormDefinition,
        references: Mapping[str, tuple[tuple[str, str], ...]],
        *,
        parent_id: RecordId | None,
        record: Record | None = None,
        heads: Mapping[str, Heads] | None = None,
        begun: Mapping[str, Value] | None = None,
        is_read_only: bool = False,
    ) -> None:
        title = definition.label if record else definition.label_new
        super().__init__(parent, desk.theme, title)
        self._desk = desk
        self._definition = definition
        self._parent_id = parent_id
        self._record = record
        self._heads = heads
        self._is_read_only = is_read_only
        today = datetime.now(tz=UTC).astimezone().date()
        start = {**definition.beginning(today), **(begun or {})}
        self._draft = FormDraft(definition, record.values if record else start)
        context = EditorContext(
            desk.theme,
            references,
            desk.hints,
            spelling=desk.spelling,
            add_record=self._ask_record,
        )
        self._form = FormView(definition, context, desk.catalogue, self._without_children)
        self._form.conflict_requested.connect(partial(self._settle, decide_conflict))
        self._form.confirm_requested.connect(partial(self._settle, review_text))
        self._show_draft()
        self._error, self._notice = Banner(desk.theme, Tone.BAD), Banner(desk.theme)
        self._save = Button(desk.theme, self.tr("Speichern"), "device-floppy", primary=True)
        self._save.clicked.connect(self._submit)
        close = self.tr("Schließen") if is_read_only else self.tr("Abbrechen")
        cancel = Button(desk.theme, close)
        cancel.clicked.connect(self.reject)
        content = column(self._error, self._notice, ScrollPage(self._form), spacing=0.6)
        content.setStretch(2, 1)
        self.assemble(content, cancel, *(() if is_read_only else (self._save,)), width_em=46)
        self.set_size(46, 36)
        self._begun = begun or {}
        key = record.id.hex() if record else _draft_key(definition.id, self._begun, parent_id)
        self._typed = TypedDraft(self, desk, key, self._draft.changed)
        self._typed.found.connect(self._take_up)
        self._form.edited.connect(self._typed.touch)

    @property
    def form(self) -> FormView:
        """The form that is shown."""
        return self._form

    def showEvent(self, event: QShowEvent) -> None:
        """Begin where something is still to be written."""
        super().showEvent(event)
        if self._begun:
            fields = (block.definition for block in self._form.blocks.values())
            empty = (item.id for item in fields if item.id not in self._begun)
            self._form.focus_entry(next(empty, ""))

    def reject(self) -> None:
        """Close; ask first when that throws away what was typed."""
        if self._is_read_only or not self._draft.is_changed:
            super().reject()
            return
        question = MessageDialog(
            self,
            self._desk.theme,
            self.tr("Eingaben verwerfen?"),
            self.tr("Was Sie hier eingegeben haben, ist noch nicht gespeichert."),
            self.tr("Verwerfen"),
        )
        question.accepted.connect(self._discard)
        question.open()

    def _settle(self, ask: Callable[[QWidget, Desk, RecordId, str], None], field_id: str) -> None:
        """Let the window decide about a field; what is open here would not know of it."""
        record, window = self._record, self.parentWidget()
        if self._draft.is_changed:
            self._notice.show_message(
                self.tr("Bitte speichern Sie zuerst, was Sie hier geändert haben.")
            )
        elif record is not None and window is not None:
            super().reject()
            ask(window, self._desk, record.id, field_id)

    def _ask_record(self, field: FieldDefinition) -> None:
        """Make a record that a field may name; whoever reads this one can read it, too."""
        records, form = self._desk.session.records, self._desk.session.forms[field.references]
        home = self._record.id if self._record is not None else self._parent_id

        def ask(space: SpaceId | None) -> None:
            dialog = NewRecordDialog(self, self._desk, form, space)
            dialog.created.connect(partial(self._name_record, field, form))
            dialog.open()

        self._desk.jobs.run(
            self, lambda _job: None if home is None else records.open(home).space, ask
        )

    def _name_record(self, field: FieldDefinition, form: FormDefinition, made: RecordId) -> None:
        """Let the field name the record that was *made*."""
        records, editor = self._desk.session.records, self._form.blocks[field.id].editor

        def take(record: Record) -> None:
            if isinstance(editor, ReferenceEditor):
                editor.take_new(made.hex(), form.title_of(record.values))
                editor.first_widget.setFocus()

        self._desk.jobs.run(self, lambda _job: records.open(made), take)

    def _discard(self) -> None:
        self._typed.drop()
        self._draft.reset()
        super().reject()

    def _take_up(self, typed: Mapping[str, Value]) -> None:
        """Go on with what was typed last time."""
        locked = self._record.conflicts if self._record else ()
        for name, value in typed.items():
            field = self._definition.field(name)
            is_open = field is not None and field.retired_in is None and field.kind != "computed"
            if is_open and name not in locked:
                self._draft.set(name, value)
        self._show_draft()
        self._notice.show_message(draft_sentence())

    def _show_draft(self) -> None:
        record = self._record
        self._form.show_draft(
            self._draft,
            conflicts=record.conflicts if record else (),
            merged=record.merged if record else (),
            is_read_only=self._is_read_only,
        )

    def _without_children(self, children: ChildrenDefinition) -> QWidget:
        return Muted(self.tr("{0} werden auf der Seite bearbeitet.").format(children.label))

    def _submit(self) -> None:
        problems = [item for item in self._draft.problems() if not item.is_missing]
        if problems:
            self._error.show_message(
                self.tr("Bitte prüfen Sie die markierten Angaben; so können sie nicht bleiben.")
            )
            return
        self._save.setEnabled(False)
        self._desk.jobs.run(
            self, self._typed.saved_by(self._write), self._on_saved, failed=self._on_failed
        )

    def _write(self) -> Changes | None:
        """Write in the lane."""
        session = self._desk.session
        if self._record is not None:
            return session.edits.save(self._record.id, self._draft.changed(), seen=self._heads)
        if self._parent_id is None:
            return session.records.new(self._definition.id, self._draft.values()).changes
        return session.edits.add(self._definition.id, self._draft.values(), self._parent_id).changes

    def _on_saved(self, changes: Changes | None) -> None:
        self._draft.saved()
        if changes is not None:
            self._desk.notifier.announce(changes, self)
        self.saved.emit()
        self.accept()

    def _on_failed(self, error: Exception) -> None:
        self._save.setEnabled(True)
        self._error.show_message(error_sentence(self._desk.catalogue, error))


def _draft_key(kind: str, begun: Mapping[str, Value], parent: RecordId | None) -> str:
    """Return what the draft of a new record is kept under; its parent stands at the end."""
    return ":".join((kind, *map(str, begun.values()), "" if parent is None else parent.hex()))
