"""Words that stand on words nobody has are shown, and stand where they belong once those come."""

from __future__ import annotations

from itertools import permutations
from random import Random

import pycrdt
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from innolab_desktop.journal.stand_ins import keep_missing, missing_spans, stand_ins
from innolab_desktop.journal.text_update import (
    Span,
    pieces,
    refuse_malformed,
    split_deletions,
)
from innolab_desktop.journal.texts import MergeText, merge

FIRST_CLIENT = 1000


def edited(known: list[bytes], client: int, random: Random) -> bytes:
    """Return the update of somebody who has *known* and changes the text somewhere."""
    text = MergeText(*known, client=client)
    shown = str(text)
    at = random.randint(0, len(shown))
    until = min(len(shown), at + random.choice((0, 0, 0, 3)))
    return text.edit_to(shown[:at] + mark(client) * 3 + shown[until:])


def mark(client: int) -> str:
    """Return a character that only this client writes, of two UTF-16 units for every other."""
    return chr((0x1F300 if client % 2 else 0xC0) + client - FIRST_CLIENT)


def stays(client: int, updates: list[bytes], shown: str) -> bool:
    """Tell whether everything a client wrote shows, unless somebody deleted some of it."""
    deleted = {span.client for update in updates for span in split_deletions(update)[1]}
    return client in deleted or shown.count(mark(client)) == 3


def in_the_library(updates: list[bytes]) -> tuple[str, bool]:
    """Return what the library alone makes of *updates*, and whether it keeps something back."""
    document: pycrdt.Doc[pycrdt.Text] = pycrdt.Doc()
    text = document.get("t", type=pycrdt.Text)
    merged = merge(*updates)
    document.apply_update(merged)
    return str(text), pycrdt.get_update(merged, document.get_state())[:1] != b"\x00"


def story(seed: int, devices: int = 3, edits: int = 8) -> list[bytes]:
    """Return the updates of people who edit one text and hear of some edits of the others."""
    random = Random(seed)  # noqa: S311 - the same story for the same seed
    updates = [MergeText(client=seed + 1).edit_to("Ein Anfang, den alle haben.")]
    known = [[0] for _ in range(devices)]
    for number in range(edits):
        device = random.randrange(devices)
        heard = sorted({*known[device], *(n for n in range(len(updates)) if random.random() < 0.3)})
        updates.append(edited([updates[n] for n in heard], FIRST_CLIENT + number, random))
        known[device] = [*heard, len(updates) - 1]
    return updates


@example(315, {1}).via("a document that held something ordered three at one place otherwise")
@example(3408, {1})
@given(st.integers(0, 10_000), st.sets(st.integers(0, 8), min_size=1, max_size=4))
def test_everything_that_is_here_is_shown_in_every_order(seed: int, lost: set[int]) -> None:
    updates = story(seed)
    here = [update for number, update in enumerate(updates) if number not in lost]
    text = MergeText(*here)
    shown = str(text)
    for number in set(range(8)) - {gone - 1 for gone in lost}:
        assert stays(FIRST_CLIENT + number, here, shown)
    random = Random(seed)  # noqa: S311 - as above
    for _ in range(3):
        random.shuffle(here)
        assert str(MergeText(*here)) == shown
        one_by_one = MergeText()
        for update in here:
            one_by_one.apply(update)
        assert str(one_by_one) == shown
        assert str(MergeText(merge(*here))) == shown, "as a vault keeps it"
    plain, is_kept_back = in_the_library(here)
    assert bool(missing_spans(merge(*here))) == is_kept_back
    if not is_kept_back:
        assert shown == plain


@given(st.integers(0, 10_000))
def test_once_everything_is_here_nothing_ever_stood_in(seed: int) -> None:
    """Edits of incomplete texts are part of the story: they leave nothing behind."""
    updates = story(seed)
    text = MergeText()
    for update in reversed(updates):
        text.apply(update)
    assert (str(text), False) == in_the_library(updates)
    assert all(stays(FIRST_CLIENT + number, updates, str(text)) for number in range(8))


def test_who_edits_beside_lost_words_does_not_delete_them() -> None:
    begun = MergeText(client=5).edit_to("Anfang.")
    lost = MergeText(begun, client=6).edit_to("Anfang. Größe 😀.")
    stands_on_it = MergeText(begun, lost, client=7).edit_to("Anfang. Größe 😀. Schluss.")
    incomplete = MergeText(begun, stands_on_it, client=8)
    assert str(incomplete) == "Anfang. Schluss."
    later = incomplete.edit_to("Der Anfang. Schluss!")
    refuse_malformed(later)
    assert {span.client for span in split_deletions(later)[1]} == {7}
    for order in permutations((begun, lost, stands_on_it, later)):
        assert str(MergeText(*order)) == "Der Anfang. Größe 😀. Schluss!"


