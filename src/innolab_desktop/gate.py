"""The door to vaults for ``ui`` and ``cli``: open, create, look at the ways in.

Adapters are imported inside functions, like in :mod:`innolab_desktop.bootstrap`.
"""

from __future__ import annotations

from os import urandom
from typing import TYPE_CHECKING

from innolab_desktop import bootstrap, long_path

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from innolab_desktop.domain.policy import Policy
    from innolab_desktop.keys.os_keyring import OsKeyring
    from innolab_desktop.services.given_key import GivenKey
    from innolab_desktop.services.key_ports import KeySlot
    from innolab_desktop.services.rescue_ports import VaultRescue
    from innolab_desktop.services.session import Session
    from innolab_desktop.services.vault_gate import EscrowFiles, NewVault


class Gate:
    """Opens and creates vaults for ``ui`` and ``cli``; fills ``services.vault_gate.VaultGate``.

    Args:
        memory_kib: what deriving the key of a new vault costs; calibrated if not given.
        surroundings: what IT prescribes, and how texts are written.
    """

    def __init__(
        self,
        memory_kib: int | None = None,
        surroundings: bootstrap.Surroundings = bootstrap.ORDINARY,
    ) -> None:
        self._memory_kib = memory_kib
        self._surroundings = surroundings

    @property
    def policy(self) -> Policy:
        """What IT prescribes."""
        return self._surroundings.policy

    @property
    def rescue(self) -> VaultRescue:
        """What can be done for a vault that does not open any more."""
        from innolab_desktop.rescue import Rescue  # noqa: PLC0415 - see above

        return Rescue(self._keyring())

    def warm_up(self) -> None:
        """Import what opening a vault needs."""
        bootstrap.warm_up(self._surroundings.wording, self._surroundings.language)

    def open_session(self, folder: Path, given: GivenKey) -> Session:
        """Open the vault in *folder*."""
        from innolab_desktop.keys.unlocking import unlock  # noqa: PLC0415 - see above

        folder = long_path.reachable(folder)
        return bootstrap.open_unlocked(
            folder,
            given.slot_type,
            lambda: unlock(folder, given, self._keyring()),
            self._memory_kib,
            self._surroundings,
        )

    def _keyring(self) -> OsKeyring | None:
        from innolab_desktop.keys.os_keyring import OsKeyring  # noqa: PLC0415 - see above

        return None if self.policy.keyring_allowed is False else OsKeyring()

    def slots(self, folder: Path) -> tuple[KeySlot, ...]:
        """Return the ways to open the vault in *folder*; they are public."""
        from innolab_desktop.keys import vault_file  # noqa: PLC0415 - see above
        from innolab_desktop.keys.slot_keeper import described  # noqa: PLC0415

        header = vault_file.read(long_path.reachable(folder))
        return tuple(described(slot) for slot in header.slots)

    def create_escrow_key(self, name: str, passphrase: str, folder: Path) -> EscrowFiles:
        """Write the two files of a new escrow key into *folder*."""
        from innolab_desktop.keys import escrow_files, passphrase_slot  # noqa: PLC0415 - see above

        memory_kib = self._memory_kib or passphrase_slot.calibrate()
        return escrow_files.create(name, passphrase, folder, memory_kib=memory_kib, random=urandom)

    def create_session(self, vault: NewVault, passphrase: str) -> Session:
        """Create a vault and open it."""
        owner = bootstrap.NewOwner(
            vault.person,
            vault.municipality,
            vault.department,
            vault.role,
            person_id=None if vault.same_person_as is None else _person_on(vault.same_person_as),
        )
        return bootstrap.create_vault(
            vault.folder,
            owner,
            passphrase,
            memory_kib=self._memory_kib,
            surroundings=self._surroundings,
        )

    def create_demo(self, folder: Path, tell: Callable[[str], None]) -> Path:
        """Create the demo vaults below *folder* and return the one to open first."""
        return bootstrap.create_demo(folder, tell)


def _person_on(path: Path) -> bytes:
    from innolab_desktop.domain.errors import ContactError  # noqa: PLC0415 - see above
    from innolab_desktop.journal import card as cards  # noqa: PLC0415
    from innolab_desktop.keys.signatures import PublicKeyChecks  # noqa: PLC0415
    from innolab_desktop.services.contacts import check_card  # noqa: PLC0415

    try:
        with path.open("rb") as file:
            signed = cards.decode_file(file.read(cards.MAX_CARD_BYTES * 2))
    except OSError as failure:
        raise ContactError("card_unreadable", name=path.name) from failure
    check_card(signed, PublicKeyChecks())
    return signed.card.person
