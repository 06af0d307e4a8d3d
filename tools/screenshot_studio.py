"""The application with the vaults of the story, and what waits until it stands still."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from screenshot_story import PASSPHRASE, tell_story

from innolab_desktop import bootstrap, paths
from innolab_desktop.domain.language import Language
from innolab_desktop.services.collector_pause import collector_paused
from innolab_desktop.services.error_catalogue import read_catalogue
from innolab_desktop.services.hint_catalogue import read_hints
from innolab_desktop.ui.desk import Desk
from innolab_desktop.ui.jobs import Jobs
from innolab_desktop.ui.notifier import Notifier
from innolab_desktop.ui.spoken_language import SpokenLanguage
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
        self._spoken = SpokenLanguage(self.app, paths.resources_dir() / "translations")
        self._spoken.speak(Language.GERMAN)
        font = self.app.font()
        font.setPointSizeF(BASE_POINT_SIZE)
        self.app.setFont(font)
        self.theme = Theme(self.app, paths.resources_dir() / "icons")
        self.jobs = Jobs()
        self.folder = folder
        self.language = Language.GERMAN
        self.session = self.call(lambda: tell_story(folder))
        self.desk = self._desk()

    def speak(self, language: Language) -> None:
        """Let the program and what it brings speak *language* from now on.

        Raises:
            FileNotFoundError: there are no texts in that language.
        """
        if language is self.language:
            return
        if not self._spoken.speak(language):
            raise FileNotFoundError(language)
        self.language = language
        self.call(self.session.close)
        folder, surroundings = self.session_folder, bootstrap.Surroundings(language=language)
        self.session = self.call(lambda: bootstrap.open_vault(folder, PASSPHRASE, surroundings))
        self.desk = self._desk()

    @property
    def session_folder(self) -> Path:
        """The vault of the first official."""
        return self.folder / "Aylin"

    def _desk(self) -> Desk:
        speech, resources = bootstrap.load_speech(language=self.language), paths.resources_dir()
        return Desk(
            self.session,
            self.jobs,
            Notifier(self.jobs),
            self.theme,
            read_catalogue(resources / "errors.toml", speech),
            read_hints(resources / "hints.toml", speech),
        )

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
            with collector_paused():  # it may delete a closed dialog while Qt's list is read
                now = [widget.geometry() for widget in self.app.allWidgets() if widget.isVisible()]
            if not self.jobs.is_idle or now != places:
                quiet_since, places = time.monotonic(), now
            time.sleep(0.01)

    def close(self) -> None:
        """End the lane."""
        self.jobs.finish_with(self.session.close)
        self.jobs.shut_down()