def test_what_is_missing_is_what_nobody_holds() -> None:
    begun = MergeText(client=5).edit_to("abc")
    spans = missing_spans(merge(begun, MergeText(begun, client=6).edit_to("abcd")))
    assert spans == ()
    document: pycrdt.Doc[pycrdt.Text] = pycrdt.Doc(client_id=5)
    text = document.get("t", type=pycrdt.Text)
    text += "abc"
    before = document.get_state()
    text += "defg"
    (missing,) = missing_spans(document.get_update(before))
    assert missing == Span(5, 0, 3)
    assert str(MergeText(document.get_update(before))) == "defg"


@pytest.mark.parametrize(
    ("deleted", "kept"),
    [
        ((2, 3), [(2, 3)]),
        ((2, 8), [(2, 3)]),
        ((2, 20), [(2, 3), (10, 12)]),
        ((5, 5), []),
        ((7, 6), [(10, 3)]),
        ((12, 1), [(12, 1)]),
    ],
)
def test_what_is_missing_is_not_deleted(
    deleted: tuple[int, int], kept: list[tuple[int, int]]
) -> None:
    first, length = deleted
    update = bytes((0, 2, 9, 1, first, length, 4, 1, 0, 1))
    spans = split_deletions(keep_missing(update, (Span(9, 5, 5),)))[1]
    assert [(span.clock, span.length) for span in spans if span.client == 9] == kept
    assert Span(4, 0, 1) in spans


def test_thousands_of_lost_clients_take_no_time_of_their_own() -> None:
    """One after the other: side by side, each would be compared with all before it."""
    spans = [Span(client, 0, 3) for client in range(100, 60_100)]
    update = stand_ins(spans, None)
    refuse_malformed(update)
    assert str(MergeText(update)) == ""
    (last,) = missing_spans(stand_ins([Span(7, 0, 1)], (3, 4)))
    assert last == Span(3, 0, 5)


@pytest.mark.parametrize("client", [1, 9])
@pytest.mark.parametrize(
    "rest", [bytes((3, 0, 2, 0)), b"\x03\x04\x01\x01t\x02ab\x00", b"\x03\x84\x05\x06\x02ab\x00"]
)
def test_a_gap_of_somebody_else_makes_nothing_unreadable(client: int, rest: bytes) -> None:
    begun = MergeText(client=5).edit_to("Anfang.")
    gap = bytes((1, 1, client)) + rest
    refuse_malformed(gap)
    assert str(MergeText(begun, gap)).replace("ab", "") == "Anfang."


@pytest.mark.parametrize("far", [(1 << 32) - 1, (1 << 31) - 1, 1 << 30])
def test_who_names_a_place_beyond_every_clock_hides_no_words_of_others(far: int) -> None:
    begun = MergeText(client=5).edit_to("Anfang.")
    lost = MergeText(begun, client=6).edit_to("Anfang. Mitte.")
    stands_on_it = MergeText(begun, lost, client=7).edit_to("Anfang. Mitte. Schluss.")
    named = bytes((far >> shift & 0x7F | 0x80) for shift in (0, 7, 14, 21)) + bytes((far >> 28,))
    hostile = bytes((1, 1, 9, 0, 0x84, 6)) + named + b"\x01x\x00"
    refuse_malformed(hostile)
    assert str(MergeText(begun, stands_on_it, hostile)) == "Anfang. Schluss."
    assert str(MergeText(begun, stands_on_it, hostile, lost)) == "Anfang. Mitte. Schluss."


def test_several_lost_updates_stand_in_one_after_the_other() -> None:
    begun = MergeText(client=5).edit_to("Anfang.")
    lost = [MergeText(begun, client=n).edit_to(f"Anfang. Satz {n}.") for n in (8, 6)]
    later = [
        MergeText(begun, update, client=client).edit_to(f"Anfang. Satz {number}. Mehr {client}.")
        for update, number, client in zip(lost, (8, 6), (21, 22), strict=True)
    ]
    assert missing_spans(merge(begun, *later)) == (Span(6, 0, 8), Span(8, 0, 8))
    assert str(MergeText(begun, *later)) == "Anfang. Mehr 21. Mehr 22."
    parts = stand_ins((Span(6, 0, 8), Span(8, 2, 3)), (5, 6))
    assert [(piece.client, piece.beside) for piece in pieces(parts)] == [
        (6, ((5, 6),)),
        (8, ((6, 7),)),
    ]


def test_a_place_beyond_every_clock_stays_away() -> None:
    far = bytes((1, 1, 9, 0, 0x84, 8)) + b"\xff\xff\xff\xff\x0f" + b"\x01x\x00"
    assert missing_spans(far) == ()
    assert str(MergeText(far)) == ""
