"""Schlüssel: what opens this vault, who else can, and when it is locked by itself."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from innolab_desktop.services.key_ports import ESCROW, KEYRING, PASSPHRASE, RECOVERY
from innolab_desktop.ui.dialogs.keys.key_steps import KeySteps
from innolab_desktop.ui.error_sentence import error_sentence
from innolab_desktop.ui.key_words import event_sentence, slot_meaning, slot_name
from innolab_desktop.ui.pages.page import Page
from innolab_desktop.ui.quoting import between_quotes
from innolab_desktop.ui.theme.tokens import Tone
from innolab_desktop.ui.visible_text import single_line
from innolab_desktop.ui.widgets.banner import Banner
from innolab_desktop.ui.widgets.boxes import clear, column, row
from innolab_desktop.ui.widgets.button import Button
from innolab_desktop.ui.widgets.card import Card
from innolab_desktop.ui.widgets.flow_row import FlowRow
from innolab_desktop.ui.widgets.heading import Heading
from innolab_desktop.ui.widgets.muted import Muted
from innolab_desktop.ui.widgets.plain_label import PlainLabel

if TYPE_CHECKING:
    from innolab_desktop.services.key_ports import KeyEvent, KeySlot
    from innolab_desktop.ui.desk import Desk

_MOST_EVENTS = 20


@dataclass(frozen=True, slots=True)
class KeyState:
    """What the panel shows."""

    slots: tuple[KeySlot, ...]
    events: tuple[KeyEvent, ...]
    asks_passphrase: bool
    former_backups: int


class KeyPanel(Page):
    """One card for each way to open the vault, then what can be done."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.steps = KeySteps(self, desk)
        self.steps.done.connect(self._on_done)
        self.steps.failed.connect(self._on_failed)
        self._banner = Banner(desk.theme)
        self._escrow = Banner(desk.theme, Tone.WARN)
        self._cards = column(spacing=0.6)
        self._former = Banner(desk.theme, Tone.WARN, self.tr("Sichern und löschen"))
        self._former.acted.connect(self.steps.delete_former_backups)
        self._log = Muted("")
        self.assemble(
            self.tr("Schlüssel"),
            Muted(
                self.tr(
                    "Jeder dieser Wege öffnet denselben Tresor. Ein geänderter oder entfernter "
                    "Schlüssel gilt für diesen Ordner; ältere Kopien öffnet er weiterhin. Das "
                    "beendet nur „Alles neu verschlüsseln …“."
                )
            ),
            self._banner,
            self._escrow,
            self._former,
            self._cards,
            self._make_buttons(),
            self._lock_hint(),
            Heading(self.tr("Was mit den Schlüsseln geschah"), 3),
            self._log,
        )

    def activate(self) -> None:
        """Look again."""
        slots = self.desk.session.key_slots

        def read() -> KeyState:
            return KeyState(
                slots.slots(),
                slots.events(),
                slots.asks_passphrase,
                slots.former_backups(),
            )

        self.desk.jobs.run(self, lambda _job: read(), self.show_state, failed=self._on_failed)

    def show_state(self, state: KeyState) -> None:
        """Show what there is."""
        self.steps.asks_passphrase = state.asks_passphrase
        clear(self._cards)
        cards = [self._card(slot) for slot in sorted(state.slots, key=_rank)]
        for card in cards:
            self._cards.addWidget(card)
        made = [button for card in cards for button in card.findChildren(Button)]
        for before, after in pairwise([*made, *self._buttons]):
            QWidget.setTabOrder(before, after)
        types = {slot.type for slot in state.slots}
        self._recovery.setText(
            self.tr("Neuen Wiederherstellungscode erzeugen …")
            if RECOVERY in types
            else self.tr("Wiederherstellungscode erzeugen …")
        )
        is_allowed = self.desk.session.policy.keyring_allowed is not False
        self._keyring.setVisible(is_allowed and KEYRING not in types)
        holders = [single_line(slot.holder) for slot in state.slots if slot.type == ESCROW]
        text = self.tr("Hinterlegt: „{0}“ kann alles lesen, was in diesem Tresor steht.")
        self._show(self._escrow, text.format(between_quotes(holders)) if holders else "")
        former = self.tr(
            "{0} Sicherungen haben noch den früheren Schlüssel und den Passwortsatz von damals. "
            "Was Sie seither endgültig gelöscht haben, steht dort noch."
        ).format(state.former_backups)
        self._show(self._former, former if state.former_backups else "")
        events = state.events[-_MOST_EVENTS:]
        lines = [event_sentence(event) for event in reversed(events)]
        self._log.setText("\n".join(lines) or self.tr("Noch nichts."))

    def _show(self, banner: Banner, text: str) -> None:
        if text:
            banner.show_message(text)
        else:
            banner.hide()

    def _card(self, slot: KeySlot) -> QWidget:
        name = slot_name(slot.type, slot.holder)
        made = self.tr("eingerichtet am {0}").format(_german(slot.made)) if slot.made else ""
        texts = column(PlainLabel(name), spacing=0.2)
        for text in filter(None, (slot_meaning(slot), made)):
            texts.addWidget(Muted(text))
        if slot.type == PASSPHRASE:
            button = Button(self.desk.theme, self.tr("Ändern …"), "pencil")
            button.clicked.connect(self.steps.change_passphrase)
        else:
            button = Button(self.desk.theme, self.tr("Entfernen …"), "trash")
            button.clicked.connect(lambda: self.steps.ask_remove(slot))
        button.setAccessibleName(f"{button.text()} {name}")
        line = row(texts, button, margins=0.8)
        line.setStretch(0, 1)
        return Card(line)

    def _make_buttons(self) -> FlowRow:
        theme = self.desk.theme
        self._recovery = Button(theme, self.tr("Wiederherstellungscode erzeugen …"), "notes")
        self._recovery.clicked.connect(self.steps.add_recovery)
        self._keyring = Button(theme, self.tr("Schlüsselspeicher verwenden …"), "lock")
        self._keyring.clicked.connect(self.steps.add_keyring)
        escrow = Button(theme, self.tr("Schlüssel einer Stelle hinterlegen …"), "folder")
        escrow.clicked.connect(self.steps.choose_escrow)
        rekey = Button(theme, self.tr("Alles neu verschlüsseln …"), "history")
        rekey.clicked.connect(self.steps.rekey)
        self._buttons = (self._recovery, self._keyring, escrow, rekey)
        ways = FlowRow()
        ways.show_items(self._buttons)
        return ways

    def _lock_hint(self) -> Muted:
        return Muted(
            self.tr(
                "Gesperrt wird, wenn Sie den Bildschirm sperren, der Rechner in den Ruhezustand "
                "geht oder Sie Strg+L drücken, und nach einer Zeit ohne Eingabe, die Sie in den "
                "Einstellungen wählen (Strg+Komma). Sperren beendet das Programm, das den "
                "Schlüssel hat. Die Auslagerungsdatei des Rechners schützt nur Ihre IT."
            )
        )

    def _on_done(self, sentence: str) -> None:
        self._banner.show_message(sentence, Tone.OK)
        self.activate()

    def _on_failed(self, error: Exception) -> None:
        self._banner.show_message(error_sentence(self.desk.catalogue, error), Tone.BAD)


def _rank(slot: KeySlot) -> int:
    """Return the place of a slot: the daily way first, others' last."""
    order = (PASSPHRASE, KEYRING, RECOVERY, ESCROW)
    return order.index(slot.type) if slot.type in order else len(order)


def _german(day: str) -> str:
    """Return ``2026-11-22`` as ``22.11.2026``."""
    return ".".join(reversed(day.split("-")))
