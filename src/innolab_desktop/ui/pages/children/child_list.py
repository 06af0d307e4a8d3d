"""The child records of one entry of a form as a list: add, open, order, delete."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from innolab_desktop.formdefs.kinds import KINDS
from innolab_desktop.ui.pages.children.child_actions import ChildActions
from innolab_desktop.ui.pages.children.children_view import ChildrenView
from innolab_desktop.ui.record_status import status_chip
from innolab_desktop.ui.theme.fonts import TypeSize
from innolab_desktop.ui.visible_text import single_line
from innolab_desktop.ui.widgets.boxes import clear, column, row
from innolab_desktop.ui.widgets.button import Button
from innolab_desktop.ui.widgets.card import Card
from innolab_desktop.ui.widgets.chip import Chip
from innolab_desktop.ui.widgets.muted import Muted
from innolab_desktop.ui.widgets.plain_label import PlainLabel
from innolab_desktop.ui.widgets.tool_button import ToolButton

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QFocusEvent

    from innolab_desktop.domain.records import Record, RecordId
    from innolab_desktop.formdefs.definition import ChildrenDefinition, FormDefinition
    from innolab_desktop.ui.desk import Desk

_MOST_META = 3


class ChildList(ChildrenView):
    """A card with one row per child record and a button for a new one."""

    def __init__(self, desk: Desk, entry: ChildrenDefinition) -> None:
        super().__init__()
        self._desk = desk
        self._definition: FormDefinition = desk.session.forms.form(entry.kind)
        self._act = ChildActions(desk, self._definition, self)
        self._children: Sequence[Record] = ()
        self._rows: QVBoxLayout = column(spacing=0.5)
        label = PlainLabel(entry.label, size=TypeSize.LABEL, weight=QFont.Weight.Medium)
        label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._new = Button(desk.theme, self._definition.label_new, "plus")
        self._new.clicked.connect(self._act.begin)
        help_text = Muted(entry.help, size=TypeSize.HINT)
        if not entry.help:
            help_text.hide()
        head = row(label, self._new)
        head.setStretch(0, 1)
        content = column(head, help_text, self._rows, margins=0.8, spacing=0.5)
        self.setLayout(column(Card(content)))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin with what adds an entry, or opens the first one where none can be added."""
        first = self.findChild(ToolButton) if self._act.is_read_only else self._new
        if first is not None:
            first.setFocus(event.reason())

    def show_children(
        self, parent_id: RecordId, children: Sequence[Record], *, is_read_only: bool = False
    ) -> None:
        """Show *children* of the record *parent_id*, also where none of it can be changed."""
        now = (parent_id, is_read_only, tuple(children))
        if now == (self._act.parent_id, self._act.is_read_only, tuple(self._children)):
            return
        self._act.parent_id, self._act.is_read_only, self._children = now
        self._new.setVisible(not is_read_only)
        clear(self._rows)
        for index, child in enumerate(children):
            self._rows.addWidget(self._row(index, child))
        if not children:
            self._rows.addWidget(Muted(self.tr("Noch nichts eingetragen.")))
        before: QWidget = self._new
        for button in self.findChildren(ToolButton):  # made after everything else in the form
            QWidget.setTabOrder(before, button)
            before = button

    def _row(self, index: int, child: Record) -> QWidget:
        theme = self._desk.theme
        title = single_line(self._definition.title_of(child.values)) or self.tr("Ohne Titel")
        words = column(PlainLabel(title), spacing=0.1)
        if meta := self._meta(child):
            words.addWidget(Muted(meta))
        line = QFrame()
        line.setAccessibleName(title)
        buttons = row(spacing=0)
        status = child.values.get("status")
        chip = status_chip(self._definition, status) if isinstance(status, str) else None
        if chip is not None:
            buttons.addWidget(Chip(theme, *chip))
        for icon, text, act, enabled in self._actions(index, child, title):
            button = ToolButton(theme, icon, text)
            button.setEnabled(enabled)
            button.clicked.connect(act)
            buttons.addWidget(button)
        content = row(words, buttons)
        content.setStretch(0, 1)
        line.setLayout(content)
        return line

    def _actions(
        self, index: int, child: Record, title: str
    ) -> tuple[tuple[str, str, Callable[[], None], bool], ...]:
        def edit() -> None:
            self._act.edit(child)

        if self._act.is_read_only:
            return (("eye", self.tr("„{0}“ ansehen").format(title), edit, True),)
        change = ("pencil", self.tr("„{0}“ bearbeiten").format(title), edit, True)
        if self._definition.immutable:
            return (change,)
        return (
            change,
            (
                "arrow-up",
                self.tr("„{0}“ nach oben").format(title),
                lambda: self._move(child, index - 1),
                index > 0,
            ),
            (
                "arrow-down",
                self.tr("„{0}“ nach unten").format(title),
                lambda: self._move(child, index + 2),
                index < len(self._children) - 1,
            ),
            (
                "trash",
                self.tr("„{0}“ löschen").format(title),
                lambda: self._act.ask_delete(child, title),
                True,
            ),
        )

    def _meta(self, child: Record) -> str:
        parts: list[str] = []
        for field in self._definition.list_columns():
            if field.id not in {self._definition.title_field, "status"}:
                text = KINDS[field.kind].format(field, child.values.get(field.id))
                if text and field.kind != "reference":
                    parts.append(f"{field.label}: {single_line(text)}")
        return " · ".join(parts[:_MOST_META])

    def _move(self, child: Record, to: int) -> None:
        self._act.move(child, self._children[to].id if to < len(self._children) else None)
