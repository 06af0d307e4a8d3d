"""A record is read again when others changed something: at once, or when its page is seen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from innolab_desktop.services.changes import Changes
from innolab_desktop.ui.notifier import Notifier
from innolab_desktop.ui.pages.reading_again import ReadingAgain

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


class _Editing(QObject):
    """Counts how often the record is read."""

    def __init__(self) -> None:
        super().__init__()
        self.readings = 0

    def reload(self) -> None:
        self.readings += 1


def test_a_page_that_is_not_seen_is_read_once_when_it_comes_to_the_front(qtbot: QtBot) -> None:
    page, editing, notifier = QWidget(), _Editing(), Notifier()
    qtbot.addWidget(page)
    ReadingAgain(page, cast("Any", editing), notifier)
    page.show()
    assert editing.readings == 0
    notifier.changed.emit(Changes(), None)
    assert editing.readings == 1
    page.hide()
    notifier.changed.emit(Changes(), None)
    notifier.changed.emit(Changes(), None)
    assert editing.readings == 1
    page.show()
    assert editing.readings == 2
    page.hide()
    page.show()
    assert editing.readings == 2
    notifier.changed.emit(Changes(), editing)
    assert editing.readings == 2
