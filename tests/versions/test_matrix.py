"""Every version writes, every version passes it on, every version reads it: nothing is lost.

What one does not understand it keeps and forwards byte for byte, and after the update it shows all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from innolab_desktop.journal.commit import Draft
from innolab_desktop.services.program_update import ProgramUpdate
from protocol.histories import template
from protocol.world import Post
from versions.programs import (
    ADDED_CHOICE,
    ADDED_FIELD,
    ADDED_KIND,
    ALL,
    LACKED_CHOICE,
    LACKED_FIELD,
    LACKED_KIND,
    NEWER,
    OLDER,
    PRESENT,
    Program,
    later,
    writing_for_newer_only,
)

if TYPE_CHECKING:
    from protocol.world import Device


class Chain(NamedTuple):
    """Who writes, who passes on, who reads; and the record they share."""

    writer: Device
    relay: Device
    reader: Device
    space: bytes
    record: bytes


def chain(*programs: Program) -> Chain:
    """Return three devices, each with its version of the program."""
    base, post = template(), Post()
    devices: list[Device] = []
    for name, program in zip("ABK", programs, strict=True):
        with program.running():
            device = base.devices[name].fork()
        device.post = device.files._post = post
        devices.append(device)
    writer, relay, reader = devices
    return Chain(writer, relay, reader, base.spaces["coordination"], base.records["coordination"])


def update(device: Device, program: Program) -> None:
    """Let a device be started by another version of the program, inside its ``running``."""
    device.put_back(device.copy())
    assert ProgramUpdate(device.vault, device.importing, program.name).run()


def write_all(found: Chain, program: Program) -> dict[str, Any]:
    """Write one of everything that *program* knows; return what the mission says then."""
    records, record = found.writer.records, found.record
    records.save(record, {"title": "Zugänge", "challenge": "Lange Wege"})
    said: dict[str, Any] = {"title": "Zugänge", "challenge": "Lange Wege"}
    if program is OLDER:
        return said
    records.save(record, {LACKED_FIELD: "Gespräch", "participation": LACKED_CHOICE})
    records.new(LACKED_KIND, {"title": "Notiz"}, space=found.space)
    gone = records.new("mission", {"title": "Zurückgeholt"}, space=found.space).record
    records.delete(gone)
    records.restore(gone)
    said |= {LACKED_FIELD: "Gespräch", "participation": LACKED_CHOICE}
    if program is PRESENT:
        return said
    records.save(record, {ADDED_FIELD: "spürbar", "participation": ADDED_CHOICE})
    records.new(ADDED_KIND, {"title": "Runde"}, space=found.space)
    writer: Any = records
    writer._writer.write(found.space, [Draft(later(record, "agreement_reference", "Art 12"))])
    with writing_for_newer_only():
        records.save(record, {"vision": "Nur neu"})
    return said | {
        ADDED_FIELD: "spürbar",
        "participation": ADDED_CHOICE,
        "agreement_reference": "Art 12",
        "vision": "Nur neu",
    }


def visible(said: dict[str, Any], program: Program) -> dict[str, Any]:
    """Return what *program* shows of what was said, known to its forms or not."""
    if program is NEWER or ADDED_FIELD not in said:
        return said
    hidden = {
        "agreement_reference",
        "vision",
    }  # by a later operation, and in a commit of a later schema
    return {name: value for name, value in said.items() if name not in hidden}


def stored(device: Device, log: bytes) -> dict[bytes, bytes]:
    """Return the raw bytes of every commit of a log."""
    rows: Any = device._connection.execute(
        "SELECT commit_id, raw FROM entry WHERE id >> 32 = (SELECT id FROM log WHERE uid = ?)",
        (log,),
    ).fetchall()
    return dict(rows)


def own_log(device: Device, space: bytes) -> bytes:
    """Return the log that a device writes."""
    (log,) = (
        info.log
        for info in device.vault.journal.logs(space)
        if info.origin.device == device.card.card.device
    )
    return log


def shown(device: Device, found: Chain) -> dict[str, Any]:
    """Return what the projection made of the records that the reader has."""
    uids = {row[0] for row in found.reader.dump()["records"]}
    return {name: {row for row in rows if row[0] in uids} for name, rows in device.dump().items()}


@pytest.mark.parametrize("reads", ALL, ids=lambda p: f"read by {p.name}")
@pytest.mark.parametrize("relays", ALL, ids=lambda p: f"passed on by {p.name}")
@pytest.mark.parametrize("writes", ALL, ids=lambda p: f"written by {p.name}")
def test_nothing_is_lost_between_versions(writes: Program, relays: Program, reads: Program) -> None:
    found = chain(writes, relays, reads)
    with writes.running():
        expected = write_all(found, writes)
        mail = found.writer.send(found.space, found.relay)
    with relays.running():
        assert found.relay.receive(mail).status == "applied"
        record = found.relay.records.open(found.record)
        assert {**record.values, **record.unknown}.items() >= visible(expected, relays).items()
        assert record.has_newer == (writes is NEWER and relays is not NEWER)
        found.relay.records.save(found.record, {"budget": "12"})
        mail = found.relay.send(found.space)
    with reads.running():
        assert found.reader.receive(mail).status == "applied"
        assert found.reader.records.open(found.record).values["title"] == "Zugänge"
    with writes.running():
        found.writer.receive(mail)
    log = own_log(found.writer, found.space)
    original = stored(found.writer, log)
    assert stored(found.relay, log) == original
    assert stored(found.reader, log) == original
    with NEWER.running():
        for device in (found.writer, found.relay, found.reader):
            update(device, NEWER)
            record = device.records.open(found.record)
            said = {name: record.values.get(name) for name in expected}
            assert said == expected
            assert record.values["budget"] == "12"
            assert not record.unknown
            assert not record.has_newer
            assert not record.conflicts
    assert shown(found.writer, found) == shown(found.relay, found) == shown(found.reader, found)
