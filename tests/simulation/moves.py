"""Who leaves a simulated region, who comes, and who comes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innolab_desktop.domain.errors import SpaceError
from simulation.oracle import Departure, Return

if TYPE_CHECKING:
    from protocol.world import Device
    from simulation.region import Region, Room


def leave(region: Region, name: str) -> None:
    """A partner is removed from the rooms of the municipality, and does not know yet."""
    if not name.startswith("B") or name in region.leaving:
        return
    for room in region.town_of(name):
        remove(region, room, room.founder, name)
    region.leaving[name] = region.day + region.random.randint(3, 40)


def leave_and_forget(region: Region, name: str) -> None:
    """A partner leaves the rooms of the municipality, says so once, and deletes them."""
    if not name.startswith("B") or name in region.leaving:
        return
    device = region.devices[name]
    for room in [room for room in region.town_of(name) if room in region.rooms_of(name)]:
        own = written_by(region, room, name, device)
        before = device.commit_ids()
        device.spaces.leave(room.id)
        (commit,) = device.commit_ids() - before
        room.story.departures.append(Departure(commit, name, own))
        region.send(room, name)  # may be lost: then nobody hears of it, until somebody calls
        device.forgetting.forget(room.id, "unneeded")
        region.forgotten[room.id, name] = before
        room.story.forgotten |= before
        region.counts["spaces forgotten"] += 1
    region.leaving[name] = region.day + region.random.randint(3, 40)


def written_by(region: Region, room: Room, name: str, device: Device) -> frozenset[bytes]:
    """Return the commits of *name* that *device* has in *room*."""
    journal, author = device.vault.journal, region.card(name).device
    logs = {info.log for info in journal.logs(room.id) if info.origin.device == author}
    return frozenset(c.id for c in journal.missing(room.id, [{}]) if c.log in logs)


def was_taken_in_since(room: Room, name: str, known: set[bytes]) -> bool:
    """Tell whether somebody took *name* in by a commit that is not among those it knew."""
    return any(item.name == name and item.commit not in known for item in room.story.returns)


def say_by_phone(region: Region, space: bytes, name: str) -> None:
    """Somebody still writes to a partner who left and deleted the space: the partner calls."""
    room = next(room for room in region.rooms if room.id == space)
    remove(region, room, room.founder, name)
    region.counts["calls"] += 1


def end_leave(region: Region, name: str) -> None:
    """Until now the person went on writing, unaware; now it comes back or is replaced."""
    town = region.town_of(name)
    founder = town[0].founder
    if region.happens(0.4):
        for room in town:
            add(region, room, founder, name)
        region.counts["people back"] += 1
        return
    region.gone.add(name)
    number = name[1:].split("+", maxsplit=1)[0]
    successor = region.add_person(f"B{number}+{region.serial}")
    region.introduce([*town[1].people, successor])
    for room in town:
        room.people.append(successor)
        add(region, room, founder, successor)
    region.counts["people replaced"] += 1


def remove(region: Region, room: Room, founder: str, name: str) -> None:
    device = region.devices[founder]
    held = written_by(region, room, name, device)
    before = device.commit_ids()
    try:
        device.spaces.remove(room.id, region.card(name).device)
    except SpaceError as refusal:
        assert refusal.code == "space_member_unknown"  # noqa: PT017 - a restored founder forgot the addition
        return
    (commit,) = device.commit_ids() - before
    room.story.departures.append(Departure(commit, name, held))
    region.counts["removals"] += 1


def add(region: Region, room: Room, founder: str, name: str) -> None:
    device = region.devices[founder]
    before = device.commit_ids()
    try:
        device.spaces.add(room.id, region.card(name).person)
    except SpaceError as refusal:  # a restored founder forgot the removal, or even the contact
        assert refusal.code in {"space_member_already", "space_member_unknown"}  # noqa: PT017
        return
    (commit,) = device.commit_ids() - before
    seen = {item.commit for item in room.story.departures} & before
    room.story.returns.append(Return(commit, name, frozenset(seen)))
    region.counts["additions"] += 1
