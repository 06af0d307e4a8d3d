"""What the window needs from the composition root: open a vault, or make one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from pathlib import Path

    from innolab_desktop.services.session import Session

DEMO_PASSPHRASE = "innolab-demo"  # noqa: S105 - printed in the handbook; demo vaults hold no secrets


@dataclass(frozen=True, slots=True)
class NewVault:
    """Who a new vault belongs to."""

    folder: Path
    person: str
    municipality: str
    department: str
    role: str


class VaultGate(Protocol):
    """Opens and creates vaults; every method runs in the lane."""

    def warm_up(self) -> None:
        """Import what opening a vault needs, while the passphrase is being typed."""
        ...

    def open_session(self, folder: Path, passphrase: str) -> Session:
        """Open the vault in *folder*.

        Raises:
            VaultError: wrong passphrase, no vault, in use, or damaged.
        """
        ...

    def create_session(self, vault: NewVault, passphrase: str) -> Session:
        """Create a vault and open it.

        Raises:
            VaultError: the folder cannot be used.
        """
        ...

    def create_demo(self, folder: Path) -> Path:
        """Create the demo vaults below *folder* and return the one to open first."""
        ...
