"""Ports that ``storage`` fills: the vault database as the use cases see it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from contextlib import AbstractContextManager
    from pathlib import Path

    from innolab_desktop.domain.records import RecordId, SpaceId
    from innolab_desktop.domain.trust import Trust
    from innolab_desktop.journal.card import Card, SignedCard
    from innolab_desktop.journal.clock import Instant
    from innolab_desktop.journal.commit import Commit, Position, Tip
    from innolab_desktop.journal.operations import Genesis
    from innolab_desktop.journal.signed_tip import SignedTip
    from innolab_desktop.services.backup_ports import BackupStore, Restorer
    from innolab_desktop.services.changes import CancelToken, Progress
    from innolab_desktop.services.desk_ports import DeskStore
    from innolab_desktop.services.erasure_models import ErasureStore, ForgottenSpaces
    from innolab_desktop.services.exchange_models import Incoming, LogInfo, Taken
    from innolab_desktop.services.key_ports import FormerBackups, KeyLog, RenewedKey
    from innolab_desktop.services.notice_ports import NoticeStore
    from innolab_desktop.services.read_models import (
        Contact,
        Counts,
        QuarantinedAuthor,
        Space,
        VaultInfo,
    )
    from innolab_desktop.services.receipt_ports import ReceiptStore
    from innolab_desktop.services.record_ports import RecordStore
    from innolab_desktop.services.reminders import DueDates
    from innolab_desktop.services.review_ports import ReviewStore


class JournalStore(Protocol):
    """The commits of the vault and their projection."""

    def position(self, space: SpaceId, device: bytes, new_incarnation: bytes) -> Position:
        """Return where the device's next commit goes; *new_incarnation* is used for a new log.

        Raises:
            SpaceError: the device does not belong to the space any more.
        """
        ...

    def begin_incarnation(self, ended: LogInfo) -> bool:
        """Make the own device's next commit start a new log, if it still writes *ended*.

        Returns:
            Whether it did: a log that was given up before stays as it is.
        """
        ...

    def append(self, commit: Commit) -> frozenset[RecordId]:
        """Store and project an own commit; return the records it changed."""
        ...

    def take(self, incoming: Incoming, cancel: CancelToken) -> Taken:
        """Store and project what counts of *incoming*; keep the rest as held."""
        ...

    def tips(self, space: SpaceId) -> dict[bytes, tuple[Tip, ...]]:
        """Return every branch head of every log of *space*."""
        ...

    def missing(
        self, space: SpaceId, acknowledged: Sequence[Mapping[bytes, Sequence[Tip]]]
    ) -> list[Commit]:
        """Return the commits not below the tips that each of *acknowledged* names, by log."""
        ...

    def logs(self, space: SpaceId) -> list[LogInfo]:
        """Return the logs of *space*."""
        ...

    def quarantined(self, space: SpaceId) -> Mapping[bytes, int]:
        """Return how many stored commits of each device do not count."""
        ...

    def signed_tips(self, logs: Iterable[bytes]) -> list[SignedTip]:
        """Return the newest signed tip of every branch of *logs*."""
        ...

    def stored_tips(self, log: bytes, from_seq: int) -> list[SignedTip]:
        """Return the signed tips of *log* at and above *from_seq* that were received or made."""
        ...

    def keep_signed_tip(self, tip: SignedTip) -> None:
        """Keep an own signed tip."""
        ...

    def last_instant(self) -> Instant:
        """Return the newest instant of the own clock."""
        ...

    def keep_instant(self, instant: Instant) -> None:
        """Remember the newest instant of the own clock."""
        ...

    def rebuild(self, progress: Progress) -> None:
        """Project everything again from the log."""
        ...

    def verify(self, progress: Progress | None = None, cancel: CancelToken | None = None) -> Counts:
        """Check hashes and chains of every stored commit, and count.

        Raises:
            VaultError: something does not fit.
            Cancelled: the person stopped it.
        """
        ...


class PeopleStore(Protocol):
    """Contacts, spaces, and what partners acknowledged."""

    def contacts(self) -> tuple[Contact, ...]:
        """Return all contacts by name."""
        ...

    def compared(self, devices: Sequence[bytes]) -> frozenset[bytes]:
        """Return those of *devices* whose Prüfzeichen was compared."""
        ...

    def rival_devices(self) -> Sequence[tuple[bytes, bytes, Trust]]:
        """Return (person, device, trust) of others' devices of persons with several, and of own."""
        ...

    def card_of_device(self, device: bytes) -> Card | None:
        """Return the card of a device, if it is known."""
        ...

    def signed_cards(self, person: bytes) -> list[SignedCard]:
        """Return the cards of a person's devices as they were signed, only the best known."""
        ...

    def add_card(self, card: SignedCard, digits: str, *, is_introduced: bool) -> None:
        """Keep a card whose signature is checked; an introduced one never replaces a real one."""
        ...

    def mark_verified(self, device: bytes, at_ms: int) -> None:
        """Note that the Prüfzeichen of a contact's device was compared."""
        ...

    def spaces(self) -> tuple[Space, ...]:
        """Return all spaces by name, the private one first."""
        ...

    def space(self, space: SpaceId) -> Space | None:
        """Return a space, if the vault has it."""
        ...

    def left_spaces(self) -> frozenset[SpaceId]:
        """Return the spaces that this device does not belong to: there it can only read."""
        ...

    def member_cards(self, space: SpaceId) -> tuple[Card, ...]:
        """Return the cards of the devices that belong to a space now."""
        ...

    def acknowledged(self, device: bytes, space: SpaceId) -> Mapping[bytes, tuple[Tip, ...]]:
        """Return the tips that *device* announced last for the logs of *space*."""
        ...

    def own_card(self) -> SignedCard:
        """Return the card of this device."""
        ...

    def own_aliases(self) -> Sequence[bytes]:
        """Return the alias of this device and those it had until lately, the newest first."""
        ...

    def replace_own_card(
        self, card: SignedCard, digits: str, secret: bytes, retired_until_ms: int
    ) -> None:
        """Let this device have a new card and secret; keep the former secret for a while."""
        ...

    def retired_secrets(self) -> Sequence[bytes]:
        """Return the secrets that are kept for late mail."""
        ...

    def destroy_retired_keys(self, now_ms: int) -> int:
        """Destroy the secrets whose time is over; return how many."""
        ...

    def own_digits(self) -> str:
        """Return the Prüfzeichen of this device."""
        ...

    def found_space(self, space: SpaceId, genesis: Genesis, founder: bytes) -> None:
        """Store a space and its members; cards that were unknown enter as introduced."""
        ...

    def entitled_cards(self, space: SpaceId) -> tuple[Card, ...]:
        """Return the cards of the devices that belong or belonged to a space."""
        ...

    def entitled(self, space: SpaceId) -> frozenset[bytes]:
        """Return the devices that belong or belonged to a space."""
        ...

    def quarantined_authors(self, commits: Mapping[bytes, int]) -> tuple[QuarantinedAuthor, ...]:
        """Return the people behind the devices that have so many quarantined *commits*."""
        ...

    def membership_ops(self, space: SpaceId, device: bytes) -> tuple[bytes, ...]:
        """Return what was said about *device* so far: the preds of what is said next."""
        ...


