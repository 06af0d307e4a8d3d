"""Goal 4: merging 10,000 records into 10,000, against keepassxc-cli."""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import TYPE_CHECKING

import corpus
from measuring import Figure, child_cpu_s, cpu_s, ratio

from innolab_desktop import bootstrap

if TYPE_CHECKING:
    from pathlib import Path

_RECORDS = 10_000
_PASSWORD = "nur zum Messen\n"


def measure(work: Path, rounds: int) -> list[Figure]:
    """Return the figure of goal 4, or say that the peer is not there."""
    program = shutil.which("keepassxc-cli")
    name = "4 merge of 10,000 records into 10,000 / keepassxc-cli merge"
    if program is None:
        missing = "not measured: keepassxc-cli is missing (apt-get install keepassxc)"
        return [Figure(name, 0.0, "ratio", "<= 0.15", False, missing)]
    ours = _ours(work, rounds)
    peers = _theirs(work, program, rounds)
    detail = (
        "three fields change in every record; CPU seconds; opening (without Argon2id of ours), "
        "merging and saving"
    )
    return [ratio(name, ours, peers, at_most=0.15, detail=detail)]


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
    seconds: list[float] = []
    for number in range(rounds):
        copy = work / f"merge{number}"
        shutil.copytree(folder, copy)
        opened = bootstrap.open_vault(copy, corpus.PASSPHRASE)
        seconds.append(cpu_s(lambda s=opened: s.importing.run([package])))
        opened.close()
        shutil.rmtree(copy)
    return seconds


def _theirs(work: Path, program: str, rounds: int) -> list[float]:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    left, right = work / "left.kdbx", work / "right.kdbx"
    xml = work / "entries.xml"
    for number, target in enumerate((left, right)):
        xml.write_text(_xml(number), encoding="utf-8")
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


def _xml(generation: int) -> str:
    """Return 10,000 entries with fixed ids, so that the second file changes the first."""
    import base64  # noqa: PLC0415 - only here

    def entry(number: int) -> str:
        uid = base64.b64encode(number.to_bytes(16, "big")).decode()
        fields = "".join(
            f"<String><Key>{key}</Key><Value>{key} {number} {generation} Öffnungszeiten</Value>"
            "</String>"
            for key in ("Title", "UserName", "Notes")
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
