"""Goal 13: searching as typed in 100,000 notes, against the bare index asked the same.

The bare index returns numbers in its own order; ours sorts by the last change and shows an
excerpt.
"""

from __future__ import annotations

import statistics
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import corpus
import fixture
from measuring import Figure, cpu_s

from innolab_desktop import bootstrap
from innolab_desktop.domain.german_folding import folded_words

if TYPE_CHECKING:
    from pathlib import Path

    from innolab_desktop.services.session import Session

_CHARACTERS = 2000
_PER_BUNDLE = 10_000
_VOCABULARY = 20_000
_HITS = 20
_GOAL = 1.5
_LIMIT_MS = 50.0
_BARE = "SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT ?"


def measure(rounds: int, notes: int) -> list[Figure]:
    """Return the figures of goal 13: what a person waits for after each letter."""
    folder = fixture.kept(f"notes-{notes}", lambda folder: _build(folder, notes))
    session = bootstrap.open_vault(folder / "notes", corpus.PASSPHRASE)
    words = _typed(corpus.Vocabulary(_VOCABULARY).words)
    ours = {typed: list[float]() for typed in words}
    bare = {typed: list[float]() for typed in words}
    for _ in range(rounds):
        for typed in words:
            ours[typed].append(1000 * cpu_s(lambda typed=typed: session.search(typed)))
            bare[typed].append(1000 * cpu_s(lambda typed=typed: _ask_index(session, typed)))
    needed, peer = _medians(ours), _medians(bare)
    slowest = max(needed, key=lambda typed: needed[typed])
    session.close()
    value = _p95(needed) / _p95(peer)
    return [
        Figure(
            f"13 search as typed in {notes} notes, p95 / bare FTS5 of the same question",
            round(value, 3),
            "ratio",
            f"<= {_GOAL}",
            value <= _GOAL,
            f"{len(words)} beginnings of words, frequent and rare; ours p95 {_p95(needed):.2f} ms, "
            f"median {statistics.median(needed.values()):.2f}, bare p95 {_p95(peer):.2f}",
        ),
        Figure(
            f"13a slowest letter in {notes} notes",
            round(needed[slowest], 1),
            "ms",
            f"<= {_LIMIT_MS:.0f} ms",
            needed[slowest] <= _LIMIT_MS,
            f"CPU time; typed: {slowest}",
        ),
    ]


def _build(folder: Path, notes: int) -> None:
    """Write a vault of notes of 2 kB whose words are as unequal as those of a language."""
    vocabulary = corpus.Vocabulary(_VOCABULARY)
    session = corpus.new_vault(folder / "notes")
    sender = corpus.new_municipality(1, session)
    for _ in range(0, notes, _PER_BUNDLE):
        corpus.add_records_with_text(sender, _PER_BUNDLE, _CHARACTERS, vocabulary.text)
        sender.texts.clear()
        package = corpus.bundle(sender, session, folder / "notes.ilpaket")
        (result,) = session.importing.run([package]).bundles
        if result.commits < _PER_BUNDLE:
            raise RuntimeError(result)
        package.unlink()
    session.close()


def _typed(words: list[str]) -> list[str]:
    """Return what stands in the field after each letter: of frequent, middling, and rare words."""
    chosen = [words[rank] for rank in (0, 1, 5, 30, 200, 2_000, 15_000)]
    singles = [word[:length] for word in chosen for length in range(1, len(word) + 1)]
    pairs = [f"{first} {second}" for first, second in pairwise(chosen)]
    return list(dict.fromkeys([*singles, *pairs]))


def _ask_index(session: Session, typed: str) -> list[Any]:
    *whole, last = folded_words(typed)
    mark = "*" if len(last) > 1 else ""
    question = " AND ".join([*(f'"{term}"' for term in whole), f'"{last}"{mark}'])
    database: Any = session.vault
    with session.vault.transaction():
        connection = database._database.connection  # noqa: SLF001 - a measurement looks inside
        return connection.exec_driver_sql(_BARE, (question, _HITS)).all()


def _medians(milliseconds: dict[str, list[float]]) -> dict[str, float]:
    return {typed: statistics.median(times) for typed, times in milliseconds.items()}


def _p95(milliseconds: dict[str, float]) -> float:
    return statistics.quantiles(milliseconds.values(), n=20)[-1]
