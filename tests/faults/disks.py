"""Disks that are full, limits of file sizes, torn and flipped bytes, and clocks that jump."""

from __future__ import annotations

import os
import random
import resource
import shutil
import signal
import subprocess
from functools import partial
from typing import TYPE_CHECKING

from faults.arena import Arena, Ended, in_child
from faults.workflows import WORKFLOWS, save_one
from innolab_desktop import bootstrap
from vaults import open_vault

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from faults.workflows import Ack

_SPARE_KIB = 40_000
"""What is free when the disk is not full any more; a backup wants some reserve."""
_YEARS_MS = 365 * 86_400_000
REFUSALS = {"vault_damaged", "vault_unreadable", "vault_slot_invalid", "vault_missing"}


class CannotMountError(Exception):
    """This account may not mount a small disk: the case was not run."""


def full_disk(arena: Arena, names: Sequence[str], folder: Path) -> tuple[int, list[str]]:
    """Run each workflow on a disk with no room left, one with little, one with more.

    Raises:
        CannotMountError: not allowed here.
    """
    found: list[str] = []
    runs = 0
    for name in names:
        for room_kib in (0, 16, 200, 1500):
            runs += 1
            if wrong := _on_small_disk(arena, name, folder / "disk", room_kib):
                found.append(f"{name} with {room_kib} KiB: {wrong}")
    return runs, found


def _on_small_disk(arena: Arena, name: str, disk: Path, room_kib: int) -> str:
    prepared = arena.fresh()
    size_kib = sum(p.stat().st_size // 4096 * 4 + 4 for p in prepared.rglob("*")) + 64
    disk.mkdir(exist_ok=True)
    command = ["mount", "-t", "tmpfs", "-o", f"size={size_kib + _SPARE_KIB}k", "tmpfs", str(disk)]
    if subprocess.run(command, check=False, capture_output=True).returncode:  # noqa: S603 - fixed
        raise CannotMountError
    try:
        folder = disk / "run"
        shutil.copytree(prepared, folder)
        stuffing = disk / "stuffing"
        free = os.statvfs(disk)
        stuffing.write_bytes(bytes(max(0, free.f_bavail * free.f_frsize - room_kib * 1024)))
        workflow = WORKFLOWS[name]
        ended = in_child(lambda ack: workflow.run(folder, lambda: None, ack))
        readable = "" if name == "create" else arena.state(name, folder, ended.saved)
        stuffing.unlink()
        return readable or arena.wrong(name, folder, ended)
    finally:
        subprocess.run(["umount", str(disk)], check=True)  # noqa: S603,S607 - what we mounted


def size_limit(arena: Arena, names: Sequence[str]) -> tuple[int, list[str]]:
    """Run each workflow while no file may grow beyond a limit."""
    found: list[str] = []
    cases = [(name, limit_kib) for name in names for limit_kib in (4, 100, 400)]
    for name, limit_kib in cases:
        folder = arena.fresh()
        ended = in_child(partial(_limited, name, folder, limit_kib * 1024))
        if wrong := arena.wrong(name, folder, ended):
            found.append(f"{name} below {limit_kib} KiB: {wrong}")
    return len(cases), found


def _limited(name: str, folder: Path, limit_bytes: int, ack: Ack) -> None:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)

    def arm() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit_bytes, limit_bytes))

    WORKFLOWS[name].run(folder, arm, ack)


def flipped_bytes(arena: Arena, flips: int, seed: int = 5) -> tuple[int, list[str]]:
    """Flip single bytes, zero and tear pages: never a crash, never a silently wrong text."""
    chance, found = random.Random(seed), list[str]()  # noqa: S311 - repeatable
    for number in range(flips):
        folder = arena.fresh()
        path = folder / "anna" / "vault.db"
        content = bytearray(path.read_bytes())
        at = chance.randrange(len(content))
        page = at - at % 4096
        if number % 3 == 0:
            content[at] ^= 1 << chance.randrange(8)
        elif number % 3 == 1:
            content[page : page + 4096] = bytes(4096)
        else:
            content[page + 2048 : page + 4096] = chance.randbytes(2048)
        path.write_bytes(content)
        ended = in_child(lambda ack, folder=folder: _read_everything(folder, ack))
        if ended.crash or (ended.code and ended.code not in REFUSALS):
            found.append(f"flip {number} at {at}: {ended.crash or ended.code}")
    return flips, found


def _read_everything(folder: Path, ack: Ack) -> None:
    session = open_vault(folder / "anna")
    for hit in session.search("Lange"):
        record = session.records.open(hit.id)
        if record.values.get("challenge") != "Lange Schlangen am Dienstag":
            message = f"another text: {record.values}"
            raise AssertionError(message)
    ack("read")


def clock_jumps(arena: Arena, jumps: int, seed: int = 7) -> tuple[int, list[str]]:
    """Save while the clock jumps by up to ten years: all is there, and the last save shows."""
    chance, found = random.Random(seed), list[str]()  # noqa: S311 - repeatable
    folder = arena.fresh()

    def work(ack: Ack) -> None:
        real = bootstrap.WallClock.now_ms
        session = open_vault(folder / "anna")
        record = session.records.new("mission", {"title": "Uhr", "code": "0"}).record
        for number in range(jumps):
            shift = chance.choice((-10, -1, 0, 1, 10)) * _YEARS_MS + chance.randrange(7_200_000)
            bootstrap.WallClock.now_ms = lambda self, shift=shift: real(self) + shift  # type: ignore[method-assign]
            session.records.save(record, {"code": str(number)})
            save_one(session, f"Ziel {number}", ack)
            if session.records.open(record).values["code"] != str(number):
                message = f"jump {number}: an older save shows"
                raise AssertionError(message)
        session.close()

    ended: Ended = in_child(work)
    if ended.crash or ended.code:
        return jumps, [ended.crash or ended.code]
    if wrong := arena.state("save", folder, ended.saved):
        found.append(wrong)
    return jumps, found
