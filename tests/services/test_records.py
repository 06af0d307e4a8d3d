from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from innolab_desktop.domain.errors import InnolabError, RecordError
from vaults import rows

if TYPE_CHECKING:
    from innolab_desktop.services.session import Session
    from vaults import Pair


REFUSED: dict[str, tuple[dict[str, Any], str]] = {
    "unknown field": ({"nonsense": "x"}, "field_unknown"),
    "wrong date": ({"review_date": "morgen"}, "value_not_a_date"),
    "wrong type": ({"title": 5}, "value_wrong_type"),
    "a step too far": ({"status": "completed"}, "status_step_not_allowed"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_refused_save_changes_nothing(name: str, anna: Session, pair: Pair) -> None:
    values, code = REFUSED[name]
    before = rows(anna)
    with pytest.raises(InnolabError) as failure:
        anna.records.save(pair.mission, {"challenge": "Auch dies nicht", **values})
    assert failure.value.code == code
    assert rows(anna) == before


def test_unchanged_values_write_nothing(anna: Session, pair: Pair) -> None:
    before = rows(anna)
    current = anna.records.open(pair.mission).values
    assert anna.records.save(pair.mission, current) is None
    assert anna.records.save(pair.mission, {"vision": ""}) is None
    assert rows(anna) == before


def test_one_save_is_one_commit(anna: Session, pair: Pair) -> None:
    before = anna.vault.records.counts().commits
    anna.records.save(pair.mission, {"title": "Neu", "vision": "Weit"})
    assert anna.vault.records.counts().commits == before + 1


def test_a_child_needs_the_right_parent(anna: Session, pair: Pair) -> None:
    before = rows(anna)
    with pytest.raises(RecordError) as failure:
        anna.records.new("tandem_note", {"title": "x"}, parent=pair.mission)
    assert failure.value.code == "record_wrong_parent"
    with pytest.raises(RecordError) as unknown:
        anna.records.new("smart_goal", {}, parent=bytes(16))
    assert unknown.value.code == "record_unknown"
    assert rows(anna) == before


def test_children_keep_their_order(anna: Session, pair: Pair) -> None:
    made = [
        anna.records.new("milestone", {"title": str(i)}, parent=pair.mission).record
        for i in range(4)
    ]
    anna.records.move(made[3], made[1])
    anna.records.move(made[0], None)
    order = [child.id for child in anna.records.children(pair.mission, "milestone")]
    assert order == [made[3], made[1], made[2], made[0]]


def test_revisions_freeze_compare_and_stay(anna: Session, pair: Pair) -> None:
    day = date(2026, 5, 12)
    first = anna.revisions.freeze(pair.mission, "Auftakt", today=day).record
    anna.records.save(pair.mission, {"title": "Später"})
    second = anna.revisions.freeze(pair.mission, "Nach dem Treffen", today=day).record
    differences = anna.revisions.compare(first, second)
    assert differences.fields == {"title": ("Öffnungszeiten", "Später")}
    assert differences.children == {}
    assert [r.values["number"] for r in anna.revisions.all(pair.mission)] == [1, 2]
    before = rows(anna)
    with pytest.raises(RecordError) as failure:
        anna.records.save(first, {"reason": "anders"})
    assert failure.value.code == "record_immutable"
    with pytest.raises(RecordError):
        anna.revisions.freeze(pair.mission, "  ", today=day)
    assert rows(anna) == before


def test_a_revision_is_compared_with_what_stands_now(anna: Session, pair: Pair) -> None:
    frozen = anna.revisions.freeze(pair.mission, "Auftakt", today=date(2026, 5, 12)).record
    nothing = anna.revisions.compare(frozen)
    assert (nothing.fields, nothing.children) == ({}, {})
    anna.records.new("milestone", {"title": "Umfrage"}, parent=pair.mission)
    anna.records.save(pair.mission, {"vision": "Alle kommen dran."})
    now = anna.revisions.compare(frozen)
    assert now.fields == {"vision": (None, "Alle kommen dran.")}
    before, after = now.children["milestone"]
    assert before == ()
    assert [values["title"] for values in after] == ["Umfrage"]


def test_a_revision_is_restored_as_a_new_save(anna: Session, pair: Pair) -> None:
    anna.records.save(pair.mission, {"status": "idea"})
    frozen = anna.revisions.freeze(pair.mission, "Auftakt", today=date(2026, 5, 12)).record
    anna.records.save(pair.mission, {"title": "Später", "vision": "Ein Bild", "status": "draft"})
    saves = len(anna.records.history(pair.mission))
    assert anna.revisions.restore(frozen) is not None
    values = anna.records.open(pair.mission).values
    assert values["title"] == "Öffnungszeiten"
    assert not values.get("vision")
    assert values["status"] == "draft", "the Stand has steps of its own"
    history = anna.records.history(pair.mission)
    assert len(history) == saves + 1
    assert set(history[-1].fields) == {"title", "vision"}
    assert anna.revisions.restore(frozen) is None, "nothing is left to change"
    assert [r.id for r in anna.revisions.all(pair.mission)] == [frozen]


@pytest.mark.parametrize("content", ["", "{", "[]", "5", '{"values": 5}', '{"values": {}}'])
def test_a_damaged_revision_is_told(anna: Session, pair: Pair, content: str) -> None:
    values: dict[str, Any] = {"number": 1, "reason": "x", "content": content}
    damaged = anna.records.new("revision", values, parent=pair.mission).record
    with pytest.raises(RecordError) as failure:
        anna.revisions.content(damaged)
    assert failure.value.code == "revision_damaged"


def test_deleted_records_are_not_changed(anna: Session, pair: Pair) -> None:
    anna.records.delete(pair.mission)
    with pytest.raises(RecordError) as failure:
        anna.records.save(pair.mission, {"title": "x"})
    assert failure.value.code == "record_deleted"
    anna.records.restore(pair.mission)
    assert anna.records.save(pair.mission, {"title": "x"}) is not None
