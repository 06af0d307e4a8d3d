"""The people of a space: who reads along, who may come, and whose entries do not count."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from innolab_desktop.ui.counting import counted
from innolab_desktop.ui.dialogs.base_dialog import BaseDialog
from innolab_desktop.ui.dialogs.forget_dialog import ask_forget
from innolab_desktop.ui.dialogs.message_dialog import MessageDialog
from innolab_desktop.ui.error_sentence import error_sentence
from innolab_desktop.ui.space_names import (
    managing_sentence,
    role_label,
    space_audience,
    space_label,
)
from innolab_desktop.ui.theme.tokens import Tone
from innolab_desktop.ui.visible_text import single_line
from innolab_desktop.ui.widgets.banner import Banner
from innolab_desktop.ui.widgets.boxes import clear, column, panel, row
from innolab_desktop.ui.widgets.button import Button
from innolab_desktop.ui.widgets.chip import Chip
from innolab_desktop.ui.widgets.heading import Heading
from innolab_desktop.ui.widgets.muted import Muted
from innolab_desktop.ui.widgets.plain_label import PlainLabel
from innolab_desktop.ui.widgets.scroll_page import ScrollPage
from innolab_desktop.ui.widgets.tail_row import TailRow
from innolab_desktop.ui.widgets.unfolding_list import UnfoldingList

if TYPE_CHECKING:
    from collections.abc import Callable

    from innolab_desktop.services.read_models import Contact
    from innolab_desktop.services.space_people import Discounted, SpacePeople, SpacePerson
    from innolab_desktop.ui.desk import Desk

_FIRST_PEOPLE, _FIRST_CANDIDATES = 10, 5


class MembersDialog(BaseDialog):
    """Shows who reads along in one space; nothing happens without a second question.

    Signals:
        changed: somebody came or left.
    """

    changed = Signal()

    def __init__(self, parent: QWidget, desk: Desk, found: SpacePeople) -> None:
        super().__init__(parent, desk.theme, self.tr("Mitglieder"))  # no window names a space
        self.heading.setText(space_label(found.space))
        self._desk = desk
        self._space = found.space.id
        self._banner = Banner(desk.theme, Tone.OK)
        self._rules = Muted()
        self._listed = UnfoldingList["SpacePerson"](
            desk.theme,
            self._person_line,
            lambda person: person.name,
            first=_FIRST_PEOPLE,
            filter_name=self.tr("Mitglieder nach Name filtern"),
        )
        self.candidates = UnfoldingList["Contact"](
            desk.theme,
            self._candidate_line,
            lambda contact: f"{contact.name} {contact.municipality}",
            first=_FIRST_CANDIDATES,
            filter_name=self.tr("Personen nach Name oder Kommune filtern"),
        )
        self._adding = panel(
            column(Heading(self.tr("Person aufnehmen"), 2), self.candidates, spacing=0.5)
        )
        self._entries = column(spacing=0.7)
        self._discounted = panel(
            column(Heading(self.tr("Was nicht zählt"), 2), self._entries, spacing=0.6)
        )
        content = column(
            self._banner,
            self._rules,
            self._listed,
            self._adding,
            self._discounted,
            None,
            margins=(0, 0, 0.6, 0),
            spacing=0.9,
        )
        self._leave = Button(desk.theme, self.tr("Raum verlassen …"))
        self._leave.clicked.connect(self._ask_leave)
        self._forget = Button(desk.theme, self.tr("Raum hier löschen …"), "trash")
        self._forget.clicked.connect(self._ask_forget)
        self._close = Button(desk.theme, self.tr("Schließen"), primary=True)
        self._close.clicked.connect(self.accept)
        self.assemble(
            ScrollPage(panel(content)), self._leave, self._forget, self._close, width_em=44
        )
        self.set_size(44, 34)
        self._show(found)
        self._close.setFocus()

    # --- showing ----------------------------------------------------------------------------

    def _show(self, found: SpacePeople) -> None:
        self._rules.setText(
            managing_sentence(found.space.type)
            if found.space.left is None
            else space_audience(found.space)
        )
        self._listed.show_items(found.people)
        self.setTabOrder(self._listed.fewer, self.candidates.field)
        self.candidates.show_items(found.candidates)
        clear(self._entries)
        for entry in found.discounted:
            self._entries.addWidget(self._discounted_line(entry))
        self._adding.setVisible(bool(found.candidates))
        self._discounted.setVisible(bool(found.discounted))
        self._leave.setVisible(found.space.left is None)
        self._forget.setVisible(found.space.left is not None)
        self._order_tabs()

    def _order_tabs(self) -> None:
        """Let the keyboard go on below the lists, also to lines that came later."""
        order: list[QWidget] = [
            self.candidates.fewer,
            *self._discounted.findChildren(Button),
            self._leave,
            self._forget,
            self._close,
        ]
        for earlier, later in pairwise(order):
            QWidget.setTabOrder(earlier, later)

    def _person_line(self, person: SpacePerson) -> QWidget:
        name = single_line(person.name)
        if person.is_self:
            name = self.tr("{0} (Sie)").format(name)
        devices = counted(person.devices, self.tr("Gerät"), self.tr("Geräte"))
        words = column(
            PlainLabel(name), Muted(f"{role_label(person.role)} · {devices}"), spacing=0.2
        )
        if not person.is_self:
            words.addLayout(row(self._verified_chip(person), None))
        actions = column(spacing=0.4)
        if person.further_devices:
            more = Button(self._desk.theme, self.tr("Neues Gerät …"))
            more.setAccessibleName(self.tr("Neues Gerät von {0} aufnehmen").format(name))
            more.clicked.connect(lambda: self._confirm_add(person.person_id, person.name))
            actions.addWidget(more)
        if person.may_be_removed:
            remove = Button(self._desk.theme, self.tr("Herausnehmen …"))
            remove.setAccessibleName(self.tr("{0} herausnehmen").format(name))
            remove.clicked.connect(lambda: self._ask_remove(person))
            actions.addWidget(remove)
        return TailRow(words, panel(actions))

    def _candidate_line(self, contact: Contact) -> QWidget:
        name = single_line(contact.name)
        words = column(PlainLabel(name), Muted(single_line(contact.municipality)), spacing=0.1)
        add = Button(self._desk.theme, self.tr("Aufnehmen …"), "plus")
        add.setAccessibleName(self.tr("{0} aufnehmen").format(name))
        add.clicked.connect(lambda: self._confirm_add(contact.id, contact.name))
        return TailRow(words, add)

    def _verified_chip(self, person: SpacePerson) -> Chip:
        theme = self._desk.theme
        if not person.unverified:
            return Chip(theme, self.tr("Prüfzeichen verglichen"), Tone.OK)
        if person.unverified < person.devices:
            return Chip(theme, self.tr("ein Gerät nicht verglichen"), Tone.WARN)
        return Chip(theme, self.tr("noch nicht verglichen"), Tone.WARN)

    def _discounted_line(self, entry: Discounted) -> QWidget:
        name = single_line(entry.name) or self.tr("einer unbekannten Person")
        entries = counted(entry.commits, self.tr("Änderung"), self.tr("Änderungen"))
        counts = self.tr("zählt") if entry.commits == 1 else self.tr("zählen")
        text = self.tr(
            "{0} von {1} {2} nicht, weil die Person aus dem Raum genommen war, als sie "
            "geschrieben wurden. Sie sind aufbewahrt."
        ).format(entries, name, counts)
        content = column(PlainLabel(text), spacing=0.4)
        if entry.may_return:
            back = Button(self._desk.theme, self.tr("Wieder aufnehmen …"))
            back.setAccessibleName(self.tr("{0} wieder aufnehmen").format(name))
            back.clicked.connect(lambda: self._confirm_add(entry.person_id, entry.name))
            content.addLayout(row(back, None))
        return panel(content)

    # --- changing ---------------------------------------------------------------------------

    def _confirm_add(self, person: bytes, name: str) -> None:
        spaces, space = self._desk.session.spaces, self._space
        text = self.tr(
            "{0} kann dann alles lesen, was in diesem Raum je geschrieben wurde, auch "
            "Gelöschtes und Früheres. Was einmal gelesen ist, lässt sich nicht zurückholen."
        ).format(single_line(name))
        self._confirm(
            (self.tr("In den Raum aufnehmen?"), text, self.tr("Aufnehmen")),
            lambda: spaces.add(space, person),
            self.tr("Aufgenommen. Senden Sie ein Paket, damit es alle wissen."),
        )

    def _ask_remove(self, person: SpacePerson) -> None:
        spaces, space = self._desk.session.spaces, self._space
        text = self.tr(
            "{0} erhält keine weiteren Pakete aus diesem Raum. Was die Person bisher geschrieben "
            "hat, bleibt gültig; was sie schon gelesen hat, behält sie. Das Programm teilt es der "
            "Person nicht mit: Sagen Sie es ihr."
        ).format(single_line(person.name))
        self._confirm(
            (self.tr("Aus dem Raum nehmen?"), text, self.tr("Herausnehmen")),
            lambda: spaces.remove_person(space, person.person_id),
            self.tr("Herausgenommen. Das nächste Paket geht nur noch an die übrigen."),
        )

    def _ask_leave(self) -> None:
        spaces, space = self._desk.session.spaces, self._space
        text = self.tr(
            "Sie können hier dann nichts mehr schreiben und erhalten keine Pakete mehr. Was da "
            "ist, bleibt lesbar. Die anderen können Sie wieder aufnehmen."
        )
        self._confirm(
            (self.tr("Raum verlassen?"), text, self.tr("Verlassen")),
            lambda: spaces.leave(space),
            self.tr("Verlassen. Senden Sie noch ein Paket, damit es alle wissen."),
        )

    def _ask_forget(self) -> None:
        def finish() -> None:
            self.changed.emit()
            self.accept()

        ask_forget(self, self._desk, self._space, finish)

    def _confirm(
        self, question: tuple[str, str, str], change: Callable[[], object], done: str
    ) -> None:
        title, text, action = question
        dialog = MessageDialog(self, self.theme, title, text, action)
        dialog.accepted.connect(lambda: self._change(change, done))
        dialog.open()

    def _change(self, change: Callable[[], object], done: str) -> None:
        spaces, space = self._desk.session.spaces, self._space

        def work() -> SpacePeople:
            change()
            return spaces.people(space)

        def finish(found: SpacePeople) -> None:
            self._show(found)
            self._banner.show_message(done, Tone.OK)
            self.changed.emit()

        self._desk.jobs.run(self, lambda _job: work(), finish, failed=self._on_failed)

    def _on_failed(self, error: Exception) -> None:
        self._banner.show_message(error_sentence(self._desk.catalogue, error), Tone.BAD)
