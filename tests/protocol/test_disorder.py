"""Whatever a member writes means the same in every order of arrival, and after a rebuild."""

from __future__ import annotations

from itertools import permutations

import pytest

from innolab_desktop.journal.commit import Commit, Draft
from innolab_desktop.journal.erasure_marks import whole_record
from innolab_desktop.journal.operations import Create, Erase, MemberRemove, Set, TextEdit
from innolab_desktop.journal.texts import MergeText, result_hash
from protocol.by_hand import Writer, copied, send
from protocol.circle import TEXT, NoReport, circle_of
from protocol.disorder import WEIGHTS, differences, everything

_CASES = 40
_RECORD = bytes(range(16))
_ABOVE = circle_of("network").record.hex()


@pytest.mark.parametrize("weights", WEIGHTS)
def test_every_order_says_the_same(weights: str) -> None:
    found = [line for seed in range(_CASES) for line in differences(seed, weights)]
    assert found == []


def test_what_stands_above_itself_is_no_reason_to_keep_it() -> None:
    """Found by looking at many cases: a quarantined record that was its own parent."""
    assert differences(50134, "members") == []


def test_a_move_that_was_erased_leads_back_to_the_beginning() -> None:
    circle = circle_of("network")
    writer, founder = (Writer.new(circle, name, b"by hand1") for name in "CA")
    begun = writer.write(
        Draft(Create(_RECORD, "measure", 1, None, "")), Draft(Set(_RECORD, "_parent", _ABOVE))
    )
    moved = writer.write(Draft(Set(_RECORD, "_parent", None), (begun.op_id(1),)))
    erased = founder.write(Draft(Erase((moved.op_id(0),), "mistake", _RECORD)))
    seen = _in_every_order([founder, writer], begun, moved, erased)
    assert [row[2] for row in seen["records"] if row[0] == _RECORD] == [None]


def test_a_beginning_that_counts_replaces_one_that_was_adopted() -> None:
    circle = circle_of("network")
    removed, founder = (Writer.new(circle, name, b"by hand1") for name in "CA")
    outside = removed.write(Draft(Create(_RECORD, "measure", 1, None, "a")), at_ms=1)
    inside = founder.write(
        Draft(MemberRemove(circle.device("C"), ())), Draft(Set(_RECORD, "title", "Schritt"))
    )
    begun = founder.write(Draft(Create(_RECORD, "mission", 1, None, "b")))
    seen = _in_every_order([founder, removed], outside, inside, begun)
    assert [row[1] for row in seen["records"] if row[0] == _RECORD] == ["mission"]
    assert len(seen["outside"]) == 1


def test_what_was_adopted_above_others_goes_with_the_last_of_them() -> None:
    removed, founder = _removed_and_founder()
    above = removed.write(Draft(Create(_RECORD, "mission", 1, None, "")))
    below = [
        founder.write(Draft(Create(bytes([number] * 16), "measure", 1, _RECORD, "")))
        for number in (1, 2)
    ]
    erase = [Draft(Erase((whole_record(bytes([n] * 16)),), "mistake", None)) for n in (1, 2)]
    first = founder.write(erase[0])
    seen = _in_every_order([founder, removed], above, *below, first)
    assert [row[1] for row in seen["records"] if row[0] == _RECORD] == ["mission"]
    last = founder.write(erase[1])
    seen = _in_every_order([founder, removed], above, *below, first, last)
    assert [row for row in seen["records"] if row[0] == _RECORD] == []


def test_of_two_beginnings_in_quarantine_the_earlier_is_adopted() -> None:
    removed, founder = _removed_and_founder()
    late = removed.write(Draft(Create(_RECORD, "mission", 1, None, "")), at_ms=2)
    early = removed.write(Draft(Create(_RECORD, "measure", 1, None, "")), at_ms=1)
    inside = founder.write(Draft(Set(_RECORD, "title", "Schritt")))
    seen = _in_every_order([founder, removed], late, early, inside)
    assert [row[1] for row in seen["records"] if row[0] == _RECORD] == ["measure"]


def test_adopted_words_hide_what_they_name_and_claim_no_place_twice() -> None:
    removed, founder = _removed_and_founder()
    circle = circle_of("network")
    title = circle["A"].records.heads(circle.record)["title"].ops
    one, other = (_typed(words) for words in ("Erstens", "Zweitens"))
    typed = founder.write(Draft(one))
    beside = removed.write(Draft(other, title))
    after = founder.write(Draft(_typed(""), (beside.op_id(0), typed.op_id(0))))
    seen = _in_every_order([founder, removed], typed, beside, after)
    assert [row[4] for row in seen["records"] if row[0] == circle.record] == [""]
    assert len(seen["texts"]) == 1


def _typed(words: str) -> TextEdit:
    """Return an edit by a program that never draws a fresh client id."""
    return TextEdit(_RECORD, TEXT, 0, MergeText(client=7).edit_to(words), result_hash(words))


def _removed_and_founder() -> tuple[Writer, Writer]:
    """Return logs of somebody who was removed from the beginning on, and of who removed them."""
    circle = circle_of("network")
    removed, founder = (Writer.new(circle, name, b"by hand1") for name in "CA")
    founder.write(Draft(MemberRemove(circle.device("C"), ())))
    return removed, founder


def _in_every_order(writers: list[Writer], *every: Commit) -> dict[str, set[tuple[object, ...]]]:
    """Deliver commits one by one in all orders, and return what every order shows."""
    circle, shown = circle_of("network"), list[dict[str, set[tuple[object, ...]]]]()
    beginnings = [c for writer in writers for c in writer.commits if c not in every]
    for order in permutations(every):
        reader = copied(circle["B" if writers[0].device is circle["A"] else "A"])
        for commit in (*beginnings, *order):
            send(reader, writers, (commit,))
        shown.append(everything(reader))
        reader.vault.journal.rebuild(NoReport())
        shown.append(everything(reader))
        reader.close()
    assert all(one == shown[0] for one in shown)
    return shown[0]
