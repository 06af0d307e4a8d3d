"""A mission that is open in its editor."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from innolab_desktop.services.read_models import RowQuery
from innolab_desktop.ui.pages.record_editor import RecordEditor
from ui.vaults import TITLE

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from innolab_desktop.services.session import Session
    from innolab_desktop.ui.desk import Desk
    from ui.vaults import Lane


@pytest.fixture
def mission(session: Session, lane: Lane) -> bytes:
    rows = lane.call(lambda: session.records.list_rows(RowQuery(kind="mission"))).rows
    return next(row.id for row in rows if row.title == TITLE)


@pytest.fixture
def editor(qtbot: QtBot, desk: Desk, lane: Lane, mission: bytes) -> RecordEditor:
    widget = RecordEditor(desk)
    qtbot.addWidget(widget)
    widget.resize(900, 700)
    with qtbot.waitExposed(widget):
        widget.show()
    widget.activateWindow()
    widget.open_record(mission)
    lane.settle()
    return widget
