from __future__ import annotations

from hashlib import sha256
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from innolab_desktop.domain.errors import FormatError
from innolab_desktop.journal import cbor, operations, signed_tip
from innolab_desktop.journal import commit as commits
from innolab_desktop.journal.clock import Instant
from innolab_desktop.journal.commit import Commit, Draft, Origin, Position, Tip
from innolab_desktop.journal.texts import MergeText

ORIGIN = Origin(bytes(16), b"\1" * 16, bytes(8), ((b"\2" * 16, Tip(3, b"\3" * 32)),))
TEXTS = st.text(st.characters(exclude_characters="\0", codec="utf-8"), max_size=40)
RECORDS = st.binary(min_size=16, max_size=16)
OPS = st.lists(st.binary(min_size=17, max_size=17), max_size=4, unique=True).map(tuple)
VALUES = (
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**63 - 1)
    | TEXTS
    | st.lists(st.none() | TEXTS, max_size=4).map(tuple)
)
GENERATIONS = st.integers(0, 2**31)
OPERATIONS = st.one_of(
    st.builds(operations.Create, RECORDS, TEXTS, st.integers(1, 2**31), st.none() | RECORDS, TEXTS),
    st.builds(operations.Set, RECORDS, TEXTS, VALUES),
    st.builds(
        operations.TextEdit,
        RECORDS,
        TEXTS,
        GENERATIONS,
        TEXTS.map(lambda text: MergeText(client=7).edit_to(text)),
        st.binary(min_size=32, max_size=32),
    ),
    st.builds(operations.TextReset, RECORDS, TEXTS, GENERATIONS, TEXTS),
    st.builds(operations.Delete, RECORDS, OPS),
    st.builds(operations.Restore, RECORDS),
    st.builds(operations.Erase, OPS, TEXTS, st.none() | RECORDS),
    st.builds(
        operations.Genesis,
        RECORDS,
        TEXTS,
        TEXTS,
        st.lists(st.tuples(st.binary(max_size=20), TEXTS), max_size=3).map(tuple),
    ),
    st.builds(operations.MemberAdd, st.binary(max_size=20), TEXTS),
    st.builds(
        operations.MemberRemove,
        RECORDS,
        st.lists(
            st.tuples(
                RECORDS,
                st.lists(
                    st.tuples(st.integers(1, 2**28 - 1), st.binary(min_size=32, max_size=32)),
                    max_size=2,
                ).map(tuple),
            ),
            max_size=2,
        ).map(tuple),
    ),
    st.builds(operations.NewCard, st.binary(max_size=20)),
)
DRAFTS = st.lists(st.builds(Draft, OPERATIONS, OPS), min_size=1, max_size=6)


def write(drafts: list[Draft], seq: int = 1) -> Commit:
    position = Position(
        ORIGIN.log, seq, None if seq == 1 else bytes(32), ORIGIN if seq == 1 else None
    )
    return commits.write(
        position,
        drafts,
        at=Instant(5, 6),
        person=bytes(16),
        salts=[index.to_bytes(16, "big") for index in range(len(drafts))],
    )


@given(DRAFTS, st.integers(1, 5))
def test_a_commit_is_read_as_it_was_written(drafts: list[Draft], seq: int) -> None:
    commit = write(drafts, seq)
    again = commits.decode(commit.encoded)

    assert again == commit
    assert again.id == sha256(commit.header).digest()
    assert [op for _, op in commits.operations_of((again,))[0]] == [d.operation for d in drafts]
    assert [entry.preds for entry in again.entries] == [tuple(sorted(d.preds)) for d in drafts]


@given(DRAFTS, st.data())
def test_an_erased_commit_keeps_everything_but_its_bodies(
    drafts: list[Draft], data: st.DataObject
) -> None:
    commit = write(drafts)
    lost = frozenset(data.draw(st.sets(st.integers(0, len(drafts) - 1))))
    again = commits.decode(commit.without(lost).encoded)

    assert (again.id, again.header, again.entries) == (commit.id, commit.header, commit.entries)
    assert [index for index, _ in commits.operations_of((again,))[0]] == [
        index for index in range(len(drafts)) if index not in lost
    ]


