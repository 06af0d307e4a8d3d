"""Manifests and sequences that are signed, but wrong."""

from __future__ import annotations

import tracemalloc
from typing import TYPE_CHECKING, Any

import pytest

from bundle.sealing import BUNDLE_ID, Person, sequence
from independent.vectors import load
from innolab_desktop.bundle import codec
from innolab_desktop.domain.errors import BundleError
from innolab_desktop.journal import cbor, cbor_sequence, salts, stretch
from innolab_desktop.journal.clock import Instant
from innolab_desktop.journal.commit import Draft, Position, write
from innolab_desktop.journal.operations import TextReset
from innolab_desktop.services.exchange_models import Outgoing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from innolab_desktop.journal.commit import Commit

ME = Person()
GOOD: bytes = load("bundle")["sequence"]
ITEMS = [item for item, _ in cbor_sequence.read_items(GOOD, limit=100)]
ENDS = [end for _, end in cbor_sequence.read_items(GOOD, limit=100)]
REST = GOOD[ENDS[1] :]
MANIFEST: Any = cbor.decode(ITEMS[0] if isinstance(ITEMS[0], bytes) else b"")


def changed(rest: bytes = REST, **changes: Any) -> bytes:
    fields = {key: value for key, value in MANIFEST.items() if key != 8}
    fields |= {int(name[3:]): value for name, value in changes.items()}
    return sequence({k: v for k, v in fields.items() if v is not ...}, rest, ME.keys)


def refused(data: bytes) -> BundleError:
    with pytest.raises(BundleError) as failure:
        _ = codec.decode(data).content
    return failure.value


def test_the_cases_start_from_a_good_sequence() -> None:
    assert len(codec.decode(GOOD).commits) == 3
    assert codec.decode(changed()).signed_tips == codec.decode(GOOD).signed_tips
    assert codec.decode(changed(key44="später")).manifest.bundle_id == MANIFEST[2]


WRONG: dict[str, dict[str, Any]] = {
    "version 0": {"key1": 0},
    "short bundle id": {"key2": BUNDLE_ID[:-1]},
    "no sender": {"key3": ...},
    "short alias": {"key4": [b"short"]},
    "no space": {"key5": None},
    "short log in the tips": {"key6": [[b"", []]]},
    "tip of one": {"key6": [[bytes(16), [[1]]]]},
    "tip with seq 0": {"key6": [[bytes(16), [[0, bytes(32)]]]]},
    "negative counts": {"key7": [-1, 5]},
    "200,001 commits": {"key7": [1, 200_001]},
    "short time": {"key9": [1]},
    "part 0": {"key10": [0, 1]},
    "receipt is a number": {"key12": 1},
    "float": {"key44": 0.5},
    "text key below an unknown one": {"key44": {"a": 1}},
}


@pytest.mark.parametrize("name", WRONG)
def test_manifests_of_another_shape(name: str) -> None:
    assert refused(changed(**WRONG[name])).code == "bundle_content_invalid"


def test_a_manifest_of_a_later_version_says_so() -> None:
    assert refused(changed(key1=3)).code == "bundle_too_new"


def test_a_commit_of_a_later_version_says_so() -> None:
    header = cbor.encode({1: 2})
    later = REST[: ENDS[-2] - ENDS[1]] + cbor.encode([header, [b"body"]])
    assert refused(changed(later)).code == "bundle_too_new"


COUNTS: dict[str, Any] = {
    "too few": [1, 2],
    "too many": [1, 4],
    "tips as commits": [0, 4],
    "none": [0, 0],
}


@pytest.mark.parametrize("name", COUNTS)
def test_counts_must_fit(name: str) -> None:
    assert refused(changed(key7=COUNTS[name])).code in ("bundle_damaged", "bundle_content_invalid")


def test_fewer_tips_than_announced() -> None:
    tip = REST[: ENDS[2] - ENDS[1]]
    assert codec.decode(changed(tip, key7=[1, 0])).signed_tips != ()
    assert refused(changed(tip, key7=[2, 0])).code == "bundle_damaged"


DAMAGED = {
    "nothing": b"",
    "manifest alone": GOOD[: ENDS[0]],
    "without a commit": GOOD[: ENDS[-2]],
    "byte behind": GOOD + b"\0",
    "item behind": GOOD + GOOD[ENDS[-2] :],
    "commits change places": GOOD[: ENDS[2]] + GOOD[ENDS[3] :] + GOOD[ENDS[2] : ENDS[3]],
}


