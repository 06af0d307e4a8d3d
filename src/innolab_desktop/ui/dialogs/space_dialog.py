"""A new shared space: its name, its sort, its members."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from innolab_desktop.services.spaces import SHARED_TYPES
from innolab_desktop.ui.dialogs.base_dialog import BaseDialog
from innolab_desktop.ui.error_sentence import error_sentence
from innolab_desktop.ui.space_names import managing_sentence, space_type_offer
from innolab_desktop.ui.theme.fonts import TypeSize
from innolab_desktop.ui.theme.tokens import Tone
from innolab_desktop.ui.visible_text import single_line
from innolab_desktop.ui.widgets.banner import Banner
from innolab_desktop.ui.widgets.boxes import column, panel
from innolab_desktop.ui.widgets.button import Button
from innolab_desktop.ui.widgets.choice_line import ChoiceLine
from innolab_desktop.ui.widgets.combo_box import ComboBox
from innolab_desktop.ui.widgets.muted import Muted
from innolab_desktop.ui.widgets.person_filter import PersonFilter, PersonLine
from innolab_desktop.ui.widgets.plain_label import PlainLabel
from innolab_desktop.ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from innolab_desktop.services.read_models import Contact, Space
    from innolab_desktop.ui.desk import Desk


class SpaceDialog(BaseDialog):
    """Says who will read along, because a space is shared for good.

    Signals:
        created: the name of the space that exists now.
    """

    created = Signal(str)

    def __init__(self, parent: QWidget, desk: Desk, contacts: Sequence[Contact]) -> None:
        super().__init__(parent, desk.theme, self.tr("Neuer Raum"))
        self._desk = desk
        self._error = Banner(desk.theme, Tone.BAD)
        self._name = QLineEdit()
        name_label = PlainLabel(self.tr("Name"), size=TypeSize.LABEL)
        name_label.setBuddy(self._name)
        self._name.setAccessibleName(self.tr("Name"))
        self._type = ComboBox(desk.theme)
        type_label = PlainLabel(self.tr("Art"), size=TypeSize.LABEL)
        type_label.setBuddy(self._type)
        self._type.setAccessibleName(self.tr("Art"))
        for space_type in SHARED_TYPES:
            self._type.addItem(space_type_offer(space_type), space_type)
        self._rules = Muted(managing_sentence(SHARED_TYPES[0]))
        self._type.currentIndexChanged.connect(
            lambda: self._rules.setText(managing_sentence(str(self._type.currentData())))
        )
        people = {contact.id: contact for contact in contacts}
        self._members = {person.id: self._line(person) for person in people.values()}
        self.filter = PersonFilter()
        create = Button(desk.theme, self.tr("Anlegen"), "plus", primary=True)
        create.clicked.connect(self._submit)
        self._create = create
        cancel = Button(desk.theme, self.tr("Abbrechen"))
        cancel.clicked.connect(self.reject)
        members = column(*self._members.values(), None, spacing=0)
        content = column(
            self._error,
            column(name_label, self._name, spacing=0.25),
            column(type_label, self._type, self._rules, spacing=0.25),
            PlainLabel(self.tr("Mitglieder"), size=TypeSize.LABEL),
            Muted(self.tr("Alles in diesem Raum können genau diese Personen lesen.")),
            self.filter,
            members,
            margins=(0, 0, 0.6, 0),
            spacing=0.7,
        )
        self.assemble(ScrollPage(panel(content)), cancel, create, width_em=34)
        self.set_size(34, 30)
        self._filter_members(people.values())
        self._name.setFocus()

    def _filter_members(self, people: Iterable[Contact]) -> None:
        lines: list[PersonLine] = []
        for person in people:
            line = self._members[person.id]
            words = f"{person.name} {person.municipality}"
            lines.append(PersonLine(words, line, line.button.isChecked))  # nobody joins unseen
        self.filter.watch(lines)

    def _line(self, contact: Contact) -> ChoiceLine:
        place = (contact.department, contact.municipality)
        text = ", ".join(map(single_line, (contact.name, *place)))
        if not contact.is_verified:
            text += self.tr(" (Prüfzeichen noch nicht verglichen)")
        return ChoiceLine(self._desk.theme, text)

    def _submit(self) -> None:
        spaces, name = self._desk.session.spaces, self._name.text()
        kind = str(self._type.currentData())
        members = [person for person, line in self._members.items() if line.is_checked]
        self._create.setEnabled(False)
        self._desk.jobs.run(
            self,
            lambda _job: spaces.create(name, kind, members),
            self._on_created,
            failed=self._on_failed,
        )

    def _on_created(self, space: Space) -> None:
        self.created.emit(space.name)
        self.accept()

    def _on_failed(self, error: Exception) -> None:
        self._create.setEnabled(True)
        self._error.show_message(error_sentence(self._desk.catalogue, error))