@given(DRAFTS, st.data())
def test_an_altered_body_is_noticed(drafts: list[Draft], data: st.DataObject) -> None:
    commit = write(drafts)
    index = data.draw(st.integers(0, len(drafts) - 1))
    body = bytearray(commit.bodies[index] or b"")
    body[data.draw(st.integers(0, len(body) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    bodies = tuple(bytes(body) if i == index else b for i, b in enumerate(commit.bodies))
    with pytest.raises(FormatError) as failure:
        commits.decode(cbor.encode((commit.header, bodies)))
    assert failure.value.code == "commit_body_altered"


def test_equal_texts_have_different_hashes() -> None:
    operation = operations.Set(bytes(16), "title", "gleich")
    bodies = {operations.encode_body(operation, bytes([i]) * 16) for i in range(10)}
    assert len({commits.body_hash(body) for body in bodies}) == 10


def header(seq: int = 1, **changes: Any) -> dict[int, Any]:
    fields = cbor.decode(write([Draft(operations.Restore(bytes(16)))], seq).header)
    assert isinstance(fields, dict)
    for name, value in changes.items():
        key = int(name.removeprefix("key"))
        if value is ...:
            del fields[key]
        else:
            fields[key] = value
    return fields


BODY = write([Draft(operations.Restore(bytes(16)))]).bodies[0]
OP = commits.body_hash(BODY or b"")
WRONG = {
    "version 2": (1, {"key1": 2}),
    "short log": (1, {"key2": bytes(15)}),
    "log of another origin": (1, {"key2": bytes(16)}),
    "seq 0": (1, {"key3": 0}),
    "seq 2^28": (2, {"key3": 2**28}),
    "seq is a boolean": (1, {"key3": True}),
    "first with predecessor": (1, {"key4": bytes(32)}),
    "first without origin": (1, {"key9": ...}),
    "second without predecessor": (2, {"key4": ...}),
    "second with origin": (2, {"key9": [bytes(16), bytes(16), bytes(8), []]}),
    "time before 1970": (1, {"key5": [-1, 0]}),
    "time 2^47": (1, {"key5": [2**47, 0]}),
    "counter 65536": (1, {"key5": [1, 65536]}),
    "time of three": (1, {"key5": [1, 2, 3]}),
    "short person": (1, {"key6": bytes(3)}),
    "no entries": (1, {"key7": []}),
    "two entries for one body": (1, {"key7": [[OP, 19, []], [OP, 19, []]]}),
    "short hash": (1, {"key7": [[bytes(31), 19, []]]}),
    "short pred": (1, {"key7": [[OP, len(BODY or b""), [bytes(16)]]]}),
    "body of another length": (1, {"key7": [[OP, 5, []]]}),
    "schema 0": (1, {"key8": 0}),
    "float under an unknown key": (1, {"key77": 1.5}),
    "text with NUL under an unknown key": (1, {"key77": "a\0b"}),
    "negative key": (1, {"key-1": 5}),
}


@pytest.mark.parametrize("name", WRONG)
def test_headers_of_another_shape_are_refused(name: str) -> None:
    seq, changes = WRONG[name]
    with pytest.raises(FormatError):
        commits.decode(cbor.encode([cbor.encode(header(seq, **changes)), [BODY]]))


def test_the_header_the_cases_start_from_is_fine() -> None:
    for seq in (1, 2):
        assert commits.decode(cbor.encode([cbor.encode(header(seq)), [BODY]])).seq == seq
    later = cbor.encode(header(1, key77="später"))
    assert commits.decode(cbor.encode([later, [BODY]])).id == sha256(later).digest()


@pytest.mark.parametrize(
    "item", [[], [b""], {}, 5, [b"", []], ["", [b""]], [b"\xa0", [5]], [b"\xa0" * 70_000, [b""]]]
)
def test_other_shapes_are_no_commits(item: object) -> None:
    with pytest.raises(FormatError):
        commits.decode(cbor.encode(item))


def test_limits_hold_when_writing() -> None:
    restore = Draft(operations.Restore(bytes(16)))
    write([restore] * 128)
    with pytest.raises(FormatError):
        write([restore] * 129)
    with pytest.raises(FormatError):
        write([])
    with pytest.raises(FormatError):
        write([Draft(operations.Set(bytes(16), "text", "x" * (1024 * 1024)))])
    with pytest.raises(FormatError):
        write([Draft(operations.Restore(bytes(16)), tuple([bytes(17)] * 4000))])


BODIES = {
    "no array": 5,
    "no kind": [bytes(16)],
    "short salt": [bytes(15), 6, bytes(16)],
    "set without value": [bytes(16), 2, bytes(16), "x"],
    "set of a map": [bytes(16), 2, bytes(16), "x", {1: 2}],
    "set of a float": [bytes(16), 2, bytes(16), "x", 1.5],
    "set of wide integer": [bytes(16), 2, bytes(16), "x", 2**63],
    "set of nested arrays": [bytes(16), 2, bytes(16), "x", [["a"]]],
    "set of NUL": [bytes(16), 2, bytes(16), "x", "a\0"],
    "set of NUL in an array": [bytes(16), 2, bytes(16), "x", ["a\0"]],
    "field too long": [bytes(16), 2, bytes(16), "x" * 65, "a"],
    "short record": [bytes(16), 2, bytes(15), "x", "a"],
    "negative generation": [bytes(16), 4, bytes(16), "x", -1, "t"],
    "short result": [bytes(16), 3, bytes(16), "x", 0, b"", bytes(31)],
    "short op": [bytes(16), 5, bytes(16), [bytes(16)]],
    "restore of two": [bytes(16), 6, bytes(16), bytes(16)],
    "member of three": [bytes(16), 8, bytes(16), "tandem", "x", [[b"", "", ""]]],
    "negative kind": [bytes(16), -1],
    "kind is a text": [bytes(16), "set"],
    "float in an unknown kind": [bytes(16), 40, 1.5],
    "text key in an unknown kind": [bytes(16), 40, {"a": 1}],
}


@pytest.mark.parametrize("name", BODIES)
def test_bodies_of_another_shape_are_refused(name: str) -> None:
    with pytest.raises(FormatError):
        operations.decode_bodies([cbor.encode(BODIES[name])])


@pytest.mark.parametrize("kind", [13, 40, 63, 64])
def test_kinds_of_a_later_version_are_kept(kind: int) -> None:
    body = cbor.encode([bytes(16), kind, "später", {1: [None]}])
    assert operations.decode_bodies([body]) == [operations.Unknown(kind)]


def test_tips_keep_their_bytes() -> None:
    body = signed_tip.body_of(bytes(16), Tip(4, bytes(32)))
    tip = signed_tip.SignedTip(bytes(16), Tip(4, bytes(32)), body, bytes(96))
    assert signed_tip.decode(tip.encoded()) == tip


@pytest.mark.parametrize(
    "fields",
    [
        {1: 2, 2: bytes(16), 3: 1, 4: bytes(32)},
        {1: 1, 2: bytes(15), 3: 1, 4: bytes(32)},
        {1: 1, 2: bytes(16), 3: 0, 4: bytes(32)},
        {1: 1, 2: bytes(16), 3: 1, 4: bytes(31)},
        {1: 1, 2: bytes(16), 3: 1},
        {1: 1, 2: bytes(16), 3: 1, 4: bytes(32), 9: 0.5},
    ],
)
def test_tips_of_another_shape_are_refused(fields: dict[int, Any]) -> None:
    with pytest.raises(FormatError):
        signed_tip.decode(cbor.encode((cbor.encode(fields), bytes(96))))
    good = signed_tip.body_of(bytes(16), Tip(4, bytes(32)))
    with pytest.raises(FormatError):
        signed_tip.decode(cbor.encode((good, bytes(95))))
