"""The policy file: a small TOML table of keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from innolab_desktop.domain.policy import FaultReason, PolicySource

if TYPE_CHECKING:
    from pathlib import Path

MOST_BYTES: Final = 65_536


def read_file(path: Path) -> PolicySource:
    """Return what *path* gives; nothing without such a file.

    Who may write it is decided by the rights of its folder, which are a matter of IT.
    """
    place = str(path)
    try:
        if not path.exists():
            return PolicySource(place)
        if not path.is_file():  # a pipe would let the program wait
            return PolicySource(place, reason=FaultReason.UNREADABLE)
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError:
        return PolicySource(place, reason=FaultReason.UNREADABLE)
    if len(content) > MOST_BYTES:
        return PolicySource(place, reason=FaultReason.TOO_LARGE)
    import tomllib  # noqa: PLC0415 - the first window opens without it

    try:
        return PolicySource(place, tomllib.loads(content.decode("utf-8-sig")))
    except (ValueError, RecursionError):  # not UTF-8, not TOML, or nested to hurt
        return PolicySource(place, reason=FaultReason.UNREADABLE)
