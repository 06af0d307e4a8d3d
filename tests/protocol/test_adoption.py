"""What counting words stand on is adopted from the quarantine."""

from __future__ import annotations

import pytest

from innolab_desktop.domain.errors import RecordError
from protocol.circle import FIELD, TEXT, Circle, circle_of


@pytest.fixture
def circle() -> Circle:
    return circle_of("network").copied()


def test_a_word_next_to_a_quarantined_one_shows_everywhere(circle: Circle) -> None:
    circle["A"].spaces.remove(circle.space, circle.device("C"))
    circle.type("C", "eins")
    circle.type("C", "zwei")
    circle.send("C", "B")
    circle.type("B", "drei")  # B has not heard of the removal
    circle.type("C", "vier")  # C neither; nobody types next to this
    circle.send("C", "B")
    circle.talk()
    for name in "AB":
        assert circle.text(name) == "eins zwei drei"
        assert len(circle[name].records.heads(circle.record)[TEXT].ops) == 1
        circle.assert_rebuilds(name)
    assert circle["A"].spaces.quarantined(circle.space)[0].commits == 3
    circle.type("A", "fünf")
    circle["A"].spaces.add(circle.space, circle.person("C"))
    circle.talk()
    assert {circle.text(name) for name in "ABC"} == {circle.text("A")}
    assert set(circle.text("A").split()) == {"eins", "zwei", "drei", "vier", "fünf"}


def test_what_is_written_in_a_record_that_was_begun_in_quarantine(circle: Circle) -> None:
    circle["A"].spaces.remove(circle.space, circle.device("C"))
    new = circle["C"].records.new
    begun, empty, above = (
        new("mission", {"title": title}, space=circle.space).record
        for title in ("Neu", "Leer", "Oben")
    )
    circle.send("C", "B")
    circle["B"].records.save(begun, {FIELD: "5"})
    step = circle["B"].records.new("measure", {"title": "Schritt"}, parent=above).record
    circle.talk()
    for name in "AB":
        records = circle[name].records
        assert records.open(begun).kind == "mission"
        assert circle[name].visible(begun, FIELD) == {"5"}
        assert circle[name].visible(begun, "title") == set()
        assert records.open(above).kind == "mission"
        assert records.open(step).kind == "measure"
        with pytest.raises(RecordError):
            records.open(empty)
        records.save(begun, {"title": f"Mission von {name}"})
        circle.assert_rebuilds(name)


def test_erasing_makes_a_record_anew_with_what_was_adopted(circle: Circle) -> None:
    circle["A"].spaces.remove(circle.space, circle.device("C"))
    circle.type("C", "eins")
    circle.write("C", "7")
    circle.send("C", "B")
    circle.type("B", "zwei")
    circle.write("B", "8")
    circle.talk()
    circle["A"].erase_ops(circle.record, circle["A"].records.heads(circle.record)[FIELD].ops)
    circle.talk()
    for name in "AB":
        assert circle[name].visible(circle.record, FIELD) == set()
        assert circle.text(name) == "eins zwei"
        saves = circle[name].records.history(circle.record)
        typed = [save.fields[TEXT][1] for save in saves if TEXT in save.fields]
        assert typed == ["eins", "eins zwei"]
        circle.assert_rebuilds(name)
