"""What the tests of use cases share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from services.releases import Stage, set_stage

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from vaults import Pair


@pytest.fixture
def stage(pair: Pair, tmp_path: Path) -> Iterator[Stage]:
    """Three open vaults around a mission that may be released."""
    opened = set_stage(pair, tmp_path / "post")
    yield opened
    opened.close()