@pytest.mark.parametrize("name", DAMAGED)
def test_what_does_not_fit_the_digest(name: str) -> None:
    assert refused(DAMAGED[name]).code == "bundle_damaged"


REST_CASES = {
    "commit with an altered body": REST[:-1] + bytes([REST[-1] ^ 1]),
    "commit that is a number": REST[: ENDS[-2] - ENDS[1]] + b"\x05",
    "float instead of a commit": REST[: ENDS[-2] - ENDS[1]] + b"\xf9\x3c\x00",
    "tag": REST[: ENDS[-2] - ENDS[1]] + b"\xc1\x05",
    "indefinite array": REST[: ENDS[-2] - ENDS[1]] + b"\x9f\xff",
    "deep nest": REST[: ENDS[-2] - ENDS[1]] + b"\x81" * 100_000 + b"\0",
}


@pytest.mark.parametrize("name", REST_CASES)
def test_signed_nonsense(name: str) -> None:
    failure = refused(changed(REST_CASES[name]))
    assert failure.code == "bundle_content_invalid"
    assert str(failure.params["reason"])


def test_200_001_items_stop_early() -> None:
    data = cbor.encode(b"x") + b"\0" * (2 * codec.MAX_COMMITS + 2)
    with pytest.raises(BundleError):
        codec.decode(data)


# --- stretches ------------------------------------------------------------------------------

FOLDED: bytes = load("bundle2")["sequence"]
FOLDED_ENDS = [end for _, end in cbor_sequence.read_items(FOLDED, limit=100)]
FOLDED_REST = FOLDED[FOLDED_ENDS[1] :]
FOLDED_MANIFEST: Any = cbor.decode_deterministic(
    next(item for item, _ in cbor_sequence.read_items(FOLDED, limit=1) if isinstance(item, bytes))
)


def folded(rest: bytes = FOLDED_REST, **changes: Any) -> bytes:
    fields = {key: value for key, value in FOLDED_MANIFEST.items() if key != 8}
    fields |= {int(name[3:]): value for name, value in changes.items()}
    return sequence({k: v for k, v in fields.items() if v is not ...}, rest, ME.keys)


def test_the_cases_start_from_a_good_stretch() -> None:
    assert codec.decode(folded()).commits == codec.decode(FOLDED).commits
    assert len(FOLDED_ENDS) < 3 + len(codec.decode(FOLDED).commits)


@pytest.mark.parametrize(
    "changes",
    [{"key13": bytes(48)}, {"key7": [1, 3]}, {"key7": [1, 200_000]}, {"key7": [2, 5]}],
    ids=["other ids", "fewer", "more", "tips as commits"],
)
def test_what_unfolds_to_other_commits_than_announced(changes: dict[str, Any]) -> None:
    assert refused(folded(**changes)).code in ("bundle_damaged", "bundle_content_invalid")


@pytest.mark.parametrize("changes", [{"key13": ...}, {"key13": b"short"}, {"key1": 1}])
def test_stretches_need_their_version_and_the_ids(changes: dict[str, Any]) -> None:
    assert refused(folded(**changes)).code == "bundle_content_invalid"


def test_every_byte_of_a_stretch_counts() -> None:
    """A sender who says other commits than the key 13 of their own manifest is refused."""
    start = FOLDED_ENDS[-2] - FOLDED_ENDS[1]
    for at in range(start, len(FOLDED_REST), 7):
        other = bytes((FOLDED_REST[at] ^ 1,))
        rest = FOLDED_REST[:at] + other + FOLDED_REST[at + 1 :]
        assert refused(folded(rest)).code in ("bundle_damaged", "bundle_content_invalid")


TIP = FOLDED_REST[: FOLDED_ENDS[2] - FOLDED_ENDS[1]]


def tiny(count: int, bodies: int) -> bytes:
    """Return a stretch of *count* commits that say next to nothing in many bodies."""
    every = count * bodies
    return cbor.encode([
        bytes(64) + b"\0\0\0\2", b"\0\0\1\0\0\0\0\0\0\0" + bytes(10 * count - 10),
        bytes((bodies,)) * count, bytes(16 * count), b"\x83" * every, b"\0\0\0\1" * every,
        bytes(every), b"", bytes(every),
    ])  # fmt: skip


