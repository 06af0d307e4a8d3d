"""What every use case shares: what changed, how far it is, and whether to stop."""

from __future__ import annotations

from dataclasses import dataclass
from threading import Event
from typing import TYPE_CHECKING, Protocol

from innolab_desktop.domain.errors import Cancelled

if TYPE_CHECKING:
    from innolab_desktop.domain.records import RecordId


@dataclass(frozen=True, slots=True)
class Changes:
    """Which records changed; views decide from it whether to read again.

    Attributes:
        commit: the commit that was written, if it was one.
        everything: set after an import or a rebuild, when naming each record is pointless.
    """

    records: frozenset[RecordId] = frozenset()
    commit: bytes | None = None
    everything: bool = False

    def touches(self, record: RecordId) -> bool:
        """Tell whether *record* may have changed."""
        return self.everything or record in self.records


class Progress(Protocol):
    """Receives how far a use case is."""

    def report(self, done: int, total: int, step: str) -> None:
        """Say that *done* of *total* are finished in the named *step*."""
        ...


class NoProgress:
    """A progress that nobody watches."""

    def report(self, done: int, total: int, step: str) -> None:
        """Ignore it."""


class CancelToken:
    """Lets a person stop a use case between two units of work."""

    def __init__(self) -> None:
        self._event = Event()

    def cancel(self) -> None:
        """Ask for the stop; safe from any thread."""
        self._event.set()

    @property
    def is_cancelled(self) -> bool:
        """Whether somebody asked."""
        return self._event.is_set()

    def raise_if_cancelled(self) -> None:
        """Stop here if asked to.

        Raises:
            Cancelled: somebody asked.
        """
        if self._event.is_set():
            raise Cancelled
