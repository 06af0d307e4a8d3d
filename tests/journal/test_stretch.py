"""What is folded unfolds to the bytes of its author; everything else travels as it is."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, Any

import cbor2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from independent import decoder
from innolab_desktop.domain.errors import FormatError
from innolab_desktop.journal import cbor, cbor_sequence, salts, stretch
from innolab_desktop.journal import commit as commits
from innolab_desktop.journal.clock import Instant
from innolab_desktop.journal.commit import Commit, Draft, Origin, Position, Tip
from innolab_desktop.journal.operations import Create, Restore, Set
from journal.test_commit import DRAFTS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

ORIGIN = Origin(bytes(16), b"\1" * 16, bytes(8))
RECORD = b"\7" * 16
NOW_MS = 1_790_000_000_000
LIMIT = 1 << 22


def after(
    last: Commit | None,
    drafts: Sequence[Draft],
    *,
    at: Instant = Instant(NOW_MS, 0),  # noqa: B008 - a tuple
    person: bytes = bytes(16),
    drawn: Sequence[bytes] | None = None,
) -> Commit:
    """Return the next commit of a log, its salts drawn as the program draws them."""
    position = (
        Position(ORIGIN.log, 1, None, ORIGIN)
        if last is None
        else Position(last.log, last.seq + 1, last.id, None)
    )
    drawn = drawn or salts.spread(b"seed" * 4, len(drafts), position.log, position.seq)
    return commits.write(position, drafts, at=at, person=person, salts=drawn)


def log(count: int) -> list[Commit]:
    """Return a log as the program writes it."""
    found = [after(None, [Draft(Create(RECORD, "mission", 1, None, ""))])]
    preds: tuple[bytes, ...] = ()
    for number in range(1, count):
        drafts = [
            Draft(Set(RECORD, "title", f"Größe {number}"), preds),
            Draft(Set(RECORD, "next_step", "Leitung fragen " * (number % 30))),
        ]
        found.append(after(found[-1], drafts, at=Instant(NOW_MS + number * 977, 0)))
        preds = (found[-1].op_id(0),)
    return found


def unfolded(items: Sequence[bytes]) -> list[bytes]:
    """Return the commits that *items* carry; the second implementation has to agree."""
    found: list[bytes] = []
    for item, _ in cbor_sequence.read_items(b"".join(items), limit=10_000):
        assert isinstance(item, list)
        columns: list[Any] = item
        if len(columns) != stretch.COLUMNS:
            found.append(cbor.encode(columns))
            continue
        own = stretch.read(columns, limit=LIMIT).unfold()
        assert [commit.encoded for commit in own] == decoder.unfold(columns)
        assert own == [commits.decode(commit.encoded) for commit in own]
        found += [commit.encoded for commit in own]
    return found


INSTANTS = st.builds(
    Instant, st.integers(0, 2**47 - 1) | st.integers(NOW_MS, NOW_MS + 9), st.integers(0, 65535)
)
STEPS = st.lists(
    st.tuples(
        DRAFTS,
        INSTANTS,
        st.sampled_from([bytes(16), b"\1" * 16]),
        st.sampled_from(["drawn", "drawn", "own", "branch", "erased"]),
    ),
    min_size=1,
    max_size=8,
)


@settings(max_examples=300)
@given(STEPS)
def test_whatever_a_log_holds_comes_out_as_it_went_in(
    steps: list[tuple[list[Draft], Instant, bytes, str]],
) -> None:
    found = log(2)
    for drafts, at, person, way in steps:
        drawn = [bytes((number,)) * 16 for number in range(len(drafts))] if way == "own" else None
        last = found[0] if way == "branch" else found[-1]
        commit = after(last, drafts, at=at, person=person, drawn=drawn)
        found.append(commit.without(frozenset((0,))) if way == "erased" else commit)
    assert unfolded(stretch.encode(found)) == [commit.encoded for commit in found]


def test_a_usual_log_is_one_stretch_and_much_smaller() -> None:
    found = log(200)
    first, *rest = stretch.encode(found)
    assert first == found[0].encoded
    assert len(rest) == 1
    assert unfolded([first, *rest]) == [commit.encoded for commit in found]
    values = sum(len(body) - 18 for commit in found[1:] for body in commit.bodies if body)
    constant = (len(rest[0]) - values) / 199
    assert constant < 60, "eleven bytes of time and counts, 16 of seed, 17 of preds, 12 of bodies"


def test_nothing_and_logs_beside_each_other() -> None:
    assert stretch.encode([]) == []
    one, other = log(3), log(6)[4:]  # one between them is missing
    items = stretch.encode([*one, *other])
    assert len(items) == 3
    assert unfolded(items) == [commit.encoded for commit in (*one, *other)]


# --- what travels alone -----------------------------------------------------------------------

FIRST = log(1)[0]
TWO = [Draft(Restore(RECORD)), Draft(Set(RECORD, "title", "ä"))]
USUAL = after(FIRST, TWO)


@pytest.mark.parametrize("seq", [2, 4, 7])
def test_numbers_that_do_not_follow_are_not_folded_together(seq: int) -> None:
    """Only another program writes them; folded, they would come out with other numbers."""
    before = after(FIRST, TWO)
    position = Position(FIRST.log, seq, before.id, None)
    drawn = salts.spread(bytes(16), 2, FIRST.log, seq)
    jumped = commits.write(position, TWO, at=Instant(NOW_MS, 0), person=bytes(16), salts=drawn)
    items = stretch.encode([before, jumped])
    assert len(items) == 2
    assert unfolded(items) == [before.encoded, jumped.encoded]


def test_numbers_end_where_the_format_ends() -> None:
    found = columns()
    found[0] = beginning(commits.MAX_SEQ - 1)
    last = stretch.read(found, limit=LIMIT).unfold()[-1]
    assert last.seq == commits.MAX_SEQ


def changed_header(key: int, value: object) -> Commit:
    header = {**cbor2.loads(USUAL.header), key: value}
    return commits.decode(cbor.encode([cbor.encode(header), list(USUAL.bodies)]))


def changed_body(body: bytes) -> Commit:
    header = cbor2.loads(USUAL.header)
    header[7] = [[commits.body_hash(body), len(body), []]]
    return commits.decode(cbor.encode([cbor.encode(header), [body]]))


def written_longer() -> Commit:
    body = USUAL.bodies[0]
    assert body is not None
    outer = b"\x82\x59" + len(USUAL.header).to_bytes(2, "big") + USUAL.header
    return commits.decode(outer + cbor.encode(list(USUAL.bodies)))


def header_in_another_order() -> Commit:
    fields = cbor2.loads(USUAL.header)
    header = cbor2.dumps(dict(sorted(fields.items(), reverse=True)))
    return commits.decode(cbor.encode([header, list(USUAL.bodies)]))


def beginning_again() -> Commit:
    earlier = tuple((bytes((n,)) * 16, Tip(n + 1, bytes(32))) for n in range(100))
    origin = Origin(bytes(16), b"\1" * 16, bytes(8), earlier)
    position = Position(origin.log, 1, None, origin)
    return commits.write(
        position, TWO[:1], at=Instant(NOW_MS, 0), person=bytes(16), salts=[bytes(16)]
    )


ALONE: dict[str, Callable[[], Commit]] = {
    "the first of a log": lambda: FIRST,
    "the first after a hundred other logs": beginning_again,
    "an erased body": lambda: USUAL.without(frozenset((1,))),
    "all bodies erased": lambda: USUAL.without(frozenset((0, 1))),
    "salts of their own": lambda: after(FIRST, TWO, drawn=[bytes(16), b"\1" * 16]),
    "the salts change places": lambda: after(
        FIRST, TWO, drawn=salts.spread(bytes(16), 2, FIRST.log, 2)[::-1]
    ),
    "a later schema": lambda: changed_header(8, 2),
    "a key of a later version": lambda: changed_header(44, "später"),
    "before February 1970": lambda: after(FIRST, TWO, at=Instant(2**32 - 1, 0)),
    "256 predecessors": lambda: after(
        FIRST, [Draft(Restore(RECORD), tuple(n.to_bytes(17, "big") for n in range(256)))]
    ),
    "a body of 24 parts": lambda: changed_body(cbor.encode([bytes(16), 60, *range(22)])),
    "a body of one part": lambda: changed_body(cbor.encode([bytes(16)])),
    "a body that is none": lambda: changed_body(b"\x00"),
    "a salt of 15 bytes": lambda: changed_body(cbor.encode([bytes(15), 6, RECORD])),
    "salts of another place": lambda: after(
        FIRST, TWO, drawn=salts.spread(bytes(16), 2, FIRST.log, 3)
    ),
    "salts of another log": lambda: after(FIRST, TWO, drawn=salts.spread(bytes(16), 2, RECORD, 2)),
    "a header of another encoding": written_longer,
    "keys in another order": header_in_another_order,
}


@pytest.mark.parametrize("name", ALONE)
def test_what_does_not_fit_travels_as_it_is(name: str) -> None:
    commit = ALONE[name]()
    assert stretch.encode([commit]) == [commit.encoded]
    around = [after(FIRST, TWO), commit, after(FIRST, TWO)]
    assert stretch.encode(around)[1] == commit.encoded


FOLDED: dict[str, Callable[[], Commit]] = {
    "usual": lambda: USUAL,
    "128 bodies": lambda: after(FIRST, [Draft(Restore(RECORD))] * 128),
    "255 predecessors": lambda: after(
        FIRST, [Draft(Restore(RECORD), tuple(n.to_bytes(17, "big") for n in range(255)))]
    ),
    "the first moment with eight bytes": lambda: after(FIRST, TWO, at=Instant(2**32, 65535)),
    "the last moment": lambda: after(FIRST, TWO, at=Instant(2**47 - 1, 65535)),
    "one salt of its own": lambda: after(FIRST, TWO[:1], drawn=[b"\x09" * 16]),
    "a body of 23 parts": lambda: changed_body(cbor.encode([bytes(16), 60, *range(21)])),
    "a long text": lambda: after(FIRST, [Draft(Set(RECORD, "title", "ß" * 400_000))]),
}


@pytest.mark.parametrize("name", FOLDED)
def test_what_fits_is_folded(name: str) -> None:
    commit = FOLDED[name]()
    (item,) = stretch.encode([commit])
    assert item != commit.encoded
    assert unfolded([item]) == [commit.encoded]


# --- stretches that are none ------------------------------------------------------------------


def columns() -> list[Any]:
    (_, item) = stretch.encode(log(3))
    found = cbor2.loads(item)
    assert isinstance(found, list)
    return found


def beginning(seq: int) -> bytes:
    return columns()[0][:64] + seq.to_bytes(4, "big")


MALFORMED: dict[str, dict[int, object]] = {
    "a null": {4: None},
    "short beginning": {0: bytes(67)},
    "long beginning": {0: bytes(69)},
    "seq 1": {0: beginning(1)},
    "seq too high": {0: beginning(2**28 - 1)},
    "one time": {1: columns()[1][:10]},
    "three times": {1: columns()[1] + bytes(10)},
    "before February 1970": {1: struct.pack(">qHqH", 2**32 - 1, 0, 1, 0)},
    "time goes back behind it": {1: struct.pack(">qHqH", 2**32, 0, -1, 0)},
    "after the last moment": {1: struct.pack(">qHqH", 2**47 - 1, 0, 1, 0)},
    "no commits": {1: b"", 2: b"", 3: b"", 4: b"", 5: b"", 6: b"", 7: b"", 8: b""},
    "a commit without bodies": {2: b"\0\4"},
    "129 bodies": {
        2: b"\x81\x01", 4: b"\x83" * 130, 5: bytes((0, 0, 0, 1)) * 130, 6: bytes(130), 7: b"",
        8: bytes(130),
    },
    "counts that do not fit": {2: b"\2\3"},
    "one seed": {3: bytes(16)},
    "a seed too long": {3: bytes(33)},
    "no array": {4: b"\x40" * 4},
    "array of one": {4: b"\x81" * 4},
    "array of 24": {4: b"\x98" * 4},
    "a tail of nothing": {5: bytes(16), 8: b""},
    "lengths that do not fit": {5: b"\0\0\0\1" * 4},
    "a length cut": {5: columns()[5][:-1]},
    "one count of preds": {6: b"\0"},
    "preds that are missing": {7: b""},
    "half a pred": {7: columns()[7][:-1]},
    "a byte too many": {8: columns()[8] + b"\0"},
}  # fmt: skip


@pytest.mark.parametrize("name", MALFORMED)
def test_malformed_stretches_are_refused(name: str) -> None:
    found = columns()
    stretch.read(found, limit=LIMIT).unfold()
    for column, content in MALFORMED[name].items():
        found[column] = content
    with pytest.raises(FormatError) as failure:
        stretch.read(found, limit=LIMIT).unfold()
    assert failure.value.code == "format_shape"


@pytest.mark.parametrize("item", [None, b"x", [], [b""] * 8, [b""] * 10, [[]] * 9])
def test_other_items_are_no_stretch(item: object) -> None:
    with pytest.raises(FormatError):
        stretch.read(item, limit=LIMIT)


def test_a_body_too_large_is_refused() -> None:
    found = columns()
    size_bytes = commits.MAX_BODY_BYTES - 17
    found[2], found[1], found[3] = b"\1", found[1][:10], found[3][:16]
    found[4], found[5], found[6], found[7] = b"\x83", struct.pack(">I", size_bytes), b"\0", b""
    found[8] = bytes(size_bytes)
    with pytest.raises(FormatError):
        stretch.read(found, limit=LIMIT * 2)
    found[5], found[8] = struct.pack(">I", size_bytes - 1), bytes(size_bytes - 1)
    (commit,) = stretch.read(found, limit=LIMIT * 2).unfold()
    assert commit.entries[0].length == commits.MAX_BODY_BYTES


def many_preds(size_bytes: int) -> list[Any]:
    """Return a stretch of one commit of 128 bodies whose header has *size_bytes*."""
    found = columns()
    found[1], found[2], found[3] = found[1][:10], b"\x80", found[3][:16]
    counts, tails = [23] * 128, [1] * 128

    def fill() -> None:
        found[4], found[5], found[6] = b"\x83" * 128, struct.pack(">128I", *tails), bytes(counts)
        found[7], found[8] = bytes(17 * sum(counts)), bytes(sum(tails))

    fill()
    (least,) = stretch.read(found, limit=LIMIT).unfold()
    missing = size_bytes - len(least.header)
    for place in range(3):  # 18 bytes for each, and one more for an array of more than 23
        more = min(232, (missing - 1) // 18)
        counts[place] += more
        missing -= 18 * more + 1 if more else 0
    for place in range(missing):  # a body of 24 bytes has a length of two
        tails[place] = 6
    fill()
    return found


def test_a_header_is_as_large_as_a_header_may_be() -> None:
    (commit,) = stretch.read(many_preds(commits.MAX_HEADER_BYTES), limit=LIMIT).unfold()
    assert len(commit.header) == commits.MAX_HEADER_BYTES
    with pytest.raises(FormatError) as failure:
        stretch.read(many_preds(commits.MAX_HEADER_BYTES + 1), limit=LIMIT).unfold()
    assert failure.value.params == {"what": "header"}


@pytest.mark.parametrize("count", [1, 2, 60])
def test_it_weighs_what_the_page_says(count: int) -> None:
    found = log(count + 1)[1:]
    (item,) = stretch.encode(found)
    read = stretch.read(cbor2.loads(item), limit=LIMIT)
    bodies = sum(len(commit.bodies) for commit in found)
    preds = sum(len(entry.preds) for commit in found for entry in commit.entries)
    assert read.weight == count * 512 + bodies * 256 + preds * 64 + len(cbor2.loads(item)[8])
    assert read.weight == sum(map(stretch.weight, found))
    assert read.weight >= sum(len(commit.encoded) for commit in found)
    stretch.read(cbor2.loads(item), limit=read.weight)
    with pytest.raises(FormatError):
        stretch.read(cbor2.loads(item), limit=read.weight - 1)


@pytest.mark.parametrize("name", ALONE)
def test_what_stands_alone_weighs_no_less_than_its_bytes(name: str) -> None:
    commit = ALONE[name]()
    assert stretch.weight(commit) >= len(commit.encoded)