def test_what_a_few_kilobytes_unfold_to_is_bounded() -> None:
    """What would take the memory of a computer is refused before it does."""
    data = folded(TIP + tiny(9_000, 128), key7=[1, 200_000])
    tracemalloc.start()
    code = refused(data).code
    _, peak_bytes = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert code == "bundle_content_invalid"
    assert peak_bytes < 50 << 20


def test_all_stretches_of_a_bundle_are_weighed_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(codec, "MAX_OUTPUT_BYTES", 1 << 21)
    ids = codec._names(stretch.read(cbor.decode(tiny(50, 128)), limit=1 << 28).unfold())
    assert codec.decode(folded(TIP + tiny(50, 128), key7=[1, 50], key13=ids)).commits
    two = folded(TIP + tiny(50, 128) * 2, key7=[1, 100])
    assert refused(two).code == "bundle_content_invalid"


def test_bytes_that_stand_alone_count_as_well(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = codec.decode(FOLDED)
    alone = sum(len(c.encoded) for c in whole.commits[:3])
    weight = sum(stretch.weight(c) for c in whole.commits[3:])
    monkeypatch.setattr(codec, "MAX_OUTPUT_BYTES", alone + weight)
    assert codec.decode(FOLDED).commits == whole.commits
    monkeypatch.setattr(codec, "MAX_OUTPUT_BYTES", alone + weight - 1)
    assert refused(FOLDED).code == "bundle_content_invalid"


def test_nothing_is_read_before_the_sender_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    def read(*_: object) -> None:
        raise AssertionError

    for name in ("stretch", "commits", "signed_tip"):
        for reader in ("read", "decode_items", "decode_item"):
            monkeypatch.setattr(getattr(codec, name), reader, read, raising=False)
    opened = codec.decode(FOLDED)
    assert opened.manifest.space == FOLDED_MANIFEST[5]
    assert "commits" not in repr(opened)


@pytest.mark.parametrize("announced", [1, 42])
def test_more_commits_than_announced_are_not_unfolded(
    monkeypatch: pytest.MonkeyPatch, announced: int
) -> None:
    def unfold(_: object) -> None:
        raise AssertionError

    monkeypatch.setattr(stretch.Stretch, "unfold", unfold)
    assert refused(folded(key7=[1, announced])).code == "bundle_damaged"


def test_more_items_than_announced_are_not_decoded(monkeypatch: pytest.MonkeyPatch) -> None:
    def decode(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr(codec.commits, "decode_items", decode)
    assert refused(changed(key7=[1, 2])).code == "bundle_damaged"


def test_large_texts_are_no_bomb() -> None:
    """Twenty texts of 900,000 characters in one stretch."""
    found = list(codec.decode(FOLDED).commits[:2])
    for number in range(20):
        last = found[-1]
        text = TextReset(bytes(16), "vision", 1, "ä" * 450_000)
        drawn = salts.spread(bytes(16), 1, last.log, last.seq + 1)
        position = Position(last.log, last.seq + 1, last.id, None)
        at = Instant(last.at.ms + number, 0)
        found.append(write(position, [Draft(text)], at=at, person=last.person, salts=drawn))
    sent = codec.decode(codec.encode(outgoing(found), BUNDLE_ID, ME.keys))
    assert sent.commits == tuple(found)


def test_what_weighs_more_than_readers_take_is_not_written(monkeypatch: pytest.MonkeyPatch) -> None:
    found = codec.decode(FOLDED).commits
    weight = sum(map(stretch.weight, found))
    monkeypatch.setattr(codec, "MAX_OUTPUT_BYTES", weight)
    assert codec.decode(codec.encode(outgoing(found), BUNDLE_ID, ME.keys)).commits == found
    monkeypatch.setattr(codec, "MAX_OUTPUT_BYTES", weight - 1)
    with pytest.raises(BundleError) as failure:
        codec.encode(outgoing(found), BUNDLE_ID, ME.keys)
    assert failure.value.code == "bundle_too_large"


def outgoing(found: Sequence[Commit]) -> Outgoing:
    space = FOLDED_MANIFEST[5]
    return Outgoing(space, (ME.card,), {}, (), tuple(found), found[-1].at)
