"""Frozen values of the exchange: what comes in, what goes out, what a bundle says of itself."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from innolab_desktop.domain.records import RecordId, SpaceId
    from innolab_desktop.journal.card import Card, SignedCard
    from innolab_desktop.journal.clock import Instant
    from innolab_desktop.journal.commit import Commit, Origin, Tip
    from innolab_desktop.journal.signed_tip import SignedTip


BUNDLE_SUFFIX: Final = ".ilpaket"


@dataclass(frozen=True, slots=True)
class Arrival:
    """What newly stored commits are about.

    Attributes:
        entries: their keys.
        created: records that one of them begins; the others by what one of them does.
        newer: how many of them only a newer version understands in full.
    """

    entries: frozenset[int] = frozenset()
    created: frozenset[RecordId] = frozenset()
    deleted: frozenset[RecordId] = frozenset()
    restored: frozenset[RecordId] = frozenset()
    erased: frozenset[RecordId] = frozenset()
    newer: int = 0

    @classmethod
    def together(cls, arrivals: Sequence[Arrival]) -> Arrival:
        """Return several as one."""
        return cls(
            frozenset[int]().union(*(arrival.entries for arrival in arrivals)),
            frozenset[bytes]().union(*(arrival.created for arrival in arrivals)),
            frozenset[bytes]().union(*(arrival.deleted for arrival in arrivals)),
            frozenset[bytes]().union(*(arrival.restored for arrival in arrivals)),
            frozenset[bytes]().union(*(arrival.erased for arrival in arrivals)),
            sum(arrival.newer for arrival in arrivals),
        )


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of incoming commits.

    Attributes:
        accepted: newly counted commits, among them ones that had waited.
        known: commits that were there already.
        held: commits that wait for an earlier one or for a signature.
        forked: logs that have branches now.
    """

    accepted: int = 0
    known: int = 0
    held: int = 0
    records: frozenset[RecordId] = frozenset()
    conflicts: int = 0
    forked: frozenset[bytes] = frozenset()
    arrival: Arrival = field(default_factory=Arrival, repr=False)


@dataclass(frozen=True, slots=True)
class Incoming:
    """Authenticated content of a bundle: signatures of bundle and tips are checked.

    Attributes:
        is_genuine: tells whether a card that a commit brings is signed by its device and usable.
    """

    sender: bytes
    space: SpaceId
    commits: Sequence[Commit]
    signed_tips: Sequence[SignedTip]
    announced: Mapping[bytes, tuple[Tip, ...]]
    is_genuine: Callable[[SignedCard], bool]


@dataclass(frozen=True, slots=True)
class LogInfo:
    """A log and who writes it."""

    log: bytes
    origin: Origin
    is_forked: bool


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a bundle says of itself."""

    bundle_id: bytes
    sender: bytes
    aliases: tuple[bytes, ...]
    space: SpaceId
    announced: Mapping[bytes, tuple[Tip, ...]]
    created: Instant
    part: int = 1
    of: int = 1
    wants_receipt: bool = False


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A bundle to be written; id and aliases come from the writer."""

    space: SpaceId
    recipients: tuple[Card, ...]
    announced: Mapping[bytes, tuple[Tip, ...]]
    signed_tips: tuple[SignedTip, ...]
    commits: tuple[Commit, ...]
    created: Instant
    part: int = 1
    of: int = 1
    wants_receipt: bool = False


@dataclass(frozen=True, slots=True)
class PastedText:
    """Text from the clipboard or from standard input.

    Attributes:
        name: what reports call it.
    """

    text: str = field(repr=False)
    name: str = "-"


class ParcelKind(Enum):
    """What people hand over."""

    BUNDLE = "bundle"
    CARD = "card"


@dataclass(frozen=True, slots=True)
class Parcel:
    """A bundle or card as it was found in a file, a mail or a text.

    Attributes:
        refusal: code of the error that kept it from being taken out whole, else empty.
    """

    kind: ParcelKind
    content: bytes = field(repr=False)
    refusal: str = ""


@dataclass(frozen=True, slots=True)
class WaitingFile:
    """A bundle file that is kept until more is there.

    Attributes:
        code: what it waits for.
    """

    digest: bytes
    code: str
    size_bytes: int
    at_ms: int


class Carrier(Enum):
    """As what a bundle travels: gateways differ in what they let through."""

    FILE = "file"
    TEXT = "text"
    MAIL = "mail"
    MAIL_WITH_TEXT = "mail_with_text"

    @property
    def suffix(self) -> str:
        """How its files end."""
        return {Carrier.FILE: BUNDLE_SUFFIX, Carrier.TEXT: ".txt"}.get(self, ".eml")


@dataclass(frozen=True, slots=True)
class Envelope:
    """How one bundle is sent.

    Attributes:
        stem: neutral file name without suffix.
        addresses: to whom a mail draft goes; may be empty.
    """

    carrier: Carrier
    stem: str
    part: int = 1
    of: int = 1
    addresses: tuple[str, ...] = ()


class Content(NamedTuple):
    """What a bundle carries."""

    signed_tips: tuple[SignedTip, ...]
    commits: tuple[Commit, ...]


@dataclass(frozen=True)
class OpenedBundle:
    """A decrypted bundle; ``manifest_bytes`` and ``signature`` await the sender's key.

    What it carries is read when first asked for: a few kilobytes of a stranger can unfold to
    hundreds of megabytes, so the sender comes first.
    """

    manifest: Manifest
    manifest_bytes: bytes = field(repr=False)
    signature: bytes = field(repr=False)
    read: Callable[[], Content] = field(repr=False)

    MANIFEST_PREFIX = b"INNOLAB-bundle-1\0"

    @cached_property
    def content(self) -> Content:
        """What it carries.

        Raises:
            BundleError: it does not follow the format, or a part of it is of a later one.
        """
        return self.read()

    @property
    def signed_tips(self) -> tuple[SignedTip, ...]:
        """The signatures that cover its commits."""
        return self.content.signed_tips

    @property
    def commits(self) -> tuple[Commit, ...]:
        """Its commits, in the order in which they were sent."""
        return self.content.commits

    @property
    def signed_bytes(self) -> bytes:
        """What the sender signed."""
        return self.MANIFEST_PREFIX + self.manifest_bytes
