"""The widgets that stand in a cell while it is changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from innolab_desktop.ui.pages.children.cells import CHOSEN_KINDS, offered
from innolab_desktop.ui.spelling.spell_menu import check_spelling
from innolab_desktop.ui.widgets.combo_box import ComboBox
from innolab_desktop.ui.widgets.text_area import TextArea
from innolab_desktop.ui.widgets.text_line import TextLine

if TYPE_CHECKING:
    from innolab_desktop.domain.values import Value
    from innolab_desktop.formdefs.definition import FieldDefinition
    from innolab_desktop.ui.spelling.spell_desk import SpellDesk
    from innolab_desktop.ui.theme.theme import Theme

_ROWS = 2


class ChoiceBox(ComboBox):
    """A combo box that tells when something was taken from its list.

    Signals:
        taken: an entry of the open list was chosen.
    """

    taken = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._is_open = False
        self.activated.connect(self._on_activated)

    def showPopup(self) -> None:
        """Open the list."""
        self._is_open = True
        super().showPopup()

    def hidePopup(self) -> None:
        """Close the list; what was chosen in it is told after that."""
        super().hidePopup()
        QTimer.singleShot(0, self, self._close)

    def _close(self) -> None:
        self._is_open = False

    def _on_activated(self, _row: int) -> None:
        if self._is_open:  # an arrow key on the closed box only looks for the right entry
            self.taken.emit()


CellEditor: TypeAlias = QLineEdit | TextArea | ChoiceBox


def create_cell_editor(
    definition: FieldDefinition, parent: QWidget, theme: Theme, spelling: SpellDesk | None
) -> CellEditor:
    """Return the widget that changes a value of the field."""
    if definition.kind in CHOSEN_KINDS:
        box = ChoiceBox(theme, parent)
        box.addItem("–", None)
        for value, label in offered(definition):
            box.addItem(label, value)
        return box
    editor = TextArea(_ROWS, parent) if definition.kind == "long_text" else TextLine(parent)
    if spelling is not None and definition.kind in {"text", "long_text"}:
        check_spelling(editor, spelling, theme)
    if definition.kind == "date" and isinstance(editor, QLineEdit):
        editor.setPlaceholderText(_tr("TT.MM.JJJJ"))
    return editor


def fill_editor(editor: CellEditor, text: str, value: Value) -> None:
    """Show what stands in the cell: *text* to be changed, or the choice of *value*."""
    if isinstance(editor, ChoiceBox):
        row = editor.findData(value) if value is not None else 0
        if row < 0:  # a retired or unknown answer
            editor.addItem(text, value)
            row = editor.count() - 1
        editor.setCurrentIndex(row)
    elif isinstance(editor, TextArea):
        editor.show_text(text)
        editor.selectAll()
    else:
        editor.setText(text)
        editor.selectAll()


def typed_text(editor: CellEditor) -> str:
    """Return what was typed; "" for a choice."""
    if isinstance(editor, TextArea):
        return editor.toPlainText()
    return editor.text() if isinstance(editor, QLineEdit) else ""


def _tr(text: str) -> str:
    return QCoreApplication.translate("CellEditors", text)
