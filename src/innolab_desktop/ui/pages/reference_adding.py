"""A record that a field refers to, made on the way."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from innolab_desktop.formdefs.kinds.reference import referenced_ids
from innolab_desktop.ui.dialogs.new_record_dialog import NewRecordDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from innolab_desktop.formdefs.definition import FieldDefinition
    from innolab_desktop.ui.desk import Desk
    from innolab_desktop.ui.pages.record_editing import RecordEditing


class ReferenceAdding(QObject):
    """Asks for the record, and lets the field of the open one name it.

    Signals:
        added: id of the field.
    """

    added = Signal(str)

    def __init__(self, desk: Desk, editing: RecordEditing, owner: QWidget) -> None:
        super().__init__(owner)
        self._desk = desk
        self._editing = editing
        self._owner = owner

    def ask(self, field: FieldDefinition) -> None:
        """Ask what the new record is called; who reads the open one can read it, too."""
        opened = self._editing.opened_record
        if opened is None:
            return
        form = self._desk.session.forms[field.references]
        dialog = NewRecordDialog(self._owner, self._desk, form, opened.record.space)
        dialog.created.connect(partial(self._take, field))
        dialog.open()

    def _take(self, field: FieldDefinition, record_id: bytes) -> None:
        draft = self._editing.draft
        if draft is None:
            return
        before = referenced_ids(draft.value(field.id)) if field.many else ()
        chosen = (*before, record_id.hex())
        draft.set(field.id, chosen if field.many else chosen[0])
        self._editing.touch()
        self.added.emit(field.id)
