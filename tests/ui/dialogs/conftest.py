"""What several dialogs are tried with."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ui.release_stage import TEXT, Stage, make_space

if TYPE_CHECKING:
    from pathlib import Path

    from innolab_desktop.ui.desk import Desk
    from innolab_desktop.ui.main_window import MainWindow
    from ui.vaults import Lane


@pytest.fixture
def stage(window: MainWindow, desk: Desk, lane: Lane, tmp_path: Path) -> Stage:
    session = desk.session
    space = lane.call(lambda: make_space(session, tmp_path))
    (hit,) = lane.call(lambda: session.search("Öffnungszeiten", "mission"))
    lane.call(lambda: session.records.save(hit.id, {"challenge": TEXT}))
    return Stage(window, session, lane, hit.id, space)
