"""Use case: read bundle files, preview what they would change, and merge them.

Each file is its own transaction: applied completely or not at all. One backup comes before a
batch, at most one an hour.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import TYPE_CHECKING, Final

from innolab_desktop.domain.errors import BundleError, Cancelled, ContactError, FormatError
from innolab_desktop.services import waiting_files
from innolab_desktop.services.bundle_door import Door
from innolab_desktop.services.changes import CancelToken, NoProgress, Progress
from innolab_desktop.services.collector_pause import collector_paused
from innolab_desktop.services.exchange_models import (
    Arrival,
    Incoming,
    OpenedBundle,
    ParcelKind,
    PastedText,
    Taken,
)
from innolab_desktop.services.incoming_files import Delivery, Unpacked, expand, unpack
from innolab_desktop.services.notices import Notices
from innolab_desktop.services.receipt_ports import OwedReceipt

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from innolab_desktop.domain.records import RecordId
    from innolab_desktop.services.bundle_ports import BundleFiles, Cryptography
    from innolab_desktop.services.merge_report import MergeReports
    from innolab_desktop.services.merge_report_models import MergeReport
    from innolab_desktop.services.store_ports import Vault
    from innolab_desktop.services.writing import CommitWriter

_BACKUP_EVERY_MS: Final = 3600 * 1000


@dataclass(frozen=True, slots=True)
class BundleResult:
    """What became of one file.

    Attributes:
        status: ``applied``, ``unchanged``, ``held`` or ``rejected``.
        code: why it is held or rejected, otherwise empty.
        commits: newly counted commits.
        conflicts: records of this bundle that have an Abweichung now.
        confirms: whether it tells for the first time what arrived at its sender.
        digest: names the file while it waits in the vault, otherwise empty.
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
    confirms: bool = False
    arrival: Arrival = field(default_factory=Arrival, repr=False)
    digest: bytes = field(default=b"", repr=False)


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What became of a batch of files.

    Attributes:
        changes: what it changed, for people; None for a preview.
    """

    bundles: tuple[BundleResult, ...]
    changes: MergeReport | None = field(default=None, compare=False)

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
        self,
        vault: Vault,
        cryptography: Cryptography,
        files: BundleFiles,
        writer: CommitWriter,
        reports: MergeReports | None = None,
    ) -> None:
        self._vault = vault
        self._reports = reports
        self._door = Door(vault, cryptography)
        self._files = files
        self._writer = writer
        self._notices = Notices(vault, writer)
        self.waiting = waiting_files.WaitingFiles(vault.desk)

    def preview(
        self, handed: Sequence[Path | PastedText], cancel: CancelToken | None = None
    ) -> ImportReport:
        """Return what :meth:`run` would do; the vault stays as it is.

        Raises:
            Cancelled: the person stopped it.
        """
        token, results = cancel or CancelToken(), list[BundleResult]()
        for delivery in expand(handed):
            token.raise_if_cancelled()
            results += self._open(delivery, token, is_preview=True)
        return ImportReport(tuple(results))

    def run(
        self,
        handed: Sequence[Path | PastedText],
        *,
        progress: Progress | None = None,
        cancel: CancelToken | None = None,
    ) -> ImportReport:
        """Merge files, the files of folders, and texts; go on past rejected ones.

        Raises:
            Cancelled: the person stopped it; files before are applied, the current one is not.
            VaultError: the backup failed; nothing was applied.
        """
        progress, token = progress or NoProgress(), cancel or CancelToken()
        deliveries = expand(handed)
        self._back_up_if_due()
        results: list[BundleResult] = []
        waited: list[BundleResult] = []
        try:
            for done, delivery in enumerate(deliveries):
                progress.report(done, len(deliveries), "import")
                token.raise_if_cancelled()
                results += self._open(delivery, token, is_preview=False)
            if any(result.status == "applied" for result in results):
                waited = self._retry_waiting(token)
        except Cancelled:
            self._tell(results)
            raise
        progress.report(len(deliveries), len(deliveries), "import")
        final = _with_outcome(results, waited)
        return ImportReport(final, self._tell([*results, *waited]))

    def retry_waiting(self) -> ImportReport:
        """Try the kept files again, for example after a contact was added or after an update."""
        results = self._retry_waiting(CancelToken())
        return ImportReport(tuple(results), self._tell(results))

    def _tell(self, results: Sequence[BundleResult]) -> MergeReport | None:
        if self._reports is None:
            return None
        return self._reports.write(results, self._writer.now_ms())

    # --- one file ---------------------------------------------------------------------------

    def _open(
        self, delivery: Delivery, cancel: CancelToken, *, is_preview: bool
    ) -> list[BundleResult]:
        try:
            found = unpack(self._files, delivery)
        except FormatError as failure:
            return [BundleResult(delivery.name, "rejected", failure.code)]
        return [self._one(unpacked, cancel, is_preview=is_preview) for unpacked in found]

    def _one(self, unpacked: Unpacked, cancel: CancelToken, *, is_preview: bool) -> BundleResult:
        name, parcel = unpacked
        if parcel.refusal == waiting_files.TEXT_TOO_NEW and parcel.kind is ParcelKind.BUNDLE:
            return self._keep_text(name, parcel.content, is_preview=is_preview)
        if parcel.refusal:
            return BundleResult(name, "rejected", parcel.refusal)
        try:
            with collector_paused():
                return self._apply(name, unpacked.bundle(), cancel, is_preview=is_preview)
        except _PreviewDone as done:
            return done.result
        except (FormatError, ContactError) as failure:
            return BundleResult(name, "rejected", failure.code)

    def _keep_text(self, name: str, text: bytes, *, is_preview: bool) -> BundleResult:
        """Keep a text that only a later version of the program can read."""
        digest = sha256(text).digest()
        if not is_preview:
            try:
                now_ms = self._writer.now_ms()
                self.waiting.keep(digest, waiting_files.TEXT_TOO_NEW, text, now_ms)
            except BundleError as failure:
                return BundleResult(name, "rejected", failure.code)
        return BundleResult(name, "held", waiting_files.TEXT_TOO_NEW, digest=digest)

    def _decrypt(self, content: bytes) -> OpenedBundle:
        """Open a bundle for this device, also one for a name it had until lately.

        Raises:
            BundleError: damaged, hostile, too new, or not for this device.
        """
        aliases = self._vault.people.own_aliases()
        for alias in aliases[:-1]:
            try:
                return self._files.open(content, alias)
            except BundleError as failure:
                if failure.code != "bundle_not_for_me":
                    raise
        return self._files.open(content, aliases[-1])

    def _apply(
        self, path: str, content: bytes, cancel: CancelToken, *, is_preview: bool
    ) -> BundleResult:
        digest = sha256(content).digest()
        if self._vault.desk.seen_digest(digest):
            return BundleResult(path, "unchanged")
        bundle: OpenedBundle | None = None
        try:
            bundle = self._decrypt(content)
            with self._vault.transaction():
                result = self._merge(path, bundle, cancel)
                cancel.raise_if_cancelled()  # until here everything can be undone
                self._vault.desk.drop_waiting(digest)
                if result.status != "held":
                    self._vault.desk.keep_digest(digest, self._writer.now_ms())
                if is_preview:
                    raise _PreviewDone(result)
        except (BundleError, ContactError) as failure:
            if bundle is not None and failure.code == "space_forgotten" and not is_preview:
                self._owe_receipt(bundle)  # that nothing is here: should it come back, then whole
            if failure.code not in waiting_files.CODES:
                raise
            if not is_preview:
                now_ms = self._writer.now_ms()
                self.waiting.keep(digest, failure.code, content, now_ms)
                if bundle is not None and failure.code == "space_unknown":
                    self._owe_receipt(bundle)  # that nothing is here, if the beginning stays away
            return BundleResult(path, "held", failure.code, digest=digest)
        return result

    def _merge(self, path: str, bundle: OpenedBundle, cancel: CancelToken) -> BundleResult:
        sender = self._door.sender(bundle)
        space = bundle.manifest.space
        founder = self._door.found_if_new(bundle)
        before = self._door.members(space)
        incoming = Incoming(
            sender=sender.device,
            space=bundle.manifest.space,
            commits=bundle.commits,
            signed_tips=self._door.genuine_tips(bundle),
            announced=bundle.manifest.announced,
            is_genuine=self._door.is_genuine,
        )
        taken = self._vault.journal.take(incoming, cancel)
        self._door.refuse_unsigned_genesis(space, founder)
        self._door.refuse_outsiders(space, sender.device, before)
        self._door.refuse_forgotten(space)
        self._notices.look_into(incoming, taken)
        if taken.accepted or bundle.manifest.wants_receipt:
            self._owe_receipt(bundle)
        if bundle.commits:
            self._writer.observe(max(commit.at for commit in bundle.commits))
        space = self._vault.people.space(incoming.space)
        name = space.name if space else ""
        return replace(_result(path, bundle, taken), sender=sender.name, space=name)

    def _owe_receipt(self, bundle: OpenedBundle) -> None:
        """Remember that the sender waits to hear what arrived here."""
        manifest, now_ms = bundle.manifest, self._writer.now_ms()
        self._vault.receipts.owe(
            OwedReceipt(manifest.space, manifest.sender, now_ms, manifest.wants_receipt)
        )

    # --- around -----------------------------------------------------------------------------

    def _retry_waiting(self, cancel: CancelToken) -> list[BundleResult]:
        results: list[BundleResult] = []
        for digest, code, content in self._vault.desk.waiting():
            if code == waiting_files.TEXT_TOO_NEW:
                results += self._retry_text(digest, content, cancel)
                continue
            try:
                found = self._apply(digest.hex(), content, cancel, is_preview=False)
            except (FormatError, ContactError) as failure:
                self._vault.desk.drop_waiting(digest)
                found = BundleResult(digest.hex(), "rejected", failure.code)
            results.append(replace(found, digest=digest))
        return results

    def _retry_text(self, digest: bytes, text: bytes, cancel: CancelToken) -> list[BundleResult]:
        """Read a kept text again; it is dropped once nothing in it is too new any more."""
        delivery = Delivery(PastedText(text.decode(), digest.hex()))
        found = self._open(delivery, cancel, is_preview=False)
        if all(result.code != waiting_files.TEXT_TOO_NEW for result in found):
            self._vault.desk.drop_waiting(digest)
        return [replace(result, digest=digest) for result in found]

    def _back_up_if_due(self) -> None:
        if self._writer.now_ms() - self._vault.newest_backup_ms() >= _BACKUP_EVERY_MS:
            self._vault.back_up("import")


def _with_outcome(
    results: Sequence[BundleResult], waited: Sequence[BundleResult]
) -> tuple[BundleResult, ...]:
    """Return *results*, where those that only waited for others of the batch say so no more."""
    outcome = {result.digest: result for result in waited}
    return tuple(
        replace(outcome[result.digest], path=result.path)
        if result.digest and result.digest in outcome
        else result
        for result in results
    )


def _result(path: str, bundle: OpenedBundle, taken: Taken) -> BundleResult:
    status = "applied" if taken.accepted else "unchanged"
    code = ""
    if taken.held and not taken.accepted and bundle.commits and taken.known < len(bundle.commits):
        status, code = "held", "commits_held"
    return BundleResult(
        path,
        status,
        code,
        taken.accepted,
        taken.records,
        taken.conflicts,
        taken.held,
        confirms=True,
        arrival=taken.arrival,
    )
