"""Files that are there completely or not at all, also when a virus scanner holds them."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from innolab_desktop import atomic_file

_REPLACES = 2_000
_HELD_SHARE = 0.05


class Scanner:
    """Holds files for a moment, like virus scanners and indexers on Windows do."""

    def __init__(self, held: int, winerror: int) -> None:
        self._replace = Path.replace
        self.left = held
        self._winerror = winerror
        self.tries = 0

    def replace(self, source: Path, target: Path) -> Path:
        """Fail as often as asked for, then rename."""
        self.tries += 1
        if self.left:
            self.left -= 1
            failure = PermissionError(13, "held")
            failure.winerror = self._winerror  # pyright: ignore[reportAttributeAccessIssue] - Windows
            raise failure
        return self._replace(source, target)


@pytest.fixture
def pauses(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    slept: list[float] = []
    monkeypatch.setattr(atomic_file.time, "sleep", slept.append)
    return slept


def hold(monkeypatch: pytest.MonkeyPatch, held: int, winerror: int) -> Scanner:
    scanner = Scanner(held, winerror)

    def replace(source: Path, target: Path) -> Path:
        return scanner.replace(source, target)

    monkeypatch.setattr(Path, "replace", replace)
    return scanner


@pytest.mark.parametrize("winerror", [5, 32, 33])
def test_a_held_file_is_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pauses: list[float], winerror: int
) -> None:
    (tmp_path / "x").write_bytes(b"old")
    scanner = hold(monkeypatch, 6, winerror)
    atomic_file.write(tmp_path / "x", b"new")
    assert (tmp_path / "x").read_bytes() == b"new"
    assert pauses == [0.05, 0.1, 0.2, 0.4, 0.8, 1.0]
    assert scanner.tries == 7


def test_a_file_that_stays_held_is_an_error_and_the_old_one_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pauses: list[float]
) -> None:
    (tmp_path / "x").write_bytes(b"old")
    hold(monkeypatch, 100, 32)
    with pytest.raises(PermissionError):
        atomic_file.write(tmp_path / "x", b"new")
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"old"]
    assert len(pauses) == 6


def test_another_error_is_not_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pauses: list[float]
) -> None:
    scanner = hold(monkeypatch, 1, 112)  # disk full
    with pytest.raises(PermissionError):
        atomic_file.write(tmp_path / "x", b"new")
    assert (scanner.tries, pauses) == (1, [])
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("before", [None, b"old"])
def test_a_new_name_that_the_disk_does_not_confirm_is_taken_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, before: bytes | None
) -> None:
    target = tmp_path / "x"
    if before is not None:
        target.write_bytes(before)

    def fail(_folder: Path) -> None:
        raise OSError(28, "no space")

    monkeypatch.setattr(atomic_file, "sync_folder", fail)
    with pytest.raises(OSError, match="no space"):
        atomic_file.write(target, b"new")
    left = [path.read_bytes() for path in tmp_path.iterdir()]
    assert left == ([] if before is None else [b"new"])  # what was replaced is gone by then


@pytest.mark.usefixtures("pauses")
def test_many_replaces_with_a_busy_scanner_all_arrive(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chance = random.Random(1)  # noqa: S311 - repeatable, not secret
    scanner = hold(monkeypatch, 0, 32)
    monkeypatch.setattr(atomic_file.os, "fsync", lambda _: None)
    for number in range(_REPLACES):
        scanner.left = chance.randint(1, 3) if chance.random() < _HELD_SHARE else 0
        atomic_file.write(tmp_path / "x", str(number).encode())
        assert (tmp_path / "x").read_bytes() == str(number).encode()
    assert scanner.tries > _REPLACES


def test_a_held_file_is_removed_as_soon_as_it_is_let_go(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pauses: list[float]
) -> None:
    held = tmp_path / "x"
    held.write_bytes(b"old")
    unlink, left = Path.unlink, [1, 1]

    def refuse(path: Path, *, missing_ok: bool = False) -> None:
        if left:
            left.pop()
            failure = PermissionError(13, "held")
            failure.winerror = 32  # pyright: ignore[reportAttributeAccessIssue] - Windows
            raise failure
        unlink(path, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "unlink", refuse)
    atomic_file.remove(held)
    assert not held.exists()
    assert pauses == [0.05, 0.1]
    atomic_file.remove(held)
