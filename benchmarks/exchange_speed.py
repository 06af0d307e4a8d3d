"""Goals 5, 6 and 9: an import against git and pycrdt, and the size of a bundle."""

from __future__ import annotations

import os
import shutil
import subprocess
from random import Random
from typing import TYPE_CHECKING, Any, Final

import corpus
import msgpack
import pycrdt
import zstandard
from measuring import Figure, child_cpu_s, cpu_s, import_s, ratio

from innolab_desktop.journal.commit import operations_of
from innolab_desktop.journal.operations import Set, TextEdit
from innolab_desktop.journal.texts import MergeText

if TYPE_CHECKING:
    from pathlib import Path

    from innolab_desktop.journal.commit import Commit

_COMMITS: Final = 10_000
_TEXTS: Final = 1_000
_RECORDS: Final = 10_000
_TEXT_CHARACTERS: Final = 300
_GIT_COMMIT: Final = b"commit refs/heads/main\ncommitter a <a@b> %d +0000\ndata 1\nc\n"


def measure(work: Path, rounds: int) -> list[Figure]:
    """Return the figures of goals 5, 6 and 9."""
    return [
        *_against_git(work, rounds),
        _against_new_documents(work, rounds),
        _against_pycrdt(work, rounds),
    ]


# --- git, and sizes ---------------------------------------------------------------------------


def _against_git(work: Path, rounds: int) -> list[Figure]:
    folder = work / "git-ours"
    receiver = corpus.new_vault(folder)
    sender = corpus.new_municipality(1, receiver)
    corpus.add_commits(sender, _COMMITS, texts=_TEXTS)
    package = corpus.bundle(sender, receiver, work / "git.ilpaket")
    receiver.vault.back_up("bench")
    receiver.close()
    stream = _fast_import(sender.commits)
    bundle = _git_bundle(work, stream)
    ours: list[float] = []
    peer: list[float] = []
    for number in range(rounds):
        peer.append(_git_fetch(work / f"git{number}", bundle))
        ours.append(import_s(folder, work / f"ours{number}", package))
    detail = (
        f"{_COMMITS} commits of 3 fields, {_TEXTS} texts of 2 kB; git: one file for each field, "
        f"one commit each, fetch and checkout; files: ours {package.stat().st_size} bytes, "
        f"git {bundle.stat().st_size}"
    )
    name = "5 import / git bundle fetch + checkout of the same values"
    return [ratio(name, ours, peer, at_most=0.25, detail=detail), _size(work)]


def _size(work: Path) -> Figure:
    """Compare the file of 10,000 commits of three fields of 150 characters with bare values."""
    receiver = corpus.new_vault(work / "size")
    sender = corpus.new_municipality(2, receiver)
    words = corpus.Vocabulary(20_000)
    corpus.add_commits(sender, _COMMITS, write_value=lambda chance: words.text(chance, 150))
    package = corpus.bundle(sender, receiver, work / "size.ilpaket")
    receiver.close()
    values = [_values(commit) for commit in sender.commits]
    bare = zstandard.ZstdCompressor(level=3).compress(msgpack.packb(values) or b"")
    ours_bytes = package.stat().st_size
    value = round(ours_bytes / len(bare), 3)
    detail = (
        f"{_COMMITS} commits, {ours_bytes / _COMMITS:.0f} bytes each against "
        f"{len(bare) / _COMMITS:.0f}: a seed of salts, predecessors and records do not compress"
    )
    goal = 1.5
    name = "9 bundle / bare values of 3 fields in msgpack and zstd"
    return Figure(name, value, "ratio", f"<= {goal}", value <= goal, detail)


def _values(commit: Commit) -> list[Any]:
    """Return (record, field, value) of everything a commit sets."""
    return [
        [item.record, item.field, item.value]
        for _, item in operations_of((commit,))[0]
        if isinstance(item, Set)
    ]


def _fast_import(commits: list[Commit]) -> bytes:
    """Return what makes a git commit of each of *commits*, with a file for each field."""
    lines: list[bytes] = []
    for number, commit in enumerate(commits):
        lines.append(_GIT_COMMIT % number)
        for _, item in operations_of((commit,))[0]:
            if isinstance(item, Set | TextEdit):
                text = item.value if isinstance(item, Set) else str(MergeText(item.update))
                body = str(text).encode()
                name = f"{item.record.hex()[-2:]}/{item.record.hex()}/{item.field}".encode()
                lines.append(b"M 100644 inline %s\ndata %d\n%s\n" % (name, len(body), body))
    return b"".join(lines)


def _git(folder: Path, *arguments: str, content: bytes | None = None) -> None:
    environment = {**os.environ, "HOME": str(folder.parent), "GIT_CONFIG_NOSYSTEM": "1"}
    subprocess.run(
        ["git", *arguments],  # noqa: S607 - wherever it is installed
        cwd=folder,
        env=environment,
        input=content,
        check=True,
        capture_output=True,
    )


