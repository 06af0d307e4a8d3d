"""Differences of texts: complete, and bounded in time."""

from __future__ import annotations

import time

from hypothesis import given
from hypothesis import strategies as st

from innolab_desktop.domain.word_differences import MOST_WORDS, Mark, Piece, compare, words_of

TEXTS = st.lists(
    st.sampled_from(["der ", "Plan\n", "ist", " ", "gut. ", "Größe ", "😀", "<b>", "\r\n"]),
    max_size=40,
).map("".join)


@given(TEXTS, TEXTS)
def test_the_pieces_are_both_texts(old: str, new: str) -> None:
    pieces = compare(old, new)
    assert "".join(p.text for p in pieces if p.mark is not Mark.NEW) == old
    assert "".join(p.text for p in pieces if p.mark is not Mark.GONE) == new
    assert "".join(words_of(old)) == old
    if old == new:
        assert {p.mark for p in pieces} <= {Mark.SAME}


def test_words_are_marked_not_letters() -> None:
    assert compare("bis Dienstag offen", "bis Donnerstag offen") == (
        Piece(Mark.SAME, "bis "),
        Piece(Mark.GONE, "Dienstag"),
        Piece(Mark.NEW, "Donnerstag"),
        Piece(Mark.SAME, " offen"),
    )


def test_very_long_texts_are_compared_by_lines() -> None:
    line = "Wort " * 40 + "\n"
    old = "".join(f"{n} {line}" for n in range(MOST_WORDS // 10))
    new = "".join(f"{n} {line if n % 2 else line.upper()}" for n in range(MOST_WORDS // 10))
    gone = [p.text for p in compare(old, new) if p.mark is Mark.GONE]
    assert len(gone) == MOST_WORDS // 20
    assert all(text.endswith("\n") and len(words_of(text)) == 82 for text in gone)


def test_the_worst_texts_take_no_time_worth_noticing() -> None:
    alternating = [f"a{n} " for n in range(MOST_WORDS // 2 - 1)]
    changed = [f"b{n} " if n % 2 else word for n, word in enumerate(alternating)]
    begin = time.process_time()
    compare("a " * MOST_WORDS, "b a " * MOST_WORDS)
    compare("".join(alternating), "".join(changed))
    compare("x\n" * 200_000, "y\nx\n" * 100_000)
    assert time.process_time() - begin < 10
