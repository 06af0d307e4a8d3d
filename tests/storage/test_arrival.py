"""What newly stored commits are about, also those of a newer version."""

from __future__ import annotations

from innolab_desktop.journal import commit as commits
from innolab_desktop.journal.clock import Instant
from innolab_desktop.journal.commit import Draft, Origin, Position
from innolab_desktop.journal.operations import Create, Delete, Erase, Operation, Restore, Unknown
from innolab_desktop.storage.arrival import arrival_of
from innolab_desktop.storage.entered import Batch, Entered

NEW, GONE, BACK, ERASED = (bytes([n]) * 16 for n in range(4))


def entered(key: int, *operations: Operation, min_schema: int = 1) -> Entered:
    origin = Origin(bytes(16), bytes(32), bytes(8))
    commit = commits.write(
        Position(origin.log, 1, None, origin),
        [Draft(Restore(BACK))],
        at=Instant(1, 0),
        person=bytes(16),
        salts=[bytes(16)],
    )
    return Entered(key, commit._replace(min_schema=min_schema), list(enumerate(operations)))


def test_records_stand_where_they_belong() -> None:
    batch = Batch()
    batch.append(entered(1, Create(NEW, "mission", 1, None, ""), Delete(GONE, ())))
    batch.append(entered(2, Restore(BACK), Erase((), "Test", ERASED)))
    batch.append(entered(3, Erase((), "Test", None)))
    arrival = arrival_of(batch)
    assert arrival.entries == {1, 2, 3}
    assert (arrival.created, arrival.deleted) == ({NEW}, {GONE})
    assert (arrival.restored, arrival.erased) == ({BACK}, {ERASED})
    assert arrival.newer == 0


def test_what_a_newer_version_wrote_is_counted_once_per_save() -> None:
    saves = entered(1, Unknown(40), Unknown(41)), entered(2, min_schema=2), entered(3)
    assert arrival_of(Batch(saves)).newer == 2
