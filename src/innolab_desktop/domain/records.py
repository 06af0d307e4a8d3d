"""Records: the unit that people see, edit and exchange.

A record is an id, a kind declared in ``forms/``, the one space it lives in, and its values.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

    from innolab_desktop.domain.values import Value

RecordId: TypeAlias = bytes
"""16 bytes, time-ordered like UUIDv7; shown as 32 hexadecimal digits."""

SpaceId: TypeAlias = bytes
PersonId: TypeAlias = bytes
DeviceId: TypeAlias = bytes
FieldId: TypeAlias = str

DELETED: Final = "_deleted"
"""The field under which a „gelöscht / bearbeitet" Abweichung stands."""

ORIGIN: Final = "_origin"
"""The field in which a released record names the one it was made from."""


@dataclass(frozen=True, slots=True)
class Variant:
    """One of the values that stand side by side in an Abweichung, with who wrote it and when.

    Attributes:
        person, device: empty where nobody is told who it was.
    """

    value: Value
    person: str
    device: str
    at_ms: int
    op: bytes


@dataclass(frozen=True, slots=True)
class Record:
    """A record as it stands now.

    Attributes:
        values: the visible value of each field; with an Abweichung the newest of them.
        conflicts: fields in which more than one value is visible, newest first.
        merged: long texts that were merged by machine and not yet looked at.
        unknown: fields that this version's form does not know; kept, shown and forwarded.
        origin: the record that this one was released from; it may be unknown here.
        changed_ms: display time of the newest change, milliseconds since 1970 (UTC).
        has_newer: a newer version wrote something about it that this one cannot read yet.
    """

    id: RecordId
    kind: str
    space: SpaceId
    form_version: int
    parent: RecordId | None = None
    order: str = ""
    values: Mapping[FieldId, Value] = field(default_factory=dict[str, "Value"])
    conflicts: Mapping[FieldId, tuple[Variant, ...]] = field(
        default_factory=dict[str, tuple[Variant, ...]]
    )
    merged: frozenset[FieldId] = frozenset()
    unknown: Mapping[FieldId, Value] = field(default_factory=dict[str, "Value"])
    deleted: bool = False
    origin: RecordId | None = None
    changed_ms: int = 0
    has_newer: bool = False
