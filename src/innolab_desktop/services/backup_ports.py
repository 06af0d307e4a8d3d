"""Backups as the use cases see them; ``storage`` fills the port."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from pathlib import Path

    from innolab_desktop.domain.records import RecordId
    from innolab_desktop.services.changes import CancelToken, Progress


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


class RecordLine(NamedTuple):
    """A record as a list names it."""

    record: RecordId
    kind: str
    title: str


@dataclass(frozen=True, slots=True)
class Differences:
    """What putting a backup back would change.

    Attributes:
        missing: records that were made since; they would not be there.
        changed: records that would be as they were then.
        returning: records that are not there now, and would be.
        commits: how many stored changes would be gone.
    """

    missing: tuple[RecordLine, ...]
    changed: tuple[RecordLine, ...]
    returning: tuple[RecordLine, ...]
    commits: int


@dataclass(frozen=True, slots=True)
class CheckedBackup:
    """What a backup was found to hold when it was put back into a temporary place.

    Attributes:
        records: how many there are in it.
        commits: how many stored changes, each of which was verified.
    """

    records: int
    commits: int


class Restorer(Protocol):
    """Puts backups of one open vault back, for good or into a temporary place."""

    def compare(self, backup: Path, progress: Progress, cancel: CancelToken) -> Differences:
        """Return what putting *backup* back would change.

        Raises:
            VaultError: the backup is missing, damaged, or of another vault.
            Cancelled: the person stopped it.
        """
        ...

    def put_back(self, backup: Path, progress: Progress, cancel: CancelToken) -> None:
        """Back the vault up, put *backup* in its place at once, and close it.

        Raises:
            VaultError: the backup cannot be put back; the vault is as before.
            Cancelled: the person stopped it; the vault is as before.
        """
        ...

    def check(self, backup: Path, progress: Progress, cancel: CancelToken) -> CheckedBackup:
        """Put *backup* back into a temporary place, verify everything in it, and remove it.

        Raises:
            VaultError: it could not be put back.
            Cancelled: the person stopped it.
        """
        ...


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
