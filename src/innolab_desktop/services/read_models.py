"""Frozen values that cross between use cases and adapters."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

    from innolab_desktop.domain.records import RecordId, SpaceId
    from innolab_desktop.domain.values import Value
    from innolab_desktop.journal.commit import Tip

Phrases: TypeAlias = "tuple[tuple[str, tuple[str, ...]], ...]"
"""By a word that is searched for: phrases, each of which may stand in its place."""


@dataclass(frozen=True, slots=True)
class VaultInfo:
    """The person's own vault."""

    vault_id: bytes
    device: bytes
    person_id: bytes
    person: str
    municipality: str
    department: str
    role: str
    is_demo: bool
    schema_version: int


@dataclass(frozen=True, slots=True)
class Member:
    """A person in a space."""

    person_id: bytes
    device: bytes
    name: str
    role: str


@dataclass(frozen=True, slots=True)
class Departure:
    """How this device ceased to belong to a space.

    Attributes:
        at_ms: when, by the clock of whoever said so; 0 if nobody knows.
        is_own: it left by itself, which the others have to hear from it.
    """

    at_ms: int
    is_own: bool


@dataclass(frozen=True, slots=True)
class Space:
    """An audience and its members.

    Attributes:
        left: how this device left it; None while it belongs to it.
    """

    id: SpaceId
    name: str
    type: str
    members: tuple[Member, ...]
    left: Departure | None = None


@dataclass(frozen=True, slots=True)
class QuarantinedAuthor:
    """A device whose commits are stored and do not count, because it was removed."""

    device: bytes
    name: str
    commits: int


@dataclass(frozen=True, slots=True)
class Contact:
    """A person somebody can exchange with.

    Attributes:
        id: the person's id.
        verified_ms: when the Prüfzeichen was compared; 0 if it was not.
        is_introduced: known from the members of a space only, not from a card file.
        introduced_by: who named the device as a member first, while it is only introduced.
        introduced_ms: when, by that person's clock.
    """

    id: bytes
    device: bytes
    name: str
    municipality: str
    department: str
    role: str
    digits: str
    verified_ms: int
    is_introduced: bool
    introduced_by: str = ""
    introduced_ms: int = 0

    @property
    def is_verified(self) -> bool:
        """Whether the Prüfzeichen was compared."""
        return self.verified_ms > 0


@dataclass(frozen=True, slots=True)
class RowQuery:
    """Which rows of a list to fetch; filtering and sorting happen in SQL.

    Attributes:
        words: each of them stands in the title.
        text: each of its words begins a word of any field, or stands in the title.
        phrases: what may stand in place of the words of *text*.
        tag: one that the records have, in any spelling.
        reference: a field and the record that it names.
        has_excerpts: whether rows tell what is written in the record.
        sort: ``title``, ``changed`` or ``status``.
    """

    kind: str | None = None
    words: str = ""
    text: str = ""
    phrases: Phrases = ()
    tag: str = ""
    reference: tuple[str, RecordId] | None = None
    has_excerpts: bool = False
    statuses: tuple[str, ...] = ()
    space: SpaceId | None = None
    parent: RecordId | None = None
    is_deleted: bool = False
    sort: str = "title"
    descending: bool = False
    offset: int = 0
    limit: int = 200


@dataclass(frozen=True, slots=True)
class RecordRow:
    """One row of a list.

    Attributes:
        is_release: it was released from another record.
        is_read_only: it lies in a space that this device left.
        excerpt: where the words of the query stand, or how its text begins; if asked for.
    """

    id: RecordId
    kind: str
    space: SpaceId
    title: str
    status: str
    changed_ms: int
    has_conflict: bool
    is_merged: bool
    is_release: bool = False
    is_deleted: bool = False
    is_read_only: bool = False
    excerpt: str = ""


@dataclass(frozen=True, slots=True)
class RowPage:
    """A page of rows and how many there are in all."""

    rows: tuple[RecordRow, ...]
    total: int


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One save of a record: each field with its value before and after.

    Attributes:
        person, device: empty where nobody is told who it was.
    """

    commit: bytes
    at_ms: int
    person: str
    device: str
    fields: Mapping[str, tuple[Value, Value]]


@dataclass(frozen=True, slots=True)
class SearchHit:
    """A record that a search found."""

    id: RecordId
    kind: str
    space: SpaceId
    title: str
    snippet: str


@dataclass(frozen=True, slots=True)
class Counts:
    """How much a vault holds.

    Attributes:
        held: commits that wait for an earlier one or for a signature.
        newer: commits that only a newer version of the program understands in full.
    """

    records: int
    commits: int
    conflicts: int
    held: int
    newer: int = 0


class Heads(NamedTuple):
    """What stands in a field: the ids of the visible operations, and a text's updates."""

    ops: tuple[bytes, ...]
    value: Value
    generation: int = 0
    text_state: bytes = b""


@dataclass(frozen=True, slots=True)
class SentBundle:
    """One export, to know later what of it was confirmed.

    Attributes:
        recipients: the devices that can open it.
        ends: the last commit of each log that it brought.
    """

    at_ms: int
    space: SpaceId
    recipients: tuple[bytes, ...]
    commits: int
    file_name: str
    ends: tuple[tuple[bytes, Tip], ...] = ()
