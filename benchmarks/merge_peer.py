"""Goal 4: merging 10,000 records into 10,000, against keepassxc-cli."""

from __future__ import annotations

import os
import shutil
import subprocess
from random import Random
from typing import TYPE_CHECKING

import corpus
from measuring import Figure, child_cpu_s, import_s, ratio

if TYPE_CHECKING:
    from pathlib import Path

_RECORDS = 10_000
_PASSWORD = "nur zum Messen\n"


def measure(work: Path, rounds: int) -> list[Figure]:
    """Return the figures of goal 4, or say that the peer is not there."""
    program = shutil.which("keepassxc-cli")
    name = "4 merge of 10,000 records into 10,000 others / keepassxc-cli merge"
    if program is None:
        missing = "not measured: keepassxc-cli is missing (apt-get install keepassxc)"
        return [Figure(name, 0.0, "ratio", "<= 0.15", False, missing)]
    ours, peers = _ours_new(work, rounds), _theirs(work, program, rounds, are_new=True)
    opened = "CPU seconds; opening (without Argon2id of ours), merging and saving"
    changed, peers_changed = _ours(work, rounds), _theirs(work, program, rounds, are_new=False)
    return [
        ratio(
            name,
            ours,
            peers,
            at_most=0.15,
            detail=f"records of about 300 bytes that the other side does not have; {opened}",
        ),
        ratio(
            "4a three fields change in each of 10,000 records / keepassxc-cli merge",
            changed,
            peers_changed,
            at_most=0.15,
            detail=opened,
        ),
    ]


def _ours_new(work: Path, rounds: int) -> list[float]:
    folder = work / "new"
    session = corpus.new_vault(folder)
    one, other = (corpus.new_municipality(number, session) for number in (1, 2))
    words = corpus.Vocabulary(20_000)
    for municipality in (one, other):
        corpus.add_small_records(municipality, _RECORDS, words.text)
    session.importing.run([corpus.bundle(one, session, work / "new-first.ilpaket")])
    package = corpus.bundle(other, session, work / "new-second.ilpaket")
    session.vault.back_up("bench")
    session.close()
    return [import_s(folder, work / f"new{number}", package) for number in range(rounds)]


def _ours(work: Path, rounds: int) -> list[float]:
    folder = work / "merge"
    session = corpus.new_vault(folder)
    first = corpus.new_municipality(1, session)
    corpus.add_commits(first, _RECORDS, new_records=1.0)
    session.importing.run([corpus.bundle(first, session, work / "merge-first.ilpaket")])
    corpus.change_every_record(first)
    package = corpus.bundle(first, session, work / "merge-second.ilpaket")
    session.vault.back_up("bench")
    session.close()
    return [import_s(folder, work / f"merge{number}", package) for number in range(rounds)]


def _theirs(work: Path, program: str, rounds: int, *, are_new: bool) -> list[float]:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    left, right = work / f"left{are_new}.kdbx", work / f"right{are_new}.kdbx"
    xml = work / "entries.xml"
    for number, target in enumerate((left, right)):
        xml.write_text(_xml(number, _RECORDS * number * are_new), encoding="utf-8")
        subprocess.run(
            [program, "import", "-p", str(xml), str(target)],
            input=_PASSWORD * 2,
            check=True,
            capture_output=True,
            text=True,
            env=environment,
        )
    seconds: list[float] = []
    for number in range(rounds):
        copy = work / f"left{number}.kdbx"
        shutil.copy(left, copy)

        def merge(copy: Path = copy) -> None:
            subprocess.run(
                [program, "merge", "-s", str(copy), str(right)],
                input=_PASSWORD,
                check=True,
                capture_output=True,
                text=True,
                env=environment,
            )

        seconds.append(child_cpu_s(merge))
        copy.unlink()
    return seconds


def _xml(generation: int, first: int) -> str:
    """Return 10,000 entries; those with the ids of another file change what is in it.

    Args:
        generation: 0 or 1, which changes every value and makes it newer.
        first: the number that the ids begin after.
    """
    import base64  # noqa: PLC0415 - only here

    words, random = corpus.Vocabulary(20_000), Random(generation)

    def entry(number: int) -> str:
        uid = base64.b64encode((first + number).to_bytes(16, "big")).decode()
        values = {
            "Title": f"n{number} {generation}",
            "UserName": f"{generation}",
            "Notes": words.text(random, corpus.SMALL_CHARACTERS),
        }
        fields = "".join(
            f"<String><Key>{key}</Key><Value>{value}</Value></String>"
            for key, value in values.items()
        )
        time = f"2026-0{generation + 1}-01T00:00:00Z"
        times = f"<Times><LastModificationTime>{time}</LastModificationTime></Times>"
        return f"<Entry><UUID>{uid}</UUID>{times}{fields}</Entry>"

    root = base64.b64encode(b"r" * 16).decode()
    entries = "".join(entry(number + 1) for number in range(_RECORDS))
    return (
        '<?xml version="1.0" encoding="UTF-8"?><KeePassFile><Meta/><Root><Group>'
        f"<UUID>{root}</UUID><Name>Root</Name>{entries}</Group></Root></KeePassFile>"
    )
