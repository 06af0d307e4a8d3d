"""The ways to open a vault without its passphrase: key store, recovery code, deposited key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from innolab_desktop.services.given_key import KeyringAsked
from innolab_desktop.services.key_ports import KEYRING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from innolab_desktop.services.given_key import GivenKey
    from innolab_desktop.services.key_ports import KeySlot
    from innolab_desktop.services.session import Session
    from innolab_desktop.services.vault_gate import VaultGate
    from innolab_desktop.ui.dialogs.keys.recovery_unlock_dialog import RecoveryUnlockDialog
    from innolab_desktop.ui.dialogs.unlock_window import UnlockWindow
    from innolab_desktop.ui.error_text import ErrorPresenter
    from innolab_desktop.ui.jobs import Jobs
    from innolab_desktop.ui.theme.theme import Theme


class OtherWays(QObject):
    """Tells the unlock window which ways there are, and goes them.

    Signals:
        opened: the session and its folder.
        refused: the error.
    """

    opened = Signal(object, object)
    refused = Signal(object)

    def __init__(
        self,
        gate: VaultGate,
        jobs: Jobs,
        window: UnlockWindow,
        theme: Theme,
        errors: ErrorPresenter,
    ) -> None:
        super().__init__(window)
        self._gate = gate
        self._jobs = jobs
        self._window = window
        self._theme = theme
        self._errors = errors
        self._dialog: RecoveryUnlockDialog | None = None
        window.vault_chosen.connect(self.look)
        window.keyring_requested.connect(self._use_keyring)
        window.recovery_requested.connect(self._ask_key)

    def look(self, folder: Path) -> None:
        """Ask which ways lead into *folder*."""
        gate, window = self._gate, self._window
        self._jobs.run(
            self,
            lambda _job: gate.slots(folder),
            lambda slots: window.show_ways(folder, self._permitted(slots)),
            failed=lambda _error: window.show_ways(folder, ()),  # said when it is to be opened
        )

    def _permitted(self, slots: Sequence[KeySlot]) -> Sequence[KeySlot]:
        """Leave out what IT forbids."""
        if self._gate.policy.keyring_allowed is False:
            return tuple(slot for slot in slots if slot.type != KEYRING)
        return slots

    def _use_keyring(self, folder: Path) -> None:
        gate = self._gate
        self._jobs.run(
            self,
            lambda _job: gate.open_session(folder, KeyringAsked()),
            lambda session: self.opened.emit(session, folder),
            failed=self.refused.emit,
            title=self.tr("Der Tresor wird geöffnet"),
        )

    def _ask_key(self, folder: Path, slot_type: str) -> None:
        from innolab_desktop.ui.dialogs.keys.recovery_unlock_dialog import (  # noqa: PLC0415 - rare
            RecoveryUnlockDialog,
        )
        from innolab_desktop.ui.widgets.strength_meter import SHORTEST_PASSPHRASE  # noqa: PLC0415

        least = self._gate.policy.least_passphrase(SHORTEST_PASSPHRASE)
        dialog = RecoveryUnlockDialog(self._window, self._theme, slot_type, least)

        def use(given: GivenKey, passphrase: str) -> None:
            self._use_key(folder, given, passphrase)

        dialog.confirmed.connect(use)
        self._dialog = dialog
        dialog.open()

    def _use_key(self, folder: Path, given: GivenKey, passphrase: str) -> None:
        gate = self._gate

        def work() -> Session:
            session = gate.open_session(folder, given)
            try:
                session.key_slots.change_passphrase(passphrase)
            except BaseException:
                session.close()
                raise
            return session

        self._jobs.run(
            self,
            lambda _job: work(),
            lambda session: self._enter(session, folder),
            failed=self._on_key_refused,
            title=self.tr("Der Tresor wird geöffnet"),
        )

    def _enter(self, session: Session, folder: Path) -> None:
        if self._dialog is not None:
            self._dialog.accept()
            self._dialog = None
        self.opened.emit(session, folder)

    def _on_key_refused(self, error: Exception) -> None:
        if self._dialog is not None:
            self._dialog.show_error(self._errors.sentence(error))
