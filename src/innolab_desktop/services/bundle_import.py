"""Use case: read bundle files, preview what they would change, and merge them.

Each file is its own transaction: applied completely or not at all. One backup comes before a
batch, at most one an hour.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from hashlib import sha256
from typing import TYPE_CHECKING, Final

from innolab_desktop.domain.errors import BundleError, ContactError, FormatError
from innolab_desktop.journal import card as cards
from innolab_desktop.journal.commit import operations_of
from innolab_desktop.journal.operations import Genesis
from innolab_desktop.services.changes import CancelToken, NoProgress, Progress
from innolab_desktop.services.collector_pause import collector_paused
from innolab_desktop.services.contacts import check_card
from innolab_desktop.services.exchange_models import Incoming, OpenedBundle, Taken
from innolab_desktop.services.export import BUNDLE_SUFFIX
from innolab_desktop.services.spaces import space_id

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from innolab_desktop.domain.records import RecordId
    from innolab_desktop.journal.card import Card
    from innolab_desktop.journal.commit import Commit
    from innolab_desktop.journal.signed_tip import SignedTip
    from innolab_desktop.services.bundle_ports import BundleFiles, Cryptography
    from innolab_desktop.services.store_ports import Vault
    from innolab_desktop.services.writing import CommitWriter

_BACKUP_EVERY_MS: Final = 3600 * 1000
_WAITING_FOR_MORE: Final = frozenset(("sender_unknown", "space_unknown"))


@dataclass(frozen=True, slots=True)
class BundleResult:
    """What became of one file.

    Attributes:
        status: ``applied``, ``unchanged``, ``held`` or ``rejected``.
        code: why it is held or rejected, otherwise empty.
        commits: newly counted commits.
        conflicts: records of this bundle that have an Abweichung now.
    """

    path: str
    status: str
    code: str = ""
    commits: int = 0
    records: frozenset[RecordId] = frozenset()
    conflicts: int = 0
    held: int = 0
    sender: str = ""
    space: str = ""


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What became of a batch of files."""

    bundles: tuple[BundleResult, ...]

    @property
    def is_clean(self) -> bool:
        """Whether no file was rejected."""
        return all(bundle.status != "rejected" for bundle in self.bundles)


class _PreviewDone(Exception):  # noqa: N818 - it ends a preview, it is no error
    """Undoes the transaction of a preview."""

    def __init__(self, result: BundleResult) -> None:
        self.result = result


