"""Runs what the cards ask for in the lane, and tells in one banner how it went."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from innolab_desktop.ui.error_sentence import error_sentence
from innolab_desktop.ui.theme.tokens import Tone

if TYPE_CHECKING:
    from collections.abc import Callable

    from innolab_desktop.ui.desk import Desk
    from innolab_desktop.ui.jobs import Job
    from innolab_desktop.ui.widgets.banner import Banner

T = TypeVar("T")


class Work(QObject):
    """The lane and the banner of the panel.

    Signals:
        changed: what the panel shows is to be read again.
    """

    changed = Signal()

    def __init__(self, desk: Desk, banner: Banner) -> None:
        super().__init__(banner)
        self._desk = desk
        self._banner = banner

    def run(self, work: Callable[[Job], T], done: Callable[[T], None], title: str) -> None:
        """Run *work* in the lane, then *done*; an error is told in the banner."""
        self._desk.jobs.run(self, work, done, failed=self._on_failed, title=title)

    def say(self, text: str, tone: Tone) -> None:
        """Tell how it went."""
        self._banner.show_message(text, tone)

    def _on_failed(self, error: Exception) -> None:
        self.say(error_sentence(self._desk.catalogue, error), Tone.BAD)
        self.changed.emit()
