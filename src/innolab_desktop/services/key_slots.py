"""Use cases around the keys of an open vault: ways to open it, and a new key for everything."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from innolab_desktop.domain.errors import VaultError
from innolab_desktop.domain.policy import NO_POLICY
from innolab_desktop.services.backing_up import second_place
from innolab_desktop.services.key_ports import (
    ESCROW,
    KEYRING,
    PASSPHRASE,
    RECOVERY,
    EscrowHolder,
    KeyEvent,
    KeySlot,
)

if TYPE_CHECKING:
    from pathlib import Path

    from innolab_desktop.domain.policy import Policy
    from innolab_desktop.services.bundle_ports import Clock
    from innolab_desktop.services.changes import CancelToken, Progress
    from innolab_desktop.services.key_ports import SlotKeeper
    from innolab_desktop.services.store_ports import Vault

MIN_PASSPHRASE: Final = 8
_MAX_CARD_BYTES: Final = 64 * 1024


@dataclass(frozen=True, slots=True)
class Rekeyed:
    """What a new key brought; the vault is closed and has to be opened again.

    Attributes:
        recovery_code: the new code, empty if there was none before; the old one opens nothing now.
        lost: types of slots that could not be made again.
    """

    recovery_code: str
    lost: tuple[str, ...]

    def __repr__(self) -> str:
        return "Rekeyed(…)"


class KeySlots:
    """Lists and changes the ways to open this vault, and notes each change.

    What would let somebody open the vault later asks for the passphrase again: an unlocked
    computer that stands alone for a minute must not cost more than that minute.
    """

    def __init__(
        self, vault: Vault, keeper: SlotKeeper, clock: Clock, policy: Policy = NO_POLICY
    ) -> None:
        self._policy = policy
        self._vault = vault
        self._keeper = keeper
        self._clock = clock

    @property
    def asks_passphrase(self) -> bool:
        """Whether changes need the passphrase: not right after creation or recovery."""
        has_one = any(slot.type == PASSPHRASE for slot in self.slots())
        return has_one and self._keeper.opened_with in {PASSPHRASE, KEYRING}

    @property
    def lacks_recovery(self) -> bool:
        """Whether a forgotten passphrase would cost the vault; not asked of one just made."""
        is_old = self._keeper.opened_with != "created"
        return is_old and not any(slot.type == RECOVERY for slot in self.slots())

    def slots(self) -> tuple[KeySlot, ...]:
        """Return the ways to open the vault."""
        return self._keeper.slots()

    def events(self) -> tuple[KeyEvent, ...]:
        """Return what was done with the keys, oldest first."""
        return self._vault.key_log.events()

    def change_passphrase(self, passphrase: str, *, confirmed_by: str = "") -> None:
        """Let *passphrase* open the vault instead of the former one.

        Copies of the vault that were made before still open with the former one; only a new
        key ends that.

        Args:
            passphrase: the new one.
            confirmed_by: the present one, where it is asked for.

        Raises:
            VaultError: the present one is wrong, or the new one too short.
        """
        least = self._policy.least_passphrase(MIN_PASSPHRASE)
        if len(passphrase.strip()) < least:
            raise VaultError("passphrase_short", least=least)
        self._confirm(confirmed_by)
        self._keeper.set_passphrase(passphrase)
        self._note("added", PASSPHRASE)

    def add_keyring(self) -> None:
        """Let the key store of the operating system open the vault.

        Raises:
            VaultError: there is no store that can be trusted, it does not answer, or IT forbids it.
        """
        if self._policy.keyring_allowed is False:
            raise VaultError("keyring_forbidden_by_it")
        self._keeper.add_keyring()
        self._note("added", KEYRING)

    def add_recovery(self, *, confirmed_by: str = "") -> str:
        """Return a new recovery code; a former one opens nothing any more.

        Raises:
            VaultError: the passphrase is wrong.
        """
        self._confirm(confirmed_by)
        code = self._keeper.add_recovery()
        self._note("added", RECOVERY)
        return code

    def read_holder(self, card: Path) -> EscrowHolder:
        """Return whose escrow key the file *card* holds.

        Raises:
            VaultError: it is no such file.
        """
        return self._keeper.read_holder(_read(card))

    def add_escrow(self, card: Path, *, confirmed_by: str = "") -> EscrowHolder:
        """Let the holder of an escrow key open the vault; everybody who opens it is told.

        Raises:
            VaultError: no such file, known already, or the passphrase is wrong.
        """
        data = _read(card)
        self._confirm(confirmed_by)
        holder = self._keeper.add_escrow(data)
        self._note("added", ESCROW, holder.name)
        return holder

    def remove(self, slot_id: str) -> KeySlot:
        """Remove a way to open the vault; the last one of the person's own stays.

        Raises:
            VaultError: there is no such slot, or it is the last one.
        """
        removed = self._keeper.remove(slot_id)
        self._note("removed", removed.type, removed.holder)
        return removed

    def note_opened(self) -> None:
        """Note that the vault was opened in another way than by its person's daily one."""
        if self._keeper.opened_with in {RECOVERY, ESCROW}:
            self._note("opened", self._keeper.opened_with)

    def rekey(self, passphrase: str, progress: Progress, cancel: CancelToken) -> Rekeyed:
        """Encrypt everything anew with a new key, and close the vault.

        Args:
            passphrase: the present one; it opens the new key as well.
            progress: hears how far it is.
            cancel: stops it before the switch; nothing has changed then.

        Raises:
            VaultError: wrong passphrase, or the disk is full or cannot be written.
            Cancelled: somebody asked.
        """
        renewed = self._keeper.renew(passphrase)
        try:
            self._vault.rekey(renewed, self._clock.now_ms(), progress, cancel)
        except VaultError as failure:
            if failure.code != "rekey_unfinished":
                self._keeper.forget(renewed.fresh)
            raise
        except BaseException:
            self._keeper.forget(renewed.fresh)
            raise
        self._keeper.forget(renewed.former)
        return Rekeyed(renewed.recovery_code, renewed.lost)

    def former_backups(self) -> int:
        """Return how many backups still have a former key, here and at the second place."""
        return self._vault.former_backups.count(self._second_place())

    def delete_former_backups(self) -> int:
        """Back up with the present key, then delete the backups of former keys.

        Raises:
            VaultError: the backup fails, then nothing is deleted; or one cannot be deleted.
        """
        self._vault.back_up("rekey")
        return self._vault.former_backups.delete(self._second_place())

    def _second_place(self) -> Path | None:
        return second_place(self._vault.desk, self._policy)

    def _confirm(self, passphrase: str) -> None:
        if self.asks_passphrase:
            self._keeper.check_passphrase(passphrase)

    def _note(self, what: str, slot_type: str, detail: str = "") -> None:
        self._vault.key_log.add(KeyEvent(self._clock.now_ms(), what, slot_type, detail))


def _read(path: Path) -> bytes:
    """Return the content of a small file.

    Raises:
        VaultError: it cannot be read.
    """
    try:
        with path.open("rb") as file:
            return file.read(_MAX_CARD_BYTES + 1)
    except OSError as failure:
        raise VaultError("escrow_file_unreadable", name=path.name) from failure
