"""Takes saved changes of the open record back, and makes them again."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from innolab_desktop.domain.records import DELETED
from innolab_desktop.services.edit_history import NOTHING_TO_UNDO, EditKind
from innolab_desktop.ui.edit_words import edit_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from innolab_desktop.domain.records import RecordId
    from innolab_desktop.services.changes import Changes
    from innolab_desktop.services.edit_history import EditLabel, Outlook
    from innolab_desktop.services.session import Session
    from innolab_desktop.ui.desk import Desk
    from innolab_desktop.ui.models.opened_record import OpenedRecord
    from innolab_desktop.ui.pages.record_editing import RecordEditing

_BringBack: TypeAlias = "Callable[[str], tuple[RecordId, Changes | None] | None]"
_UNDO = QKeySequence.StandardKey.Undo
_REDO = QKeySequence.StandardKey.Redo


class RecordUndoing(QObject):
    """Undo and redo for one record at a time.

    In a field the keys belong to the text in it until that has nothing left.

    Signals:
        told: a sentence about what was done.
        failed: an error that belongs beside the form.
        brought_back: id of the record that came back from the trash.
        gone: the open record was new, and is in the trash now; nothing is open any more.
    """

    told = Signal(str)
    failed = Signal(object)
    brought_back = Signal(bytes)
    gone = Signal()

    def __init__(self, desk: Desk, editing: RecordEditing, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._editing = editing
        self._kind = ""
        editing.opened.connect(self._on_opened)

    @property
    def outlook(self) -> Outlook:
        """What would be taken back or made again next."""
        opened = self._editing.opened_record
        return opened.outlook if opened is not None else NOTHING_TO_UNDO

    def undo(self) -> None:
        """Take the last saved change back; what is being typed is saved first."""
        if self._editing.record_id is None:
            self._bring_back(self._desk.session.edits.undo_deletion)
        else:
            self._editing.run_saved(self._undo)

    def redo(self) -> None:
        """Make the change again that was taken back last."""
        if self._editing.record_id is None:
            self._bring_back(self._desk.session.edits.redo_addition)
        else:
            self._editing.run_saved(self._redo)

    def watch(self, form: QWidget) -> None:
        """Let the keys through where the text of a field has nothing to undo."""
        for field in (*form.findChildren(QLineEdit), *form.findChildren(QPlainTextEdit)):
            field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave the keys to the window when the field cannot use them."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undoes, redoes = event.matches(_UNDO), event.matches(_REDO)
            if (undoes or redoes) and not _has_own(watched, undoes=undoes):
                event.ignore()
                return True
        return super().eventFilter(watched, event)

    def _undo(self) -> None:
        record_id, session = self._editing.record_id, self._desk.session
        label = self.outlook.undo
        if record_id is None or label is None:
            self.told.emit(self.tr("Hier gibt es nichts rückgängig zu machen."))
            return
        sentence = self.tr("Rückgängig gemacht: {0}.").format(edit_words(label))
        self._desk.jobs.run(
            self,
            lambda _job: _undo(session, record_id, label),
            lambda outcome: self._on_undone(*outcome, sentence),
            failed=self._on_failed,
        )

    def _redo(self) -> None:
        record_id, edits = self._editing.record_id, self._desk.session.edits
        label = self.outlook.redo
        if record_id is None or label is None:
            self.told.emit(self.tr("Hier gibt es nichts wiederherzustellen."))
            return
        sentence = self.tr("Wiederhergestellt: {0}.").format(edit_words(label))
        self._desk.jobs.run(
            self,
            lambda _job: edits.redo(record_id),
            lambda changes: self._on_done(changes, sentence),
            failed=self._on_failed,
        )

    def _bring_back(self, find: _BringBack) -> None:
        if kind := self._kind:
            self._desk.jobs.run(
                self,
                lambda _job: find(kind),
                self._on_brought_back,
                failed=self.failed.emit,
            )

    def _on_opened(self, opened: OpenedRecord) -> None:
        self._kind = opened.definition.id

    def _on_undone(self, changes: Changes | None, is_gone: bool, sentence: str) -> None:  # noqa: FBT001 - what the lane tells
        if not is_gone:
            self._on_done(changes, sentence)
            return
        self._editing.close()
        if changes is not None:
            self._desk.notifier.announce(changes, self)
        self.gone.emit()

    def _on_done(self, changes: Changes | None, sentence: str) -> None:
        if changes is not None:
            self._desk.notifier.announce(changes, self._editing)
        self._editing.reload()
        self.told.emit(sentence)

    def _on_brought_back(self, found: tuple[bytes, Changes | None] | None) -> None:
        if found is None:
            return
        record_id, changes = found
        if changes is not None:
            self._desk.notifier.announce(changes, self)
        self.brought_back.emit(record_id)

    def _on_failed(self, error: Exception) -> None:
        self._editing.reload()
        self.failed.emit(error)


def _undo(session: Session, record: RecordId, label: EditLabel) -> tuple[Changes | None, bool]:
    """Take the last edit back, and tell whether that put *record* itself into the trash."""
    changes = session.edits.undo(record)
    return changes, label.kind is EditKind.ADDITION and DELETED in session.records.heads(record)


def _has_own(field: QObject, *, undoes: bool) -> bool:
    """Tell whether the text in a field has something to undo or redo itself."""
    if isinstance(field, QPlainTextEdit):
        document = field.document()
        return document.isUndoAvailable() if undoes else document.isRedoAvailable()
    if isinstance(field, QLineEdit):
        return field.isUndoAvailable() if undoes else field.isRedoAvailable()
    return False
