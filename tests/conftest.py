"""What holds for every test: no screen, no network; and vaults that are made once."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before anything imports Qt

import time
from datetime import UTC, date, datetime
from datetime import time as time_of_day
from typing import TYPE_CHECKING

import hypothesis
import pytest
import pytest_socket

if TYPE_CHECKING:
    from pathlib import Path

    from vaults import Pair

NEARLY_TOMORROW = time_of_day(23, 59, 30)

# Shared machines are slow at times; speed is measured in benchmarks/, never by a test.
hypothesis.settings.register_profile("project", deadline=None)
hypothesis.settings.load_profile("project")


def pytest_runtest_setup() -> None:
    """Refuse network sockets; local ones stay for D-Bus, the single instance and PostgreSQL."""
    pytest_socket.disable_socket(allow_unix_socket=True)


@pytest.fixture(scope="session", autouse=True)
def _remembered_keys() -> None:
    from remembered_keys import remember_keys  # noqa: PLC0415 - after the environment is set

    remember_keys()


@pytest.fixture
def today() -> date:
    """The day in UTC, which lasts longer than the test: its last half minute is waited for."""
    while (now := datetime.now(tz=UTC)).time() >= NEARLY_TOMORROW:
        time.sleep(1)
    return now.date()


@pytest.fixture(scope="session")
def first_pair(tmp_path_factory: pytest.TempPathFactory) -> Pair:
    """Four vaults and a bundle, to be copied and never changed."""
    from vaults import make_pair  # noqa: PLC0415 - tests of the interface do not need it

    return make_pair(tmp_path_factory.mktemp("pair"))


@pytest.fixture
def pair(first_pair: Pair, tmp_path: Path) -> Pair:
    """A copy of the four vaults for one test."""
    return first_pair.copy(tmp_path)
