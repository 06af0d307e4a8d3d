"""Second step of a release: what goes along, field by field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from innolab_desktop.ui.counting import counted
from innolab_desktop.ui.dialogs.release.begun_release import Ticks
from innolab_desktop.ui.visible_text import single_line
from innolab_desktop.ui.widgets.boxes import clear, column, panel, row
from innolab_desktop.ui.widgets.button import Button
from innolab_desktop.ui.widgets.card import Card
from innolab_desktop.ui.widgets.choice_line import ChoiceLine
from innolab_desktop.ui.widgets.heading import Heading
from innolab_desktop.ui.widgets.muted import Muted
from innolab_desktop.ui.widgets.plain_label import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QLayout

    from innolab_desktop.domain.records import RecordId
    from innolab_desktop.services.release_plan import (
        FieldKey,
        PlannedField,
        PlannedRecord,
        ReleasePlan,
    )
    from innolab_desktop.ui.theme.theme import Theme

_LONGEST_VALUE = 160


class FieldStep(QWidget):
    """A card for the record and one for each of its children.

    Signals:
        edited: somebody ticked, or took a tick away.
    """

    edited = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._fields: dict[FieldKey, ChoiceLine] = {}
        self._children: dict[RecordId, ChoiceLine] = {}
        self._released: frozenset[RecordId] = frozenset()
        self._begun = Ticks()
        self._cards = column(spacing=0.7)
        self._all = Button(theme, self.tr("Alles auswählen"))
        self._none = Button(theme, self.tr("Nichts auswählen"))
        self._all.clicked.connect(lambda: self.set_all(True))
        self._none.clicked.connect(lambda: self.set_all(False))
        hint = PlainLabel(
            self.tr("Freie Texte gehen nur mit, wenn Sie sie ankreuzen. Alles andere bleibt hier.")
        )
        buttons = row(self._all, self._none, None)
        self.setLayout(
            column(hint, buttons, self._cards, None, margins=(0, 0, 0.6, 0), spacing=0.7)
        )

    @property
    def ticks(self) -> Ticks:
        """What is ticked."""
        if not (self._fields or self._children):
            return self._begun
        fields = frozenset(key for key, line in self._fields.items() if line.is_checked)
        children = frozenset(key for key, line in self._children.items() if line.is_checked)
        return Ticks(fields, children, self._released - children)

    def begin_with(self, ticks: Ticks) -> None:
        """Tick this in the next plan that is shown."""
        clear(self._cards)
        self._fields.clear()
        self._children.clear()
        self._begun = ticks

    @property
    def first_widget(self) -> QWidget:
        """What the keyboard begins with."""
        return self._all

    def show_plan(self, plan: ReleasePlan) -> None:
        """Show what can leave; what was ticked before stays ticked."""
        ticked = self.ticks
        self.begin_with(ticked)
        for record in plan.records:
            self._cards.addWidget(self._card(record, is_root=record is plan.root))
        for key, line in self._fields.items():
            line.set_checked(key in ticked.fields)
        known = {record.source for record in plan.records if not record.is_new}
        self._released = frozenset(known & self._children.keys())
        for child in ticked.children | self._released - ticked.left_out:
            if child in self._children:
                self._children[child].set_checked(True)
        has_choices = bool(self._fields or self._children)
        self._all.setVisible(has_choices)
        self._none.setVisible(has_choices)

    def _card(self, record: PlannedRecord, *, is_root: bool) -> Card:
        title = f"{record.form.label}: {single_line(record.title) or self.tr('Ohne Titel')}"
        inside = column(spacing=0.4)
        fixed = [f for f in record.fields if f.is_fixed and f.is_changed]
        if fixed:
            names = ", ".join(item.field.label for item in fixed)
            inside.addWidget(Muted(self.tr("Geht immer mit: {0}").format(names)))
        for item in record.fields:
            if not item.is_fixed and item.is_changed:
                inside.addLayout(self._line(record, item))
        self._add_rest(inside.addWidget, record)
        holder = panel(inside)
        if is_root:
            return Card(column(Heading(title, 3), holder, margins=0.8, spacing=0.4))
        head = ChoiceLine(self._theme, title)
        self._children[record.source] = head
        head.toggled.connect(holder.setVisible)
        head.button.clicked.connect(self.edited)
        holder.setVisible(False)
        return Card(column(head, holder, margins=0.8, spacing=0.4))

    def _line(self, record: PlannedRecord, item: PlannedField) -> QLayout:
        line = ChoiceLine(self._theme, item.field.label)
        line.button.clicked.connect(self.edited)
        self._fields[record.source, item.field.id] = line
        texts = [_short(item.shown) or self.tr("(leer)")]
        if item.is_edited_there:
            text = self.tr("Dort inzwischen geändert in: {0}. Angekreuzt wird das ersetzt.")
            texts.append(text.format(_short(item.released) or self.tr("(leer)")))
        elif item.released:
            texts.append(self.tr("Bisher freigegeben: {0}").format(_short(item.released)))
        line.button.setAccessibleDescription(" ".join(texts))
        return column(line, *(_indented(Muted(text)) for text in texts), spacing=0.1)

    def _add_rest(self, add: Callable[[QWidget], None], record: PlannedRecord) -> None:
        unchanged = sum(not item.is_changed for item in record.fields)
        if unchanged:
            fields = counted(unchanged, self.tr("Angabe"), self.tr("Angaben"))
            add(Muted(self.tr("Schon so freigegeben: {0}").format(fields)))
        offered = {item.field.label for item in record.fields}
        for left in record.stays:
            if left.what not in offered:
                text = self.tr("Bleibt hier: {0}. {1}").format(single_line(left.what), left.why)
                add(Muted(text))

    def set_all(self, checked: bool) -> None:  # noqa: FBT001 - a setter in Qt's manner
        """Tick everything, or nothing."""
        for line in (*self._children.values(), *self._fields.values()):
            line.set_checked(checked)
        self.edited.emit()


def _indented(widget: QWidget) -> QLayout:
    return row(widget, margins=(2, 0, 0, 0))


def _short(text: str) -> str:
    line = single_line(text)
    return line if len(line) <= _LONGEST_VALUE else line[:_LONGEST_VALUE].rstrip() + " …"
