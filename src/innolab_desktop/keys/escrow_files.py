"""The two files of an escrow key on disk."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from innolab_desktop import atomic_file
from innolab_desktop.domain.errors import VaultError
from innolab_desktop.keys import escrow_key
from innolab_desktop.services.key_ports import EscrowHolder
from innolab_desktop.services.vault_gate import EscrowFiles

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PUBLIC_NAME: Final = "hinterlegung-oeffentlich.json"
SECRET_NAME: Final = "hinterlegung-geheim.json"  # noqa: S105 - a file name


def create(
    name: str, passphrase: str, folder: Path, *, memory_kib: int, random: Callable[[int], bytes]
) -> EscrowFiles:
    """Write the files of a new escrow key into *folder*.

    Args:
        name: of the holder.
        passphrase: protects the secret file.
        folder: is created; must not hold such files.
        memory_kib: what deriving the secret file's key costs.
        random: returns that many unpredictable bytes.

    Raises:
        VaultError: they cannot be written, are there already, or a name is missing.
    """
    public, secret = folder / PUBLIC_NAME, folder / SECRET_NAME
    if public.exists() or secret.exists():
        raise VaultError("escrow_exists", name=folder.name)
    card, public_data, secret_data = escrow_key.create(
        name, passphrase, memory_kib=memory_kib, random=random
    )
    try:
        folder.mkdir(parents=True, exist_ok=True)
        atomic_file.write(secret, secret_data)
        atomic_file.write(public, public_data)
    except OSError as failure:
        raise VaultError("escrow_file_unreadable", name=folder.name) from failure
    return EscrowFiles(public, secret, EscrowHolder(card.name, card.digits))


def read(path: Path) -> bytes:
    """Return the content of such a file.

    Raises:
        VaultError: it cannot be read.
    """
    try:
        with path.open("rb") as file:
            return file.read(escrow_key.MAX_BYTES + 1)
    except OSError as failure:
        raise VaultError("escrow_file_unreadable", name=path.name) from failure
