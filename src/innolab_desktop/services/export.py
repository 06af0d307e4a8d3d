"""Use case: write what partners do not have yet into a bundle file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import TYPE_CHECKING

from innolab_desktop.domain.errors import BundleError, SpaceError
from innolab_desktop.journal import signed_tip
from innolab_desktop.journal.signed_tip import SignedTip
from innolab_desktop.services.changes import CancelToken, NoProgress, Progress
from innolab_desktop.services.exchange_models import Outgoing
from innolab_desktop.services.read_models import SentBundle

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from innolab_desktop.domain.records import SpaceId
    from innolab_desktop.journal.card import Card
    from innolab_desktop.services.bundle_ports import BundleFiles, Identity
    from innolab_desktop.services.store_ports import Vault
    from innolab_desktop.services.writing import CommitWriter

BUNDLE_SUFFIX = ".ilpaket"


@dataclass(frozen=True, slots=True)
class ExportedFile:
    """A bundle file that is ready to be sent.

    Attributes:
        recipients: names of the people who can open it.
    """

    path: Path
    size_bytes: int
    commits: int
    recipients: tuple[str, ...]
    part: int = 1
    of: int = 1


@dataclass(frozen=True, slots=True)
class ExportReceipt:
    """What an export wrote, and to whom it is not verified yet."""

    files: tuple[ExportedFile, ...]
    unverified: tuple[str, ...] = ()


class Export:
    """Writes bundles."""

    def __init__(
        self, vault: Vault, identity: Identity, files: BundleFiles, writer: CommitWriter
    ) -> None:
        self._vault = vault
        self._identity = identity
        self._files = files
        self._writer = writer

    def run(
        self,
        space: SpaceId,
        folder: Path,
        *,
        recipients: Sequence[bytes] | None = None,
        progress: Progress | None = None,
        cancel: CancelToken | None = None,
    ) -> ExportReceipt:
        """Write a bundle with everything the recipients did not confirm.

        Args:
            space: whose records.
            folder: where the file goes.
            recipients: persons; all other members of the space, if not given.
            progress: is told how far it is.
            cancel: stops it between two steps.

        Raises:
            SpaceError: unknown or private space, or nobody to send to.
            BundleError: the folder is not writable, the disk is full, or it is too much.
            Cancelled: the person stopped it.
        """
        progress, cancel = progress or NoProgress(), cancel or CancelToken()
        cards = self._recipients(space, recipients)
        progress.report(0, 3, "export_collect")
        with self._vault.transaction():
            outgoing = self._collect(space, cards)
        cancel.raise_if_cancelled()
        progress.report(1, 3, "export_write")
        target = self._target(folder)
        self._vault.write_head_marker()  # before anybody else can know these commits
        size_bytes = self._files.write(outgoing, target)
        digest = sha256(self._files.load(target)).digest()
        self._vault.desk.keep_digest(digest, self._writer.now_ms())  # reading it back is no news
        self._vault.desk.keep_sent(
            SentBundle(
                self._writer.now_ms(),
                space,
                tuple(card.person for card in cards),
                len(outgoing.commits),
                target.name,
            )
        )
        progress.report(3, 3, "export_write")
        verified = {c.device for c in self._vault.people.contacts() if c.is_verified}
        return ExportReceipt(
            (
                ExportedFile(
                    target,
                    size_bytes,
                    len(outgoing.commits),
                    tuple(card.name for card in cards),
                ),
            ),
            tuple(card.name for card in cards if card.device not in verified),
        )

    def pending(self, space: SpaceId) -> int:
        """Return how many commits of *space* some other member did not confirm yet."""
        try:
            cards = self._recipients(space, None)
        except SpaceError:
            return 0
        acknowledged = [self._vault.people.acknowledged(c.device, space) for c in cards]
        return len(self._vault.journal.missing(space, acknowledged))

    def _recipients(self, space: SpaceId, persons: Sequence[bytes] | None) -> list[Card]:
        own = self._vault.info
        found = self._vault.people.space(space)
        if found is None:
            raise SpaceError("space_unknown")
        if found.type == "private":
            raise SpaceError("space_private")
        cards = [
            card
            for card in self._vault.people.member_cards(space)
            if card.device != own.device and (persons is None or card.person in persons)
        ]
        if not cards:
            raise SpaceError("space_without_members")
        if any(card.is_demo != own.is_demo for card in cards):
            raise BundleError("bundle_demo_and_real")
        return cards

    def _collect(self, space: SpaceId, cards: Sequence[Card]) -> Outgoing:
        journal, people = self._vault.journal, self._vault.people
        announced = journal.tips(space)
        self._sign_own(space)
        acknowledged = [people.acknowledged(card.device, space) for card in cards]
        commits = journal.missing(space, acknowledged)
        return Outgoing(
            space=space,
            recipients=tuple(cards),
            announced=announced,
            signed_tips=tuple(journal.signed_tips(sorted({c.log for c in commits}))),
            commits=tuple(commits),
            created=self._writer.tick(),
        )

    def _sign_own(self, space: SpaceId) -> None:
        """Sign the tips of this device's logs that are not signed yet."""
        journal = self._vault.journal
        tips = journal.tips(space)
        for log in journal.logs(space):
            if log.origin.device != self._identity.device:
                continue
            signed = {known.tip for known in journal.signed_tips((log.log,))}
            for tip in tips[log.log]:
                if tip not in signed:
                    body = signed_tip.body_of(log.log, tip)
                    signature = self._identity.sign(signed_tip.PREFIX + body)
                    journal.keep_signed_tip(SignedTip(log.log, tip, body, signature))

    def _target(self, folder: Path) -> Path:
        """Return a file name that says nothing."""
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as failure:
            raise BundleError("folder_not_writable", folder=str(folder)) from failure
        day = datetime.fromtimestamp(self._writer.now_ms() / 1000, tz=UTC).date().isoformat()
        return folder / f"paket-{day}-{self._writer.random(3).hex()}{BUNDLE_SUFFIX}"
