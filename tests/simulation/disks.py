"""What happens to disks and clocks in a simulated region."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from simulation.writing import edit

if TYPE_CHECKING:
    from simulation.region import Region


DAY_MS: Final = 24 * 3600 * 1000
YEAR_MS: Final = 365 * DAY_MS


def back_up(region: Region, name: str) -> None:
    region.copies[name] = region.devices[name].copy()


def restore(region: Region, name: str) -> None:
    """Put back a copy silently: the log goes on from an earlier place."""
    if name in region.copies:
        device = region.devices[name]
        device.put_back(region.copies[name])
        if not device.has_ledger:  # nothing beside the disk knows better
            back = {space.id for space in device.spaces.all()}
            for place in [(space, who) for space, who in region.forgotten if who == name]:
                if place[0] in back:
                    del region.forgotten[place]
        region.counts["restores"] += 1


def run_twice(region: Region, name: str) -> None:
    """Two copies of one profile write and send; one of them stays."""
    copy = region.devices[name].copy()
    edit(region, name)
    for room in region.rooms_of(name):
        region.send(room, name)
    region.devices[name].put_back(copy)
    edit(region, name)
    region.counts["profiles run twice"] += 1


def set_clock_wrong(region: Region, name: str) -> None:
    region.skews[name] = region.random.choice(
        (0, 0, 0, DAY_MS, -DAY_MS, 40 * DAY_MS, YEAR_MS, -YEAR_MS, 10 * YEAR_MS, -10 * YEAR_MS)
    )
    region.counts["clocks set wrong"] += region.skews[name] != 0
