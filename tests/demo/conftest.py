"""The demo, played once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from demo.played import Played, play

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="session")
def played(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Played]:
    demo = play(tmp_path_factory.mktemp("demo") / "übung")
    yield demo
    for session in demo.sessions.values():
        session.close()
