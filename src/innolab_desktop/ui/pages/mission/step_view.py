"""One step of the path: its question, its entries, and what helps to answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget

from innolab_desktop.formdefs.excerpt import excerpt
from innolab_desktop.ui.forms.field_editor import EditorContext
from innolab_desktop.ui.forms.form_view import FormView
from innolab_desktop.ui.pages.children.views import view_children
from innolab_desktop.ui.pages.mission.missing_card import MissingCard
from innolab_desktop.ui.pages.mission.sentence_card import SentenceCard
from innolab_desktop.ui.pages.mission.steps import CHECK, STATEMENT
from innolab_desktop.ui.theme.fonts import TypeSize
from innolab_desktop.ui.widgets.boxes import column
from innolab_desktop.ui.widgets.card import Card
from innolab_desktop.ui.widgets.muted import Muted
from innolab_desktop.ui.widgets.plain_label import PlainLabel

if TYPE_CHECKING:
    from innolab_desktop.formdefs.definition import ChildrenDefinition
    from innolab_desktop.formdefs.draft import FormDraft
    from innolab_desktop.ui.desk import Desk
    from innolab_desktop.ui.models.opened_record import OpenedRecord
    from innolab_desktop.ui.pages.children.children_view import ChildrenView
    from innolab_desktop.ui.pages.mission.steps import GuideStep


class StepView(QWidget):
    """Asks for the entries of one step.

    Signals:
        edited: id of the field that changed.
        composed: the sentence that is to become the mission.
        entry_requested: name of an entry that is missing and may be in another step.
        links_changed: other links are shown than before.
        conflict_requested, confirm_requested: id of a field the person wants to settle.
    """

    edited = Signal(str)
    composed = Signal(str)
    entry_requested = Signal(str)
    links_changed = Signal()
    conflict_requested = Signal(str)
    confirm_requested = Signal(str)

    def __init__(self, desk: Desk, step: GuideStep, opened: OpenedRecord) -> None:
        super().__init__()
        self._desk = desk
        self._step = step
        self._opened = opened
        self._draft: FormDraft | None = None
        self._lists: dict[str, ChildrenView] = {}
        definition = excerpt(opened.definition, step.names, section_id=step.id, label="")
        context = EditorContext(desk.theme, opened.references, desk.hints, spelling=desk.spelling)
        self.form = FormView(definition, context, desk.catalogue, self._create_children)
        self.form.edited.connect(self._on_edited)
        self.form.conflict_requested.connect(self.conflict_requested)
        self.form.confirm_requested.connect(self.confirm_requested)
        self.sentence: SentenceCard | None = None
        self.missing: MissingCard | None = None
        question = PlainLabel(step.question, size=TypeSize.HEADING, weight=QFont.Weight.DemiBold)
        lines = column(
            Card(column(question, Muted(step.advice), margins=0.9, spacing=0.4)), spacing=0.8
        )
        if STATEMENT in step.names:
            self.sentence = SentenceCard(desk, opened.record.id)
            self.sentence.composed.connect(self.composed)
            lines.addWidget(self.sentence)
        lines.addWidget(self.form)
        if CHECK in step.names:
            self.missing = MissingCard(desk.theme, opened.definition)
            self.missing.chosen.connect(self.entry_requested)
            lines.addWidget(self.missing)
        lines.addStretch(1)
        self.setLayout(lines)

    def focus(self, entry: str) -> QWidget | None:
        """Bring the cursor to an entry, or to the first one, and return what is to be seen."""
        if entry:
            return self.form.focus_entry(entry)
        has_sentence = self._draft is not None and self._draft.value(STATEMENT)
        if self.sentence is not None and not has_sentence:
            self.sentence.parts[0].setFocus()
        else:
            self.form.focus_entry(self._step.names[0])
        return self.focusWidget()

    def show_record(self, opened: OpenedRecord, draft: FormDraft) -> None:
        """Show the values of *draft* and edit it from now on."""
        self.form.show_opened(opened, draft)
        self.take_record(opened, draft)

    def take_record(self, opened: OpenedRecord, draft: FormDraft) -> None:
        """Edit *draft* from now on and leave the editors as they are."""
        self._opened, self._draft = opened, draft
        self.form.take_draft(draft)
        self.form.show_computed(opened.computed)
        for kind, children in self._lists.items():
            children.show_opened(opened, kind)
        self._show_missing()

    def _create_children(self, entry: ChildrenDefinition) -> QWidget:
        children = view_children(self._desk, entry)
        self._lists[entry.kind] = children
        return children

    def _on_edited(self, field_id: str) -> None:
        self._show_missing()
        self.edited.emit(field_id)

    def _show_missing(self) -> None:
        if self.missing is None or self._draft is None:
            return
        problems = self._draft.problems("binding", child_counts=self._opened.child_counts)
        if self.missing.show_problems(problems):
            self.links_changed.emit()
