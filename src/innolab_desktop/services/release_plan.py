"""What a release would write, as a person decides about it: exactly this leaves, nothing else."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

    from innolab_desktop.domain.anonymisation import Finding
    from innolab_desktop.domain.records import FieldId, RecordId
    from innolab_desktop.domain.values import Value
    from innolab_desktop.formdefs.definition import FieldDefinition, FormDefinition
    from innolab_desktop.journal.commit import Draft
    from innolab_desktop.services.read_models import Space

FieldKey: TypeAlias = "tuple[RecordId, FieldId]"
"""A field of a record that is to be released, by the record it comes from."""

Accepted: TypeAlias = "tuple[RecordId, FieldId, str]"
"""Words in a field that a person looked at and leaves as they are."""

Writes: TypeAlias = "tuple[bytes, ...]"
"""The ids of the writes that a field's value comes from: others stand there after a change."""


@dataclass(frozen=True, slots=True)
class ReleaseChoices:
    """What the person decided.

    Attributes:
        fields: fields that are asked for and shall go along.
        children: child records that shall go along.
        wording: other words for texts; the record itself keeps its own.
        accepted: words that the check found and that stay.
        about: what stood in the fields when wording and words were decided; a plan fills it in.
    """

    fields: frozenset[FieldKey] = frozenset()
    children: frozenset[RecordId] = frozenset()
    wording: Mapping[FieldKey, str] = field(default_factory=dict["FieldKey", str])
    accepted: frozenset[Accepted] = frozenset()
    about: Mapping[FieldKey, Writes] = field(default_factory=dict["FieldKey", Writes])

    @property
    def decided(self) -> frozenset[FieldKey]:
        """The fields about whose words something was decided."""
        return frozenset(self.wording) | {(record, name) for record, name, _ in self.accepted}

    def as_of(self, writes: Mapping[FieldKey, Writes]) -> ReleaseChoices:
        """Return the choices without what was decided about texts that are not there any more.

        Args:
            writes: what stands in the decided fields now.
        """
        lasting = {key for key in self.decided if self.about.get(key, ()) in ((), writes.get(key))}
        return replace(
            self,
            wording={key: text for key, text in self.wording.items() if key in lasting},
            accepted=frozenset(item for item in self.accepted if item[:2] in lasting),
        )


@dataclass(frozen=True, slots=True)
class ReleaseTarget:
    """A space that a record can be released to.

    Attributes:
        is_aside: it is no wider circle but another one.
        copy: the record that an earlier release made there.
    """

    space: Space
    is_aside: bool
    copy: RecordId | None


@dataclass(frozen=True, slots=True)
class Recipient:
    """Somebody who will read what is released."""

    person: bytes
    name: str
    municipality: str
    is_verified: bool


@dataclass(frozen=True, slots=True)
class StaysBehind:
    """Something that does not leave, and why, in German."""

    what: str
    why: str


@dataclass(frozen=True, slots=True)
class PlannedField:
    """A field that leaves or could leave.

    Attributes:
        value: what will stand in the released record.
        shown: the value as people read it.
        released: what stands in the released record now, as people read it.
        is_chosen: it leaves.
        is_fixed: the form says that it always goes along.
        is_changed: the released record will change in this field.
        is_edited_there: somebody changed the field of the released record since its last release.
        findings: what in the value may identify a person.
        undecided: those of the findings that nobody has looked at.
    """

    field: FieldDefinition
    value: Value
    shown: str
    released: str
    is_chosen: bool
    is_fixed: bool
    is_changed: bool
    is_edited_there: bool
    findings: tuple[Finding, ...] = ()
    undecided: tuple[Finding, ...] = ()

    @property
    def leaves(self) -> bool:
        """Whether the release writes this field."""
        return self.is_chosen and self.is_changed


@dataclass(frozen=True, slots=True)
class PlannedRecord:
    """A record that is released: the one that was asked for, or one of its children.

    Attributes:
        source: the record.
        title: its title.
        copy: the released record, new or there already.
        is_chosen: it leaves.
        stays: what of it stays behind.
        drafts: the operations of its commit; empty if nothing is to be written.
    """

    source: RecordId
    form: FormDefinition
    title: str
    copy: RecordId
    is_new: bool
    is_chosen: bool
    fields: tuple[PlannedField, ...]
    stays: tuple[StaysBehind, ...]
    drafts: tuple[Draft, ...] = field(repr=False)

    @property
    def title_there(self) -> str:
        """The title of the released record, with all that was decided about its words."""
        values = {item.field.id: item.value for item in self.fields if item.is_chosen}
        return self.form.title_of(values)


@dataclass(frozen=True, slots=True)
class ReleasePlan:
    """A whole release, for preview; running it writes the drafts of its records, byte by byte.

    Attributes:
        is_aside: the space is no wider circle but another one.
        records: the record and its children, parents first.
        basis: what was seen; if it has changed, the plan is not run.
    """

    space: Space
    is_aside: bool
    recipients: tuple[Recipient, ...]
    records: tuple[PlannedRecord, ...]
    choices: ReleaseChoices
    basis: object = field(repr=False)

    @property
    def root(self) -> PlannedRecord:
        """The record that was asked for."""
        return self.records[0]

    @property
    def written(self) -> tuple[PlannedRecord, ...]:
        """The records in which something is written."""
        return tuple(record for record in self.records if record.drafts)

    @property
    def undecided(self) -> tuple[tuple[PlannedRecord, PlannedField, Finding], ...]:
        """The findings that nobody has looked at, in reading order."""
        return tuple(
            (record, planned, finding)
            for record in self.written
            for planned in record.fields
            for finding in planned.undecided
        )
