"""The table itself: keys, widths of columns, and as many lines as there are rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QScrollArea,
    QSizePolicy,
    QTableView,
)

from innolab_desktop.ui.pages.children.cell_delegate import CellDelegate
from innolab_desktop.ui.theme.fonts import em_px
from innolab_desktop.ui.widgets.boxes import has_keyboard

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent, QWheelEvent
    from PySide6.QtWidgets import QWidget

    from innolab_desktop.ui.desk import Desk
    from innolab_desktop.ui.pages.children.child_rows import ChildRowsModel

_LEAST_EM: Final = {"text": 9.0, "long_text": 11.0, "choice": 8.5, "scale": 9.0, "date": 6.5}
_OTHER_EM: Final = 6.0
_GROWING: Final = frozenset({"text", "long_text"})
_MOST_HIGH_EM: Final = 60
_AROUND_EM: Final = 3
_Triggers = QAbstractItemView.EditTrigger
_RETURN = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class CellTable(QTableView):
    """A table whose cells open with F2, Return, a double click, or by typing.

    Signals:
        dialog_requested: number of the row whose record should open with all of its fields.
        step_requested: number of a row, and by how many places it should move.
        row_changed: another row is the current one.
    """

    dialog_requested = Signal(int)
    step_requested = Signal(int, int)
    row_changed = Signal()

    def __init__(self, desk: Desk, model: ChildRowsModel, name: str) -> None:
        super().__init__()
        self._rows = model
        self.setModel(model)
        self.delegate = CellDelegate(self, desk, model)
        self.setItemDelegate(self.delegate)
        self.setAccessibleName(name)
        self.setAccessibleDescription(
            self.tr("Eingabe oder F2 ändert eine Zelle, Alt+Eingabe öffnet den ganzen Eintrag.")
        )
        self.setEditTriggers(
            _Triggers.DoubleClicked | _Triggers.EditKeyPressed | _Triggers.AnyKeyPressed
        )
        self._shape()
        model.dataChanged.connect(self.fit_rows)
        for grown in (model.rowsInserted, model.rowsRemoved, model.rowsMoved, self.delegate.grown):
            grown.connect(self.fit_rows)
        self.delegate.dialog_requested.connect(self.dialog_requested)
        self.selectionModel().currentRowChanged.connect(self.row_changed)
        self.selectionModel().currentChanged.connect(self._follow)
        desk.theme.changed.connect(self._fit)

    @property
    def current_row(self) -> int:
        """The number of the current row, -1 without one."""
        return self.currentIndex().row()

    def edit_cell(self, row: int, column: int = 0) -> None:
        """Begin to change a cell."""
        self.setFocus()
        self.setCurrentIndex(self._rows.index(row, column))
        self.edit(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Return open a cell, Alt+Return the record, and Alt with arrows move it."""
        key, row = Qt.Key(event.key()), self.current_row
        with_alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if row < 0 or not (key in _RETURN or (with_alt and key in _STEPS)):
            super().keyPressEvent(event)
        elif key in _STEPS:
            self.step_requested.emit(row, _STEPS[key])
        elif with_alt:
            self.dialog_requested.emit(row)
        elif self.state() != QAbstractItemView.State.EditingState:
            self.edit(self.currentIndex())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show which cell the keys go to."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._rows.rowCount():
            self.setCurrentIndex(self._rows.index(0, 0))

    def closeEditor(self, editor: QWidget, hint: CellDelegate.EndEditHint) -> None:
        """Close an editor; after the last cell Tab does not begin anew with the first one."""
        last = self._rows.index(self._rows.rowCount() - 1, self._rows.columnCount() - 1)
        is_end = self.currentIndex() == last and hint == CellDelegate.EndEditHint.EditNextItem
        super().closeEditor(editor, CellDelegate.EndEditHint.NoHint if is_end else hint)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the cell, and in it the list of choices at once."""
        self.delegate.opens_lists = True
        super().mouseDoubleClickEvent(event)
        self.delegate.opens_lists = False

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page while all rows are shown."""
        if self.verticalScrollBar().maximum() == 0:
            event.ignore()
        else:
            super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the columns their share of the width."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fit()

    def sizeHint(self) -> QSize:
        """Return the height of all rows, within limits."""
        frame = 2 * self.frameWidth()
        bar = self.horizontalScrollBar()
        below = bar.sizeHint().height() if bar.maximum() > 0 else 0
        rows = self.verticalHeader().length()
        height = self.horizontalHeader().sizeHint().height() + rows + below + frame
        return QSize(em_px(24), min(height, em_px(_MOST_HIGH_EM)))

    def minimumSizeHint(self) -> QSize:
        """Return a width that fits into narrow windows."""
        return QSize(em_px(8), self.sizeHint().height())

    def fit_rows(self) -> None:
        """Make every row as high as its texts."""
        self.resizeRowsToContents()
        self.updateEditorGeometries()
        self.updateGeometry()

    def _follow(self) -> None:
        """Let the page around the table show the cell that the keys go to."""
        page = self._page_around()
        content = page.widget() if page is not None else None
        if page is not None and content is not None and has_keyboard(self):
            cell = self.visualRect(self.currentIndex())
            centre = self.viewport().mapTo(content, cell.center())
            page.ensureVisible(centre.x(), centre.y(), 0, em_px(_AROUND_EM) + cell.height() // 2)

    def _page_around(self) -> QScrollArea | None:
        holder: QWidget | None = self.parentWidget()
        while holder is not None and not isinstance(holder, QScrollArea):
            holder = holder.parentWidget()
        return holder

    def _shape(self) -> None:
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(em_px(1))
        self.setTabKeyNavigation(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        sections = self.horizontalHeader()
        sections.setHighlightSections(False)
        sections.setSectionsClickable(False)
        sections.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        sections.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)

    def _fit(self) -> None:
        """Share the width among the columns: texts take what the others leave."""
        kinds = [definition.kind for definition in self._rows.fields]
        widths = [em_px(_LEAST_EM.get(kind, _OTHER_EM)) for kind in kinds]
        growing = [number for number, kind in enumerate(kinds) if kind in _GROWING]
        spare = self.viewport().width() - sum(widths)
        if spare > 0 and growing:
            for number in growing:
                widths[number] += spare // len(growing)
            widths[growing[0]] += spare % len(growing)
        for number, width in enumerate(widths):
            self.setColumnWidth(number, width)
        self.fit_rows()
