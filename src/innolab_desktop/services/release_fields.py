"""Plans one record of a release: its fields, what stays behind, and the operations to write."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from innolab_desktop.domain.anonymisation import check_anonymity
from innolab_desktop.domain.errors import RecordError
from innolab_desktop.domain.records import ORIGIN
from innolab_desktop.formdefs.kinds import KINDS
from innolab_desktop.formdefs.kinds.reference import referenced_ids
from innolab_desktop.journal.commit import Draft
from innolab_desktop.journal.operations import Create, Set
from innolab_desktop.services.field_drafts import FieldDrafts
from innolab_desktop.services.finding_words import finding_words
from innolab_desktop.services.read_models import Heads
from innolab_desktop.services.release_plan import PlannedField, PlannedRecord, StaysBehind
from innolab_desktop.services.writing import derived_record_id

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from innolab_desktop.domain.personal_names import KnownNames
    from innolab_desktop.domain.records import Record, RecordId, SpaceId
    from innolab_desktop.domain.values import Value
    from innolab_desktop.formdefs.definition import FieldDefinition, FormDefinition
    from innolab_desktop.formdefs.forms import Forms
    from innolab_desktop.services.release_plan import FieldKey, ReleaseChoices, Writes
    from innolab_desktop.services.release_trail import ReleaseTrail
    from innolab_desktop.services.store_ports import Vault
    from innolab_desktop.services.writing import CommitWriter

_NOTHING = Heads((), None)
_TEXTS = frozenset({"text", "long_text"})
_EMPTY: tuple[Value, ...] = (None, "", ())


class RecordPlanner:
    """Plans the records of one release.

    Attributes:
        seen: the ids of everything visible in the records that the plan was made from.
        writes: what stands in the fields of the records that are released.
    """

    def __init__(
        self,
        vault: Vault,
        forms: Forms,
        writer: CommitWriter,
        trail: ReleaseTrail,
        names: KnownNames,
    ) -> None:
        self._vault = vault
        self._forms = forms
        self._writer = writer
        self._trail = trail
        self._names = names
        self._words = finding_words(forms.phrases)
        self._drafts = FieldDrafts(writer)
        self.seen: dict[RecordId, tuple[bytes, ...]] = {}
        self.writes: dict[FieldKey, Writes] = {}

    def plan(
        self,
        source: Record,
        space: SpaceId,
        choices: ReleaseChoices,
        parent: RecordId | None,
        *,
        is_chosen: bool = True,
    ) -> PlannedRecord:
        """Return what becomes of *source* in *space*, below *parent* there.

        Raises:
            RecordError: a wording is no valid value.
        """
        form = self._forms.form(source.kind)
        copy = self._trail.copy_in(source, space)
        for name, now in self._heads(source).items():
            self.writes[source.id, name] = now.ops
        heads: Mapping[str, Heads] = self._heads(copy) if copy else {}
        stays: list[StaysBehind] = []
        fields = tuple(self._fields(source, copy, space, choices, stays))
        record = copy.id if copy else self._new_id(source, space)
        drafts: list[Draft] = []
        if is_chosen:
            drafts = [
                self._drafts.draft(
                    item.field, record, item.value, heads.get(item.field.id, _NOTHING)
                )
                for item in fields
                if item.leaves
            ]
            if copy is None:
                order = source.order if parent else ""
                drafts.insert(0, Draft(Create(record, form.id, form.version, parent, order)))
            if drafts:
                origin = Set(record, ORIGIN, source.id.hex())
                drafts.append(Draft(origin, heads.get(ORIGIN, _NOTHING).ops))
        return PlannedRecord(
            source.id,
            form,
            form.title_of(source.values),
            record,
            copy is None,
            is_chosen,
            fields,
            (*stays, *self._other_stays(form, source), *self._left_over(copy)),
            tuple(drafts),
        )

    def _new_id(self, source: Record, space: SpaceId) -> RecordId:
        """Return the same id that others give who release *source* at the same time."""
        shared = derived_record_id(source.id, space)
        is_used = self._vault.erasures.is_erased(shared) or self._vault.records.with_prefix(
            shared.hex()
        )
        return self._writer.new_record_id() if is_used else shared

    def _heads(self, record: Record) -> Mapping[str, Heads]:
        heads = self._vault.records.heads(record.id)
        self.seen[record.id] = tuple(sorted(op for head in heads.values() for op in head.ops))
        return heads

    # --- fields -----------------------------------------------------------------------------

    def _fields(
        self,
        source: Record,
        copy: Record | None,
        space: SpaceId,
        choices: ReleaseChoices,
        stays: list[StaysBehind],
    ) -> Iterator[PlannedField]:
        edited = self._trail.edited_fields(copy) | copy.merged if copy else frozenset[str]()
        for field in self._forms.form(source.kind).fields():
            value = source.values.get(field.id)
            released = copy.values.get(field.id) if copy else None
            if field.computed or (value in _EMPTY and released in _EMPTY):
                continue
            barrier = self._barrier(field, source, copy)
            if not barrier and field.references:
                value, barrier = self._translated(field, value, space)
            if barrier:
                stays.append(StaysBehind(field.label, barrier))
                continue
            planned = self._field(
                field, source, value, released, choices, is_edited=field.id in edited
            )
            if planned.is_changed and not planned.is_chosen:
                why = (
                    self._why("edited_there")
                    if planned.is_edited_there
                    else self._why("not_chosen")
                )
                stays.append(StaysBehind(field.label, why))
            yield planned

    def _field(
        self,
        field: FieldDefinition,
        source: Record,
        value: Value,
        released: Value,
        choices: ReleaseChoices,
        *,
        is_edited: bool,
    ) -> PlannedField:
        key = (source.id, field.id)
        if key in choices.wording and field.kind in _TEXTS:
            value = choices.wording[key] or None
            problem = KINDS[field.kind].check(field, value)
            if problem is not None:
                raise RecordError(problem.code, **{"field": field.label} | dict(problem.params))
        is_fixed = field.release == "always" and not is_edited
        is_changed = value != released and not (value in _EMPTY and released in _EMPTY)
        is_chosen = is_fixed or key in choices.fields or not is_changed
        findings = (
            check_anonymity(value, self._names, self._words)
            if field.kind in _TEXTS and isinstance(value, str) and is_changed
            else ()
        )
        undecided = tuple(
            finding
            for finding in findings
            if is_chosen and (*key, finding.words) not in choices.accepted
        )
        return PlannedField(
            field,
            value,
            self._shown(field, value),
            self._shown(field, released),
            is_chosen,
            is_fixed,
            is_changed,
            is_edited,
            findings,
            undecided,
        )

    def _shown(self, field: FieldDefinition, value: Value) -> str:
        if not field.references:
            return KINDS[field.kind].format(field, value)
        return "; ".join(self._title(item) for item in referenced_ids(value))

    def _title(self, record_id: str) -> str:
        try:
            named = self._vault.records.get(bytes.fromhex(record_id))
        except (RecordError, ValueError):  # not received yet, or not an id: shown as it is
            return record_id
        form = self._forms.get(named.kind)
        return (form.title_of(named.values) if form else "") or record_id

    def _translated(
        self, field: FieldDefinition, value: Value, space: SpaceId
    ) -> tuple[Value, str]:
        """Return the ids by which the target space knows what is referred to, or a barrier."""
        found: list[str] = []
        for item in referenced_ids(value):
            try:
                named = self._vault.records.get(bytes.fromhex(item))
            except (RecordError, ValueError):  # it is not here, so it cannot be known there
                return value, self._why("reference")
            there = named if named.space == space else self._trail.copy_in(named, space)
            if there is None:
                return value, self._why("reference")
            found.append(there.id.hex())
        if field.many:
            return tuple(found) or None, ""
        return (found[0] if found else None), ""

    # --- what stays -------------------------------------------------------------------------

    def _other_stays(self, form: FormDefinition, source: Record) -> Iterator[StaysBehind]:
        for name in source.unknown:
            field = form.field(name)
            yield StaysBehind(
                *((field.label, self._why("retired")) if field else (name, self._why("unknown")))
            )
        counts: Counter[tuple[str, str]] = Counter()
        for child in self._vault.records.children(source.id):
            below = self._forms.get(child.kind)
            if below is None:
                counts[child.kind, self._why("unknown")] += 1
            elif below.release_barrier:
                counts[below.label_plural, below.release_barrier] += 1
            elif below.release_requires and child.values.get(below.release_requires) is not True:
                label = self._forms.field(below.id, below.release_requires).label
                counts[below.label_plural, self._why("unconfirmed", label=label)] += 1
        for (what, why), count in counts.items():
            yield StaysBehind(f"{what} ({count})", why)

    def _left_over(self, copy: Record | None) -> Iterator[StaysBehind]:
        """Name what was released earlier and is deleted here since: it stays there."""
        for child in self._vault.records.children(copy.id) if copy else ():
            below = self._forms.get(child.kind)
            try:
                origin = self._vault.records.get(child.origin) if child.origin else None
            except RecordError:  # erased here, or of somebody else
                continue
            if origin is not None and origin.deleted and below is not None:
                title = below.title_of(child.values)
                what = f"{below.label}: {title}" if title else below.label
                yield StaysBehind(what, self._why("deleted_here"))

    def _barrier(self, field: FieldDefinition, source: Record, copy: Record | None) -> str:
        if field.release == "never":
            return self._why("never")
        if field.id in source.conflicts:
            return self._why("conflict")
        return self._why("conflict_there") if copy and field.id in copy.conflicts else ""

    def _why(self, name: str, **params: object) -> str:
        return self._forms.phrases.say("stays_behind", name, **params)
