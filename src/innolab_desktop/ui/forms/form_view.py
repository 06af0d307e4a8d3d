"""Shows a form definition and edits a draft of its values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from innolab_desktop.domain.errors import FormError
from innolab_desktop.formdefs.advice import ADVISERS, advice_on
from innolab_desktop.formdefs.definition import ChildrenDefinition
from innolab_desktop.formdefs.draft import unread
from innolab_desktop.ui.forms.field_block import FieldBlock
from innolab_desktop.ui.forms.section_grid import SectionGrid
from innolab_desktop.ui.widgets.boxes import column
from innolab_desktop.ui.widgets.heading import Heading
from innolab_desktop.ui.widgets.muted import Muted

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from innolab_desktop.domain.values import Value
    from innolab_desktop.formdefs.definition import FormDefinition, Section
    from innolab_desktop.formdefs.draft import FormDraft
    from innolab_desktop.formdefs.problem import Problem
    from innolab_desktop.services.error_catalogue import ErrorCatalogue
    from innolab_desktop.ui.forms.field_editor import EditorContext
    from innolab_desktop.ui.models.opened_record import OpenedRecord

_WIDE = 2


class FormView(QWidget):
    """Sections with their fields and child lists, in reading order.

    Args:
        create_children: makes the widget that lists the child records of an entry.

    Signals:
        edited: id of the field whose value in the draft changed.
        conflict_requested, confirm_requested: id of the field the person wants to settle.
    """

    edited = Signal(str)
    conflict_requested = Signal(str)
    confirm_requested = Signal(str)

    def __init__(
        self,
        definition: FormDefinition,
        context: EditorContext,
        catalogue: ErrorCatalogue,
        create_children: Callable[[ChildrenDefinition], QWidget],
    ) -> None:
        super().__init__()
        self._context = context
        self._catalogue = catalogue
        self._create_children = create_children
        self._draft: FormDraft | None = None
        self.blocks: dict[str, FieldBlock] = {}
        self._headings: dict[str, Heading] = {}
        self._places: dict[str, QWidget] = {}
        self._parts = [(section, self._section(section)) for section in definition.sections]
        self.setLayout(column(*(part for _section, part in self._parts), None, spacing=1.6))

    def show_opened(self, opened: OpenedRecord, draft: FormDraft) -> None:
        """Show a record with the values of *draft*."""
        self.show_draft(
            draft,
            computed=opened.computed,
            conflicts=opened.record.conflicts,
            merged=opened.record.merged,
            is_read_only=opened.is_read_only,
        )

    def show_draft(
        self,
        draft: FormDraft,
        *,
        computed: Mapping[str, Value] | None = None,
        conflicts: Collection[str] = (),
        merged: Collection[str] = (),
        is_read_only: bool = False,
    ) -> None:
        """Show the values of *draft* and edit it from now on, unless it is only to be read."""
        self._draft = draft
        for field_id, block in self.blocks.items():
            if block.definition.kind == "computed":
                block.editor.set_value((computed or {}).get(field_id))
                continue
            block.editor.take_saved(draft.saved_value(field_id))
            block.editor.set_value(draft.value(field_id))
            block.show_problem("")
            has_conflict = field_id in conflicts
            is_merged = field_id in merged
            block.show_state(
                has_conflict=has_conflict, is_merged=is_merged, is_read_only=is_read_only
            )
            block.editor.set_read_only(has_conflict or is_read_only)
        self.show_problems(draft.problems())
        self._advise()
        self._show_sections()

    def take_draft(self, draft: FormDraft) -> None:
        """Edit *draft* from now on; the editors go on showing what they show."""
        self._draft = draft
        for field_id, block in self.blocks.items():
            block.editor.take_saved(draft.saved_value(field_id))

    def show_computed(self, computed: Mapping[str, Value]) -> None:
        """Show the results of rules."""
        for field_id, block in self.blocks.items():
            if block.definition.kind == "computed":
                block.editor.set_value(computed.get(field_id))

    def show_problems(self, problems: Iterable[Problem]) -> None:
        """Say under each field what is wrong with it."""
        found = tuple(problems)
        for block in self.blocks.values():
            self._say_problem(block, found)

    @property
    def sections(self) -> Mapping[str, Heading]:
        """The headings by the ids of their sections."""
        return self._headings

    def first_open_field(self) -> str:
        """Return the id of the first field that waits for an answer, else of the first one."""
        names = [name for name, block in self.blocks.items() if block.definition.kind != "computed"]
        draft = self._draft
        return next((name for name in names if draft and not draft.value(name)), names[0])

    def focus_entry(self, name: str) -> QWidget | None:
        """Bring the cursor into a field, or to a list of child records, and return its place."""
        block, place = self.blocks.get(name), self._places.get(name)
        target = block.editor.first_widget if block is not None else place
        if target is not None:
            target.setFocus()
        return place

    def _section(self, section: Section) -> QWidget:
        heading = Heading(section.label, 2)
        if not section.label:
            heading.hide()
        self._headings[section.id] = heading
        entries: list[tuple[QWidget, int]] = []
        for entry in section.entries:
            if isinstance(entry, ChildrenDefinition):
                self._places[entry.name] = self._create_children(entry)
                entries.append((self._places[entry.name], _WIDE))
            elif entry.retired_in is None and entry.editor != "hidden":
                self._places[entry.name] = self._block(FieldBlock(entry, self._context))
                entries.append((self._places[entry.name], entry.span))
        help_text = Muted(section.help)
        if not section.help:
            help_text.hide()
        part = QWidget()
        part.setLayout(column(heading, help_text, SectionGrid(entries), spacing=0.6))
        return part

    def _block(self, block: FieldBlock) -> FieldBlock:
        self.blocks[block.definition.id] = block
        block.editor.edited.connect(lambda: self._take(block))
        block.conflict_requested.connect(self.conflict_requested)
        block.confirm_requested.connect(self.confirm_requested)
        return block

    def _take(self, block: FieldBlock) -> None:
        if self._draft is None:
            return
        field_id = block.definition.id
        try:
            self._draft.set(field_id, block.editor.value())
        except FormError:
            self._draft.set(field_id, unread(block.editor.typed_text()))
        self._say_problem(block, self._draft.problems())
        self._advise()
        self._show_sections()
        self.edited.emit(field_id)

    def _advise(self) -> None:
        if self._draft is None or self._context.hints is None:
            return
        values = self._draft.values()
        for block in self.blocks.values():
            if block.definition.editor in ADVISERS:
                advice = advice_on(block.definition, values)
                block.show_advice(self._context.hints.sentences(advice))

    def _show_sections(self) -> None:
        if self._draft is not None:
            values = self._draft.values()
            for section, part in self._parts:
                part.setVisible(section.is_shown(values))

    def _say_problem(self, block: FieldBlock, problems: Sequence[Problem]) -> None:
        problem = next((item for item in problems if item.field == block.definition.id), None)
        if problem is None:
            block.show_problem("")
            return
        try:
            block.editor.value()
        except FormError as error:  # it knows better what is wrong with the text
            self._say(block, error.code, error.params)
        else:
            self._say(block, problem.code, problem.params)

    def _say(self, block: FieldBlock, code: str, params: Mapping[str, str | int]) -> None:
        filled = {"field": block.definition.label, **params}
        block.show_problem(self._catalogue.describe_code(code, filled).what)
