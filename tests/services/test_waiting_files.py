"""What is kept until more is there is bounded, and can be thrown away."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from innolab_desktop.domain.errors import BundleError
from innolab_desktop.journal.operations import Create
from innolab_desktop.services import waiting_files
from innolab_desktop.storage import intake
from services.forger import Forger
from vaults import open_vault, rows

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from innolab_desktop.services.session import Session
    from innolab_desktop.services.waiting_files import WaitingFiles
    from vaults import Pair


@pytest.fixture
def ben(pair: Pair) -> Iterator[Session]:
    session = open_vault(pair.ben)
    session.importing.run([pair.bundle])
    yield session
    session.close()


def digest(number: int) -> bytes:
    return number.to_bytes(32, "big")


def fill(waiting: WaitingFiles, code: str, start: int = 0, size_bytes: int = 10) -> int:
    """Keep files until one is refused, and return how many were kept."""
    for number in range(start, start + 1000):
        try:
            waiting.keep(digest(number), code, bytes(size_bytes), number)
        except BundleError:
            return number - start
    return 1000


def test_files_of_anybody_take_half_of_the_room_and_no_more(ben: Session) -> None:
    waiting = ben.importing.waiting
    assert fill(waiting, "sender_unknown") == waiting_files.MAX_FILES // 2
    assert fill(waiting, "bundle_too_new", 5000) == 0, "they share it"
    assert fill(waiting, "space_unknown", 9000) == waiting_files.MAX_FILES // 2
    assert len(waiting.all()) == waiting_files.MAX_FILES
    waiting.keep(digest(1), "sender_unknown", bytes(10), 1)  # one that is there already
    assert waiting.discard(frozenset((digest(2), digest(3)))) == 2
    assert fill(waiting, "sender_unknown", 20_000) == 2


def test_size_counts_as_well(ben: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(waiting_files, "MAX_BYTES", 1000)
    assert fill(ben.importing.waiting, "sender_unknown", size_bytes=100) == 5
    assert [file.size_bytes for file in ben.importing.waiting.all()] == [100] * 5


def test_a_flood_is_refused_and_the_vault_stays_as_it_was(
    ben: Session, pair: Pair, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(waiting_files, "MAX_FILES", 6)
    good = pair.bundle.read_bytes()
    for number in range(5):
        later = good[:8] + b"\0\2" + good[10:] + bytes([number])
        (tmp_path / f"{number}.ilpaket").write_bytes(later)
    flood = sorted(tmp_path.glob("?.ilpaket"))
    results = ben.importing.run(flood[:3]).bundles
    assert [b.code for b in results] == ["bundle_too_new"] * 3
    before = rows(ben)
    results = ben.importing.run(flood[3:]).bundles
    assert [(b.status, b.code) for b in results] == [("rejected", "waiting_full")] * 2
    assert rows(ben) == before
    assert ben.importing.waiting.discard() == 3
    assert [b.status for b in ben.importing.run(flood[3:]).bundles] == ["held", "held"]


def test_commits_that_wait_are_bounded_and_come_again_when_discarded(
    ben: Session, pair: Pair, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    anna, clara = open_vault(pair.anna), open_vault(pair.clara)
    forger: Any = Forger(clara)
    forged = forger.commit(clara.info.device, pair.space, Create(bytes(16), "mission", 1, None, ""))
    relayed = Forger(anna).mail(ben, pair.space, tmp_path / "a.ilpaket", forged)
    before = rows(ben)
    monkeypatch.setattr(intake, "MAX_HELD_BYTES", 10)
    (refused,) = ben.importing.run([relayed]).bundles
    assert (refused.status, refused.code) == ("rejected", "held_full")
    assert rows(ben) == before
    monkeypatch.undo()
    (held,) = ben.importing.run([relayed]).bundles
    assert (held.status, held.held) == ("held", 1)
    ben.importing.waiting.discard()
    assert ben.vault.records.counts().held == 0
    for session in (anna, clara):
        session.close()
