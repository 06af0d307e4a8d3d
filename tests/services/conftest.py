"""What the tests of use cases share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from services.releases import Stage, set_stage
from vaults import open_vault

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from innolab_desktop.services.session import Session
    from vaults import Pair


@pytest.fixture
def stage(pair: Pair, tmp_path: Path) -> Iterator[Stage]:
    """Three open vaults around a mission that may be released."""
    opened = set_stage(pair, tmp_path / "post")
    yield opened
    opened.close()


@pytest.fixture
def anna(pair: Pair) -> Iterator[Session]:
    """Anna's open vault; she shares a mission with Ben."""
    session = open_vault(pair.anna)
    yield session
    session.close()


@pytest.fixture
def ben(pair: Pair) -> Iterator[Session]:
    """Ben's open vault, before he got Anna's bundle."""
    session = open_vault(pair.ben)
    yield session
    session.close()
