"""Frozen values of the report of an import: what changed, for people."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from innolab_desktop.domain.records import RecordId


class Fate(StrEnum):
    """What became of a record."""

    NEW = "new"
    CHANGED = "changed"
    DELETED = "deleted"
    RESTORED = "restored"
    ERASED = "erased"


class FieldFate(StrEnum):
    """What became of a field.

    ``settled``: an Abweichung was; ``reviewed``: somebody looked at a merged text.
    """

    CHANGED = "changed"
    CONFLICT = "conflict"
    SETTLED = "settled"
    MERGED = "merged"
    REVIEWED = "reviewed"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """What stood in a field before an import and what stands there since.

    Attributes:
        before: the shown values, shortened; several in an Abweichung, none if it was empty.
        people: who wrote what is new.
    """

    field: str
    label: str
    fate: FieldFate
    before: tuple[str, ...]
    after: tuple[str, ...]
    people: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RecordChange:
    """What an import did to a record.

    Attributes:
        more_fields: changed fields that are not listed.
        is_listed: whether the fields were looked at; not for records with a very long history.
    """

    record: RecordId
    kind_label: str
    title: str
    fate: Fate
    people: tuple[str, ...] = ()
    fields: tuple[FieldChange, ...] = ()
    more_fields: int = 0
    is_listed: bool = True


@dataclass(frozen=True, slots=True)
class FileNote:
    """What became of one file; *code* says why it is held or was rejected.

    Attributes:
        name: empty for a file that the vault had kept.
    """

    name: str
    status: str
    code: str
    sender: str
    space: str
    commits: int
    held: int


@dataclass(frozen=True, slots=True)
class Totals:
    """How many records were touched, and what waits.

    Attributes:
        conflicts: touched records with an Abweichung.
        merged: touched records with a merged text that nobody looked at.
        held: changes that wait for an earlier package.
        quarantined: new changes that do not count, because their author was not a member.
        newer: changes that only a newer version of the program shows in full.
    """

    new: int = 0
    changed: int = 0
    deleted: int = 0
    restored: int = 0
    erased: int = 0
    conflicts: int = 0
    merged: int = 0
    held: int = 0
    newer: int = 0
    quarantined: int = 0


@dataclass(frozen=True, slots=True)
class MergeReport:
    """What an import changed.

    Attributes:
        records: the most important ones first.
        more_records: how many more were touched.
    """

    at_ms: int
    files: tuple[FileNote, ...]
    totals: Totals
    records: tuple[RecordChange, ...] = field(default=())
    more_records: int = 0
