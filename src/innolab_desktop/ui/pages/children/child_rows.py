"""The model of a table of child records; its last row is empty and begins a new one."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from innolab_desktop.formdefs.kinds import KINDS
from innolab_desktop.ui.pages.children.cells import ChildRow, Refused, cell_fields
from innolab_desktop.ui.theme.tokens import Tone
from innolab_desktop.ui.visible_text import single_line

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from innolab_desktop.domain.records import Record
    from innolab_desktop.domain.values import Value
    from innolab_desktop.formdefs.definition import FieldDefinition, FormDefinition

_Index = QModelIndex | QPersistentModelIndex


class CellRole(IntEnum):
    """What a cell tells its delegate beside its text."""

    NOTE = Qt.ItemDataRole.UserRole + 1
    TONE = Qt.ItemDataRole.UserRole + 2
    IS_HINT = Qt.ItemDataRole.UserRole + 3


class ChildRowsModel(QAbstractTableModel):
    """One row per child record, one column per field that lists show.

    Signals:
        accepted: the `ChildRow` in which a value waits to be saved.
    """

    accepted = Signal(object)

    def __init__(self, definition: FormDefinition, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.definition = definition
        self.fields: tuple[FieldDefinition, ...] = cell_fields(definition)
        self._is_fixed = definition.immutable
        self._rows: list[ChildRow] = [] if self._is_fixed else [ChildRow()]

    # --- reading ----------------------------------------------------------------------------

    def rowCount(self, parent: _Index | None = None) -> int:
        """Return the number of rows, with the empty one."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index | None = None) -> int:
        """Return the number of fields."""
        return 0 if parent is not None and parent.isValid() else len(self.fields)

    def row_at(self, number: int) -> ChildRow:
        """Return a row."""
        return self._rows[number]

    def number_of(self, row: ChildRow) -> int:
        """Return where a row stands; -1 if it is shown no more."""
        return next((number for number, item in enumerate(self._rows) if item is row), -1)

    @property
    def records(self) -> list[Record]:
        """The records that are shown, in their order."""
        return [row.record for row in self._rows if row.record is not None]

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Tell that a cell can be changed, unless values stand side by side in it."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        flags |= Qt.ItemFlag.ItemNeverHasChildren
        is_fixed = self._is_fixed or self._has_conflict(index)
        return flags if is_fixed else flags | Qt.ItemFlag.ItemIsEditable

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return the name of a field."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.fields[section].label if 0 <= section < len(self.fields) else None
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what *role* asks for of one cell."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        answers: Mapping[int, Callable[[], object]] = {
            Qt.ItemDataRole.DisplayRole: lambda: self.text(index) or self._hint(index),
            Qt.ItemDataRole.AccessibleTextRole: lambda: self.spoken(index),
            Qt.ItemDataRole.AccessibleDescriptionRole: lambda: self._note(index),
            CellRole.NOTE: lambda: self._note(index),
            CellRole.TONE: lambda: self._tone(index),
            CellRole.IS_HINT: lambda: not self.text(index),
        }
        answer = answers.get(role)
        return None if answer is None else answer()

    def text(self, index: _Index) -> str:
        """Return what stands in a cell, in one line."""
        return single_line(self.written(index))

    def format(self, field_id: str, value: Value) -> str:
        """Return the text that stands in a cell of this field for *value*."""
        definition = next(item for item in self.fields if item.id == field_id)
        return KINDS[definition.kind].format(definition, value)

    def written(self, index: _Index) -> str:
        """Return what stands in a cell as it was written."""
        row, definition = self._place(index)
        if definition.id in row.refused:
            return row.refused[definition.id].text
        return KINDS[definition.kind].format(definition, row.value(definition.id))

    def spoken(self, index: _Index) -> str:
        """Return what a screen reader says of a cell: its column, its row, and its text."""
        _row, definition = self._place(index)
        text = self.text(index) or self._hint(index) or self.tr("leer")
        return self.tr("{0}, Zeile {1}: {2}").format(definition.label, index.row() + 1, text)

    # --- changing ---------------------------------------------------------------------------

    def accept(self, index: _Index, value: Value) -> None:
        """Take a value that is to be saved; one that stands there already changes nothing."""
        row, definition = self._place(index)
        was_refused = row.refused.pop(definition.id, None)
        if _same(value, row.value(definition.id)):
            if was_refused is not None:
                self._tell(row)
            return
        row.typed[definition.id] = value
        self._keep_blank_row()
        self._tell(row)
        self.accepted.emit(row)

    def refuse(self, index: _Index, text: str, sentence: str) -> None:
        """Keep *text*, which cannot be taken, and say why."""
        row, definition = self._place(index)
        row.refused[definition.id] = Refused(text, sentence)
        self._keep_blank_row()
        self._tell(row)

    def forget(self, index: _Index) -> None:
        """Give back what stood in a cell before something was typed that could not be taken."""
        row, definition = self._place(index)
        if row.refused.pop(definition.id, None) is not None:
            self._tell(row)

    def saved(self, row: ChildRow, record: Record, written: dict[str, Value]) -> None:
        """Take *row* as saved up to what was typed meanwhile."""
        row.record, row.saving = record, None
        for name, value in written.items():
            if name in row.typed and _same(row.typed[name], value):
                del row.typed[name]
        self._tell(row)

    def failed(self, row: ChildRow, written: dict[str, Value], sentence: str) -> None:
        """Keep what could not be saved, and say why."""
        row.saving = None
        for name, value in written.items():
            row.typed.pop(name, None)
            row.refused[name] = Refused(self.format(name, value), sentence)
        self._tell(row)

    def clear(self, *, is_read_only: bool = False) -> None:
        """Show nothing but the empty row: another record is in front.

        Where nothing can be changed, there is no empty row either.
        """
        self.beginResetModel()
        self._is_fixed = is_read_only or self.definition.immutable
        self._rows = [] if self._is_fixed else [ChildRow()]
        self.endResetModel()

    def show(self, children: Sequence[Record]) -> None:
        """Show *children*; cells that are being changed stay as they are."""
        known = {child.id: child for child in children}
        for number in range(len(self._rows) - 1, -1, -1):
            record = self._rows[number].record
            if record is not None and record.id not in known:
                self.beginRemoveRows(QModelIndex(), number, number)
                del self._rows[number]
                self.endRemoveRows()
        for number, child in enumerate(children):
            self._put(number, child)
        self._keep_blank_row()

    # --- inside -----------------------------------------------------------------------------

    def _put(self, number: int, child: Record) -> None:
        """Let *child* stand in the row *number*."""
        at = next((i for i, row in enumerate(self._rows) if _is_of(row, child)), None)
        if at is None:
            self.beginInsertRows(QModelIndex(), number, number)
            self._rows.insert(number, ChildRow(child))
            self.endInsertRows()
            return
        if at != number:
            self.beginMoveRows(QModelIndex(), at, at, QModelIndex(), number)
            self._rows.insert(number, self._rows.pop(at))
            self.endMoveRows()
        row = self._rows[number]
        if row.record != child:
            row.record = child
            self._tell(row)

    def _keep_blank_row(self) -> None:
        """Let exactly one empty row stand at the end."""
        if self._is_fixed or (self._rows and self._rows[-1].is_blank):
            return
        self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows))
        self._rows.append(ChildRow())
        self.endInsertRows()

    def _place(self, index: _Index) -> tuple[ChildRow, FieldDefinition]:
        return self._rows[index.row()], self.fields[index.column()]

    def _has_conflict(self, index: _Index) -> bool:
        row, definition = self._place(index)
        return row.record is not None and definition.id in row.record.conflicts

    def _hint(self, index: _Index) -> str:
        begins = not index.column() and self._rows[index.row()].is_blank
        return self.tr("{0} …").format(self.definition.label_new) if begins else ""

    def _note(self, index: _Index) -> str:
        row, definition = self._place(index)
        if definition.id in row.refused:
            return row.refused[definition.id].sentence
        if self._has_conflict(index):
            return self.tr("Hier stehen verschiedene Angaben nebeneinander.")
        return ""

    def _tone(self, index: _Index) -> Tone | None:
        row, definition = self._place(index)
        if definition.id in row.refused:
            return Tone.BAD
        return Tone.WARN if self._has_conflict(index) else None

    def _tell(self, row: ChildRow) -> None:
        number = self.number_of(row)
        self.dataChanged.emit(self.index(number, 0), self.index(number, len(self.fields) - 1))


def _is_of(row: ChildRow, child: Record) -> bool:
    return row.record is not None and row.record.id == child.id


def _same(left: Value, right: Value) -> bool:
    nothing = (None, "", ())
    return left == right or (left in nothing and right in nothing)