def _git_bundle(work: Path, stream: bytes) -> Path:
    source, bundle = work / "git-source", work / "peer.bundle"
    source.mkdir()
    _git(source, "init", "-q", "-b", "main")
    _git(source, "fast-import", "--quiet", content=stream)
    _git(source, "bundle", "create", str(bundle), "main")
    shutil.rmtree(source)
    return bundle


def _git_fetch(folder: Path, bundle: Path) -> float:
    folder.mkdir()
    _git(folder, "init", "-q", "-b", "main")

    def fetch() -> None:
        _git(folder, "fetch", "-q", str(bundle), "main:refs/remotes/x/main")
        _git(folder, "checkout", "-q", "-B", "main", "refs/remotes/x/main")

    seconds = child_cpu_s(fetch)
    shutil.rmtree(folder)
    return seconds


# --- pycrdt -----------------------------------------------------------------------------------


def _against_new_documents(work: Path, rounds: int) -> Figure:
    folder = work / "new"
    receiver = corpus.new_vault(folder)
    sender, words = corpus.new_municipality(4, receiver), corpus.Vocabulary(20_000)
    corpus.add_small_records(sender, _RECORDS, words.text)
    package = corpus.bundle(sender, receiver, work / "new.ilpaket")
    receiver.vault.back_up("bench")
    receiver.close()
    updates = _new_documents(words)
    ours: list[float] = []
    peer: list[float] = []
    for number in range(rounds):
        peer.append(cpu_s(lambda: [_read_document(update) for update in updates]))
        ours.append(import_s(folder, work / f"new{number}", package))
    return ratio(
        "6 10,000 new records / pycrdt, 10,000 new documents without storage and encryption",
        ours,
        peer,
        at_most=2.0,
        detail="records of about 300 bytes; pycrdt reads the update of each into a document",
    )


def _new_documents(words: corpus.Vocabulary) -> list[bytes]:
    random, updates = Random(5), list[bytes]()
    for number in range(_RECORDS):
        document: pycrdt.Doc[Any] = pycrdt.Doc()
        values = document.get("r", type=pycrdt.Map)
        with document.transaction():
            values["kind"], values["title"], values["at"] = "mission", f"n{number}", float(number)
            values["next_step"] = words.text(random, corpus.SMALL_CHARACTERS)
        updates.append(document.get_update())
    return updates


def _read_document(update: bytes) -> pycrdt.Doc[Any]:
    document: pycrdt.Doc[Any] = pycrdt.Doc()
    document.apply_update(update)
    return document


def _against_pycrdt(work: Path, rounds: int) -> Figure:
    folder = work / "texts"
    receiver = corpus.new_vault(folder)
    sender = corpus.new_municipality(3, receiver)
    corpus.add_records_with_text(sender, _RECORDS, _TEXT_CHARACTERS)
    receiver.importing.run([corpus.bundle(sender, receiver, work / "texts-1.ilpaket")])
    corpus.edit_every_record(sender)
    package = corpus.bundle(sender, receiver, work / "texts-2.ilpaket")
    receiver.vault.back_up("bench")
    receiver.close()
    documents = _documents()
    ours: list[float] = []
    peer: list[float] = []
    for number in range(rounds):
        peer.append(cpu_s(lambda: _merge_documents(documents)))
        ours.append(import_s(folder, work / f"texts{number}", package))
    return ratio(
        "6a merge of 10,000 records with texts / pycrdt, 10,000 documents without storage",
        ours,
        peer,
        at_most=2.0,
        detail=f"a field and a text of {_TEXT_CHARACTERS} characters change in every record; "
        "pycrdt reads each document from memory, takes the change, and gives its bytes",
    )


def _documents() -> list[tuple[bytes, bytes]]:
    """Return for each record a document with two values and a text, and what changes it."""
    random = Random(4)
    documents: list[tuple[bytes, bytes]] = []
    for _ in range(_RECORDS):
        document: pycrdt.Doc[Any] = pycrdt.Doc()
        values = document.get("r", type=pycrdt.Map)
        text = document.get("t", type=pycrdt.Text)
        with document.transaction():
            values["title"], values["next_step"] = corpus.text(random, 40), ""
            text += corpus.text(random, _TEXT_CHARACTERS)
        state, known = document.get_update(), document.get_state()
        with document.transaction():
            values["next_step"] = corpus.text(random, 40)
            text.insert(0, corpus.ADDITION)
        documents.append((state, document.get_update(known)))
    return documents


def _merge_documents(documents: list[tuple[bytes, bytes]]) -> None:
    for state, change in documents:
        document: pycrdt.Doc[Any] = pycrdt.Doc()
        document.apply_update(state)
        document.apply_update(change)
        document.get_update()
