"""Operations: what the body of a commit says.

Source: ``docs/formats/commit.md``, section Body, and ``space.md``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from innolab_desktop.domain.errors import FormatError
from innolab_desktop.domain.records import DELETED
from innolab_desktop.domain.values import Value, as_value
from innolab_desktop.journal import cbor, frequent_shapes, shape
from innolab_desktop.journal.quick_tuples import quickly
from innolab_desktop.journal.salts import SALT_BYTES
from innolab_desktop.journal.text_update import refuse_malformed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from innolab_desktop.journal.commit import Commit

RECORD_ID_BYTES: Final = 16
OP_ID_BYTES: Final = 17
DEVICE_ID_BYTES: Final = 16
MAX_TEXT: Final = 900_000
MAX_PIECE_BYTES: Final = 512 * 1024
MAX_PIECES: Final = 4096
_MAX_NAME: Final = 64
_MAX_LIST: Final = 1000
"""Choices of one field; a list of nothings takes eight times the memory of its bytes."""
_MAX_GENERATION: Final = 2**31

_KIND_AT: Final = 18
"""Where the kind stands in a body: behind the heads of array and salt, and the salt."""

PARENT: Final = "_parent"
ORDER: Final = "_order"


class Create(NamedTuple):
    """A record begins."""

    record: bytes
    record_kind: str
    form_version: int
    parent: bytes | None
    order: str


class Set(NamedTuple):
    """A field gets a value."""

    record: bytes
    field: str
    value: Value


class TextEdit(NamedTuple):
    """A long text changes by an update that merges by character."""

    record: bytes
    field: str
    generation: int
    update: bytes
    result_hash: bytes


class TextReset(NamedTuple):
    """A long text starts a new generation with a plain text."""

    record: bytes
    field: str
    generation: int
    text: str


class Delete(NamedTuple):
    """A record goes to the trash; *seen* are the values its author saw."""

    record: bytes
    seen: tuple[bytes, ...]


class Restore(NamedTuple):
    """A record comes back from the trash."""

    record: bytes


class Erase(NamedTuple):
    """Bodies of operations are destroyed everywhere (DSGVO Art. 17)."""

    targets: tuple[bytes, ...]
    reason: str
    record: bytes | None


class Genesis(NamedTuple):
    """A space begins: its type, name, and members as (signed card, role)."""

    nonce: bytes
    type: str
    name: str
    members: tuple[tuple[bytes, str], ...]


class MemberAdd(NamedTuple):
    """A device becomes a member of the space; *card* is signed by that device."""

    card: bytes
    role: str


class MemberRemove(NamedTuple):
    """A device stops being a member; *cut* are the tips of its logs up to which it counts."""

    device: bytes
    cut: tuple[tuple[bytes, tuple[tuple[int, bytes], ...]], ...]


class NewCard(NamedTuple):
    """The device that writes this has a newer card."""

    card: bytes


class Content(NamedTuple):
    """A piece of the bytes of an attachment; pieces are numbered from 0."""

    record: bytes
    number: int
    data: bytes


class Unknown(NamedTuple):
    """An operation of a later version: kept and forwarded, not projected."""

    kind: int


Operation: TypeAlias = (
    Create
    | Set
    | TextEdit
    | TextReset
    | Delete
    | Restore
    | Erase
    | Genesis
    | MemberAdd
    | MemberRemove
    | NewCard
    | Content
    | Unknown
)

MEMBERSHIP: Final = (Genesis, MemberAdd, MemberRemove, NewCard)
"""Operations that say who belongs to a space, and not what a record is."""

_KINDS: Final[dict[type[Operation], int]] = {
    Create: 1,
    Set: 2,
    TextEdit: 3,
    TextReset: 4,
    Delete: 5,
    Restore: 6,
    Erase: 7,
    Genesis: 8,
    MemberAdd: 9,
    MemberRemove: 10,
    NewCard: 11,
    Content: 12,
}


def encode_body(operation: Operation, salt: bytes) -> bytes:
    """Return the body of *operation*; *salt* must be fresh and random."""
    return cbor.encode([salt, _KINDS[type(operation)], *operation])


def decode_bodies(bodies: list[bytes]) -> list[Operation]:
    """Decode bodies, in one go because an import reads many.

    Raises:
        FormatError: one of them does not follow the format.
    """
    quick = [frequent_shapes.text_value(body) for body in bodies]
    rest = cbor.decode_in_portions(
        [body for body, parts in zip(bodies, quick, strict=True) if parts is None]
    )
    return [quickly(Set, parts) if parts else _decode(next(rest)) for parts in quick]


def added_cards(commits: Iterable[Commit]) -> list[bytes]:
    """Return the cards that *commits* add as members, without decoding anything else."""
    kind = bytes((_KINDS[MemberAdd],))
    bodies = [
        body
        for commit in commits
        for body in commit.bodies
        if body is not None and body[_KIND_AT : _KIND_AT + 1] == kind
    ]
    return [item.card for item in decode_bodies(bodies) if isinstance(item, MemberAdd)]


def _decode(item: object) -> Operation:
    parts = shape.array(item, "body")
    if len(parts) < 2 or type(parts[0]) is not bytes or len(parts[0]) != SALT_BYTES:  # noqa: PLR2004 - salt and kind
        raise FormatError("format_shape", what="body")
    kind = parts[1]
    reader = _READERS.get(kind) if type(kind) is int else None
    if reader is None:
        cbor.check_plain(parts)
        return Unknown(shape.number(kind, 0, 2**31, "operation kind"))
    operation = reader(parts[2:])
    if getattr(operation, "field", "") == DELETED:  # where this program keeps deletions
        return Unknown(shape.number(kind, 0, 2**31, "operation kind"))
    return operation


def _set(arguments: list[object]) -> Set:
    try:
        record, field, value = arguments
        plain = as_value(value)
    except (ValueError, TypeError) as failure:
        raise FormatError("format_shape", what="set") from failure
    if isinstance(plain, tuple) and len(plain) > _MAX_LIST:
        raise FormatError("format_shape", what="set")
    cbor.check_plain(value)  # pyright: ignore[reportUnknownArgumentType] - an unpacked array
    return Set(_record(record), _name(field), plain)


def _create(arguments: list[object]) -> Create:
    record, kind, version, parent, order = _exactly(arguments, 5, "create")
    return Create(
        _record(record),
        _name(kind),
        shape.number(version, 1, 2**31, "form version"),
        None if parent is None else _record(parent),
        shape.text(order, _MAX_NAME, "order"),
    )


def _text(arguments: list[object]) -> TextEdit:
    record, field, generation, update, result = _exactly(arguments, 5, "text")
    edit = TextEdit(
        _record(record),
        _name(field),
        shape.number(generation, 0, _MAX_GENERATION, "generation"),
        shape.the(update, bytes, "update"),
        shape.sized(result, 32, "result hash"),
    )
    refuse_malformed(edit.update)
    return edit


def _text_reset(arguments: list[object]) -> TextReset:
    record, field, generation, text = _exactly(arguments, 4, "text reset")
    return TextReset(
        _record(record),
        _name(field),
        shape.number(generation, 0, _MAX_GENERATION, "generation"),
        shape.text(text, MAX_TEXT, "text"),
    )


def _delete(arguments: list[object]) -> Delete:
    record, seen = _exactly(arguments, 2, "delete")
    return Delete(_record(record), _op_ids(seen))


def _restore(arguments: list[object]) -> Restore:
    (record,) = _exactly(arguments, 1, "restore")
    return Restore(_record(record))


def _erase(arguments: list[object]) -> Erase:
    targets, reason, record = _exactly(arguments, 3, "erase")
    return Erase(
        _op_ids(targets),
        shape.text(reason, _MAX_NAME, "reason"),
        None if record is None else _record(record),
    )


def _genesis(arguments: list[object]) -> Genesis:
    nonce, type_, name, members = _exactly(arguments, 4, "genesis")
    pairs = [shape.array(item, "member", length=2) for item in shape.array(members, "members")]
    return Genesis(
        shape.sized(nonce, 16, "nonce"),
        _name(type_),
        shape.text(name, 120, "name"),
        tuple((shape.the(card, bytes, "card"), _name(role)) for card, role in pairs),
    )


def _member_add(arguments: list[object]) -> MemberAdd:
    card, role = _exactly(arguments, 2, "member add")
    return MemberAdd(shape.the(card, bytes, "card"), _name(role))


def _member_remove(arguments: list[object]) -> MemberRemove:
    device, cut = _exactly(arguments, 2, "member remove")
    logs = [shape.array(item, "cut", length=2) for item in shape.array(cut, "cut")]
    return MemberRemove(
        shape.sized(device, DEVICE_ID_BYTES, "device id"),
        tuple((shape.sized(log, 16, "log id"), _tips(tips)) for log, tips in logs),
    )


def _tips(value: object) -> tuple[tuple[int, bytes], ...]:
    pairs = [shape.array(item, "tip", length=2) for item in shape.array(value, "tips")]
    return tuple(
        (shape.number(seq, 1, 2**28 - 1, "seq"), shape.sized(commit, 32, "commit id"))
        for seq, commit in pairs
    )


def _new_card(arguments: list[object]) -> NewCard:
    (card,) = _exactly(arguments, 1, "card")
    return NewCard(shape.the(card, bytes, "card"))


def _content(arguments: list[object]) -> Content:
    record, index, data = _exactly(arguments, 3, "content")
    piece = shape.the(data, bytes, "content")
    if not 0 < len(piece) <= MAX_PIECE_BYTES:
        raise FormatError("format_shape", what="content")
    return Content(_record(record), shape.number(index, 0, MAX_PIECES - 1, "index"), piece)


_READERS: Final[dict[int, Callable[[list[object]], Operation]]] = {
    1: _create,
    2: _set,
    3: _text,
    4: _text_reset,
    5: _delete,
    6: _restore,
    7: _erase,
    8: _genesis,
    9: _member_add,
    10: _member_remove,
    11: _new_card,
    12: _content,
}


def _exactly(arguments: list[object], length: int, what: str) -> list[object]:
    if len(arguments) != length:
        raise FormatError("format_shape", what=what)
    return arguments


def _record(value: object) -> bytes:
    return shape.sized(value, RECORD_ID_BYTES, "record id")


def _name(value: object) -> str:
    return shape.text(value, _MAX_NAME, "name")


def _op_ids(value: object) -> tuple[bytes, ...]:
    return tuple(shape.sized(item, OP_ID_BYTES, "op id") for item in shape.array(value, "op ids"))
