"""One phase of a consultation: what it is about, and what is written down in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from innolab_desktop.formdefs.excerpt import excerpt
from innolab_desktop.ui.dialogs.method_dialog import MethodDialog
from innolab_desktop.ui.forms.field_editor import EditorContext
from innolab_desktop.ui.forms.form_view import FormView
from innolab_desktop.ui.pages.children.views import view_children
from innolab_desktop.ui.pages.consultation.contribution_line import (
    CONTRIBUTION,
    ContributionLine,
)
from innolab_desktop.ui.pages.consultation.phase_card import PhaseCard
from innolab_desktop.ui.widgets.boxes import column, row
from innolab_desktop.ui.widgets.button import Button

if TYPE_CHECKING:
    from innolab_desktop.formdefs.catalogues import Catalogues, Phase
    from innolab_desktop.formdefs.definition import ChildrenDefinition
    from innolab_desktop.formdefs.draft import FormDraft
    from innolab_desktop.ui.desk import Desk
    from innolab_desktop.ui.models.opened_record import OpenedRecord
    from innolab_desktop.ui.pages.children.children_view import ChildrenView

METHOD: Final = "method"


class PhaseView(QWidget):
    """Card, fields and child records of one phase.

    Attributes:
        contribution: the line for contributions, in the phase that collects them.

    Signals:
        edited: id of the field that changed.
        contribution_failed: the error that kept a contribution from being written.
        method_chosen: id of a method.
        conflict_requested, confirm_requested: id of a field the person wants to settle.
    """

    edited = Signal(str)
    contribution_failed = Signal(object)
    method_chosen = Signal(str)
    conflict_requested = Signal(str)
    confirm_requested = Signal(str)

    def __init__(
        self, desk: Desk, catalogues: Catalogues, phase: Phase, opened: OpenedRecord
    ) -> None:
        super().__init__()
        self._desk = desk
        self._catalogues = catalogues
        self._phase = phase
        self._lists: dict[str, ChildrenView] = {}
        self._card = PhaseCard()
        lines = column(self._card, spacing=0.8)
        if METHOD in phase.fields:
            choose = Button(desk.theme, self.tr("Hilfe bei der Wahl …"), "info-circle")
            choose.clicked.connect(self._choose_method)
            lines.addLayout(row(choose, None))
        self.contribution: ContributionLine | None = None
        if CONTRIBUTION in phase.fields:
            self.contribution = ContributionLine(desk, opened.record.id)
            self.contribution.failed.connect(self.contribution_failed)
            lines.addWidget(self.contribution)
        context = EditorContext(desk.theme, opened.references, desk.hints, spelling=desk.spelling)
        label = phase.subtitle or phase.label
        definition = excerpt(opened.definition, phase.fields, section_id=phase.id, label=label)
        self.form = FormView(definition, context, desk.catalogue, self._create_children)
        self.form.edited.connect(self.edited)
        self.form.conflict_requested.connect(self.conflict_requested)
        self.form.confirm_requested.connect(self.confirm_requested)
        lines.addWidget(self.form)
        lines.addStretch(1)
        self.setLayout(lines)

    def show_record(self, opened: OpenedRecord, draft: FormDraft) -> None:
        """Show the values of *draft* and edit it from now on."""
        self.form.show_opened(opened, draft)
        self.take_record(opened, draft)

    def take_record(self, opened: OpenedRecord, draft: FormDraft) -> None:
        """Edit *draft* from now on and leave the editors as they are."""
        self.form.take_draft(draft)
        for kind, children in self._lists.items():
            children.show_opened(opened, kind)
        self._card.show_phase(self._phase, self.question(draft), self._role_labels())

    def question(self, draft: FormDraft) -> str:
        """Return the guiding question: that of the phase, or of the chosen method."""
        if self._phase.question or CONTRIBUTION not in self._phase.fields:
            return self._phase.question
        chosen = draft.value(METHOD)
        found = (method for method in self._catalogues.methods if method.id == chosen)
        method = next(found, None)
        return f"{method.label}: {method.question}" if method else ""

    def _role_labels(self) -> dict[str, str]:
        return {role.id: role.label for role in self._catalogues.roles}

    def _create_children(self, entry: ChildrenDefinition) -> QWidget:
        children = view_children(self._desk, entry)
        self._lists[entry.kind] = children
        return children

    def _choose_method(self) -> None:
        block = self.form.blocks[METHOD]
        dialog = MethodDialog(
            self.window(), self._desk.theme, self._catalogues.methods, block.editor.value()
        )
        dialog.method_chosen.connect(self.method_chosen)
        dialog.open()