class BundleImport:
    """Reads bundles."""

    def __init__(
        self, vault: Vault, cryptography: Cryptography, files: BundleFiles, writer: CommitWriter
    ) -> None:
        self._vault = vault
        self._cryptography = cryptography
        self._files = files
        self._writer = writer

    def preview(self, paths: Sequence[Path], cancel: CancelToken | None = None) -> ImportReport:
        """Return what :meth:`run` would do; the vault stays as it is."""
        token = cancel or CancelToken()
        return ImportReport(
            tuple(self._one(path, token, is_preview=True) for path in expand(paths))
        )

    def run(
        self,
        paths: Sequence[Path],
        *,
        progress: Progress | None = None,
        cancel: CancelToken | None = None,
    ) -> ImportReport:
        """Merge the files at *paths* (folders: the bundles in them); go on past rejected ones.

        Raises:
            Cancelled: the person stopped it; files before are applied, the current one is not.
            VaultError: the backup failed; nothing was applied.
        """
        progress, token = progress or NoProgress(), cancel or CancelToken()
        files = expand(paths)
        self._back_up_if_due()
        results: list[BundleResult] = []
        for done, path in enumerate(files):
            progress.report(done, len(files), "import")
            token.raise_if_cancelled()
            results.append(self._one(path, token, is_preview=False))
        if any(result.status == "applied" for result in results):
            self._retry_waiting(token)
        progress.report(len(files), len(files), "import")
        return ImportReport(tuple(results))

    def retry_waiting(self) -> ImportReport:
        """Try the kept files again, for example after a contact was added."""
        return ImportReport(tuple(self._retry_waiting(CancelToken())))

    # --- one file ---------------------------------------------------------------------------

    def _one(self, path: Path, cancel: CancelToken, *, is_preview: bool) -> BundleResult:
        try:
            content = self._files.load(path)
            with collector_paused():
                return self._apply(str(path), content, cancel, is_preview=is_preview)
        except _PreviewDone as done:
            return done.result
        except (FormatError, ContactError) as failure:
            return BundleResult(str(path), "rejected", failure.code)

    def _apply(
        self, path: str, content: bytes, cancel: CancelToken, *, is_preview: bool
    ) -> BundleResult:
        digest = sha256(content).digest()
        if self._vault.desk.seen_digest(digest):
            return BundleResult(path, "unchanged")
        bundle = self._files.open(content, self._vault.people.own_card().card.alias)
        try:
            with self._vault.transaction():
                result = self._merge(path, bundle, cancel)
                self._vault.desk.drop_waiting(digest)
                if result.status != "held":
                    self._vault.desk.keep_digest(digest, self._writer.now_ms())
                if is_preview:
                    raise _PreviewDone(result)
        except BundleError as failure:
            if failure.code not in _WAITING_FOR_MORE:
                raise
            if not is_preview:
                now_ms = self._writer.now_ms()
                self._vault.desk.keep_waiting(digest, failure.code, content, now_ms)
            return BundleResult(path, "held", failure.code)
        return result

    def _merge(self, path: str, bundle: OpenedBundle, cancel: CancelToken) -> BundleResult:
        sender = self._sender(bundle)
        is_new = self._ensure_space(bundle, sender)
        incoming = Incoming(
            sender=sender.device,
            space=bundle.manifest.space,
            commits=bundle.commits,
            signed_tips=self._genuine_tips(bundle),
            announced=bundle.manifest.announced,
        )
        taken = self._vault.journal.take(incoming, cancel)
        if is_new:
            self._refuse_unsigned_genesis(incoming.space)
        self._look_for_own_past(incoming)
        if bundle.commits:
            self._writer.observe(max(commit.at for commit in bundle.commits))
        space = self._vault.people.space(incoming.space)
        name = space.name if space else ""
        return replace(_result(path, bundle, taken), sender=sender.name, space=name)

    # --- who and where ----------------------------------------------------------------------

    def _sender(self, bundle: OpenedBundle) -> Card:
        """Return the sender's card after checking the signature.

        Raises:
            BundleError: unknown sender, wrong signature, demo and real mixed.
        """
        own = self._vault.people.own_card().card
        card = self._vault.people.card_of_device(bundle.manifest.sender)
        if card is None:
            raise BundleError("sender_unknown")
        if card.is_demo != own.is_demo:
            raise BundleError("bundle_demo_and_real")
        if not self._cryptography.verify(card.signing_key, bundle.signed_bytes, bundle.signature):
            raise BundleError("bundle_signature_wrong")
        return card

    def _ensure_space(self, bundle: OpenedBundle, sender: Card) -> bool:
        """Let the sender's space in, if it is new and its genesis is right; return whether.

        Raises:
            BundleError: the space is unknown and not in the bundle, or the sender is no member.
        """
        space = bundle.manifest.space
        is_new = self._vault.people.space(space) is None
        if is_new:
            self._found(bundle, space)
        members = {card.device for card in self._vault.people.member_cards(space)}
        if sender.device not in members:
            raise BundleError("sender_not_member")
        return is_new

    def _refuse_unsigned_genesis(self, space: bytes) -> None:
        """Anybody can write a genesis in another's name: the founder must have signed the log.

        Raises:
            BundleError: the founder's signature is missing, or covers more than is here.
        """
        (found,) = (s for s in self._vault.people.spaces() if s.id == space)
        founders = {member.device for member in found.members if member.role == "founder"}
        authors = {info.origin.device for info in self._vault.journal.logs(space)}
        if not founders <= authors:
            raise BundleError("space_unknown")

    def _found(self, bundle: OpenedBundle, space: bytes) -> None:
        for commit in bundle.commits:
            if commit.origin is None or commit.origin.space != space:
                continue
            for _, operation in operations_of((commit,))[0]:
                if isinstance(operation, Genesis) and (
                    space_id(commit.origin.device, operation.nonce) == space
                ):
                    self._check_genesis(operation, commit)
                    self._vault.people.found_space(space, operation, commit.origin.device)
                    return
        raise BundleError("space_unknown")

    def _check_genesis(self, genesis: Genesis, commit: Commit) -> None:
        own = self._vault.people.own_card().card
        devices: set[bytes] = set()
        for encoded, _ in genesis.members:
            signed = cards.decode(encoded)
            check_card(signed, self._cryptography)
            if signed.card.is_demo != own.is_demo:
                raise BundleError("bundle_demo_and_real")
            devices.add(signed.card.device)
        founder = commit.origin.device if commit.origin else b""
        is_doubled = len(devices) != len(genesis.members)
        if genesis.type == "private" or is_doubled or not {founder, own.device} <= devices:
            raise BundleError("space_genesis_wrong")

    def _genuine_tips(self, bundle: OpenedBundle) -> tuple[SignedTip, ...]:
        """Return the signed tips of members' logs after checking each signature.

        Raises:
            BundleError: a signature is wrong.
        """
        space = bundle.manifest.space
        keys = {c.device: c.signing_key for c in self._vault.people.member_cards(space)}
        owners = {info.log: info.origin.device for info in self._vault.journal.logs(space)}
        for commit in bundle.commits:
            if commit.origin is not None:
                owners[commit.log] = commit.origin.device
        genuine: list[SignedTip] = []
        for tip in bundle.signed_tips:
            key = keys.get(owners.get(tip.log, b""))
            if key is None:
                continue  # of a log that is not here yet: nothing to cover
            if not self._cryptography.verify(key, tip.signed_bytes, tip.signature):
                raise BundleError("bundle_signature_wrong")
            genuine.append(tip)
        return tuple(genuine)

    def _look_for_own_past(self, incoming: Incoming) -> None:
        """Begin a new incarnation if others know more of this device than it does itself."""
        journal, own = self._vault.journal, self._vault.info.device
        here = journal.tips(incoming.space)
        for info in journal.logs(incoming.space):
            if info.origin.device != own:
                continue
            newest = max((tip.seq for tip in here[info.log]), default=0)
            announced = incoming.announced.get(info.log, ())
            if info.is_forked or any(
                tip.seq > newest or (tip.seq == newest and tip not in here[info.log])
                for tip in announced
            ):
                journal.begin_incarnation(incoming.space, own)

    # --- around -----------------------------------------------------------------------------

    def _retry_waiting(self, cancel: CancelToken) -> list[BundleResult]:
        results: list[BundleResult] = []
        for digest, _, content in self._vault.desk.waiting():
            try:
                results.append(self._apply(digest.hex(), content, cancel, is_preview=False))
            except (FormatError, ContactError) as failure:
                self._vault.desk.drop_waiting(digest)
                results.append(BundleResult(digest.hex(), "rejected", failure.code))
        return results

    def _back_up_if_due(self) -> None:
        if self._writer.now_ms() - self._vault.newest_backup_ms() >= _BACKUP_EVERY_MS:
            self._vault.back_up("import")


def _result(path: str, bundle: OpenedBundle, taken: Taken) -> BundleResult:
    status = "applied" if taken.accepted else "unchanged"
    code = ""
    if taken.held and not taken.accepted and bundle.commits and taken.known < len(bundle.commits):
        status, code = "held", "commits_held"
    return BundleResult(
        path, status, code, taken.accepted, taken.records, taken.conflicts, taken.held
    )


def expand(paths: Sequence[Path]) -> list[Path]:
    """Return *paths* with folders replaced by the bundle files in them, by name."""
    files: list[Path] = []
    for path in paths:
        if path.is_dir():
            files += sorted(p for p in path.iterdir() if p.suffix == BUNDLE_SUFFIX)
        else:
            files.append(path)
    return files
