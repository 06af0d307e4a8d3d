"""What can be done with child records: begin, open, order, delete."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from innolab_desktop.ui.dialogs.catalogue_dialog import CatalogueDialog, catalogue_of
from innolab_desktop.ui.dialogs.child_dialog import ChildDialog
from innolab_desktop.ui.dialogs.message_dialog import MessageDialog
from innolab_desktop.ui.going_along import going_along
from innolab_desktop.ui.models.opened_record import read_references

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

    from innolab_desktop.domain.records import Record, RecordId
    from innolab_desktop.domain.values import Value
    from innolab_desktop.formdefs.definition import FormDefinition
    from innolab_desktop.services.changes import Changes
    from innolab_desktop.services.read_models import Heads
    from innolab_desktop.ui.desk import Desk


class ChildActions(QObject):
    """Acts on the child records of one kind.

    Args:
        view: shows them; dialogs open above its window.

    Attributes:
        parent_id: the record that they belong to, once it is known.
        is_read_only: none of them can be changed.
    """

    def __init__(self, desk: Desk, definition: FormDefinition, view: QWidget) -> None:
        super().__init__(view)
        self._desk = desk
        self._definition = definition
        self._view = view
        self.parent_id: RecordId | None = None
        self.is_read_only = False

    def begin(self) -> None:
        """Make a new child; where there is a catalogue, what it is about comes first."""
        catalogue = catalogue_of(self._definition)
        if catalogue is None:
            self.edit(None)
            return
        dialog = CatalogueDialog(self._view.window(), self._desk.theme, self._definition, catalogue)
        dialog.entry_chosen.connect(partial(self.edit, None))
        dialog.open()

    def edit(self, child: Record | None, begun: Mapping[str, Value] | None = None) -> None:
        """Open a child, or a new one that was *begun* with values, with all of its fields."""
        session, definition = self._desk.session, self._definition

        def read() -> tuple[Mapping[str, tuple[tuple[str, str], ...]], Mapping[str, Heads] | None]:
            heads = session.records.heads(child.id) if child is not None else None
            return read_references(session, definition), heads

        self._desk.jobs.run(
            self, lambda _job: read(), lambda found: self._open(child, *found, begun)
        )

    def move(self, child: Record, before: RecordId | None) -> None:
        """Put a child ahead of its sibling *before*, or last."""
        edits = self._desk.session.edits
        self._desk.jobs.run(self, lambda _job: edits.move(child.id, before), self._announce)

    def ask_delete(self, child: Record, title: str) -> None:
        """Put a child into the trash, after a question."""
        records = self._desk.session.records
        self._desk.jobs.run(
            self,
            lambda _job: Counter(below.kind for below in records.children(child.id)),
            lambda counts: self._ask_delete(child, title, counts),
        )

    def _ask_delete(self, child: Record, title: str, counts: Mapping[str, int]) -> None:
        question = self.tr(
            "„{0}“ kommt in den Papierkorb. Dort („Weiteres“) können Sie es zurückholen."
        ).format(title)
        along = going_along(self._desk.session.forms, counts)
        dialog = MessageDialog(
            self._view.window(),
            self._desk.theme,
            self.tr("Löschen?"),
            "\n\n".join(filter(None, (question, along))),
            self.tr("Löschen"),
        )
        edits = self._desk.session.edits
        dialog.accepted.connect(
            lambda: self._desk.jobs.run(self, lambda _job: edits.delete(child.id), self._announce)
        )
        dialog.open()

    def _open(
        self,
        child: Record | None,
        references: Mapping[str, tuple[tuple[str, str], ...]],
        heads: Mapping[str, Heads] | None,
        begun: Mapping[str, Value] | None,
    ) -> None:
        if self.parent_id is None:
            return
        ChildDialog(
            self._view.window(),
            self._desk,
            self._definition,
            references,
            parent_id=self.parent_id,
            record=child,
            heads=heads,
            begun=begun,
            is_read_only=self.is_read_only,
        ).open()

    def _announce(self, changes: Changes) -> None:
        self._desk.notifier.announce(changes, self._view)
