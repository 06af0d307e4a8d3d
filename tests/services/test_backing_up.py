"""Backups that are made by themselves: when something is new, not too often, failing calmly."""

from __future__ import annotations

import dataclasses
import shutil
from typing import TYPE_CHECKING

import pytest

from innolab_desktop.domain.errors import VaultError
from innolab_desktop.services.backing_up import DAY_MS, BackingUp
from innolab_desktop.services.notices import BACKUP_FAILED, SECOND_PLACE_FAILED
from vaults import open_vault

if TYPE_CHECKING:
    from pathlib import Path

    from innolab_desktop.services.session import Session
    from vaults import Pair

HOUR_MS = 3_600_000


@dataclasses.dataclass
class Clock:
    """A clock that tests turn."""

    ms: int

    def now_ms(self) -> int:
        """Return the time."""
        return self.ms


@pytest.fixture
def clock(anna: Session) -> Clock:
    anna.safekeeping.backups.make()
    return Clock(anna.vault.newest_backup_ms())


@pytest.fixture
def backing_up(anna: Session, clock: Clock) -> BackingUp:
    return BackingUp(anna.vault, clock, anna.notices)


def reasons(backing_up: BackingUp) -> list[str]:
    return [info.reason for info in backing_up.all()]


def test_closing_backs_up_what_is_new(
    anna: Session, backing_up: BackingUp, clock: Clock, pair: Pair
) -> None:
    clock.ms += HOUR_MS
    backing_up.make_before_closing()
    assert reasons(backing_up) == ["manual"], "nothing is new"
    anna.records.save(pair.mission, {"title": "Neu"})
    backing_up.make_before_closing()
    assert reasons(backing_up) == ["closing", "manual"]
    backing_up.make_before_closing()
    assert reasons(backing_up) == ["closing", "manual"]


def test_closing_often_does_not_back_up_each_time(
    anna: Session, backing_up: BackingUp, clock: Clock, pair: Pair
) -> None:
    clock.ms += 60_000
    anna.records.save(pair.mission, {"title": "Neu"})
    backing_up.make_before_closing()
    assert reasons(backing_up) == ["manual"]


def test_what_closing_skipped_is_backed_up_later(pair: Pair) -> None:
    anna = open_vault(pair.anna)
    anna.safekeeping.backups.make()
    anna.records.save(pair.mission, {"title": "Neu"})
    anna.finish()
    anna = open_vault(pair.anna)
    assert reasons(anna.safekeeping.backups) == ["manual"]
    later = Clock(anna.vault.newest_backup_ms() + HOUR_MS)
    BackingUp(anna.vault, later, anna.notices).make_before_closing()
    assert reasons(anna.safekeeping.backups) == ["closing", "manual"]
    anna.close()


def test_once_a_day_while_open(
    anna: Session, backing_up: BackingUp, clock: Clock, pair: Pair
) -> None:
    anna.records.save(pair.mission, {"title": "Neu"})
    clock.ms += DAY_MS - 1
    backing_up.make_daily()
    assert reasons(backing_up) == ["manual"]
    clock.ms += 1
    backing_up.make_daily()
    assert reasons(backing_up) == ["daily", "manual"]


def test_a_failure_is_told_once_and_never_stops_closing(
    anna: Session, backing_up: BackingUp, clock: Clock, pair: Pair
) -> None:
    shutil.rmtree(pair.anna / "backups")
    (pair.anna / "backups").write_text("a file in the way")
    clock.ms += DAY_MS
    with pytest.raises(VaultError):
        backing_up.make()
    anna.records.save(pair.mission, {"title": "Neu"})
    (pair.anna / "backups").unlink()
    (pair.anna / "backups").mkdir()
    anna.vault.back_up("manual")
    anna.records.save(pair.mission, {"title": "Noch neuer"})
    clock.ms += DAY_MS
    shutil.rmtree(pair.anna / "backups")
    (pair.anna / "backups").symlink_to("/dev/null/nowhere")
    backing_up.make_before_closing()
    backing_up.make_before_closing()
    assert [notice.code for notice in anna.notices.unseen()] == [BACKUP_FAILED]
    (pair.anna / "backups").unlink()


def test_a_second_place_that_fails_is_a_notice(
    anna: Session, backing_up: BackingUp, clock: Clock, pair: Pair, tmp_path: Path
) -> None:
    stick = tmp_path / "Stick"
    stick.mkdir()
    backing_up.use_second_place(stick)
    assert backing_up.second_place() == stick
    assert backing_up.second_place_copied_ms() == clock.ms
    shutil.rmtree(stick)
    anna.records.save(pair.mission, {"title": "Neu"})
    clock.ms += HOUR_MS
    backing_up.make_before_closing()
    assert reasons(backing_up) == ["closing", "manual"]
    assert [notice.code for notice in anna.notices.unseen()] == [SECOND_PLACE_FAILED]


def test_a_place_that_does_not_work_is_not_chosen(backing_up: BackingUp, tmp_path: Path) -> None:
    with pytest.raises(VaultError) as failure:
        backing_up.use_second_place(tmp_path / "fehlt")
    assert failure.value.code == "second_place_missing"
    assert backing_up.second_place() is None
