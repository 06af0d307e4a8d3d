"""The spaces of the vault: who reads along, a new one, and its members."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal

from innolab_desktop.services.changes import Changes
from innolab_desktop.ui.dialogs.members_dialog import MembersDialog
from innolab_desktop.ui.dialogs.space_dialog import SpaceDialog
from innolab_desktop.ui.space_names import space_audience, space_label
from innolab_desktop.ui.visible_text import single_line
from innolab_desktop.ui.widgets.boxes import column, panel, row
from innolab_desktop.ui.widgets.button import Button
from innolab_desktop.ui.widgets.card import Card
from innolab_desktop.ui.widgets.heading import Heading
from innolab_desktop.ui.widgets.muted import Muted
from innolab_desktop.ui.widgets.plain_label import PlainLabel
from innolab_desktop.ui.widgets.unfolding_list import UnfoldingList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from innolab_desktop.services.read_models import Contact, Space
    from innolab_desktop.services.space_people import SpacePeople
    from innolab_desktop.ui.desk import Desk

_FIRST_LINES: Final = 8


class SpacesCard(Card):
    """One line per space.

    Signals:
        changed: a space or its members changed.
        told: a sentence about what was done.
        failed: with the exception.
    """

    changed = Signal()
    told = Signal(str)
    failed = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._contacts: Sequence[Contact] = ()
        self.lines = UnfoldingList["Space"](
            desk.theme,
            self._line,
            lambda space: " ".join((space.name, *(member.name for member in space.members))),
            first=_FIRST_LINES,
            filter_name=self.tr("Räume nach Name oder Person filtern"),
        )
        self._hint = Muted(
            self.tr("Bevor Sie einen Raum anlegen, lesen Sie die Karte einer Person ein.")
        )
        self._new = Button(desk.theme, self.tr("Neuer Raum …"), "plus")
        self._new.clicked.connect(self._ask_new)
        head = row(Heading(self.tr("Räume"), 2), self._new)
        head.setStretch(0, 1)
        self.setLayout(column(head, self.lines, self._hint, margins=0.9, spacing=0.7))

    def show_spaces(self, spaces: Sequence[Space], contacts: Sequence[Contact]) -> None:
        """Show *spaces*; a new one needs *contacts*."""
        self._contacts = contacts
        self.lines.show_items(spaces)
        self._new.setEnabled(bool(contacts))
        self._hint.setVisible(not contacts)

    def _line(self, space: Space) -> QWidget:
        words = column(PlainLabel(space_label(space)), Muted(space_audience(space)), spacing=0.1)
        content = row(words, spacing=0.6)
        content.setStretch(0, 1)
        if space.type != "private":
            members = Button(self._desk.theme, self.tr("Mitglieder …"), "users-group")
            members.setAccessibleName(
                self.tr("Mitglieder von „{0}“").format(single_line(space.name))
            )
            members.clicked.connect(lambda: self._read_members(space))
            content.addWidget(members)
        return panel(content)

    def _ask_new(self) -> None:
        dialog = SpaceDialog(self.window(), self._desk, self._contacts)
        dialog.created.connect(self._on_created)
        dialog.open()

    def _on_created(self, name: str) -> None:
        self._announce()
        text = self.tr("Der Raum „{0}“ ist angelegt. Die anderen erhalten ihn mit Ihrem Paket.")
        self.told.emit(text.format(single_line(name)))

    def _read_members(self, space: Space) -> None:
        spaces = self._desk.session.spaces
        self._desk.jobs.run(
            self,
            lambda _job: spaces.people(space.id),
            self._open_members,
            failed=self.failed.emit,
        )

    def _open_members(self, found: SpacePeople) -> None:
        dialog = MembersDialog(self.window(), self._desk, found)
        dialog.changed.connect(self._announce)
        dialog.open()

    def _announce(self) -> None:
        """What counts may have changed everywhere."""
        self._desk.notifier.announce(Changes(everything=True), self)
        self.changed.emit()
