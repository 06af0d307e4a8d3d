"""What people write in a simulated region."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from innolab_desktop.domain.errors import RecordError
from innolab_desktop.journal.commit import Draft
from simulation.later_version import Future
from simulation.oracle import Written

if TYPE_CHECKING:
    from simulation.region import Region, Room


FIELDS: Final = ("title", "next_step", "next_step_role")
LONG_TEXT: Final = "vision"
_GAP: Final = re.compile(r"\s+")


def new_record(region: Region, room: Room, name: str) -> None:
    mark = region.mark(room.letter)
    saved = region.devices[name].records.new("mission", {"title": mark}, space=room.id)
    assert saved.changes.commit is not None
    room.records.append(saved.record)
    room.story.begun[saved.record] = (saved.changes.commit, name)
    written = Written(mark, saved.changes.commit, name, frozenset())
    room.story.write(saved.record, "title", written)


def known_record(region: Region, room: Room, name: str) -> bytes | None:
    record = region.random.choice(room.records)
    try:
        is_there = region.devices[name].records.open(record).kind
    except RecordError:
        return None  # nothing of it has arrived
    return record if is_there else None  # its creation is still on the way, or was cut off


def edit(region: Region, name: str) -> None:
    room = region.some_room(name)
    if room is None:
        return
    if region.happens(0.02):
        new_record(region, room, name)
        return
    record = known_record(region, room, name)
    if record is not None:
        change(region, room, name, record, region.random.choice(FIELDS))


def change(region: Region, room: Room, name: str, record: bytes, field: str) -> None:
    device, mark = region.devices[name], region.mark(room.letter)
    saw = frozenset(value for value in device.visible(record, field) if value)
    if len(device.visible(record, field)) > 1:
        region.counts["abweichungen resolved"] += 1
        changes = device.conflicts.resolve(record, field, mark)
    else:
        changes = device.records.save(record, {field: mark})
    assert changes is not None
    assert changes.commit is not None
    room.story.write(record, field, Written(mark, changes.commit, name, saw))
    region.counts["edits"] += 1
    if name in region.later and region.happens(0.2):
        future = Draft(Future(region.mark(room.letter)))  # pyright: ignore[reportArgumentType] - of a later version
        device.exporting._writer.write(room.id, (future,))
        region.counts["operations of a later version"] += 1


def type_a_word(region: Region, name: str) -> None:
    """Type a word between two others, and leave everything else as it stands."""
    room = region.some_room(name)
    record = None if room is None else known_record(region, room, name)
    if room is None or record is None:
        return
    device, word = region.devices[name], region.mark(room.letter) + "ß"
    text = str(device.records.open(record).values.get(LONG_TEXT) or "")
    at = region.random.choice([0, *(gap.end() for gap in _GAP.finditer(text)), len(text)])
    typed = f" {word}" if at == len(text) else f"{word} "
    try:
        changes = device.records.save(record, {LONG_TEXT: text[:at] + typed + text[at:]})
    except RecordError as refusal:
        if refusal.code != "value_too_long":
            raise
        return  # two who typed at once filled it; nobody can add to it
    assert changes is not None
    assert changes.commit is not None
    room.story.words[record, word] = (changes.commit, name)
    region.counts["edits"] += 1


def write_privately(region: Region, name: str) -> None:
    region.devices[name].records.new("tandem_note", {"title": region.mark("P")})
    region.counts["private notes"] += 1


def erase(region: Region, name: str) -> None:
    room = region.some_room(name)
    record = None if room is None else known_record(region, room, name)
    if room is None or record is None:
        return
    device, field = region.devices[name], region.random.choice(FIELDS)
    head = device.records.heads(record).get(field)
    if head is None:
        return
    values = frozenset(str(v) for v in device.visible(record, field) if v)
    if not room.is_managed_by(name):
        values &= room.story.written_by(name, record, field)
    changes = device.erase_ops(record, head.ops)
    assert changes.commit is not None
    room.story.erased.append((changes.commit, values))
    region.counts["erasures"] += 1
