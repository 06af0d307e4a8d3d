"""The application with the vaults of the story, and what waits until it stands still."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QLocale, QObject
from PySide6.QtWidgets import QApplication
from screenshot_story import tell_story

from innolab_desktop import paths
from innolab_desktop.services.error_catalogue import read_catalogue
from innolab_desktop.services.hint_catalogue import read_hints
from innolab_desktop.ui.desk import Desk
from innolab_desktop.ui.jobs import Jobs
from innolab_desktop.ui.notifier import Notifier
from innolab_desktop.ui.theme.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtCore import QRect

T = TypeVar("T")
BASE_POINT_SIZE = 10
_QUIET_S = 0.25


class Studio:
    """The application, its lane, and the vaults of the story."""

    def __init__(self, folder: Path) -> None:
        self.app = QApplication(sys.argv[:1])
        QLocale.setDefault(QLocale(QLocale.Language.German, QLocale.Country.Germany))
        font = self.app.font()
        font.setPointSizeF(BASE_POINT_SIZE)
        self.app.setFont(font)
        self.theme = Theme(self.app, paths.resources_dir() / "icons")
        self.jobs = Jobs()
        self.catalogue = read_catalogue(paths.resources_dir() / "errors.toml")
        self.folder = folder
        self.session = self.call(lambda: tell_story(folder))
        hints = read_hints(paths.resources_dir() / "hints.toml")
        notifier = Notifier(self.jobs)
        self.desk = Desk(self.session, self.jobs, notifier, self.theme, self.catalogue, hints)

    def call(self, work: Callable[[], T]) -> T:
        """Run *work* in the lane and wait for it."""
        results: list[T] = []
        errors: list[Exception] = []
        owner = QObject()
        self.jobs.run(owner, lambda _job: work(), results.append, failed=errors.append)
        while not results and not errors:
            self.settle()
        if errors:
            raise errors[0]
        return results[0]

    def settle(self) -> None:
        """Let everything that was started come to its end, and every widget to its place."""
        places: list[QRect] = []
        quiet_since = time.monotonic()
        while time.monotonic() - quiet_since < _QUIET_S:
            self.app.sendPostedEvents()
            self.app.processEvents()
            now = [widget.geometry() for widget in self.app.allWidgets() if widget.isVisible()]
            if not self.jobs.is_idle or now != places:
                quiet_since, places = time.monotonic(), now
            time.sleep(0.01)

    def close(self) -> None:
        """End the lane."""
        self.jobs.finish_with(self.session.close)
        self.jobs.shut_down()
