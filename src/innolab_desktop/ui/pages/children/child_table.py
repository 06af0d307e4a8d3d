"""The child records of one entry of a form as a table whose cells are changed in place."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QSizePolicy
from shiboken6 import isValid

from innolab_desktop.ui.error_sentence import error_sentence
from innolab_desktop.ui.pages.children.cell_drafts import CellDrafts
from innolab_desktop.ui.pages.children.cell_table import CellTable
from innolab_desktop.ui.pages.children.child_actions import ChildActions
from innolab_desktop.ui.pages.children.child_rows import ChildRowsModel
from innolab_desktop.ui.pages.children.children_view import ChildrenView
from innolab_desktop.ui.theme.fonts import TypeSize
from innolab_desktop.ui.visible_text import single_line
from innolab_desktop.ui.widgets.boxes import column, row
from innolab_desktop.ui.widgets.button import Button
from innolab_desktop.ui.widgets.card import Card
from innolab_desktop.ui.widgets.muted import Muted
from innolab_desktop.ui.widgets.plain_label import PlainLabel
from innolab_desktop.ui.widgets.surface import horizontal_line
from innolab_desktop.ui.widgets.tool_button import ToolButton

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QFocusEvent

    from innolab_desktop.domain.records import Record, RecordId
    from innolab_desktop.domain.values import Value
    from innolab_desktop.formdefs.definition import ChildrenDefinition, FormDefinition
    from innolab_desktop.services.changes import Changes
    from innolab_desktop.services.read_models import Heads
    from innolab_desktop.services.session import Session
    from innolab_desktop.ui.desk import Desk
    from innolab_desktop.ui.pages.children.cells import ChildRow


class ChildTable(ChildrenView):
    """A card with the table, and what can be done with its current row.

    Every value that is taken is saved at once, as a change of its own.
    """

    def __init__(self, desk: Desk, entry: ChildrenDefinition) -> None:
        super().__init__()
        self._desk = desk
        self._definition: FormDefinition = desk.session.forms.form(entry.kind)
        self._act = ChildActions(desk, self._definition, self)
        self.model = ChildRowsModel(self._definition, self)
        self.table = CellTable(desk, self.model, entry.label)
        self._drafts = CellDrafts(self, desk, self.model, self.table.delegate)
        self._state = Muted(size=TypeSize.HINT)
        self._tools = self._build_tools()
        self._assemble(entry)
        self._connect()
        self._enable()

    def show_children(
        self, parent_id: RecordId, children: Sequence[Record], *, is_read_only: bool = False
    ) -> None:
        """Show *children* of the record *parent_id*, also where none of it can be changed."""
        now = (parent_id, is_read_only)
        is_new = now != (self._act.parent_id, self._act.is_read_only)
        if is_new:
            self._drafts.keep()
            self._act.parent_id, self._act.is_read_only = now
            self._state.setText("")
            for button in (self._new, *self._tools[1:]):
                button.setVisible(not is_read_only)
            self.model.clear(is_read_only=is_read_only)
        self.model.show(children)
        if is_new:
            self._drafts.look_for(None if is_read_only else parent_id)
        self._enable()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin in the table; as a proxy it would swallow the Tab key on its way to the button."""
        self.table.setFocus(event.reason())

    def finish(self) -> None:
        """Save what is being typed."""
        self._drafts.keep()
        self.table.delegate.finish()

    def _build_tools(self) -> tuple[ToolButton, ...]:
        theme = self._desk.theme
        edit = ToolButton(theme, "pencil", self.tr("Ganzen Eintrag öffnen"), self.tr("Alt+Eingabe"))
        up = ToolButton(theme, "arrow-up", self.tr("Nach oben"), self.tr("Alt+Pfeil auf"))
        down = ToolButton(theme, "arrow-down", self.tr("Nach unten"), self.tr("Alt+Pfeil ab"))
        delete = ToolButton(theme, "trash", self.tr("Löschen"))
        edit.clicked.connect(lambda: self._open(self.table.current_row))
        up.clicked.connect(lambda: self._step(self.table.current_row, -1))
        down.clicked.connect(lambda: self._step(self.table.current_row, 1))
        delete.clicked.connect(self._ask_delete)
        return (edit, up, down, delete)

    def _assemble(self, entry: ChildrenDefinition) -> None:
        label = PlainLabel(entry.label, size=TypeSize.LABEL, weight=QFont.Weight.Medium)
        label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._new = Button(self._desk.theme, self._definition.label_new, "plus")
        help_text = Muted(entry.help, size=TypeSize.HINT)
        if not entry.help:
            help_text.hide()
        head = row(label, self._new)
        head.setStretch(0, 1)
        above = column(head, help_text, margins=(0.8, 0.8, 0.8, 0.5), spacing=0.5)
        below = row(self._state, *self._tools, margins=(0.8, 0.2, 0.5, 0.2), spacing=0)
        below.setStretch(0, 1)
        self.setLayout(
            column(
                Card(column(above, horizontal_line(), self.table, below, spacing=0)),
            )
        )
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def _connect(self) -> None:
        self.model.accepted.connect(self._save)
        self.table.dialog_requested.connect(self._open)
        self.table.step_requested.connect(self._step)
        self.table.row_changed.connect(self._enable)
        self.table.delegate.begun.connect(self._look)
        self._new.clicked.connect(lambda: self.table.edit_cell(self.model.rowCount() - 1))

    def _enable(self) -> None:
        record = self._current()
        edit, up, down, delete = self._tools
        records = self.model.records
        for tool in (edit, delete):
            tool.setEnabled(record is not None)
        up.setEnabled(record is not None and record.id != records[0].id)
        down.setEnabled(record is not None and record.id != records[-1].id)

    def _current(self) -> Record | None:
        number = self.table.current_row
        return self.model.row_at(number).record if number >= 0 else None

    # --- acting on rows ---------------------------------------------------------------------

    def _open(self, number: int) -> None:
        child = self.model.row_at(number)
        if child.record is not None:
            self._act.edit(child.record)
        elif child.is_blank:
            self._act.begin()

    def _step(self, number: int, step: int) -> None:
        records = self.model.records
        record = self.model.row_at(number).record
        if record is None or self._act.is_read_only:
            return
        place = [item.id for item in records].index(record.id)
        if not 0 <= place + step < len(records):
            return
        behind = place + step if step < 0 else place + step + 1
        self._act.move(record, records[behind].id if behind < len(records) else None)

    def _ask_delete(self) -> None:
        record = self._current()
        if record is not None:
            title = single_line(self._definition.title_of(record.values))
            self._act.ask_delete(record, title or self.tr("Ohne Titel"))

    # --- saving cells -----------------------------------------------------------------------

    def _look(self, number: int) -> None:
        """Note what stands in a row when the person begins to change it."""
        child, records = self.model.row_at(number), self._desk.session.records
        record = child.record
        if record is None:
            return

        def keep(heads: Mapping[str, Heads]) -> None:
            child.seen = heads

        self._desk.jobs.run(self, lambda _job: records.heads(record.id), keep)

    def _save(self, child: ChildRow) -> None:
        """Write what waits in a row; what is typed meanwhile follows."""
        parent = self._act.parent_id
        if child.is_saving or not child.typed or parent is None:
            return
        self._state.setText(self.tr("Wird gespeichert …"))
        session, kind, written = self._desk.session, self._definition.id, dict(child.typed)
        child.saving = written
        record, seen = child.record, child.seen
        self._desk.jobs.run(
            self._desk.notifier,  # outlives the page: a save is announced even when it is gone
            self._drafts.saved_by(
                child,
                lambda: (
                    _add(session, kind, parent, written)
                    if record is None
                    else _change(session, record.id, written, seen)
                ),
            ),
            lambda outcome: self._on_saved(child, written, *outcome),
            failed=partial(self._on_failed, child, written),
            title=self.tr("Speichern"),
            keeps_work=True,
        )

    def _on_saved(
        self,
        child: ChildRow,
        written: dict[str, Value],
        changes: Changes | None,
        record: Record,
    ) -> None:
        if not isValid(self) or self.model.number_of(child) < 0:
            if changes is not None:
                self._desk.notifier.announce(changes)
            return
        self.model.saved(child, record, written)
        self._state.setText(self.tr("Gespeichert"))
        self._enable()
        if changes is not None:
            self._desk.notifier.announce(changes, self)
        self._save(child)

    def _on_failed(self, child: ChildRow, written: dict[str, Value], error: Exception) -> None:
        if isValid(self) and self.model.number_of(child) >= 0:
            self._state.setText("")
            sentence = error_sentence(self._desk.catalogue, error)
            self.model.failed(child, written, sentence)
        else:
            self._desk.jobs.failed.emit(error)


def _add(
    session: Session, kind: str, parent: RecordId, written: Mapping[str, Value]
) -> tuple[Changes | None, Record]:
    """Make the record of a new row; runs in the lane.

    Raises:
        RecordError: a value is refused.
    """
    saved = session.edits.add(kind, written, parent)
    return saved.changes, session.records.open(saved.record)


def _change(
    session: Session,
    record: RecordId,
    written: Mapping[str, Value],
    seen: Mapping[str, Heads] | None,
) -> tuple[Changes | None, Record]:
    """Save what was changed in a row; runs in the lane.

    Raises:
        RecordError: the change is refused.
    """
    changes = session.edits.save(record, written, seen=seen)
    return changes, session.records.open(record)
