"""Commits: header, bodies and ids.

Source: ``docs/formats/commit.md``.
"""

from __future__ import annotations

from hashlib import sha256
from itertools import islice
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias, cast

from innolab_desktop.domain.errors import FormatError
from innolab_desktop.journal import cbor, frequent_shapes, shape
from innolab_desktop.journal.clock import MAX_COUNTER, MAX_MS, Instant
from innolab_desktop.journal.operations import OP_ID_BYTES, Operation, decode_bodies, encode_body
from innolab_desktop.journal.quick_tuples import quickly

if TYPE_CHECKING:
    from collections.abc import Sequence

COMMIT_ID_BYTES: Final = 32
_HASH_BYTES: Final = 32
_ENTRY_PARTS: Final = 3
MAX_SEQ: Final = 2**28 - 1
MAX_HEADER_BYTES: Final = 64 * 1024
MAX_BODY_BYTES: Final = 1024 * 1024
MAX_BODIES: Final = 128
_BODY_TYPES: Final[frozenset[type]] = frozenset((bytes, type(None)))
_INDEXES: Final = tuple(bytes((index,)) for index in range(MAX_BODIES))
FORMAT_VERSION: Final = 1
SCHEMA_VERSION: Final = 1
"""The newest schema that this program projects."""
WRITTEN_SCHEMA: Final = 1
"""The lowest that projects what this program writes: raised a version after everybody reads it."""


class Tip(NamedTuple):
    """The newest commit of a branch of a log."""

    seq: int
    commit: bytes


class Origin(NamedTuple):
    """Where a log begins: its space, device and incarnation, and the device's earlier logs."""

    space: bytes
    device: bytes
    incarnation: bytes
    earlier: tuple[tuple[bytes, Tip], ...] = ()

    @property
    def log(self) -> bytes:
        """The id of the log that begins here."""
        return log_id(self.device, self.space, self.incarnation)


class Entry(NamedTuple):
    """What the permanent header says of one body."""

    body_hash: bytes
    length: int
    preds: tuple[bytes, ...]


class Commit(NamedTuple):
    """A decoded commit; ``header``, ``bodies`` and ``encoded`` are the original bytes."""

    id: bytes
    header: bytes
    bodies: tuple[bytes | None, ...]
    log: bytes
    seq: int
    prev: bytes | None
    at: Instant
    person: bytes
    entries: tuple[Entry, ...]
    min_schema: int
    origin: Origin | None
    encoded: bytes

    @property
    def is_readable(self) -> bool:
        """Whether this version knows enough to project the commit."""
        return self.min_schema <= SCHEMA_VERSION

    def op_id(self, index: int) -> bytes:
        """Return the id of the operation at *index*."""
        return self.id[:16] + _INDEXES[index]

    def op_ids(self) -> list[bytes]:
        """Return the ids of all its operations."""
        beginning = self.id[:16]
        return [beginning + index for index in _INDEXES[: len(self.entries)]]

    def without(self, indexes: frozenset[int]) -> Commit:
        """Return the commit with the bodies at *indexes* erased."""
        kept = tuple(None if i in indexes else body for i, body in enumerate(self.bodies))
        return self._replace(bodies=kept, encoded=encode_parts(self.header, kept))


_Fields: TypeAlias = tuple[
    bytes, int, bytes | None, Instant, bytes, tuple[Entry, ...], int, Origin | None
]
"""Log, seq, prev, at, person, entries, schema and origin of a header."""


class Draft(NamedTuple):
    """An operation to be committed, with the operations it replaces."""

    operation: Operation
    preds: tuple[bytes, ...] = ()


class Position(NamedTuple):
    """Where the next commit of a log goes."""

    log: bytes
    seq: int
    prev: bytes | None
    origin: Origin | None


def log_id(device: bytes, space: bytes, incarnation: bytes) -> bytes:
    """Return the id of a device's log in a space."""
    return sha256(b"log1" + device + space + incarnation).digest()[:16]


def commit_part(commit_or_op: bytes) -> bytes:
    """Return what the id of a commit and the ids of its operations begin with."""
    return commit_or_op[:16]


def body_hash(body: bytes) -> bytes:
    """Return the hash of a body that stands in the header."""
    return sha256(b"op1" + body).digest()


