"""Frozen values of erasing: what would go, what went, and where it is gone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from innolab_desktop.domain.records import Record, RecordId, SpaceId
    from innolab_desktop.services.changes import CancelToken, Progress
    from innolab_desktop.services.read_models import Space
    from innolab_desktop.services.release_trail import ReleasedCopy


class CleanedBackups(NamedTuple):
    """How many backups lost what is erased, and how many could not be opened."""

    cleaned: int
    failed: int


class Unnamed(NamedTuple):
    """Operations about a record that were destroyed here, and that no erasure names yet."""

    record: RecordId | None
    ops: tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class ErasurePlan:
    """What an erasure would destroy besides the record itself.

    Attributes:
        below: the child records, deleted ones included, parents first.
        revisions: Fassungen of records above that hold the same content.
        copies: records in other spaces that were released from this one.
        is_allowed: whether this person may erase it.
    """

    record: Record
    below: tuple[Record, ...]
    revisions: tuple[Record, ...]
    copies: tuple[ReleasedCopy, ...]
    is_allowed: bool


@dataclass(frozen=True, slots=True)
class ForgetPlan:
    """What forgetting a space would delete on this device.

    Attributes:
        records: how many records are in it, those in the trash included.
    """

    space: Space
    records: int


@dataclass(frozen=True, slots=True)
class ForgottenSpace:
    """A space that was deleted on this device, by its person.

    Attributes:
        reason: a code of ``resources/erasure_reasons.toml``.
    """

    space: SpaceId
    at_ms: int
    reason: str
    commits: int
    records: int


@dataclass(frozen=True, slots=True)
class DeviceReach:
    """Whether a device confirmed an erasure."""

    device: bytes
    person: str
    has_confirmed: bool


@dataclass(frozen=True, slots=True)
class LoggedErasure:
    """An entry of the Löschprotokoll; it says nothing of the content.

    Attributes:
        record_hash: first half of the SHA-256 of the record id, "" if no record was named.
        kind: what kind of record it was, "" if this device never knew.
        reason: a code of ``resources/erasure_reasons.toml``.
        operations: how many entries of the journal were named.
        fields: how many fields lost something on this device.
        is_whole: the record as a whole was erased, with whatever arrives later.
        devices: the devices that belong to the space now.
        records: how many records went with a whole space, deleted on this device alone; None for
            the erasures that reach everybody.
    """

    at_ms: int
    person: str
    space: SpaceId
    record_hash: str
    kind: str
    reason: str
    operations: int
    fields: int
    is_whole: bool
    devices: tuple[DeviceReach, ...]
    records: int | None = None

    @property
    def confirmed(self) -> int:
        """How many of the devices confirmed it."""
        return sum(1 for device in self.devices if device.has_confirmed)


class ErasureStore(Protocol):
    """The erased operations of a vault, and its backups."""

    def unnamed(self, space: SpaceId) -> tuple[Unnamed, ...]:
        """Return what was destroyed in *space* without an erasure that names it."""
        ...

    def log(self) -> tuple[LoggedErasure, ...]:
        """Return the Löschprotokoll, newest first."""
        ...

    def is_erased(self, record: RecordId) -> bool:
        """Tell whether a record was erased as a whole, with whatever arrives later."""
        ...

    def below(self, record: RecordId) -> tuple[Record, ...]:
        """Return all records below *record*, deleted ones included, parents first."""
        ...

    def backups_due(self) -> int:
        """Return how many backups may still hold what is erased."""
        ...

    def clean_backups(
        self, progress: Progress, cancel: CancelToken | None = None
    ) -> CleanedBackups:
        """Destroy what is erased in every backup."""
        ...


class ForgottenSpaces(Protocol):
    """The spaces that were deleted on this device alone."""

    def count_records(self, space: SpaceId) -> int:
        """Return how many records *space* has, those in the trash included."""
        ...

    def forget(self, space: SpaceId, reason: str, at_ms: int) -> frozenset[RecordId]:
        """Delete *space* here for good, and return the records that are gone.

        Raises:
            VaultError: the ledger beside the database cannot be written; what the database says
                holds, and the ledger hears of it when the vault is opened again.
        """
        ...

    def holds(self, space: SpaceId) -> bool:
        """Tell whether *space* was forgotten and did not come back."""
        ...

    def take_back(self, space: SpaceId) -> bool:
        """Let a forgotten *space* be here again if its members took this device in anew.

        Returns:
            Whether they did.
        """
        ...

    def log(self) -> tuple[ForgottenSpace, ...]:
        """Return which spaces were forgotten, in no order."""
        ...
