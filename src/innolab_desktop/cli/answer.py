"""What a command has to say: once for people, once for programs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from innolab_desktop.domain.records import RecordId
    from innolab_desktop.services.changes import Changes

Json: TypeAlias = "bool | int | str | Sequence[Json] | Mapping[str, Json] | None"


@dataclass(frozen=True, slots=True)
class Answer:
    """The result of a command.

    Attributes:
        value: what ``--json`` prints; its keys are a public contract.
        lines: what people read without ``--json``.
        exit_code: 0, or 1 when a part of the request was refused.
    """

    value: Json
    lines: tuple[str, ...] = ()
    exit_code: int = 0


def utc_time(at_ms: int) -> str:
    """Return a point in time as ISO 8601 (UTC).

    Units: milliseconds since 1970.
    """
    moment = datetime.fromtimestamp(at_ms / 1000, tz=UTC)
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def local_time(at_ms: int) -> str:
    """Return a point in time as people here write it, in the time zone of the computer.

    Units: milliseconds since 1970.
    """
    return datetime.fromtimestamp(at_ms / 1000).astimezone().strftime("%d.%m.%Y %H:%M")


def saved(record: RecordId, changes: Changes | None, sentence: str) -> Answer:
    """Return the answer to a change of *record*; None means that there was nothing to change."""
    commit = changes.commit.hex() if changes and changes.commit else None
    line = sentence if changes else "Es gab nichts zu ändern."
    return Answer({"id": record.hex(), "commit": commit}, (line,))


def counted(count: int, one: str, many: str) -> str:
    """Return a number with its noun: ``1 Änderung``, ``2 Änderungen``."""
    return f"{count} {one if count == 1 else many}"
