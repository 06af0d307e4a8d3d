"""The end of a simulated region: everybody writes everybody, and then nothing may be missing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from innolab_desktop.domain.errors import SpaceError
from simulation.moves import say_by_phone, was_taken_in_since
from simulation.writing import FIELDS, LONG_TEXT

if TYPE_CHECKING:
    from collections import Counter

    from protocol.world import Device
    from simulation.region import Region, Room

ROUNDS: Final = 3
"""Whoever was put back says in the first what they lack, and has it after the second. What of it
their ledger knows as erased, they name in the third."""

_FEW: Final = 6
_REBUILT: Final = 0.3
MUST_BE_ZERO: Final = (
    "lost",
    "wrong",
    "not converged",
    "not quiescent",
    "leaked",
    "resurfaced",
    "came back unasked",
    "altered",
    "rebuilt differently",
)
_MARKER: Final = re.compile(rb"([TCNP]q\d+q\d+q)")


def judge(region: Region) -> Counter[str]:
    """Let all mails arrive, compare with the oracle, and return the region's figures."""
    held = {
        (room.id, name): _existing(region, room, [name])
        for room in region.rooms
        for name in room.people
    }
    for _ in range(ROUNDS):
        _everybody_writes_the_founder(region)
    region.counts["not quiescent"] += _everybody_writes_everybody(region)
    present = {room.id: _present(region, room) for room in region.rooms}
    dumps = {name: region.devices[name].dump() for name in region.devices}
    for room in region.rooms:
        people = present[room.id]
        after = [_existing(region, room, [name]) for name in people]
        before = set().union(*(held[room.id, name] for name in people))
        region.counts["lost"] += sum(len(before - there) for there in after)
        region.counts["not converged"] += _differing(room, [dumps[name] for name in people])
        existing = set().union(*after)
        region.counts["commits"] += len(existing)
        if people:
            region.counts["wrong"] += _wrong(region.devices[people[0]], room, existing)
        some = region.random.sample(people, min(len(people), _FEW))
        region.counts["altered"] += _altered([region.devices[name] for name in some], room)
    for place, known in region.forgotten.items():
        _look_for_forgotten(region, *place, known)
    for name, device in region.devices.items():
        _search(region, name, device, present)
        if name not in region.gone and region.random.random() < _REBUILT:
            device.vault.journal.rebuild(_Quiet())
            region.counts["rebuilt differently"] += device.dump() != dumps[name]
    return region.counts


def _present(region: Region, room: Room) -> list[str]:
    """Return who belongs to the room as its founder sees it, and is still there."""
    space = region.devices[room.founder].vault.people.space(room.id)
    devices = {member.device for member in space.members} if space else set[bytes]()
    return [
        name
        for name in room.people
        if name not in region.gone and region.devices[name].card.card.device in devices
    ]


def _existing(region: Region, room: Room, people: list[str]) -> set[bytes]:
    found: set[bytes] = set()
    return found.union(*(region.devices[name].commit_ids(room.id) for name in people))


def _everybody_writes_the_founder(region: Region) -> None:
    """Let each room meet at its founder, who writes to all: nothing more should be needed."""
    for room in region.rooms:
        for sender in _present(region, room):
            if sender != room.founder:
                _write(region, room, sender, [room.founder])
        _write(region, room, room.founder, _present(region, room))


def _write(region: Region, room: Room, sender: str, receivers: list[str]) -> int:
    device = region.devices[sender]
    try:
        if any(space.id == room.id for space in device.acknowledgement.unknown_spaces()):
            content = device.send_receipt(room.id)  # the first mail of this room never came
        else:
            content = device.send(room.id)
    except SpaceError:
        return 0  # nothing of this room ever came, or nobody else is left in it
    aliases = region.post.bundles[content].manifest.aliases
    brought = 0
    for receiver in receivers:
        if receiver != sender and region.devices[receiver].card.card.alias in aliases:
            result = region.devices[receiver].receive_again(content)
            brought += result.commits
            if result.code == "space_departure_unheard":
                say_by_phone(region, room.id, receiver)
    return brought


