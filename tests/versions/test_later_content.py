"""Content of a later version in an older program: kept, shown where it can be, never touched."""

from __future__ import annotations

from typing import Any

import pytest

from innolab_desktop.journal import cbor, newer, operations
from innolab_desktop.journal import commit as commits
from innolab_desktop.journal.clock import Instant
from innolab_desktop.journal.commit import Draft, Origin, Position
from innolab_desktop.journal.operations import Restore
from innolab_desktop.services.program_update import ProgramUpdate
from versions.programs import NEWER, PRESENT, Later, later, writing_for_newer_only
from versions.test_matrix import chain, own_log, stored, update

RECORD = bytes(range(16))
SALT = bytes(16)


def test_a_record_says_that_it_holds_more_and_stays_editable() -> None:
    found = chain(NEWER, PRESENT, PRESENT)
    with NEWER.running():
        with writing_for_newer_only():
            found.writer.records.save(found.record, {"title": "Nur neu", "next_step": "Neu"})
        mail = found.writer.send(found.space, found.relay)
    result = found.relay.receive(mail)
    before = found.relay.records.open(found.record)
    assert (result.status, result.arrival.newer) == ("applied", 1)
    assert before.has_newer
    assert before.values["title"] == "Mission coordination"
    found.relay.records.save(found.record, {"budget": "5", "next_step": "Alt"})
    after = found.relay.records.open(found.record)
    assert (after.values["budget"], after.values["next_step"]) == ("5", "Alt")
    assert found.relay.vault.records.counts().newer == 1
    with NEWER.running():
        update(found.relay, NEWER)
        record = found.relay.records.open(found.record)
        assert record.values["title"] == "Nur neu"
        assert {variant.value for variant in record.conflicts["next_step"]} == {"Neu", "Alt"}
        assert not record.has_newer


@pytest.mark.parametrize("kind", [*range(13, 64), 1000])
def test_operations_of_any_later_kind_pass_through(kind: int) -> None:
    found = chain(NEWER, PRESENT, PRESENT)
    with NEWER.running(), pytest.MonkeyPatch.context() as patch:
        kinds: Any = operations._KINDS
        patch.setitem(kinds, Later, kind)
        records: Any = found.writer.records
        drafts = [Draft(later(found.record, "next_step", "später"))]
        records._writer.write(found.space, drafts)
        mail = found.writer.send(found.space, found.relay)
    assert found.relay.receive(mail).status == "applied"
    assert found.relay.records.open(found.record).has_newer
    assert found.reader.receive(found.relay.send(found.space)).status == "applied"
    log = own_log(found.writer, found.space)
    assert stored(found.relay, log) == stored(found.writer, log) == stored(found.reader, log)


def test_the_same_version_reads_nothing_again() -> None:
    found = chain(PRESENT, PRESENT, PRESENT)
    again = ProgramUpdate(found.writer.vault, found.writer.importing, "0")
    assert again.run()
    assert not again.run()


def commit_of(body: bytes, min_schema: int = 2) -> commits.Commit:
    origin = Origin(bytes(16), bytes(16), bytes(8))
    commit = commits.write(
        Position(origin.log, 1, None, origin),
        [Draft(Restore(RECORD))],
        at=Instant(1, 0),
        person=bytes(16),
        salts=[SALT],
    )
    return commit._replace(bodies=(body,), min_schema=min_schema)


ABOUT_NONE = {
    "an erasure": cbor.encode([SALT, 7, RECORD]),
    "a genesis, whose nonce is as long as an id": cbor.encode([SALT, 8, RECORD]),
    "a removal, which names a device": cbor.encode([SALT, 10, RECORD]),
    "a text": cbor.encode([SALT, 13, "Text"]),
    "nothing": cbor.encode([SALT, 13]),
    "a kind that is a text": cbor.encode([SALT, "13", RECORD]),
    "no array": b"\x05",
    "nonsense": b"\xff",
    "no bytes": b"",
}


@pytest.mark.parametrize("what", ABOUT_NONE)
def test_what_names_no_record(what: str) -> None:
    assert newer.record_of(commit_of(ABOUT_NONE[what])) is None


@pytest.mark.parametrize("kind", [1, 2, 6, 13, 63, 999])
def test_what_names_a_record(kind: int) -> None:
    assert newer.record_of(commit_of(cbor.encode([SALT, kind, RECORD, "mehr"]))) == RECORD
