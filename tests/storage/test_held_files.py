"""A virus scanner that holds every file for a moment stops nothing that gives files their names."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from innolab_desktop import atomic_file
from innolab_desktop.rescue import Rescue
from innolab_desktop.services.changes import CancelToken, NoProgress
from innolab_desktop.services.given_key import GivenPassphrase
from vaults import PASSPHRASE, open_vault

if TYPE_CHECKING:
    from collections.abc import Callable

    from vaults import Pair

SHARING_VIOLATION = 32


class Scanner:
    """Holds each name once, as a scanner on Windows does with what was just written."""

    def __init__(self) -> None:
        self.held: set[str] = set()

    def look_at(self, path: Path) -> None:
        """Let the first one who wants a file wait.

        Raises:
            PermissionError: it is looked into at this moment.
        """
        if str(path) not in self.held:
            self.held.add(str(path))
            failure = PermissionError(13, "held")
            failure.winerror = SHARING_VIOLATION  # pyright: ignore[reportAttributeAccessIssue] - Windows
            raise failure


@pytest.fixture
def scanner(monkeypatch: pytest.MonkeyPatch) -> Scanner:
    found, replace, rename = Scanner(), Path.replace, Path.rename

    def held(move: Callable[[Path, Path], Path]) -> Callable[[Path, Path], Path]:
        def moved(source: Path, target: Path) -> Path:
            found.look_at(source)
            return move(source, target)

        return moved

    monkeypatch.setattr(Path, "replace", held(replace))
    monkeypatch.setattr(Path, "rename", held(rename))
    monkeypatch.setattr(atomic_file.time, "sleep", lambda _: None)
    return found


def test_everything_that_renames_waits_for_the_scanner(
    pair: Pair, tmp_path: Path, scanner: Scanner
) -> None:
    anna = open_vault(pair.anna)
    anna.safekeeping.backups.use_second_place(tmp_path)
    backup = anna.safekeeping.backups.make().backup.folder
    anna.erasing.erase(pair.mission, "request")
    anna.erasing.clean_backups(NoProgress())
    anna.safekeeping.open_export.run(tmp_path / "offen", NoProgress(), CancelToken())
    anna.key_slots.rekey(PASSPHRASE, NoProgress(), CancelToken())
    again = open_vault(pair.anna)
    again.safekeeping.restoring.run(
        again.safekeeping.backups.make().backup.folder, NoProgress(), CancelToken()
    )
    given, quietly = GivenPassphrase(PASSPHRASE), (NoProgress(), CancelToken())
    Rescue(None).salvage(pair.anna, tmp_path / "gerettet", given, *quietly)
    open_vault(tmp_path / "gerettet").close()
    assert backup.is_dir()
    assert len(scanner.held) > 10
