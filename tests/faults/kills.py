"""kill -9 at any moment of saving, and the power going out at any moment."""

from __future__ import annotations

import os
import random
import signal
import struct
import time
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from faults.arena import Arena, Ended, in_child
from faults.workflows import save_one
from innolab_desktop.bootstrap import load_forms
from innolab_desktop.services.read_models import RowQuery
from innolab_desktop.storage.vault_database import VaultDatabase
from vaults import database_key, open_vault

if TYPE_CHECKING:
    from faults.shim import Shim

_SECTOR_BYTES = 512
_HEAD = struct.Struct("<c3xIqII")


def kill_while_saving(arena: Arena, times: int, seed: int = 1) -> tuple[int, list[str]]:
    """Kill a process that saves, again and again, and look for what it had said was saved."""
    chance, found, acknowledged = random.Random(seed), list[str](), 0  # noqa: S311 - repeatable
    folder = arena.fresh()
    saved: list[str] = []
    for number in range(times):
        if number % 25 == 0:
            folder, saved = arena.fresh(), []
        ended = _killed(folder, number, chance.uniform(0.0, 0.4))
        saved += ended.saved
        acknowledged += len(ended.saved)
        if wrong := arena.state("save", folder, saved):
            found.append(f"kill {number}: {wrong}")
    return acknowledged, found


def _killed(folder: Path, number: int, after_s: float) -> Ended:
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            session = open_vault(folder / "anna")
            os.write(writer, b"\n")
            for count in range(10_000):
                save_one(
                    session,
                    f"Ziel {number}.{count}",
                    partial(_say, writer),
                )
        finally:
            os._exit(1)
    os.close(writer)
    os.read(reader, 1)  # the vault is open
    time.sleep(after_s)
    os.kill(child, signal.SIGKILL)
    with os.fdopen(reader, "rb") as pipe:
        lines = [line.decode() for line in pipe.read().split(b"\n")[:-1]]
    os.waitpid(child, 0)
    return Ended([line for line in lines if line], was_killed=True)


def _say(descriptor: int, title: str) -> None:
    os.write(descriptor, (title + "\n").encode())


# --- power loss -----------------------------------------------------------------------------


@dataclass
class File:
    """A file as it is on the disk, and what was written to it without a sync since."""

    content: bytearray = field(default_factory=bytearray)
    pending: list[tuple[int, bytes | None]] = field(default_factory=list[tuple[int, bytes | None]])

    def write(self, offset: int, data: bytes | None) -> None:
        """Put *data* at *offset*, or end the file there."""
        if data is None:
            del self.content[offset:]
            return
        self.content.extend(bytes(max(0, offset - len(self.content))))
        self.content[offset : offset + len(data)] = data

    def sync(self) -> None:
        """Let everything be on the disk."""
        for offset, data in self.pending:
            self.write(offset, data)
        self.pending.clear()

    def lose_power(self, chance: random.Random) -> None:
        """Keep some of what was not synced, in any order, torn at sectors, some of it garbled."""
        kept = [item for item in self.pending if chance.random() < 0.5]
        chance.shuffle(kept)
        for offset, data in kept:
            if data is None:
                self.write(offset, None)
                continue
            for at in range(0, len(data), _SECTOR_BYTES):
                if chance.random() < 0.2:
                    continue
                sector = data[at : at + _SECTOR_BYTES]
                is_garbled = chance.random() < 0.03
                self.write(offset + at, chance.randbytes(len(sector)) if is_garbled else sector)


Event = tuple[str, str, int, bytes]


def record_saves(shim: Shim, folder: Path, log: Path, saves: int, weaken: Any = None) -> None:
    """Let a process save and write down every change of its files.

    Raises:
        AssertionError: the process did not end well.
    """

    def work(_ack: object) -> None:
        reader, writer = os.pipe()
        if weaken is not None:
            weaken()
        session = open_vault(folder / "anna")
        shim.watch(folder / "anna")
        shim.record(log, writer)
        for number in range(saves):
            save_one(
                session,
                f"Ziel {number}",
                partial(_say, writer),
            )
            os.read(reader, 4096)
        session.close()

    ended = in_child(work)
    if ended.code or ended.crash:
        raise AssertionError(ended)


def read_events(log: Path) -> list[Event]:
    """Return what was recorded."""
    data, at = log.read_bytes(), 0
    events: list[Event] = []
    while at < len(data):
        kind, path_size, offset, size, _ = _HEAD.unpack_from(data, at)
        at += _HEAD.size
        path = data[at : at + path_size].decode()
        at += path_size
        has_data = kind in (b"W", b"A", b"R")
        events.append((kind.decode(), path, offset, data[at : at + size] if has_data else b""))
        at += size if has_data else 0
    return events


def lose_power(events: list[Event], before: Path, target: Path, chance: random.Random) -> list[str]:
    """Write into *target* what is left of *before* after a cut at any event; return the saved."""
    paths = [path for path in before.iterdir() if path.is_file()]
    files = {str(path): File(bytearray(path.read_bytes())) for path in paths}
    saved: list[str] = []
    for kind, path, offset, data in events[: chance.randrange(1, len(events) + 1)]:
        if kind == "A":
            saved.append(data.decode().strip())
        elif kind == "W":
            files.setdefault(path, File()).pending.append((offset, data))
        elif kind == "T":
            files.setdefault(path, File()).pending.append((offset, None))
        elif kind == "S" and path in files:
            files[path].sync()
        elif kind == "R":
            files[data.decode()] = files.pop(path, File())
        elif kind == "U":
            files.pop(path, None)
    target.mkdir(exist_ok=True)
    for old in target.iterdir():
        old.unlink()
    for path, file in files.items():
        file.lose_power(chance)
        (target / Path(path).name).write_bytes(file.content)
    return saved


def read_after(target: Path, key: Any, saved: list[str]) -> str:
    """Return what is wrong with a vault after the power went out."""
    try:
        vault = VaultDatabase.open(target, key, load_forms())
    except Exception as failure:  # noqa: BLE001 - whatever it is, it is counted
        return f"does not open: {failure!r}"
    try:
        with vault.transaction() as connection:  # type: ignore[attr-defined]
            checked = connection.exec_driver_sql("PRAGMA integrity_check").scalar()  # type: ignore[attr-defined]
        titles = {row.title for row in vault.records.rows(RowQuery("mission", limit=10_000)).rows}
    except Exception as failure:  # noqa: BLE001 - as above
        return f"cannot be read: {failure!r}"
    finally:
        vault._database._connection.close()
        vault._database._engine.dispose()
    if checked != "ok":
        return f"integrity: {checked}"
    lost = [title for title in saved if title not in titles]
    return f"lost: {lost}" if lost else ""


def replay(
    shim: Shim, arena: Arena, folder: Path, states: int, *, weakness: Any = None
) -> tuple[int, list[str]]:
    """Let the power go out in many ways; return how many events were recorded and what failed."""
    run, log = arena.fresh(), folder / "writes.log"
    log.unlink(missing_ok=True)
    record_saves(shim, run, log, 40, weakness)
    events = read_events(log)
    before = arena.fresh() / "anna"
    chance, key = random.Random(3), database_key(before)  # noqa: S311 - repeatable
    found: list[str] = []
    for number in range(states):
        saved = lose_power(events, before, folder / "after", chance)
        if wrong := read_after(folder / "after", key, saved):
            found.append(f"state {number}: {wrong}")
    return len(events), found
