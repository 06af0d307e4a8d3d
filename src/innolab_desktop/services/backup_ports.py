"""Backups as the use cases see them; ``storage`` fills the port."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class BackupInfo:
    """A backup as it can be seen from outside. It was verified before it got its name.

    Attributes:
        reason: why it was made: ``manual``, ``closing``, ``import``, ``update``, ….
    """

    folder: Path
    made_ms: int
    reason: str
    size_bytes: int


class BackupStore(Protocol):
    """The backups of one open vault."""

    @property
    def has_changed(self) -> bool:
        """Whether anything was written since the vault was opened or last backed up."""
        ...

    def all(self) -> tuple[BackupInfo, ...]:
        """Return all backups beside the vault, the newest first."""
        ...

    def copy_to_second_place(self, folder: Path) -> None:
        """Copy the newest backup into *folder*, verify it there, and let old ones make room.

        Raises:
            VaultError: the folder is not there, has no room, or does not give back what was
                written; what lies there is as before.
        """
        ...
