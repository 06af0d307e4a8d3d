"""Goal 14: saving one field, durably, against one bare row in a transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING

import corpus
import sqlcipher3.dbapi2 as sqlcipher
from measuring import Figure, ratio, wall_s

if TYPE_CHECKING:
    from pathlib import Path

_SAVES = 50


def measure(work: Path, rounds: int) -> list[Figure]:
    """Return the figure of goal 14; on the clock, because a durable save waits for the disk."""
    session = corpus.new_vault(work / "save")
    saved = session.records.new("mission", {"title": "Öffnungszeiten", "challenge": "Schlangen"})
    bare = sqlcipher.connect(str(work / "save-bare.db"), isolation_level=None)
    bare.execute(f"PRAGMA key = \"x'{'42' * 48}'\"")
    for setting in ("locking_mode = EXCLUSIVE", "journal_mode = WAL", "synchronous = FULL"):
        bare.execute(f"PRAGMA {setting}").fetchall()
    bare.execute("CREATE TABLE bare (id INTEGER PRIMARY KEY, value TEXT)")
    ours: list[float] = []
    peer: list[float] = []
    for number in range(rounds):

        def save(number: int = number) -> None:
            for index in range(_SAVES):
                session.records.save(saved.record, {"next_step": f"Schritt {number} {index}"})

        def insert() -> None:
            for index in range(_SAVES):
                bare.execute("BEGIN IMMEDIATE")
                bare.execute("INSERT INTO bare (value) VALUES (?)", (f"Schritt {index}",))
                bare.execute("COMMIT")

        ours.append(wall_s(save))
        peer.append(wall_s(insert))
    bare.close()
    session.close()
    return [
        ratio(
            "14 save of one field / bare one-row transaction in SQLCipher, synchronous FULL",
            ours,
            peer,
            at_most=3.0,
            detail=f"{_SAVES} saves a round, each with commit, projection, search and fsync",
        )
    ]
