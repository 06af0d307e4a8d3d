"""The n-th call fails, for every n until nothing is left to fail; and calls that fail by chance."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING, NamedTuple

from faults.arena import Arena, Ended, in_child
from faults.shim import CALLS, Mode, Shim
from faults.workflows import WORKFLOWS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path


class Fault(NamedTuple):
    """One call that fails."""

    call: str
    at: int
    error: int
    mode: Mode

    def __str__(self) -> str:
        kind = "KILL" if self.mode is Mode.KILL else errno.errorcode.get(self.error, "?")
        return f"{kind} at {self.call} {self.at} ({self.mode.name.lower()})"


KINDS = (
    (errno.ENOSPC, Mode.ONCE),
    (errno.ENOSPC, Mode.FROM_THEN_ON),
    (errno.EIO, Mode.ONCE),
    (errno.EINTR, Mode.ONCE),
    (0, Mode.KILL),
)


def run(shim: Shim, name: str, folder: Path, fault: Fault | None) -> Ended:
    """Run a workflow once, with one fault."""

    def arm() -> None:
        shim.watch(folder)
        if fault is not None:
            shim.arm(*fault)

    return in_child(lambda ack: WORKFLOWS[name].run(folder, arm, ack))


def count(shim: Shim, arena: Arena, name: str, call: str) -> int:
    """Return how often a workflow makes a call."""
    folder = arena.fresh()

    def counting(ack: object) -> None:
        def arm() -> None:
            shim.watch(folder)
            shim.arm(call, 0)

        WORKFLOWS[name].run(folder, arm, lambda _: None)
        ack(str(shim.counted))  # type: ignore[operator]

    ended = in_child(counting)  # type: ignore[arg-type]
    if ended.code or ended.crash:
        raise AssertionError((name, ended))
    return int(ended.saved[-1])


def faults(shim: Shim, arena: Arena, name: str, every: int) -> Iterator[Fault]:
    """Yield the faults of a workflow: all, or of each call and kind the *every*-th."""
    for call in CALLS:
        total = count(shim, arena, name, call)
        for error, mode in KINDS:
            if error == errno.EINTR and call in ("unlink", "rename", "mkdir"):
                continue  # they are not interrupted
            for at in range(1, total + 1, every):
                yield Fault(call, at, error, mode)


def sweep(shim: Shim, arena: Arena, names: Sequence[str], every: int = 1) -> tuple[int, list[str]]:
    """Return how many calls were made to fail, and what was wrong afterwards."""
    tried, found = 0, list[str]()
    for name in names:
        for fault in faults(shim, arena, name, every):
            folder = arena.fresh()
            ended = run(shim, name, folder, fault)
            tried += 1
            if wrong := arena.wrong(name, folder, ended):
                found.append(f"{name}, {fault}: {wrong}")
    return tried, found


def by_chance(
    shim: Shim, arena: Arena, names: Sequence[str], runs: int, of_ten_thousand: int = 20
) -> tuple[int, list[str]]:
    """Let any call fail by chance."""
    found: list[str] = []
    for number in range(runs):
        name = names[number % len(names)]
        folder = arena.fresh()
        error = (errno.ENOSPC, errno.EIO)[number % 2]
        chance = of_ten_thousand * (1 + number % 20)
        ended = run(shim, name, folder, Fault("any", chance, error, Mode.RANDOM))
        if wrong := arena.wrong(name, folder, ended):
            found.append(f"{name}, run {number}: {wrong}")
    return runs, found
