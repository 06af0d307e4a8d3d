"""The port to what was noticed about copies of this vault and of others; ``storage`` fills it."""

from __future__ import annotations

from typing import NamedTuple, Protocol


class KeptNotice(NamedTuple):
    """One line of the local log; it says nothing of any content.

    Attributes:
        code: what happened.
        device: whose log it is about.
        place: the log that has branches or was given up; empty for the whole vault.
        is_seen: somebody read it.
    """

    at_ms: int
    code: str
    device: bytes
    place: bytes
    is_seen: bool = False


class NoticeStore(Protocol):
    """The local log."""

    def keep_notice(self, notice: KeptNotice) -> None:
        """Write a line, unless one says the same of the same place, or waits to be read."""
        ...

    def notices(self) -> tuple[KeptNotice, ...]:
        """Return all lines, oldest first."""
        ...

    def mark_seen(self) -> None:
        """Note that somebody read everything."""
        ...
