"""Stretches: consecutive commits of a log without what their reader computes again.

Hashes of bodies, ids of predecessors, and salts drawn from one seed do not compress; they are more
than half of a commit with short values. A stretch leaves them out and unfolds to the very bytes
that its author wrote. What does not is sent as it is.

Source: ``docs/formats/bundle.md``, section Stretches.
"""

from __future__ import annotations

import struct
from hashlib import sha256
from itertools import accumulate, islice
from typing import TYPE_CHECKING, Final, NamedTuple

from innolab_desktop.domain.errors import FormatError
from innolab_desktop.journal import cbor, salts, shape
from innolab_desktop.journal.clock import MAX_MS, Instant
from innolab_desktop.journal.commit import (
    MAX_BODIES,
    MAX_BODY_BYTES,
    MAX_HEADER_BYTES,
    MAX_SEQ,
    Commit,
    Entry,
    encode_parts,
)
from innolab_desktop.journal.operations import OP_ID_BYTES
from innolab_desktop.journal.quick_tuples import quickly

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

COLUMNS: Final = 9
"""As many byte strings has a stretch; the array of a commit has two parts."""
_BEGINNING: Final = struct.Struct(">16s32s16sI")
_TIME: Final = struct.Struct(">qH")
_LEAST_MS: Final = 2**32
"""From here on the time takes eight bytes in a header: since February 1970."""
_HEADS: Final = {head: bytes((head, 0x50)) for head in range(0x82, 0x98)}
"""How a body begins in front of its salt: an array of 2 to 23 parts, and 16 bytes."""
_TAIL_AT: Final = 2 + salts.SALT_BYTES
_MAX_PREDS: Final = 255
_COMMIT_WEIGHT: Final = 512
_BODY_WEIGHT: Final = 256
_PRED_WEIGHT: Final = 64


class Stretch(NamedTuple):
    """The columns of a stretch: those that count commits, and those that count bodies."""

    log: bytes
    prev: bytes
    person: bytes
    seq: int
    times: tuple[Instant, ...]
    counts: bytes
    seeds: bytes
    heads: bytes
    lengths: tuple[int, ...]
    pred_counts: bytes
    preds: bytes
    tails: bytes

    @property
    def weight(self) -> int:
        """About as many bytes as its commits take in memory; see :func:`weight`."""
        preds = len(self.preds) // OP_ID_BYTES
        return _weight(len(self.counts), len(self.heads), preds, len(self.tails))

    def unfold(self) -> list[Commit]:
        """Return its commits, each with the bytes that its author wrote.

        Raises:
            FormatError: a commit would be larger than commits are.
        """
        bodies, entries = self._bodies()
        prev, found, end = self.prev, list[Commit](), 0
        for seq, (count, at) in enumerate(zip(self.counts, self.times, strict=True), self.seq):
            start, end = end, end + count
            own, listed = tuple(bodies[start:end]), tuple(entries[start:end])
            header = _header(self.log, seq, prev, at, self.person, listed)
            if len(header) > MAX_HEADER_BYTES:
                raise FormatError("format_shape", what="header")
            encoded = encode_parts(header, own)
            commit_id = sha256(header).digest()
            parts = (commit_id, header, own, self.log, seq, prev, at, self.person, listed)
            found.append(quickly(Commit, (*parts, 1, None, encoded)))
            prev = commit_id
        return found

    def _bodies(self) -> tuple[list[bytes], list[Entry]]:
        """Return all bodies, and what the headers say of them."""
        preds, tails = iter(_pieces(self.preds, OP_ID_BYTES)), self.tails
        bodies: list[bytes] = []
        entries: list[Entry] = []
        end = 0
        for head, salt, length, count in zip(
            self.heads, self._salts(), self.lengths, self.pred_counts, strict=True
        ):
            start, end = end, end + length
            body = _HEADS[head] + salt + tails[start:end]
            replaced = tuple(islice(preds, count)) if count else ()
            bodies.append(body)
            entries.append(quickly(Entry, (sha256(b"op1" + body).digest(), len(body), replaced)))
        return bodies, entries

    def _salts(self) -> list[bytes]:
        found: list[bytes] = []
        seeds = _pieces(self.seeds, salts.SEED_BYTES)
        for seq, (seed, count) in enumerate(zip(seeds, self.counts, strict=True), self.seq):
            found += salts.spread(seed, count, self.log, seq)
        return found


def encode(commits: Iterable[Commit]) -> list[bytes]:
    """Return the items that carry *commits*: stretches, and as it is what fits into none."""
    items: list[bytes] = []
    run: list[tuple[Commit, bytes]] = []
    for commit in commits:
        seed = _seed(commit)
        if run and (seed is None or not _continues(run[-1][0], commit)):
            items.append(_encode(run))
            run = []
        if seed is None:
            items.append(commit.encoded)
        else:
            run.append((commit, seed))
    return [*items, _encode(run)] if run else items


def weight(commit: Commit) -> int:
    """Return what a commit weighs in a bundle: what its reader needs for it.

    A few bytes of a stretch can unfold to many, so readers bound the weight before they unfold.
    """
    preds = sum(len(entry.preds) for entry in commit.entries)
    tails = sum(len(body) - _TAIL_AT for body in commit.bodies if body is not None)
    return max(len(commit.encoded), _weight(1, len(commit.bodies), preds, tails))