class Vault(Protocol):
    """An open vault database."""

    @property
    def info(self) -> VaultInfo:
        """Whose vault it is."""
        ...

    @property
    def journal(self) -> JournalStore:
        """Commits and their projection."""
        ...

    @property
    def records(self) -> RecordStore:
        """Records as they stand now."""
        ...

    @property
    def review(self) -> ReviewStore:
        """What stands behind a record, and the reports of imports."""
        ...

    @property
    def due_dates(self) -> DueDates:
        """Records by the dates in them."""
        ...

    @property
    def receipts(self) -> ReceiptStore:
        """What was sent and confirmed, and which Quittung is owed."""
        ...

    @property
    def notices(self) -> NoticeStore:
        """What was noticed about copies of this vault and of others."""
        ...

    @property
    def people(self) -> PeopleStore:
        """Contacts and spaces."""
        ...

    @property
    def desk(self) -> DeskStore:
        """Drafts, waiting files, settings."""
        ...

    @property
    def former_backups(self) -> FormerBackups:
        """Backups from before the key was renewed."""
        ...

    @property
    def key_log(self) -> KeyLog:
        """What was done with the keys of this vault."""
        ...

    @property
    def erasures(self) -> ErasureStore:
        """What was erased, and where it is gone."""
        ...

    @property
    def forgotten(self) -> ForgottenSpaces:
        """The spaces that were deleted on this device alone."""
        ...

    @property
    def backups(self) -> BackupStore:
        """The backups beside the vault and at a second place."""
        ...

    def rekey(
        self, renewed: RenewedKey, at_ms: int, progress: Progress, cancel: CancelToken
    ) -> None:
        """Switch to a new key and close the vault; interrupted, the old or the new one stands.

        Raises:
            VaultError: the disk is full or cannot be written; nothing changed.
            Cancelled: the person stopped it; nothing changed.
        """
        ...

    @property
    def was_clean(self) -> bool:
        """Whether the program had ended by itself before the vault was opened."""
        ...

    def check_pages(self, cancel: CancelToken) -> None:
        """Check the seal of every page and what the database knows about its tables.

        Raises:
            VaultError: something is damaged.
            Cancelled: the person stopped it.
        """
        ...

    @property
    def restorer(self) -> Restorer:
        """What puts backups back."""
        ...

    def transaction(self) -> AbstractContextManager[object]:
        """All writes inside happen together or not at all; may be nested."""
        ...

    def back_up(self, reason: str) -> Path:
        """Write a verified encrypted copy and return its folder."""
        ...

    def newest_backup_ms(self) -> int:
        """Return when the newest backup was made, 0 if there is none."""
        ...

    def write_head_marker(self) -> None:
        """Write the newest own commits beside the database, to notice a restored one."""
        ...

    def close(self) -> None:
        """Empty the write-ahead log and forget the key."""
        ...
