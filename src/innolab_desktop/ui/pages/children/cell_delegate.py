"""Paints the cells of a table of child records and changes their values in place."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from innolab_desktop.ui.pages.children.cell_editors import (
    CellEditor,
    ChoiceBox,
    create_cell_editor,
    fill_editor,
    typed_text,
)
from innolab_desktop.ui.pages.children.cell_painting import CellPainting
from innolab_desktop.ui.pages.children.cells import objection, read_text
from innolab_desktop.ui.widgets.text_area import TextArea

if TYPE_CHECKING:
    from PySide6.QtCore import QSize
    from PySide6.QtGui import QPainter

    from innolab_desktop.ui.desk import Desk
    from innolab_desktop.ui.pages.children.child_rows import ChildRowsModel

_Index = QModelIndex | QPersistentModelIndex
_Hint = QStyledItemDelegate.EndEditHint
_RETURN = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class CellDelegate(QStyledItemDelegate):
    """Return takes what was typed, Tab takes it and goes on, Escape gives back what stood there.

    Signals:
        begun: the row number of a cell that is being changed.
        dialog_requested: the row number whose record should open with all of its fields.
        grown: the text in a cell may need another height.
        typed: the text in the open cell changed, or the cell was closed.
    """

    begun = Signal(int)
    dialog_requested = Signal(int)
    grown = Signal()
    typed = Signal()

    def __init__(self, view: QAbstractItemView, desk: Desk, model: ChildRowsModel) -> None:
        super().__init__(view)
        self._view = view
        self._desk = desk
        self._rows = model
        self._painting = CellPainting(view, desk.theme)
        self._open: tuple[CellEditor, QPersistentModelIndex] | None = None
        self.opens_lists = False

    # --- looks ------------------------------------------------------------------------------

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint a cell; while it is changed, only what is said about it."""
        self._painting.paint(painter, option, index, self._editor_px(index))

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the room that the text needs at the width of its column."""
        size = self._painting.size(option, index)
        if editor_px := self._editor_px(index):
            note_px = self._painting.note_height_px(option, index)
            size.setHeight(max(size.height(), editor_px + note_px))
        return size

    # --- changing ---------------------------------------------------------------------------

    def createEditor(
        self, parent: QWidget, _option: QStyleOptionViewItem, index: _Index
    ) -> QWidget:
        """Return what changes the cell."""
        theme, spelling = self._desk.theme, self._desk.spelling
        definition = self._rows.fields[index.column()]
        editor = create_cell_editor(definition, parent, theme, spelling)
        editor.setAccessibleName(
            self.tr("{0}, Zeile {1}").format(definition.label, index.row() + 1)
        )
        editor.setAccessibleDescription(definition.help)
        row = self._rows.row_at(index.row())
        fill_editor(editor, self._rows.written(index), row.value(definition.id))
        if isinstance(editor, ChoiceBox):
            editor.taken.connect(lambda: self._take(editor))
            if self.opens_lists:
                editor.showPopup()
        elif isinstance(editor, TextArea):
            editor.edited.connect(self.grown)
            editor.edited.connect(self.typed)
        else:
            editor.textChanged.connect(self.typed)
        self._open = (editor, QPersistentModelIndex(index))
        self.begun.emit(index.row())
        QTimer.singleShot(0, editor, self.grown.emit)
        return editor

    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        """Leave the editor as it was filled: what is typed in it is not overwritten."""

    def setModelData(self, editor: QWidget, _model: QAbstractItemModel, index: _Index) -> None:
        """Take what was typed, or keep it and say why it cannot be taken."""
        definition = self._rows.fields[index.column()]
        if isinstance(editor, ChoiceBox):
            self._rows.accept(index, editor.currentData())
            return
        text = typed_text(cast("CellEditor", editor))
        if sentence := objection(self._desk.catalogue, definition, text):
            self._rows.refuse(index, text, sentence)
        else:
            self._rows.accept(index, read_text(definition, text))

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, _index: _Index
    ) -> None:
        """Let the editor cover the cell, apart from what is said below it."""
        rect = option.rect
        rect.setHeight(editor.sizeHint().height())
        editor.setGeometry(rect)

    def destroyEditor(self, editor: QWidget, index: _Index) -> None:
        """Forget the editor that was closed."""
        if self._open is not None and self._open[0] is editor:
            self._open = None
            self.typed.emit()
        super().destroyEditor(editor, index)

    def half_typed(self, number: int) -> dict[str, str]:
        """Return what is being typed in a row and was not taken yet, by its field."""
        if self._open is None or isinstance(self._open[0], ChoiceBox):
            return {}
        editor, index = self._open
        text = typed_text(editor)
        if index.row() != number or text == self._rows.written(index):
            return {}
        return {self._rows.fields[index.column()].id: text}

    def finish(self) -> None:
        """Take what is being typed."""
        if self._open is not None:
            self._take(self._open[0])

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Give Return and Escape their meaning; Tab and leaving the cell keep Qt's."""
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and self._open is not None
            and self._open[0] is editor
        ):
            cell, index = self._open
            if event.key() in _RETURN:
                return self._on_return(cell, index, event)
            if event.key() == Qt.Key.Key_Escape:
                self._rows.forget(index)
        return super().eventFilter(editor, event)

    def _on_return(
        self, editor: CellEditor, index: QPersistentModelIndex, event: QKeyEvent
    ) -> bool:
        modifiers = event.modifiers()
        if modifiers & Qt.KeyboardModifier.ShiftModifier and isinstance(editor, TextArea):
            return False
        if modifiers & Qt.KeyboardModifier.AltModifier:
            row = index.row()
            self._take(editor)
            self.dialog_requested.emit(row)
            return True
        text = typed_text(editor)
        definition = self._rows.fields[index.column()]
        sentence = objection(self._desk.catalogue, definition, text)
        if sentence and not isinstance(editor, ChoiceBox):
            self._rows.refuse(index, text, sentence)
            editor.setAccessibleDescription(sentence)
        else:
            self._take(editor)
        return True

    def _take(self, editor: CellEditor) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, _Hint.NoHint)

    def _editor_px(self, index: _Index) -> int:
        """Return how high the editor of a cell is; 0 without one."""
        if self._open is None or self._open[1] != index:
            return 0
        return self._open[0].sizeHint().height()
