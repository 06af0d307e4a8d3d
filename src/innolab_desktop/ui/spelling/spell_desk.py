"""What the fields know of misspelled words; the dictionary itself is asked in the lane."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from innolab_desktop.services.spelling import Spelling
    from innolab_desktop.ui.jobs import Jobs

_ASK_AFTER_MS: Final = 250
_MOST_AT_ONCE: Final = 400


class SpellDesk(QObject):
    """Collects words that nobody asked about yet, and remembers the answers.

    Signals:
        learned: words were checked, or everything is to be looked at again.
    """

    learned = Signal()

    def __init__(self, spelling: Spelling, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._spelling = spelling
        self._jobs = jobs
        self._is_wrong: dict[str, bool] = {}
        self._open: set[str] = set()
        self._delay = QTimer(self)
        self._delay.setSingleShot(True)
        self._delay.setInterval(_ASK_AFTER_MS)
        self._delay.timeout.connect(self._ask)

    def is_wrong(self, word: str) -> bool:
        """Tell whether *word* is known to be misspelled; if nobody knows, it is asked about."""
        known = self._is_wrong.get(word)
        if known is None:
            self._open.add(word)
            if not self._delay.isActive():
                self._delay.start()
        return bool(known)

    def suggest(self, owner: QObject, word: str, done: Callable[[tuple[str, ...]], None]) -> None:
        """Look for what *word* may have been meant to be; that can take a second."""
        spelling = self._spelling
        self._jobs.run(owner, lambda _job: spelling.suggestions(word), done)

    def remember(self, word: str) -> None:
        """Take *word* as correct from now on."""
        spelling = self._spelling
        self._jobs.run(self, lambda _job: spelling.remember(word), lambda _none: self.forget())

    def forget(self) -> None:
        """Ask about everything again: the dictionary or the setting changed."""
        self._is_wrong.clear()
        self.learned.emit()

    def _ask(self) -> None:
        words = tuple(self._open)[:_MOST_AT_ONCE]
        self._open.difference_update(words)
        spelling = self._spelling
        self._jobs.run(
            self,
            lambda _job: spelling.misspelled(words),
            lambda wrong: self._learn(words, wrong),
        )

    def _learn(self, words: Iterable[str], wrong: frozenset[str]) -> None:
        self._is_wrong.update((word, word in wrong) for word in words)
        if self._open:
            self._delay.start()
        self.learned.emit()