def read(item: object, *, limit: int) -> Stretch:
    """Return the columns of a decoded stretch.

    Args:
        item: an array.
        limit: how much it may weigh.

    Raises:
        FormatError: they do not fit each other, say what no commit says, or say too much.
    """
    columns = shape.array(item, "stretch", length=COLUMNS)
    beginning, times, counts, seeds, heads, lengths, pred_counts, preds, tails = (
        shape.the(column, bytes, "stretch") for column in columns
    )
    shape.sized(beginning, _BEGINNING.size, "stretch")
    shape.sized(times, len(counts) * _TIME.size, "times")
    shape.sized(seeds, len(counts) * salts.SEED_BYTES, "seeds")
    shape.sized(heads, sum(counts), "heads")
    shape.sized(lengths, len(heads) * 4, "lengths")
    shape.sized(pred_counts, len(heads), "preds")
    shape.sized(preds, sum(pred_counts) * OP_ID_BYTES, "preds")
    if _weight(len(counts), len(heads), len(preds) // OP_ID_BYTES, len(tails)) > limit:
        raise FormatError("format_shape", what="weight")
    sizes = struct.unpack(f">{len(heads)}I", lengths)
    shape.sized(tails, sum(sizes), "bodies")
    log, prev, person, seq = _BEGINNING.unpack(beginning)
    found = Stretch(
        log, prev, person, seq, _instants(times), counts, seeds, heads, sizes, pred_counts, preds,
        tails,
    )  # fmt: skip
    _check(found)
    return found


def _check(found: Stretch) -> None:
    if not found.counts or min(found.counts) == 0 or max(found.counts) > MAX_BODIES:
        raise FormatError("format_shape", what="bodies")
    if found.seq <= 1 or found.seq + len(found.counts) - 1 > MAX_SEQ:
        raise FormatError("format_shape", what="seq")
    if min(found.lengths) == 0 or max(found.lengths) + _TAIL_AT > MAX_BODY_BYTES:
        raise FormatError("format_shape", what="body")
    if not _HEADS.keys() >= set(found.heads):
        raise FormatError("format_shape", what="heads")


def _instants(times: bytes) -> tuple[Instant, ...]:
    steps = list(_TIME.iter_unpack(times))
    found = tuple(
        quickly(Instant, (ms, counter))
        for ms, (_, counter) in zip(accumulate(step for step, _ in steps), steps, strict=True)
    )
    if any(not _LEAST_MS <= ms <= MAX_MS for ms, _ in found):
        raise FormatError("format_shape", what="time")
    return found


def _weight(commits: int, bodies: int, preds: int, tail_bytes: int) -> int:
    return commits * _COMMIT_WEIGHT + bodies * _BODY_WEIGHT + preds * _PRED_WEIGHT + tail_bytes


def _continues(before: Commit, after: Commit) -> bool:
    return (
        after.prev == before.id
        and after.seq == before.seq + 1
        and (after.log, after.person) == (before.log, before.person)
    )


def _seed(commit: Commit) -> bytes | None:
    """Return the seed of the salts of a commit that a stretch can carry, else None."""
    bodies = [body for body in commit.bodies if body is not None]
    if commit.prev is None or len(bodies) < len(commit.bodies) or commit.at.ms < _LEAST_MS:
        return None
    if not all(_HEADS.get(body[0]) == body[:2] and len(body) > _TAIL_AT for body in bodies):
        return None
    if any(len(entry.preds) > _MAX_PREDS for entry in commit.entries):
        return None
    header = _header(commit.log, commit.seq, commit.prev, commit.at, commit.person, commit.entries)
    if header != commit.header or encode_parts(header, bodies) != commit.encoded:
        return None
    return salts.seed_of([body[2:_TAIL_AT] for body in bodies], commit.log, commit.seq)


def _encode(run: Sequence[tuple[Commit, bytes]]) -> bytes:
    commits = [commit for commit, _ in run]
    first = commits[0]
    bodies = [body for commit in commits for body in commit.bodies if body is not None]
    entries = [entry for commit in commits for entry in commit.entries]
    preds = [entry.preds for entry in entries]
    before = (0, *(commit.at.ms for commit in commits))
    columns = (
        _BEGINNING.pack(first.log, first.prev, first.person, first.seq),
        b"".join(
            _TIME.pack(commit.at.ms - ms, commit.at.counter)
            for ms, commit in zip(before, commits, strict=False)
        ),
        bytes([len(commit.bodies) for commit in commits]),
        b"".join([seed for _, seed in run]),
        bytes([body[0] for body in bodies]),
        struct.pack(f">{len(bodies)}I", *(len(body) - _TAIL_AT for body in bodies)),
        bytes(map(len, preds)),
        b"".join([pred for replaced in preds for pred in replaced]),
        b"".join([body[_TAIL_AT:] for body in bodies]),
    )
    return b"".join(cbor.array_of(columns))


def _header(  # noqa: PLR0917 - what a header consists of
    log: bytes, seq: int, prev: bytes, at: Instant, person: bytes, entries: Sequence[Entry]
) -> bytes:
    """Return a header that has a predecessor and needs no later schema than the first."""
    ms, counter = at
    parts = [
        b"\xa8\x01\x01\x02\x50", log, b"\x03", cbor.number(seq), b"\x04\x58\x20", prev,
        b"\x05\x82\x1b", ms.to_bytes(8, "big"), cbor.number(counter), b"\x06\x50", person,
        b"\x07", cbor.array_head(len(entries)),
    ]  # fmt: skip
    for digest, length, preds in entries:
        parts += b"\x83\x58\x20", digest, cbor.number(length)
        if not preds:
            parts.append(b"\x80")
        elif len(preds) == 1:  # as most have that have any
            parts += b"\x81\x51", *preds
        else:
            parts += cbor.array_of(preds)
    parts.append(b"\x08\x01")
    return b"".join(parts)


def _pieces(column: bytes, size_bytes: int) -> list[bytes]:
    return [column[at : at + size_bytes] for at in range(0, len(column), size_bytes)]
