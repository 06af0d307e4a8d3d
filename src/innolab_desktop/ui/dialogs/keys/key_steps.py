"""The steps of a change to the keys: ask for the passphrase, do it in the lane, show the result."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, Signal

from innolab_desktop.ui.dialogs.file_choice import choose_file
from innolab_desktop.ui.dialogs.keys.passphrase_dialog import PassphraseDialog
from innolab_desktop.ui.dialogs.keys.recovery_dialog import RecoveryDialog
from innolab_desktop.ui.dialogs.message_dialog import MessageDialog
from innolab_desktop.ui.error_sentence import error_sentence
from innolab_desktop.ui.key_words import slot_name
from innolab_desktop.ui.locking.lock_reason import LockReason
from innolab_desktop.ui.visible_text import single_line
from innolab_desktop.ui.widgets.strength_meter import SHORTEST_PASSPHRASE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from innolab_desktop.services.key_ports import EscrowHolder, KeySlot
    from innolab_desktop.services.key_slots import Rekeyed
    from innolab_desktop.ui.desk import Desk
    from innolab_desktop.ui.jobs import Job

T = TypeVar("T")


class KeySteps(QObject):
    """What the panel and the first start do with keys.

    Args:
        parent: dialogs stand over its window.
        asks_passphrase: the present passphrase is needed for what lets somebody open the vault.

    Signals:
        done: a sentence about what was done.
        failed: the error.
    """

    done = Signal(str)
    failed = Signal(object)

    def __init__(self, parent: QWidget, desk: Desk) -> None:
        super().__init__(parent)
        self._parent = parent
        self._desk = desk
        self._slots = desk.session.key_slots
        self.asks_passphrase = False

    def change_passphrase(self) -> None:
        """Ask for the present and a new passphrase."""
        dialog = self._dialog(
            self.tr("Passwortsatz ändern"),
            self.tr(
                "Ältere Sicherungen und Kopien dieses Tresors öffnet der bisherige Passwortsatz "
                "weiterhin. Wenn ihn jemand kennt, wählen Sie danach „Alles neu verschlüsseln …“."
            ),
            self.tr("Ändern"),
            asks_new=True,
        )

        def change(present: str, new: str) -> None:
            self._run(
                dialog,
                lambda _job: self._slots.change_passphrase(new, confirmed_by=present),
                lambda _nothing: self.done.emit(self.tr("Der Passwortsatz ist geändert.")),
            )

        dialog.confirmed.connect(change)
        dialog.open()

    def add_recovery(self) -> None:
        """Make a recovery code and show it."""
        self._with_passphrase(
            self.tr("Wiederherstellungscode erzeugen"),
            self.tr("Ein früherer Code öffnet den Tresor danach nicht mehr."),
            self.tr("Erzeugen"),
            lambda present: self._slots.add_recovery(confirmed_by=present),
            self._show_code,
        )

    def add_keyring(self) -> None:
        """Say what it means, then let the key store open the vault."""
        question = MessageDialog(
            self._parent.window(),
            self._desk.theme,
            slot_name("keyring"),
            self.tr(
                "Der Tresor öffnet sich dann ohne Passwortsatz, solange Sie an diesem Rechner "
                "angemeldet sind. Er ist dann nur so sicher wie diese Anmeldung: Jedes Programm "
                "und jede Person mit Ihrem Konto kann ihn öffnen, auch wenn er gesperrt ist."
            ),
            self.tr("Verwenden"),
        )
        question.accepted.connect(
            lambda: self._run(
                None,
                lambda _job: self._slots.add_keyring(),
                lambda _nothing: self.done.emit(
                    self.tr("Der Schlüsselspeicher öffnet den Tresor jetzt.")
                ),
            )
        )
        question.open()

    def choose_escrow(self) -> None:
        """Choose the public file of an escrow key."""
        choose_file(
            self._parent,
            self.tr("Öffentliche Datei des Hinterlegungsschlüssels"),
            self.tr("Hinterlegungsschlüssel (*.json)"),
            self.ask_escrow,
        )

    def ask_escrow(self, card: Path) -> None:
        """Show whose key it is and ask whether they may open the vault."""
        slots = self._slots
        self._desk.jobs.run(
            self,
            lambda _job: slots.read_holder(card),
            lambda holder: self._confirm_escrow(card, holder),
            failed=self.failed.emit,
        )

    def _confirm_escrow(self, card: Path, holder: EscrowHolder) -> None:
        text = self.tr(
            "„{0}“ kann danach alles lesen, was in diesem Tresor steht, auch Privates. Das "
            "Programm zeigt es immer an. Vergleichen Sie zuerst am Telefon das Prüfzeichen: {1}"
        ).format(single_line(holder.name), holder.digits)
        self._with_passphrase(
            self.tr("Schlüssel hinterlegen"),
            text,
            self.tr("Hinterlegen"),
            lambda present: self._slots.add_escrow(card, confirmed_by=present),
            lambda _holder: self.done.emit(self.tr("Der Schlüssel ist hinterlegt.")),
            always=True,
        )

    def ask_remove(self, slot: KeySlot) -> None:
        """Ask before a way to open the vault is removed."""
        name = slot_name(slot.type, slot.holder)
        question = MessageDialog(
            self._parent.window(),
            self._desk.theme,
            self.tr("Schlüssel entfernen"),
            self.tr(
                "„{0}“ öffnet den Tresor danach nicht mehr. Ältere Sicherungen und Kopien öffnet "
                "dieser Schlüssel weiterhin."
            ).format(name),
            self.tr("Entfernen"),
        )
        question.accepted.connect(
            lambda: self._run(
                None,
                lambda _job: self._slots.remove(slot.id),
                lambda _slot: self.done.emit(self.tr("Entfernt: {0}").format(name)),
            )
        )
        question.open()

    def rekey(self) -> None:
        """Encrypt everything anew; the vault is locked afterwards."""
        dialog = self._dialog(
            self.tr("Alles neu verschlüsseln"),
            self.tr(
                "Der ganze Tresor bekommt einen neuen Schlüssel; was Sie bisher hinterlegt haben, "
                "wird erneuert. Danach wird der Tresor gesperrt, und Sie öffnen ihn mit Ihrem "
                "Passwortsatz. Sicherungen von vorher behalten den früheren Schlüssel."
            ),
            self.tr("Neu verschlüsseln"),
            asks_present=True,
        )

        def start(present: str, _new: str) -> None:
            self._run(
                dialog,
                lambda job: self._slots.rekey(present, job, job.cancel_token),
                self._on_rekeyed,
                title=self.tr("Der Tresor wird neu verschlüsselt"),
            )

        dialog.confirmed.connect(start)
        dialog.open()

    def delete_former_backups(self) -> None:
        """Delete the backups that still have a former key."""
        self._run(
            None,
            lambda _job: self._slots.delete_former_backups(),
            lambda count: self.done.emit(
                self.tr("Gelöschte Sicherungen mit früherem Schlüssel: {0}").format(count)
            ),
            title=self.tr("Sicherungen werden erneuert"),
        )

    def _show_code(self, code: str) -> None:
        RecoveryDialog(self._parent.window(), self._desk, code).open()
        self.done.emit(self.tr("Der Wiederherstellungscode ist erzeugt."))

    def _on_rekeyed(self, rekeyed: Rekeyed) -> None:
        if not rekeyed.recovery_code:
            self._lock()
            return
        dialog = RecoveryDialog(self._parent.window(), self._desk, rekeyed.recovery_code)
        dialog.finished.connect(self._lock)
        dialog.open()

    def _lock(self) -> None:
        if self._desk.safeguards is not None:
            self._desk.safeguards.locking.due.emit(LockReason.RENEWED)

    def _with_passphrase(
        self,
        title: str,
        text: str,
        action: str,
        work: Callable[[str], T],
        done: Callable[[T], None],
        *,
        always: bool = False,
    ) -> None:
        """Run *work* with the present passphrase, asked for where it is needed."""
        if not (self.asks_passphrase or always):
            self._run(None, lambda _job: work(""), done)
            return
        dialog = self._dialog(title, text, action)

        def go_on(present: str, _new: str) -> None:
            self._run(dialog, lambda _job: work(present), done)

        dialog.confirmed.connect(go_on)
        dialog.open()

    def _dialog(
        self,
        title: str,
        text: str,
        action: str,
        *,
        asks_new: bool = False,
        asks_present: bool | None = None,
    ) -> PassphraseDialog:
        return PassphraseDialog(
            self._parent.window(),
            self._desk.theme,
            title,
            text,
            action=action,
            asks_present=self.asks_passphrase if asks_present is None else asks_present,
            asks_new=asks_new,
            least=self._desk.session.policy.least_passphrase(SHORTEST_PASSPHRASE),
        )

    def _run(
        self,
        dialog: PassphraseDialog | None,
        work: Callable[[Job], T],
        done: Callable[[T], None],
        *,
        title: str = "",
    ) -> None:
        def finish(result: T) -> None:
            if dialog is not None:
                dialog.accept()
            done(result)

        def refuse(error: Exception) -> None:
            if dialog is None:
                self.failed.emit(error)
            else:
                dialog.show_error(error_sentence(self._desk.catalogue, error))

        shown = title or QCoreApplication.translate("Keys", "Der Schlüssel wird geändert")
        self._desk.jobs.run(self, work, finish, failed=refuse, title=shown)