def _everybody_writes_everybody(region: Region) -> int:
    """Send without losses, and return how many commits that brought.

    In a room of many, everybody writes to a few.
    """
    brought = 0
    for room in region.rooms:
        present = _present(region, room)
        for sender in present:
            receivers = region.random.sample(present, min(len(present), _FEW))
            brought += _write(region, room, sender, receivers)
    return brought


def _differing(room: Room, dumps: list[dict[str, Any]]) -> int:
    """Return how many of the devices show something else than the first."""
    records = set(room.records)
    shown = [
        {table: {row for row in rows if row[0] in records} for table, rows in dump.items()}
        for dump in dumps
    ]
    return sum(1 for one in shown if one != shown[0])


def _wrong(device: Device, room: Room, existing: set[bytes]) -> int:
    """Return how many fields and texts differ from what the oracle expects."""
    wrong = 0
    known = {row[0] for row in device.dump()["records"]}
    perhaps_gone = room.story.perhaps_gone(existing, has_ledger=device.has_ledger)
    for record in room.records:
        if record not in known:
            continue
        for name in FIELDS:
            got = {str(value) for value in device.visible(record, name) if value is not None}
            expected = room.story.expected(record, name, existing)
            wrong += not expected - perhaps_gone <= got <= expected
        text = str(device.records.open(record).values.get(LONG_TEXT) or "")
        wrong += sum(word not in text for word in room.story.expected_words(record, existing))
    return wrong


def _altered(devices: list[Device], room: Room) -> int:
    """Return how many commits are not everywhere the same bytes, erased bodies left out."""
    seen: dict[bytes, tuple[bytes, dict[int, bytes]]] = {}
    altered = 0
    for device in devices:
        for commit in device.vault.journal.missing(room.id, [{}]):
            bodies = {i: body for i, body in enumerate(commit.bodies) if body is not None}
            header, known = seen.setdefault(commit.id, (commit.header, bodies))
            altered += header != commit.header or any(
                bodies[i] != known[i] for i in bodies.keys() & known.keys()
            )
    return altered


def _search(region: Region, name: str, device: Device, present: dict[bytes, list[str]]) -> None:
    """Look for what must not be on a disk: others' spaces, and what was erased."""
    markers = {found.decode() for found in _MARKER.findall(device.raw_bytes())}
    allowed = {room.letter for room in region.rooms if name in room.people}
    own_rooms = [room for room in region.rooms if name in room.people]
    own = {value for room in own_rooms for value in _marks(room)}
    foreign = {value for room in region.rooms if name not in room.people for value in _marks(room)}
    region.counts["disks searched"] += 1
    region.counts["leaked"] += len(markers & foreign)
    region.counts["leaked"] += sum(
        1 for marker in markers - own if marker[0] not in {*allowed, "P"}
    )
    for room in own_rooms:
        if name in present[room.id]:
            existing = _existing(region, room, [name])
            region.counts["resurfaced"] += len(markers & room.story.gone(existing))
    private = {marker for marker in markers if marker[0] == "P"}
    taken = region.private_owners
    for marker in private:
        if taken.setdefault(marker, name) != name:
            region.counts["leaked"] += 1


def _look_for_forgotten(region: Region, space: bytes, name: str, known: set[bytes]) -> None:
    """Look for a space that somebody deleted, and for words of it, unless it came back rightly."""
    room, device = next(r for r in region.rooms if r.id == space), region.devices[name]
    if was_taken_in_since(room, name, known):
        return
    markers = {found.decode() for found in _MARKER.findall(device.raw_bytes())}
    is_here = device.vault.people.space(space) is not None
    region.counts["came back unasked"] += is_here or bool(markers & _marks(room))


def _marks(room: Room) -> set[str]:
    values = {item.value for written in room.story.values.values() for item in written}
    return values | {word.removesuffix("ß") for _, word in room.story.words}


class _Quiet:
    def report(self, done: int, total: int, step: str) -> None:
        """Nobody watches."""
        del done, total, step
