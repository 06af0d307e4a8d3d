"""The own card, contacts with their Prüfzeichen, and the shared spaces."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtWidgets import QWidget

from innolab_desktop.domain.errors import InnolabError
from innolab_desktop.domain.mixed_scripts import mixed_scripts
from innolab_desktop.services.changes import Changes
from innolab_desktop.services.contacts import CARD_SUFFIX
from innolab_desktop.services.exchange_models import PastedText
from innolab_desktop.ui.counting import counted
from innolab_desktop.ui.dialogs.digits_dialog import DigitsDialog
from innolab_desktop.ui.dialogs.file_choice import choose_file, choose_target
from innolab_desktop.ui.dialogs.qr_dialog import CardOnScreen, QrDialog
from innolab_desktop.ui.error_sentence import error_sentence
from innolab_desktop.ui.moments import local_time
from innolab_desktop.ui.pages.exchange.spaces_card import SpacesCard
from innolab_desktop.ui.theme.fonts import TypeSize
from innolab_desktop.ui.theme.tokens import Tone
from innolab_desktop.ui.visible_text import single_line
from innolab_desktop.ui.widgets.banner import Banner
from innolab_desktop.ui.widgets.boxes import column, row
from innolab_desktop.ui.widgets.button import Button
from innolab_desktop.ui.widgets.card import Card
from innolab_desktop.ui.widgets.chip import Chip
from innolab_desktop.ui.widgets.flow_row import FlowRow
from innolab_desktop.ui.widgets.heading import Heading
from innolab_desktop.ui.widgets.muted import Muted
from innolab_desktop.ui.widgets.plain_label import PlainLabel
from innolab_desktop.ui.widgets.tail_row import TailRow
from innolab_desktop.ui.widgets.unfolding_list import UnfoldingList

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from innolab_desktop.services.bundle_import import ImportReport
    from innolab_desktop.services.contacts import Contacts
    from innolab_desktop.services.read_models import Contact, Space
    from innolab_desktop.services.session import Session
    from innolab_desktop.ui.desk import Desk

_FIRST_LINES: Final = 8


class _State(NamedTuple):
    """What the panel shows; *changed* are devices whose key is new or changed."""

    digits: str
    contacts: tuple[Contact, ...]
    changed: frozenset[bytes]
    spaces: tuple[Space, ...]


def _read(session: Session) -> _State:
    contacts = session.contacts
    return _State(
        contacts.own_digits(), contacts.all(), contacts.to_compare(), session.spaces.all()
    )


class _Added(NamedTuple):
    """What became of several cards."""

    names: list[str]
    failed: list[tuple[str, InnolabError]]


def _add_all(contacts: Contacts, cards: Sequence[Path]) -> _Added:
    added = _Added([], [])
    for card in cards:
        try:
            added.names.append(contacts.add(card).name)
        except InnolabError as error:
            added.failed.append((card.name, error))
    return added


class PeoplePanel(QWidget):
    """Who can be written to, and which spaces are shared with whom."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._known: tuple[Contact, ...] = ()
        self._changed = frozenset[bytes]()
        self._banner = Banner(desk.theme, Tone.OK)
        self._digits = PlainLabel(size=TypeSize.HEADING, weight=QFont.Weight.DemiBold)
        self._digits.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.contacts = UnfoldingList["Contact"](
            desk.theme,
            self._contact_line,
            lambda contact: f"{contact.name} {contact.municipality}",
            first=_FIRST_LINES,
            filter_name=self.tr("Personen nach Name oder Kommune filtern"),
        )
        self._nobody = Muted(self.tr("Noch niemand. Lesen Sie die Karte einer anderen Person ein."))
        self._spaces = SpacesCard(desk)
        self._spaces.changed.connect(self.refresh)
        self._spaces.told.connect(self._say)
        self._spaces.failed.connect(self._show_error)
        self.setLayout(
            column(
                self._banner,
                self._own_card(),
                self._contacts_card(),
                self._spaces,
                None,
                margins=(0.1, 0.8, 0.6, 0.8),
                spacing=0.9,
            )
        )

    def refresh(self) -> None:
        """Read contacts and spaces."""
        session = self._desk.session
        self._desk.jobs.run(self, lambda _job: _read(session), self._show)

    def add_card(self, handed: Path | PastedText) -> None:
        """Add the person on a card (file, text or mail), then ask for the Prüfzeichen."""
        contacts = self._desk.session.contacts
        self._desk.jobs.run(
            self,
            lambda _job: contacts.add(handed),
            self._on_added,
            failed=self._show_error,
        )

    def add_cards(self, handed: Sequence[Path]) -> None:
        """Add the people on several cards; their Prüfzeichen are compared from the list."""
        contacts = self._desk.session.contacts
        self._desk.jobs.run(self, lambda _job: _add_all(contacts, handed), self._on_all_added)

    def _own_card(self) -> Card:
        theme = self._desk.theme
        copy = Button(theme, self.tr("Prüfzeichen kopieren"), "copy")
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._digits.text()))
        save = Button(theme, self.tr("Meine Karte speichern …"), "download")
        save.clicked.connect(self._choose_target)
        as_text = Button(theme, self.tr("Meine Karte als Text kopieren"), "copy")
        as_text.clicked.connect(self._copy_card)
        as_code = Button(theme, self.tr("Als QR-Code …"), "eye")
        as_code.setAccessibleName(self.tr("Meine Karte als QR-Code zeigen"))
        as_code.clicked.connect(self._read_code)
        ways = FlowRow()
        ways.show_items([copy, save, as_text, as_code])
        hint = Muted(
            self.tr(
                "Geben Sie Ihre Karte weiter, zum Beispiel per Mail, und lesen Sie Ihr "
                "Prüfzeichen am Telefon vor. Erst der Vergleich zeigt, dass niemand die Karte "
                "vertauscht hat."
            )
        )
        return Card(
            column(
                Heading(self.tr("Meine Karte"), 2),
                hint,
                self._digits,
                ways,
                margins=0.9,
                spacing=0.6,
            )
        )

    def _contacts_card(self) -> Card:
        add = Button(self._desk.theme, self.tr("Karte einlesen …"), "plus", primary=True)
        add.clicked.connect(self._choose_card)
        paste = Button(self._desk.theme, self.tr("Karte einfügen"), "copy")
        paste.setAccessibleName(self.tr("Karte aus der Zwischenablage einfügen"))
        paste.clicked.connect(self._paste_card)
        head = row(Heading(self.tr("Kontakte"), 2), paste, add)
        head.setStretch(0, 1)
        return Card(column(head, self.contacts, self._nobody, margins=0.9, spacing=0.7))

    def _show(self, found: _State) -> None:
        own = self._desk.session.info.person_id
        self._known = tuple(contact for contact in found.contacts if contact.id != own)
        self._digits.setText(found.digits)
        self._changed = found.changed
        self.contacts.show_items(sorted(found.contacts, key=self._urgency))
        self.contacts.setVisible(bool(found.contacts))
        self._nobody.setVisible(not found.contacts)
        self._spaces.show_spaces(found.spaces, self._known)

    def _urgency(self, contact: Contact) -> tuple[bool, bool, str]:
        """Return an order: whom to compare first, else by name."""
        is_changed = contact.device in self._changed and not contact.is_verified
        return not is_changed, contact.is_verified, contact.name.casefold()

    def _contact_line(self, contact: Contact) -> QWidget:
        theme = self._desk.theme
        name = single_line(contact.name)
        if contact.id == self._desk.session.info.person_id:
            name = self.tr("{0} (Ihr anderes Gerät)").format(name)
        where = f"{single_line(contact.department)}, {single_line(contact.municipality)}"
        if contact.introduced_by:
            day = local_time(contact.introduced_ms).strftime("%d.%m.%Y")
            said = self.tr("vorgestellt von {0} am {1}").format(
                single_line(contact.introduced_by), day
            )
            where = f"{where} · {said}"
        words = column(PlainLabel(name), Muted(where), spacing=0.2)
        tail: list[QWidget] = [self._contact_chip(contact)]
        if scripts := mixed_scripts(contact.name):
            mixed = self.tr("Name mischt Schriften: {0}").format(", ".join(scripts))
            tail.append(Chip(theme, mixed, Tone.BAD))
        if not contact.is_verified:
            button = Button(theme, self.tr("Vergleichen …"))
            button.setAccessibleName(self.tr("Prüfzeichen von {0} vergleichen").format(name))
            button.clicked.connect(lambda: self._ask_digits(contact))
            tail.append(button)
        return TailRow(words, *tail)

    def _contact_chip(self, contact: Contact) -> Chip:
        theme = self._desk.theme
        if contact.is_verified:
            return Chip(theme, self.tr("Prüfzeichen verglichen"), Tone.OK)
        if contact.device in self._changed:
            return Chip(theme, self.tr("Schlüssel geändert – bitte vergleichen"), Tone.BAD)
        return Chip(theme, self.tr("noch nicht verglichen"), Tone.WARN)

    def _choose_target(self) -> None:
        choose_target(
            self,
            self.tr("Meine Karte speichern"),
            self.tr("Karte") + CARD_SUFFIX,
            self.tr("Karten (*{0});;Karten als Text (*.txt)").format(CARD_SUFFIX),
            self._save_card,
        )

    def _save_card(self, target: Path) -> None:
        contacts = self._desk.session.contacts
        self._desk.jobs.run(
            self,
            lambda _job: contacts.write_card(target),
            lambda _digits: self._banner.show_message(
                self.tr("Karte gespeichert: {0}").format(target.name), Tone.OK
            ),
            failed=self._show_error,
        )

    def _choose_card(self) -> None:
        names = self.tr(
            "Karten, Texte und Mails (*{0} *.txt *.eml *.mbox);;Alle Dateien (*)"
        ).format(CARD_SUFFIX)
        choose_file(self, self.tr("Karte einlesen"), names, self.add_card)

    def _read_code(self) -> None:
        session = self._desk.session
        info = session.info

        def work() -> CardOnScreen:
            contacts = session.contacts
            place = f"{info.department}, {info.municipality}"
            return CardOnScreen(contacts.card_code(), info.person, place, contacts.own_digits())

        self._desk.jobs.run(self, lambda _job: work(), self._show_code, failed=self._show_error)

    def _show_code(self, card: CardOnScreen) -> None:
        QrDialog(self.window(), self._desk, card).open()

    def _copy_card(self) -> None:
        contacts = self._desk.session.contacts
        self._desk.jobs.run(self, lambda _job: contacts.card_text(), self._on_card_text)

    def _on_card_text(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self._banner.show_message(
            self.tr("Ihre Karte ist kopiert. Fügen Sie sie in eine Mail ein."), Tone.OK
        )

    def _paste_card(self) -> None:
        self.add_card(PastedText(QGuiApplication.clipboard().text()))

    def _on_added(self, contact: Contact) -> None:
        text = self.tr("{0} ist jetzt ein Kontakt.").format(single_line(contact.name))
        if contact.id == self._desk.session.info.person_id:
            text = self.tr(
                "Ihr anderes Gerät ist jetzt bekannt. Nehmen Sie es bei jedem Raum unter "
                "„Mitglieder …“ auf."
            )
        self._banner.show_message(text, Tone.OK)
        self.refresh()
        self._retry_waiting()
        if not contact.is_verified:
            self._ask_digits(contact)

    def _on_all_added(self, added: _Added) -> None:
        parts: list[str] = []
        if added.names:
            people = ", ".join(single_line(name) for name in added.names)
            parts.append(
                self.tr("Jetzt Kontakte: {0}. Bitte Prüfzeichen vergleichen.").format(people)
            )
        for name, error in added.failed:
            sentence = error_sentence(self._desk.catalogue, error)
            parts.append(f"{single_line(name)}: {sentence}")
        self._banner.show_message("\n".join(parts), Tone.BAD if added.failed else Tone.OK)
        self.refresh()
        if added.names:
            self._retry_waiting()

    def _retry_waiting(self) -> None:
        """Try packages again that came before their sender was known."""
        importing = self._desk.session.importing
        self._desk.jobs.run(self, lambda _job: importing.retry_waiting(), self._on_retried)

    def _on_retried(self, report: ImportReport) -> None:
        applied = sum(bundle.status == "applied" for bundle in report.bundles)
        if applied:
            packages = counted(applied, self.tr("Paket"), self.tr("Pakete"))
            told = self.tr("{0} Eingelesen, weil es darauf gewartet hat: {1}.")
            self._say(told.format(self._banner.text, packages))
            self._desk.notifier.announce(Changes(everything=True), self)
            self.refresh()

    def _ask_digits(self, contact: Contact) -> None:
        dialog = DigitsDialog(self.window(), self._desk, contact)
        dialog.verified.connect(self.refresh)
        dialog.open()

    def _say(self, sentence: str) -> None:
        self._banner.show_message(sentence, Tone.OK)

    def _show_error(self, error: Exception) -> None:
        self._banner.show_message(error_sentence(self._desk.catalogue, error), Tone.BAD)
