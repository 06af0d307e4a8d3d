"""Practising the way back: proposed after 90 days, and again 90 days after each time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from innolab_desktop.domain.errors import VaultError
from innolab_desktop.services.backing_up import DAY_MS
from innolab_desktop.services.changes import CancelToken, NoProgress
from innolab_desktop.services.restoring import Restoring
from services.test_backing_up import Clock

if TYPE_CHECKING:
    from pathlib import Path

    from innolab_desktop.services.session import Session
    from vaults import Pair

NOTHING = (NoProgress(), CancelToken())


def files(folder: Path) -> set[Path]:
    return {path for path in folder.rglob("*") if path.is_file()}


def test_due_every_90_days(anna: Session) -> None:
    clock = Clock(500 * DAY_MS)
    restoring = Restoring(anna.vault, clock)
    assert not restoring.is_drill_due(), "nobody is pressed on the first day"
    clock.ms += 90 * DAY_MS - 1
    assert not restoring.is_drill_due()
    clock.ms += 1
    assert restoring.is_drill_due()
    anna.safekeeping.backups.make()
    restoring.drill(*NOTHING)
    assert not restoring.is_drill_due()
    assert restoring.last_drill_ms() == clock.ms
    clock.ms += 90 * DAY_MS
    assert restoring.is_drill_due()


def test_a_drill_that_failed_stays_due(anna: Session, pair: Pair) -> None:
    clock = Clock(500 * DAY_MS)
    restoring = Restoring(anna.vault, clock)
    restoring.is_drill_due()
    clock.ms += 90 * DAY_MS
    backup = anna.safekeeping.backups.make().backup.folder
    (backup / "vault.db").write_bytes(b"damaged" * 1000)
    before = files(pair.anna)
    with pytest.raises(VaultError):
        restoring.drill(*NOTHING)
    assert restoring.is_drill_due()
    assert files(pair.anna) == before, "nothing of the attempt is left"
