"""Use cases of records: make, open, change, order, delete, restore."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from innolab_desktop.domain import indicator_protection, mission_status
from innolab_desktop.domain.errors import RecordError, SpaceError, UsageError
from innolab_desktop.domain.order_keys import key_between
from innolab_desktop.domain.records import DELETED
from innolab_desktop.formdefs.kinds import KINDS
from innolab_desktop.formdefs.validation import validate
from innolab_desktop.journal.commit import Draft
from innolab_desktop.journal.operations import (
    ORDER,
    Create,
    Delete,
    Restore,
    Set,
)
from innolab_desktop.services.field_drafts import FieldDrafts
from innolab_desktop.services.kept_labels import KeptLabels
from innolab_desktop.services.read_models import Heads
from innolab_desktop.services.record_search import search_records
from innolab_desktop.services.shown_titles import ShownTitles

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from innolab_desktop.domain.records import Record, RecordId, SpaceId
    from innolab_desktop.domain.values import Value
    from innolab_desktop.formdefs.definition import FormDefinition
    from innolab_desktop.formdefs.forms import Forms
    from innolab_desktop.formdefs.problem import Problem
    from innolab_desktop.services.changes import Changes
    from innolab_desktop.services.read_models import HistoryEntry, RowPage, RowQuery, SearchHit
    from innolab_desktop.services.store_ports import Vault
    from innolab_desktop.services.writing import CommitWriter

_NOTHING = Heads((), None)
_MEASUREMENT = "measurement"
_INDICATOR = "indicator"
_MISSION = "mission"
_MOST_TAGS = 500


class Saved(NamedTuple):
    """A new record and what its commit changed."""

    record: RecordId
    changes: Changes


class Records:
    """Records of one open vault.

    Args:
        vault: the open vault.
        forms: the definitions that people see.
        writer: writes commits.
        kept_forms: the definitions that the vault keeps titles with; *forms* if not given.
    """

    def __init__(
        self, vault: Vault, forms: Forms, writer: CommitWriter, kept_forms: Forms | None = None
    ) -> None:
        self._titles = ShownTitles(kept_forms or forms, forms)
        self._labels = KeptLabels(kept_forms or forms, forms)
        self._vault = vault
        self._forms = forms
        self._writer = writer
        self._drafts = FieldDrafts(writer)

    # --- reading ----------------------------------------------------------------------------

    def open(self, record: RecordId) -> Record:
        """Return a record.

        Raises:
            RecordError: there is none.
        """
        return self._vault.records.get(record)

    def heads(self, record: RecordId) -> Mapping[str, Heads]:
        """Return what is visible in each field; an editor passes it back to :meth:`save`."""
        return self._vault.records.heads(record)

    def list_rows(self, query: RowQuery) -> RowPage:
        """Return a page of a list."""
        if query.text:
            query = replace(query, phrases=self._labels.phrases(query.text))
        page = self._titles.in_rows(self._vault.records.rows(query))
        left = self._vault.people.left_spaces()
        rows = (replace(row, is_read_only=row.space in left) for row in page.rows)
        return replace(page, rows=tuple(rows)) if left else page

    def is_read_only(self, record: RecordId) -> bool:
        """Tell whether a record lies in a space that this device left.

        Raises:
            RecordError: there is none.
        """
        return self._vault.records.get(record).space in self._vault.people.left_spaces()

    def search(self, words: str, limit: int, kind: str | None = None) -> tuple[SearchHit, ...]:
        """Return the newest records in which all *words* occur (the last one as a prefix).

        After them come the newest of the kinds that the words name.
        """
        forms, labels = self._forms, self._labels
        hits = search_records(self._vault.records, forms, labels, words, limit, kind=kind)
        return self._titles.in_hits(hits)

    def children(self, parent: RecordId, kind: str | None = None) -> tuple[Record, ...]:
        """Return the child records of *parent* in their order, without deleted ones."""
        return self._vault.records.children(parent, kind)

    def history(self, record: RecordId) -> tuple[HistoryEntry, ...]:
        """Return the saves of a record, oldest first."""
        return self._vault.records.history(record)

    def known_tags(self) -> tuple[str, ...]:
        """Return the tags in use by alphabet, as many as are worth offering."""
        return self._vault.records.known_tags(_MOST_TAGS)

    def binding_problems(self, record: Record) -> tuple[Problem, ...]:
        """Return what is missing for „verbindlich vereinbart"."""
        return self._problems(record.kind, record.values, record.id, "binding")

    # --- writing ----------------------------------------------------------------------------

    def new(
        self,
        kind: str,
        values: Mapping[str, Value],
        *,
        space: SpaceId | None = None,
        parent: RecordId | None = None,
    ) -> Saved:
        """Make a record; without *space* it goes to its parent's, or is private.

        Raises:
            UsageError: unknown kind or field.
            RecordError: a value is invalid, or the kind does not belong below *parent*.
            SpaceError: *space* is not the parent's.
        """
        form = self._forms.form(kind)
        filled = {
            field.id: field.default for field in form.fields() if field.default is not None
        } | dict(values)
        self._check(form, filled)
        with self._vault.transaction():
            target = self._space_for(kind, space, parent)
            _protect(self._vault, kind, parent, filled, filled)
            record = self._writer.new_record_id()
            order = "" if parent is None else self._last_order(parent, kind)
            drafts = [Draft(Create(record, kind, form.version, parent, order))]
            for name, value in filled.items():
                if value is not None and value != "":
                    field = self._forms.field(kind, name)
                    drafts.append(self._drafts.draft(field, record, value, _NOTHING))
            return Saved(record, self._writer.write(target, drafts))

    def save(
        self,
        record: RecordId,
        changed: Mapping[str, Value],
        *,
        seen: Mapping[str, Heads] | None = None,
    ) -> Changes | None:
        """Write changed fields as one commit; unchanged values write nothing.

        Args:
            record: the record.
            changed: new values by field.
            seen: what the person saw when the change began; now, if not given.

        Returns:
            What changed, None if nothing did.

        Raises:
            UsageError: unknown field.
            RecordError: unknown or deleted record, one whose beginning did not arrive, an invalid
                value, a field in Abweichung.
        """
        with self._vault.transaction():
            current, heads = self._vault.records.get_with_heads(record)
            if current.deleted:
                raise RecordError("record_deleted")
            if not current.kind:
                raise RecordError("record_beginning_missing")
            form = self._forms.form(current.kind)
            if form.immutable:
                raise RecordError("record_immutable", kind=form.label)
            self._check(form, changed)
            self._check_step(current, changed)
            merged = {**current.values, **changed}
            _protect(self._vault, current.kind, current.parent, merged, changed)
            drafts: list[Draft] = []
            for name, value in changed.items():
                base = (heads if seen is None else seen).get(name, _NOTHING)
                if name in current.conflicts:
                    raise RecordError("field_in_conflict", field=self._label(form, name))
                if not _same(value, base.value):
                    field = self._forms.field(current.kind, name)
                    drafts.append(self._drafts.draft(field, record, value, base))
            return self._writer.write(current.space, drafts) if drafts else None

    def move(self, record: RecordId, before: RecordId | None) -> Changes:
        """Put a child record ahead of its sibling *before*, or last."""
        with self._vault.transaction():
            current = self._vault.records.get(record)
            if current.parent is None:
                raise RecordError("record_without_parent")
            siblings = [
                sibling
                for sibling in self._vault.records.children(current.parent, current.kind)
                if sibling.id != record
            ]
            ids = [sibling.id for sibling in siblings]
            index = ids.index(before) if before in ids else len(siblings)
            ahead = siblings[index - 1].order if index else ""
            behind = siblings[index].order if index < len(siblings) else ""
            heads = self._vault.records.heads(record).get(ORDER, _NOTHING)
            draft = Draft(Set(record, ORDER, key_between(ahead, behind)), heads.ops)
            return self._writer.write(current.space, (draft,))

    def delete(self, record: RecordId) -> Changes:
        """Put a record into the trash."""
        with self._vault.transaction():
            current = self._vault.records.get(record)
            heads = self._vault.records.heads(record)
            seen = tuple(
                sorted(op for name, head in heads.items() if name != DELETED for op in head.ops)
            )
            preds = heads.get(DELETED, _NOTHING).ops
            return self._writer.write(current.space, (Draft(Delete(record, seen), preds),))

    def restore(self, record: RecordId) -> Changes:
        """Bring a record back from the trash."""
        with self._vault.transaction():
            current = self._vault.records.get(record)
            preds = self._vault.records.heads(record).get(DELETED, _NOTHING).ops
            return self._writer.write(current.space, (Draft(Restore(record), preds),))

    # --- inside -----------------------------------------------------------------------------

    def _check(self, form: FormDefinition, values: Mapping[str, Value]) -> None:
        for name, value in values.items():
            field = form.field(name)
            if field is None:
                raise UsageError("field_unknown", kind=form.id, field=name)
            if field.computed:
                raise UsageError("value_computed", field=field.label)
            problem = KINDS[field.kind].check(field, value)
            if problem is not None:
                raise RecordError(problem.code, **{"field": field.label} | dict(problem.params))

    def _check_step(self, current: Record, changed: Mapping[str, Value]) -> None:
        """Refuse a step of a mission's state that the method does not know."""
        following = changed.get("status")
        if current.kind != _MISSION or not isinstance(following, str):
            return
        state = current.values.get("status")
        if not mission_status.is_allowed(state if isinstance(state, str) else None, following):
            raise RecordError("status_step_not_allowed")
        strength = mission_status.needed_strength(following)
        if strength is not None and following != state:
            problems = self._problems(
                current.kind, {**current.values, **changed}, current.id, strength
            )
            if problems:
                raise RecordError("status_incomplete", count=len(problems))

    def _problems(
        self, kind: str, values: Mapping[str, Value], record: RecordId, strength: str
    ) -> tuple[Problem, ...]:
        form = self._forms.form(kind)
        counts = {
            entry.kind: len(self._vault.records.children(record, entry.kind))
            for entry in form.children()
        }
        return validate(
            form,
            values,
            strength="binding" if strength == "binding" else "draft",
            child_counts=counts,
        )

    def _space_for(self, kind: str, space: SpaceId | None, parent: RecordId | None) -> SpaceId:
        if parent is None:
            return space if space is not None else self._private()
        above = self._vault.records.get(parent)
        if above.kind not in self._forms.parents_of(kind):
            raise RecordError("record_wrong_parent", kind=self._forms.form(kind).label)
        if space is not None and space != above.space:
            raise SpaceError("space_not_of_parent")
        return above.space

    def _private(self) -> SpaceId:
        return next(s.id for s in self._vault.people.spaces() if s.type == "private")

    def _last_order(self, parent: RecordId, kind: str) -> str:
        siblings = self._vault.records.children(parent, kind)
        return key_between(siblings[-1].order if siblings else "", "")

    @staticmethod
    def _label(form: FormDefinition, name: str) -> str:
        field = form.field(name)
        return field.label if field else name


def _same(new: Value, old: Value) -> bool:
    return new == old or (new in (None, "", ()) and old in (None, "", ()))


def _protect(
    vault: Vault,
    kind: str,
    parent: RecordId | None,
    values: Mapping[str, Value],
    changed: Collection[str],
) -> None:
    """Refuse a value of an indicator in which somebody could be recognised."""
    objection = None
    if kind == _MEASUREMENT and parent is not None:
        indicator = vault.records.get(parent)
        objection = indicator_protection.objection(indicator.values, values)
    elif kind == _INDICATOR and not indicator_protection.BASELINE_FIELDS.isdisjoint(changed):
        objection = indicator_protection.baseline_objection(values)
    if objection is not None:
        raise objection
