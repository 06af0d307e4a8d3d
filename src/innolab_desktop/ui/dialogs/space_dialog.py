"""A new shared space: its name, its sort, its members."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from innolab_desktop.services.spaces import SHARED_TYPES
from innolab_desktop.ui.dialogs.base_dialog import BaseDialog
from innolab_desktop.ui.error_sentence import error_sentence
from innolab_desktop.ui.space_names import managing_sentence, space_type_offer
from innolab_desktop.ui.theme.fonts import TypeSize
from innolab_desktop.ui.theme.tokens import Tone
from innolab_desktop.ui.typed_draft import TypedDraft, draft_key, draft_sentence
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
from innolab_desktop.ui.widgets.text_line import TextLine

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from innolab_desktop.domain.values import Value
    from innolab_desktop.services.read_models import Contact, Space
    from innolab_desktop.ui.desk import Desk

_NAME, _TYPE, _MEMBERS = "name", "type", "members"


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
        self._name = TextLine()
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
        self._draft = TypedDraft(self, desk, draft_key("new_space"), self._chosen)
        self._draft.found.connect(self._take_up)
        self._name.textEdited.connect(self._draft.touch)
        self._type.activated.connect(self._draft.touch)
        for line in self._members.values():
            line.button.clicked.connect(self._draft.touch)
        create = Button(desk.theme, self.tr("Anlegen"), "plus", primary=True)
        create.clicked.connect(self._submit)
        self._create = create
        cancel = Button(desk.theme, self.tr("Abbrechen"))
        cancel.clicked.connect(self._draft.drop)
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

    def _ticked(self) -> list[bytes]:
        return [person for person, line in self._members.items() if line.is_checked]

    def _chosen(self) -> Mapping[str, Value]:
        name, members = self._name.text().strip(), self._ticked()
        if not (name or members):
            return {}
        members_hex = tuple(person.hex() for person in members)
        return {_NAME: name, _TYPE: str(self._type.currentData()), _MEMBERS: members_hex}

    def _take_up(self, chosen: Mapping[str, Value]) -> None:
        self._name.setText(str(chosen.get(_NAME) or ""))
        self._type.setCurrentIndex(max(self._type.findData(chosen.get(_TYPE)), 0))
        members = chosen.get(_MEMBERS)
        for person in members if isinstance(members, tuple) else ():
            if (line := self._members.get(bytes.fromhex(str(person)))) is not None:
                line.set_checked(True)
        self._error.show_message(draft_sentence(), Tone.INFO)

    def _submit(self) -> None:
        spaces, name = self._desk.session.spaces, self._name.text()
        kind, members = str(self._type.currentData()), self._ticked()
        self._create.setEnabled(False)
        self._desk.jobs.run(
            self,
            self._draft.saved_by(lambda: spaces.create(name, kind, members)),
            self._on_created,
            failed=self._on_failed,
        )

    def _on_created(self, space: Space) -> None:
        self.created.emit(space.name)
        self.accept()

    def _on_failed(self, error: Exception) -> None:
        self._create.setEnabled(True)
        self._error.show_message(error_sentence(self._desk.catalogue, error), Tone.BAD)