def write(
    position: Position,
    drafts: Sequence[Draft],
    *,
    at: Instant,
    person: bytes,
    salts: Sequence[bytes],
) -> Commit:
    """Return a new commit.

    Args:
        position: where it stands in its log.
        drafts: the operations of one save, at least one.
        at: display time.
        person: the author.
        salts: of each body, drawn from a fresh seed (:mod:`innolab_desktop.journal.salts`).

    Raises:
        FormatError: too many operations, or one too long.
    """
    if not 0 < len(drafts) <= MAX_BODIES or position.seq > MAX_SEQ:
        raise FormatError("commit_too_large")
    bodies = tuple(
        encode_body(draft.operation, salt) for draft, salt in zip(drafts, salts, strict=True)
    )
    entries = tuple(
        Entry(body_hash(body), len(body), tuple(sorted(draft.preds)))
        for body, draft in zip(bodies, drafts, strict=True)
    )
    fields: dict[int, object] = {
        1: 1,
        2: position.log,
        3: position.seq,
        5: at,
        6: person,
        7: entries,
        8: WRITTEN_SCHEMA,
    }
    if position.prev is not None:
        fields[4] = position.prev
    if position.origin is not None:
        origin = position.origin
        earlier = [(log, *tip) for log, tip in origin.earlier]
        fields[9] = (origin.space, origin.device, origin.incarnation, earlier)
    header = cbor.encode(fields)
    if len(header) > MAX_HEADER_BYTES or any(len(body) > MAX_BODY_BYTES for body in bodies):
        raise FormatError("commit_too_large")
    return Commit(
        sha256(header).digest(),
        header,
        bodies,
        position.log,
        position.seq,
        position.prev,
        at,
        person,
        entries,
        WRITTEN_SCHEMA,
        position.origin,
        encode_parts(header, bodies),
    )


def encode_parts(header: bytes, bodies: Sequence[bytes | None]) -> bytes:
    """Return ``[header, [body, …]]``."""
    return b"".join((b"\x82", *cbor.byte_string(header), *cbor.array_of(bodies)))


def decode(data: bytes) -> Commit:
    """Decode one stored commit.

    Raises:
        FormatError: it does not follow the format.
    """
    return decode_items([cbor.decode(data)], [data])[0]


def decode_stored(rows: Sequence[bytes]) -> list[Commit]:
    """Decode many stored commits.

    Raises:
        FormatError: one of them does not follow the format.
    """
    return decode_items(cbor.decode_many(rows), rows)


def decode_items(items: Sequence[object], encoded: Sequence[bytes]) -> list[Commit]:
    """Check decoded ``[header, [body, …]]`` arrays and return their commits.

    Args:
        items: the decoded arrays.
        encoded: the bytes they came from.

    Bodies are compared with their hashes in the header; what they say is left to
    :func:`operations_of`.

    Raises:
        FormatError: one of them does not follow the format.
    """
    outer = [_outer(item) for item in items]
    quick = [_quick_fields(header) for header, _ in outer]
    rest = cbor.decode_in_portions(
        [header for (header, _), fields in zip(outer, quick, strict=True) if fields is None]
    )
    return [
        _commit(header, bodies, fields or _fields(next(rest)), data)
        for (header, bodies), fields, data in zip(outer, quick, encoded, strict=True)
    ]


def operations_of(commits: Sequence[Commit]) -> list[list[tuple[int, Operation]]]:
    """Decode what the bodies say: for each commit the (index, operation) of present bodies.

    Commits that only a newer version can read say nothing here; they are kept and forwarded.

    Raises:
        FormatError: a body does not follow the format.
    """
    bodies = [commit.bodies if commit.is_readable else () for commit in commits]
    operations = iter(
        decode_bodies([body for found in bodies for body in found if body is not None])
    )
    return [
        [(index, next(operations)) for index, body in enumerate(found) if body is not None]
        if None in found
        else list(enumerate(islice(operations, len(found))))
        for found in bodies
    ]


def _outer(item: object) -> tuple[bytes, tuple[bytes | None, ...]]:
    header, bodies = shape.array(item, "commit", length=2)
    parts = shape.array(bodies, "bodies")
    if type(header) is not bytes or len(header) > MAX_HEADER_BYTES or not parts:
        raise FormatError("format_shape", what="commit")
    if not _BODY_TYPES.issuperset(map(type, parts)):
        raise FormatError("format_shape", what="body")
    return header, tuple(parts)  # pyright: ignore[reportReturnType] - each part was just checked


