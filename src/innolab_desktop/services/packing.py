"""From the commits that partners lack to files of bounded size, in memory."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final, NamedTuple

from innolab_desktop.domain.errors import BundleError
from innolab_desktop.journal import signed_tip
from innolab_desktop.journal.commit import Tip
from innolab_desktop.journal.signed_tip import SignedTip
from innolab_desktop.services.exchange_models import Outgoing
from innolab_desktop.services.parts import Freight

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from innolab_desktop.domain.records import SpaceId
    from innolab_desktop.journal.card import Card
    from innolab_desktop.journal.commit import Commit
    from innolab_desktop.services.bundle_ports import BundleFiles, Identity
    from innolab_desktop.services.changes import CancelToken, Progress
    from innolab_desktop.services.exchange_models import Envelope
    from innolab_desktop.services.store_ports import Vault
    from innolab_desktop.services.writing import CommitWriter

_MAX_PARTS: Final = 10_000
_MAX_DIVISION: Final = 64


@dataclass(frozen=True, slots=True)
class Packed:
    """One part, ready to be written.

    Attributes:
        file: what is sent.
        bundle: what is inside.
        commits: how many of them it brings.
        ends: the last commit of each branch of each log that it brings.
    """

    envelope: Envelope
    file: bytes = field(repr=False)
    bundle: bytes = field(repr=False)
    commits: int
    ends: tuple[tuple[bytes, Tip], ...] = ()


class _Consignment(NamedTuple):
    """Everything that is sent, before it is divided."""

    outgoing: Outgoing
    freight: Freight
    own: frozenset[bytes]
    forked: frozenset[bytes]
    signed: Mapping[bytes, SignedTip]


class Packing:
    """Divides until every part fits, and signs where own logs end."""

    def __init__(
        self, vault: Vault, identity: Identity, files: BundleFiles, writer: CommitWriter
    ) -> None:
        self._vault = vault
        self._identity = identity
        self._files = files
        self._writer = writer

    def pack(
        self,
        space: SpaceId,
        cards: Sequence[Card],
        envelope: Envelope,
        limit_bytes: int,
        watch: tuple[Progress, CancelToken],
        *,
        only_confirms: bool = False,
        wants_receipt: bool = False,
    ) -> tuple[Packed, ...]:
        """Return the parts with everything of *space* that not all *cards* confirmed.

        With *only_confirms* it is a Quittung: one part without commits. A part is larger than
        *limit_bytes* only if it cannot be divided any further, or if the keys of the recipients
        alone take half of it.

        Raises:
            BundleError: more than a bundle may hold in one piece, or too many recipients.
            Cancelled: the person stopped it.
        """
        progress, cancel = watch
        progress.report(0, 3, "export_collect")
        with self._vault.transaction():
            commits = () if only_confirms else self._missing(space, cards)
            consignment = self._collect(space, cards, commits, wants_receipt=wants_receipt)
        pieces = [consignment.freight.everything]
        while True:
            progress.report(1, 3, "export_write")
            packed: list[Packed | None] = []
            for number, piece in enumerate(pieces, 1):
                cancel.raise_if_cancelled()
                numbered = replace(envelope, part=number, of=len(pieces))
                packed.append(self._pack(consignment, piece, numbered))
            if packed[0] is None or len(packed[0].file) > limit_bytes:
                limit_bytes = max(limit_bytes, 2 * self._empty_bytes(consignment, envelope))
            divided = _divide(consignment.freight, pieces, packed, limit_bytes)
            if len(divided) == len(pieces) or len(divided) > _MAX_PARTS:
                break
            pieces = divided
        progress.report(2, 3, "export_write")
        return self._finish(consignment, pieces, packed)

    def _missing(self, space: SpaceId, cards: Sequence[Card]) -> tuple[Commit, ...]:
        people = self._vault.people
        acknowledged = [people.acknowledged(card.device, space) for card in cards]
        return tuple(self._vault.journal.missing(space, acknowledged))

    def _collect(
        self,
        space: SpaceId,
        cards: Sequence[Card],
        commits: Sequence[Commit],
        *,
        wants_receipt: bool,
    ) -> _Consignment:
        journal = self._vault.journal
        sent: dict[bytes, int] = {}
        for commit in commits:
            sent[commit.log] = min(commit.seq, sent.get(commit.log, commit.seq))
        is_known = self._vault.people.space(space) is not None  # else a Quittung about nothing
        logs = [info for info in journal.logs(space) if info.log in sent] if sent else []
        own = frozenset(i.log for i in logs if i.origin.device == self._identity.device)
        forked = frozenset(info.log for info in logs if info.is_forked)
        stored = (tip for log, seq in sent.items() for tip in journal.stored_tips(log, seq))
        signed = {tip.tip.commit: tip for tip in stored}
        announced = journal.tips(space) if is_known else {}
        for log in own:
            for tip in announced[log]:
                if tip.commit not in signed:
                    signed[tip.commit] = self._sign(log, tip)
        outgoing = Outgoing(
            space=space,
            recipients=tuple(cards),
            announced=announced,
            signed_tips=(),
            commits=(),
            created=self._writer.tick(),
            wants_receipt=wants_receipt,
        )
        freight = Freight(commits, own=own, whole=forked, signed=signed)
        return _Consignment(outgoing, freight, own, forked, signed)

    def _pack(self, consignment: _Consignment, piece: range, envelope: Envelope) -> Packed | None:
        """Return a part; None if it is more than a bundle may hold but can be divided."""
        freight = consignment.freight
        outgoing = replace(
            consignment.outgoing,
            signed_tips=self._tips(consignment, piece),
            commits=freight.of(piece),
            part=envelope.part,
            of=envelope.of,
        )
        try:
            bundle = self._files.encode(outgoing)
        except BundleError as failure:
            if failure.code == "bundle_too_large" and len(freight.divide(piece, 2)) > 1:
                return None
            raise
        ends = tuple(
            (log, Tip(end.seq, end.id))
            for log, found in sorted(freight.ends(piece).items())
            for end in found
        )
        file = self._files.pack(bundle, envelope)
        return Packed(envelope, file, bundle, len(piece), ends)

    def _empty_bytes(self, consignment: _Consignment, envelope: Envelope) -> int:
        """Return the size of a part without commits."""
        empty = self._pack(consignment, range(0), envelope)
        return len(empty.file) if empty else 0

    def _tips(self, consignment: _Consignment, piece: range) -> tuple[SignedTip, ...]:
        """Return a signature for the end of every log in a piece."""
        tips: list[SignedTip] = []
        for log, (*_, last) in sorted(consignment.freight.ends(piece).items()):
            if log in consignment.forked:
                tips += self._of_branches(consignment, log)
            elif last.id in consignment.signed:
                tips.append(consignment.signed[last.id])
            elif log in consignment.own:
                tips.append(self._sign(log, Tip(last.seq, last.id)))
            else:
                tips += self._vault.journal.signed_tips((log,))
        return tuple(tips)

    def _of_branches(self, consignment: _Consignment, log: bytes) -> list[SignedTip]:
        if log not in consignment.own:
            return self._vault.journal.signed_tips((log,))
        return [tip for tip in consignment.signed.values() if tip.log == log]

    def _sign(self, log: bytes, tip: Tip) -> SignedTip:
        body = signed_tip.body_of(log, tip)
        return SignedTip(log, tip, body, self._identity.sign(signed_tip.PREFIX + body))

    def _finish(
        self, consignment: _Consignment, pieces: Sequence[range], packed: Sequence[Packed | None]
    ) -> tuple[Packed, ...]:
        """Keep the own signatures that go out."""
        with self._vault.transaction():
            for piece in pieces:
                for tip in self._tips(consignment, piece):
                    if tip.log in consignment.own:
                        self._vault.journal.keep_signed_tip(tip)
        return tuple(part for part in packed if part is not None)


def _divide(
    freight: Freight, pieces: Sequence[range], packed: Sequence[Packed | None], limit_bytes: int
) -> list[range]:
    """Return *pieces* with those divided that are too large and can be."""
    divided: list[range] = []
    for piece, part in zip(pieces, packed, strict=True):
        times = 2 if part is None else -(-len(part.file) // limit_bytes)
        divided += freight.divide(piece, min(times, _MAX_DIVISION)) if times > 1 else [piece]
    return divided
