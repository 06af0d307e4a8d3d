"""Use case: write what partners do not have yet into files they can be sent."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import sha256
from typing import TYPE_CHECKING, Final, NamedTuple

from innolab_desktop.domain.errors import BundleError, SpaceError
from innolab_desktop.domain.policy import NO_POLICY
from innolab_desktop.services.acknowledgement import Acknowledgement
from innolab_desktop.services.changes import CancelToken, NoProgress, Progress
from innolab_desktop.services.erasure_naming import ErasureNaming
from innolab_desktop.services.exchange_models import Carrier, Envelope, ParcelKind
from innolab_desktop.services.exchange_settings import ExchangeSettings
from innolab_desktop.services.packing import Packing
from innolab_desktop.services.read_models import SentBundle

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from innolab_desktop.domain.policy import Policy
    from innolab_desktop.domain.records import SpaceId
    from innolab_desktop.journal.card import Card
    from innolab_desktop.services.bundle_ports import BundleFiles, Identity
    from innolab_desktop.services.packing import Packed
    from innolab_desktop.services.store_ports import Vault
    from innolab_desktop.services.writing import CommitWriter

MAX_CLIPBOARD_BYTES: Final = 1_000_000
_UNLIMITED_BYTES: Final = 2**62


@dataclass(frozen=True, slots=True)
class ExportedFile:
    """A file that is ready to be sent.

    Attributes:
        recipients: names of the people who can open it.
        is_over_limit: larger than it should be, because it cannot be divided any further.
    """

    path: Path
    size_bytes: int
    commits: int
    recipients: tuple[str, ...]
    part: int = 1
    of: int = 1
    is_over_limit: bool = False


@dataclass(frozen=True, slots=True)
class ExportReceipt:
    """What an export wrote.

    Attributes:
        unverified: people who can open it, and whose Prüfzeichen nobody compared.
        blocked: people with a device it is not for, because its key is new or changed.
    """

    files: tuple[ExportedFile, ...]
    unverified: tuple[str, ...] = ()
    blocked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ExportedText:
    """A bundle as text, for the clipboard."""

    text: str = field(repr=False)
    commits: int
    recipients: tuple[str, ...]
    unverified: tuple[str, ...] = ()
    blocked: tuple[str, ...] = ()


class _Audience(NamedTuple):
    """The cards to encrypt to, and the names of people with a device that is left out."""

    cards: list[Card]
    blocked: tuple[str, ...]


class Export:
    """Writes bundles."""

    def __init__(
        self,
        vault: Vault,
        identity: Identity,
        files: BundleFiles,
        writer: CommitWriter,
        policy: Policy = NO_POLICY,
    ) -> None:
        self._vault = vault
        self._files = files
        self._writer = writer
        self._packing = Packing(vault, identity, files, writer)
        self._naming = ErasureNaming(vault, writer)
        self._acknowledgement = Acknowledgement(vault, writer)
        self._settings = ExchangeSettings(vault.desk, policy)

    def run(
        self,
        space: SpaceId,
        folder: Path,
        *,
        carrier: Carrier = Carrier.FILE,
        max_bytes: int | None = None,
        recipients: Sequence[bytes] | None = None,
        only_confirms: bool = False,
        progress: Progress | None = None,
        cancel: CancelToken | None = None,
    ) -> ExportReceipt:
        """Write everything the recipients did not confirm, in as many parts as are needed.

        Args:
            space: whose records.
            folder: where the files go.
            carrier: as what they travel.
            max_bytes: how large a file may be as it is sent; the setting of this device if not
                given. What cannot be divided becomes larger, and the receipt says so.
            recipients: persons; all other members of the space, if not given.
            only_confirms: write a Quittung, which brings nothing; about an unknown space, to
                those who sent something of it, that nothing of it is here.
            progress: is told how far it is.
            cancel: stops it between two steps.

        Raises:
            SpaceError: unknown or private space, nobody to send to, or only to changed keys.
            BundleError: the folder is not writable, the disk is full, or it is too much; no file
                is left behind.
            Cancelled: the person stopped it; no file is left behind.
        """
        progress, cancel = progress or NoProgress(), cancel or CancelToken()
        cards, blocked = self._recipients(space, recipients, only_confirms=only_confirms)
        carrier = self._settings.permitted(carrier)
        limit_bytes = min(
            max_bytes or self._settings.max_part_bytes, self._settings.most_part_bytes
        )
        if not only_confirms:
            self._naming.run(space)
        packed = self._packing.pack(
            space,
            cards,
            self._envelope(carrier, cards),
            limit_bytes,
            (progress, cancel),
            only_confirms=only_confirms,
            wants_receipt=self._should_ask(space, cards),
        )
        self._prepare(folder)
        paths = self._store(folder, packed)
        try:
            self._remember(space, cards, packed, [path.name for path in paths])
        except BaseException:
            _remove(paths)
            raise
        progress.report(3, 3, "export_write")
        names = tuple(card.name for card in cards)
        files = tuple(
            _exported(path, parcel, names, limit_bytes)
            for path, parcel in zip(paths, packed, strict=True)
        )
        return ExportReceipt(files, self._unverified(cards), blocked)

    def text(
        self,
        space: SpaceId,
        *,
        recipients: Sequence[bytes] | None = None,
        only_confirms: bool = False,
        cancel: CancelToken | None = None,
    ) -> ExportedText:
        """Return everything the others did not confirm as text for the clipboard.

        Args:
            space: whose records.
            recipients: persons; all other members of the space, if not given.
            only_confirms: return a Quittung, which brings nothing.
            cancel: stops it between two steps.

        Raises:
            SpaceError: unknown or private space, or nobody to send to.
            BundleError: too much to be pasted anywhere, or IT wants attachments.
            Cancelled: the person stopped it.
        """
        if not self._settings.allows(None):
            raise BundleError("text_forbidden_by_it")
        cards, blocked = self._recipients(space, recipients, only_confirms=only_confirms)
        envelope = Envelope(Carrier.FILE, self._neutral_name())
        watch = (NoProgress(), cancel or CancelToken())
        if not only_confirms:
            self._naming.run(space)
        (packed,) = self._packing.pack(
            space,
            cards,
            envelope,
            _UNLIMITED_BYTES,
            watch,
            only_confirms=only_confirms,
            wants_receipt=self._should_ask(space, cards),
        )
        text = self._files.armour(ParcelKind.BUNDLE, packed.file)
        if len(text) > MAX_CLIPBOARD_BYTES:
            raise BundleError("text_too_long_for_clipboard", limit_bytes=MAX_CLIPBOARD_BYTES)
        self._vault.write_head_marker()
        self._remember(space, cards, (packed,), [envelope.stem])
        names = tuple(card.name for card in cards)
        return ExportedText(text, packed.commits, names, self._unverified(cards), blocked)

    def pending(self, space: SpaceId) -> int:
        """Return how many commits of *space* some other member did not confirm yet."""
        try:
            cards, _ = self._recipients(space, None, only_confirms=False)
        except SpaceError:
            return 0
        acknowledged = [self._vault.people.acknowledged(c.device, space) for c in cards]
        return len(self._vault.journal.missing(space, acknowledged))

    def _recipients(
        self, space: SpaceId, persons: Sequence[bytes] | None, *, only_confirms: bool
    ) -> _Audience:
        own = self._vault.info
        found = self._vault.people.space(space)
        if found is not None and found.type == "private":
            raise SpaceError("space_private")
        cards = [
            card
            for card in self._audience(space, is_known=found is not None, is_receipt=only_confirms)
            if card.device != own.device and (persons is None or card.person in persons)
        ]
        if not cards:
            raise SpaceError("space_without_members")
        if any(card.is_demo != own.is_demo for card in cards):
            raise BundleError("bundle_demo_and_real")
        changed = self._acknowledgement.blocked_devices()
        blocked = tuple(dict.fromkeys(card.name for card in cards if card.device in changed))
        open_to = [card for card in cards if card.device not in changed]
        if not open_to:
            raise SpaceError("recipients_not_compared", names=", ".join(blocked))
        return _Audience(open_to, blocked)

    def _audience(self, space: SpaceId, *, is_known: bool, is_receipt: bool) -> Sequence[Card]:
        """Return whom something of a space may go to.

        Raises:
            SpaceError: it is unknown here, and nobody waits to hear that.
        """
        people = self._vault.people
        if is_known:
            return people.member_cards(space)
        senders = [owed.device for owed in self._vault.receipts.owed() if owed.space == space]
        if not is_receipt or not senders:
            raise SpaceError("space_unknown")
        found = [people.card_of_device(device) for device in senders]
        return [card for card in found if card is not None]

    def _should_ask(self, space: SpaceId, cards: Sequence[Card]) -> bool:
        """Tell whether somebody's Quittung is so late that the bundle should ask for it."""
        return self._acknowledgement.is_anybody_late(space, cards)

    def _unverified(self, cards: Sequence[Card]) -> tuple[str, ...]:
        verified = self._vault.people.compared([card.device for card in cards])
        return tuple(card.name for card in cards if card.device not in verified)

    def _envelope(self, carrier: Carrier, cards: Sequence[Card]) -> Envelope:
        addresses = [self._settings.mail_address(card.person) for card in cards]
        return Envelope(carrier, self._neutral_name(), addresses=tuple(filter(None, addresses)))

    def _neutral_name(self) -> str:
        """Return a file name that says nothing."""
        day = datetime.fromtimestamp(self._writer.now_ms() / 1000, tz=UTC).date().isoformat()
        return f"paket-{day}-{self._writer.random(3).hex()}"

    # --- on disk ----------------------------------------------------------------------------

    def _prepare(self, folder: Path) -> None:
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as failure:
            raise BundleError("folder_not_writable", folder=str(folder)) from failure
        self._vault.write_head_marker()  # before anybody else can know these commits

    def _store(self, folder: Path, packed: Sequence[Packed]) -> list[Path]:
        """Write all files or none."""
        paths: list[Path] = []
        try:
            for parcel in packed:
                envelope = parcel.envelope
                part = f"-{envelope.part}von{envelope.of}" if envelope.of > 1 else ""
                target = folder / f"{envelope.stem}{part}{envelope.carrier.suffix}"
                self._files.store(parcel.file, target)
                paths.append(target)
        except BundleError:
            _remove(paths)
            raise
        return paths

    def _remember(
        self,
        space: SpaceId,
        cards: Sequence[Card],
        packed: Sequence[Packed],
        names: Sequence[str],
    ) -> None:
        now_ms, devices = self._writer.now_ms(), tuple(card.device for card in cards)
        receipts = self._vault.receipts
        with self._vault.transaction():
            for parcel, name in zip(packed, names, strict=True):
                digest = sha256(parcel.bundle).digest()
                self._vault.desk.keep_digest(digest, now_ms)  # reading it back is no news
                receipts.keep_sent(
                    SentBundle(now_ms, space, devices, parcel.commits, name, parcel.ends)
                )
            receipts.forget_owed(space, devices)


def _exported(
    path: Path, parcel: Packed, recipients: tuple[str, ...], limit_bytes: int
) -> ExportedFile:
    return ExportedFile(
        path,
        len(parcel.file),
        parcel.commits,
        recipients,
        parcel.envelope.part,
        parcel.envelope.of,
        is_over_limit=len(parcel.file) > limit_bytes,
    )


def _remove(paths: Sequence[Path]) -> None:
    for path in paths:
        path.unlink(missing_ok=True)