def _commit(
    header: bytes, bodies: tuple[bytes | None, ...], fields: _Fields, encoded: bytes
) -> Commit:
    log, seq, prev, at, person, entries, min_schema, origin = fields
    if (prev is None) != (seq == 1) or (origin is None) != (seq > 1):
        raise FormatError("format_shape", what="header")
    if len(entries) != len(bodies):
        raise FormatError("format_shape", what="bodies")
    for (digest, length, _), body in zip(entries, bodies, strict=True):
        if body is not None and (len(body) != length or sha256(b"op1" + body).digest() != digest):
            raise FormatError("commit_body_altered")
    return quickly(
        Commit,
        (
            sha256(header).digest(),
            header,
            bodies,
            log,
            seq,
            prev,
            at,
            person,
            entries,
            min_schema,
            origin,
            encoded,
        ),
    )


def _quick_fields(header: bytes) -> _Fields | None:
    """Return what a header of the usual shape says; None leaves it to the decoder."""
    parts = frequent_shapes.header(header)
    if parts is None or parts.seq > MAX_SEQ or parts.ms > MAX_MS:
        return None
    log, seq, prev, ms, counter, person, entries = parts
    at = quickly(Instant, (ms, counter))
    found = [
        quickly(Entry, (digest, length[0], (pred,) if pred else ()))
        for digest, length, pred in entries
    ]
    return log, seq, prev, at, person, tuple(found), 1, None


def _fields(item: object) -> _Fields:
    known = shape.mapping(item, "header", known=9)
    shape.version(known.get(1), FORMAT_VERSION, "commit")
    log = shape.sized(known.get(2), 16, "log id")
    prev, origin = known.get(4), known.get(9)
    return (
        log,
        shape.number(known.get(3), 1, MAX_SEQ, "seq"),
        None if prev is None else shape.sized(prev, COMMIT_ID_BYTES, "prev"),
        instant(known.get(5)),
        shape.sized(known.get(6), 16, "person id"),
        _entries(known.get(7)),
        shape.number(known.get(8), 1, 2**31, "schema version"),
        None if origin is None else _origin(origin, log),
    )


def _entries(value: object) -> tuple[Entry, ...]:
    parts = shape.array(value, "entries")
    if not 0 < len(parts) <= MAX_BODIES:
        raise FormatError("format_shape", what="entries")
    entries: list[Entry] = []
    for part in cast("list[list[object]]", parts):
        if type(part) is not list or len(part) != _ENTRY_PARTS:
            raise FormatError("format_shape", what="entry")
        digest, length, preds = part
        if type(digest) is not bytes or type(length) is not int or type(preds) is not list:
            raise FormatError("format_shape", what="entry")
        replaced = cast("list[bytes]", preds)
        for pred in replaced:
            if type(pred) is not bytes or len(pred) != OP_ID_BYTES:
                raise FormatError("format_shape", what="pred")
        if len(digest) != _HASH_BYTES or not 0 < length <= MAX_BODY_BYTES:
            raise FormatError("format_shape", what="entry")
        entries.append(quickly(Entry, (digest, length, tuple(replaced))))
    return tuple(entries)


def _origin(value: object, log: bytes) -> Origin:
    space, device, incarnation, earlier = shape.array(value, "origin", length=4)
    tips: list[tuple[bytes, Tip]] = []
    for item in shape.array(earlier, "earlier logs"):
        old, seq, commit = shape.array(item, "earlier log", length=3)
        tips.append((shape.sized(old, 16, "log id"), tip(seq, commit)))
    origin = Origin(
        shape.sized(space, 16, "space id"),
        shape.sized(device, 16, "device id"),
        shape.sized(incarnation, 8, "incarnation"),
        tuple(tips),
    )
    if origin.log != log:
        raise FormatError("commit_log_mismatch")
    return origin


def tip(seq: object, commit: object) -> Tip:
    """Return a checked tip.

    Raises:
        FormatError: *seq* or *commit* is malformed.
    """
    return Tip(
        shape.number(seq, 1, MAX_SEQ, "seq"), shape.sized(commit, COMMIT_ID_BYTES, "commit id")
    )


def instant(value: object) -> Instant:
    """Return a checked instant.

    Raises:
        FormatError: *value* is malformed.
    """
    ms, counter = shape.array(value, "time", length=2)
    shape.number(ms, 0, MAX_MS, "time")
    shape.number(counter, 0, MAX_COUNTER, "time")
    return quickly(Instant, (ms, counter))
