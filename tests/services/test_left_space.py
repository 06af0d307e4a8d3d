"""What is in a space that was left stays readable, and waits for nobody here any more."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import pytest

from innolab_desktop.domain.errors import SpaceError
from innolab_desktop.services.edit_history import NOTHING_TO_UNDO
from innolab_desktop.services.overview import read_overview
from innolab_desktop.services.read_models import RowQuery
from services.releases import Stage, released
from services.waves import open_wave
from vaults import open_vault

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from innolab_desktop.domain.records import RecordId, SpaceId
    from innolab_desktop.services.session import Session
    from vaults import Pair

TODAY = date(2026, 11, 1)
LATER = date(2036, 11, 1)


@dataclass(frozen=True, slots=True)
class Place:
    """Ben's vault; what he has in the space, and the like of it in his private one."""

    ben: Session
    space: SpaceId
    shared: RecordId
    own: RecordId

    def waiting(self) -> tuple[int, int, int, int, int, int]:
        """Return how much waits for Ben, in all the lists that say so."""
        conflicts, overview = self.ben.conflicts, read_overview(self.ben)
        assert overview.conflicts == len(conflicts.records())
        assert overview.merged == len(conflicts.merged())
        return (
            overview.conflicts,
            overview.merged,
            len(self.ben.evaluations.to_answer()),
            sum(wave.is_led for wave in self.ben.evaluations.waves()),
            len(self.ben.reminders.until(TODAY)),
            sum(not item.is_read_only for item in self.ben.retention.due(LATER)),
        )


@pytest.fixture
def place(pair: Pair) -> Iterator[Place]:
    """Ben's vault with everything that can wait, and each of it privately as well."""
    anna, ben = open_vault(pair.anna), open_vault(pair.ben)
    ben.importing.run([pair.bundle])
    anna.records.save(pair.mission, {"title": "Anna", "challenge": "Lange Schlangen, auch montags"})
    ben.edits.save(pair.mission, {"title": "Ben", "challenge": "Sehr lange Schlangen am Dienstag"})
    (file,) = anna.exporting.run(pair.space, pair.anna.parent).files
    ben.importing.run([file.path])
    own = ben.records.new("mission", {"title": "Eigene"}).record
    for mission, space in ((pair.mission, pair.space), (own, None)):
        ben.edits.save(mission, {"review_date": "2026-11-02"})
        open_wave(ben, space)
        gone = ben.records.new("mission", {"title": "Weg"}, space=space).record
        ben.edits.delete(gone)
    yield Place(ben, pair.space, pair.mission, own)
    anna.close()
    ben.close()


def test_nothing_waits_there_any_more(place: Place) -> None:
    assert place.waiting() == (1, 1, 2, 2, 2, 4)
    place.ben.spaces.leave(place.space)
    assert place.waiting() == (0, 0, 1, 1, 1, 2)
    record = place.ben.records.open(place.shared)
    assert (set(record.conflicts), set(record.merged)) == ({"title"}, {"challenge"})


def test_rows_tell_where_nothing_can_be_changed(place: Place) -> None:
    def read_only() -> list[tuple[bool, bool]]:
        query = RowQuery(kind="mission")
        pages = [place.ben.records.list_rows(q) for q in (query, RowQuery(is_deleted=True))]
        return [(row.is_read_only, row.space == place.space) for p in pages for row in p.rows]

    assert not any(is_fixed for is_fixed, _ in read_only())
    place.ben.spaces.leave(place.space)
    found = read_only()
    assert len(found) == 4
    assert all(is_fixed == is_there for is_fixed, is_there in found)
    assert place.ben.records.is_read_only(place.shared)
    assert not place.ben.records.is_read_only(place.own)
    with pytest.raises(SpaceError):
        place.ben.records.save(place.shared, {"code": "T-1"})


def test_nothing_is_taken_back_there(place: Place) -> None:
    edits = place.ben.edits
    assert edits.outlook(place.shared).undo is not None
    place.ben.spaces.leave(place.space)
    assert edits.outlook(place.shared) == NOTHING_TO_UNDO
    assert edits.undo(place.shared) is None
    assert edits.outlook(place.own).undo is not None
    brought_back = edits.undo_deletion("mission")
    assert brought_back is not None
    assert not place.ben.records.is_read_only(brought_back[0])
    assert edits.undo_deletion("mission") is None


def test_nothing_can_be_erased_there(place: Place) -> None:
    erasing = place.ben.erasing
    assert erasing.may_erase_some(place.shared)
    place.ben.spaces.leave(place.space)
    assert not erasing.may_erase_some(place.shared)
    assert not erasing.plan(place.shared).is_allowed
    assert erasing.may_erase_some(place.own)


def test_what_can_be_written_is_what_was_not_left(place: Place) -> None:
    people, spaces = place.ben.vault.people, place.ben.spaces
    assert people.left_spaces() == frozenset()
    spaces.leave(place.space)
    assert people.left_spaces() == {place.space}
    assert {space.id for space in spaces.all()} - {space.id for space in spaces.own()} == {
        place.space
    }


def test_what_can_be_read_can_still_be_released(stage: Stage) -> None:
    stage.anna.spaces.leave(stage.tandem)
    copy = released(stage.anna, stage.mission, stage.coordination, "title")
    assert stage.anna.records.open(copy).space == stage.coordination


def test_a_table_for_it_is_refused_before_anything_is_shown(place: Place, tmp_path: Path) -> None:
    table = tmp_path / "notes.csv"
    table.write_text("Titel\nEine Notiz\n")
    look = place.ben.table_import.look
    assert len(look(table, "tandem_note", space=place.space).ready) == 1
    place.ben.spaces.leave(place.space)
    for where in ({"space": place.space}, {"parent": place.shared}):
        with pytest.raises(SpaceError) as refusal:
            look(table, "tandem_note", **where)
        assert refusal.value.code == "space_left"
    assert len(look(table, "tandem_note").ready) == 1
