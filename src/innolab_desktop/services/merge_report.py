"""Use case: say after an import what it changed, and keep that to be read again.

The report follows from what was really stored: each listed record is put together twice, from
all its operations and from those that were there before. Everything is bounded, so that the
report of a large import costs a small part of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from heapq import nlargest
from pathlib import PurePath
from typing import TYPE_CHECKING, Final

from innolab_desktop.domain.records import DELETED
from innolab_desktop.formdefs.kinds import KINDS
from innolab_desktop.services.changed_excerpt import changed_excerpts
from innolab_desktop.services.exchange_models import Arrival
from innolab_desktop.services.field_states import (
    FieldState,
    field_of,
    field_states,
    unseen_by_deletions,
)
from innolab_desktop.services.merge_report_format import from_kept, to_kept
from innolab_desktop.services.merge_report_models import (
    Fate,
    FieldChange,
    FieldFate,
    FileNote,
    MergeReport,
    RecordChange,
    Totals,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from innolab_desktop.domain.records import RecordId
    from innolab_desktop.domain.values import Value
    from innolab_desktop.formdefs.definition import FormDefinition
    from innolab_desktop.formdefs.forms import Forms
    from innolab_desktop.services.bundle_import import BundleResult
    from innolab_desktop.services.read_models import RecordRow
    from innolab_desktop.services.review_models import Write
    from innolab_desktop.services.store_ports import Vault

MOST_RECORDS: Final = 50
MOST_FIELDS: Final = 12
MOST_LOOKED_AT: Final = 500
"""Records among which those are looked for that may be told one by one."""

MOST_SAVES: Final = 2_000
"""Saves that one report reads, of all its records together."""

_KEPT: Final = 20
_READ_UNTIL: Final = "reports_read_until_ms"
_NOTHING: Final = FieldState()


@dataclass(frozen=True, slots=True)
class _Touched:
    """The records that an import touched, by what became of them; each stands in one set only.

    Attributes:
        urgent: of all these, the ones with an Abweichung or a merged text.
    """

    sets: Mapping[Fate, frozenset[RecordId]]
    urgent: frozenset[RecordId]

    def first(self, most: int) -> list[tuple[RecordId, Fate]]:
        """Return the *most* important records: what needs a person, then what is newest."""
        order = (Fate.ERASED, Fate.DELETED, Fate.RESTORED, Fate.NEW, Fate.CHANGED)
        chosen: list[tuple[RecordId, Fate]] = []
        for is_urgent in (True, False):
            for fate in order:
                found = (
                    self.sets[fate] & self.urgent if is_urgent else self.sets[fate] - self.urgent
                )
                newest = nlargest(most - len(chosen), found)
                chosen += ((record, fate) for record in newest)
        return chosen


class MergeReports:
    """The reports of one open vault."""

    def __init__(self, vault: Vault, forms: Forms) -> None:
        self._vault = vault
        self._forms = forms

    def latest(self) -> tuple[MergeReport, ...]:
        """Return the kept reports, newest first."""
        return tuple(from_kept(kept) for kept in self._vault.review.reports())

    def unread(self) -> int:
        """Return how many reports with changed records nobody looked at here."""
        seen_ms = int(self._vault.desk.setting(_READ_UNTIL) or 0)
        return sum(1 for report in self.latest() if report.at_ms > seen_ms and report.records)

    def mark_read(self, report: MergeReport) -> None:
        """Remember that somebody looked at a report, and so at those before it."""
        seen_ms = int(self._vault.desk.setting(_READ_UNTIL) or 0)
        self._vault.desk.keep_setting(_READ_UNTIL, str(max(seen_ms, report.at_ms)))

    def write(self, results: Sequence[BundleResult], at_ms: int) -> MergeReport:
        """Return the report of an import; keep it if the import changed something."""
        with self._vault.transaction():
            report = self._build(results, at_ms)
            if any(result.commits for result in results):
                self._vault.review.keep_report(to_kept(report), _KEPT)
            return report

    # --- building ---------------------------------------------------------------------------

    def _build(self, results: Sequence[BundleResult], at_ms: int) -> MergeReport:
        arrival = Arrival.together([result.arrival for result in results])
        uids = frozenset[bytes]().union(*(result.records for result in results))
        in_conflict, merged = self._vault.review.unsettled(uids)
        touched = _Touched(self._sets(uids, arrival), in_conflict | merged)
        records = self._records(touched.first(MOST_LOOKED_AT), arrival.entries)
        held = {result.space: result.held for result in results}
        totals = Totals(
            **{fate.value: len(found) for fate, found in touched.sets.items()},
            conflicts=len(in_conflict),
            merged=len(merged),
            held=sum(held.values()),
            newer=arrival.newer,
            quarantined=self._vault.review.quarantined(arrival.entries),
        )
        notes = tuple(_note(result) for result in results)
        return MergeReport(at_ms, notes, totals, tuple(records), len(uids) - len(records))

    def _sets(self, uids: frozenset[RecordId], arrival: Arrival) -> dict[Fate, frozenset[RecordId]]:
        doubtful = (arrival.deleted | arrival.restored) & uids
        is_deleted = {row.id: row.is_deleted for row in self._vault.review.rows(doubtful)}
        erased = arrival.erased & uids
        deleted = frozenset(uid for uid in arrival.deleted if is_deleted.get(uid)) - erased
        new = (arrival.created & uids) - erased - deleted
        restored = frozenset(uid for uid in arrival.restored if is_deleted.get(uid) is False)
        restored -= erased | new
        changed = uids - erased - deleted - new - restored
        return {
            Fate.ERASED: erased,
            Fate.DELETED: deleted,
            Fate.RESTORED: restored,
            Fate.NEW: new,
            Fate.CHANGED: changed,
        }

    def _records(
        self, chosen: Sequence[tuple[RecordId, Fate]], entries: frozenset[int]
    ) -> list[RecordChange]:
        looked_at = [record for record, _ in chosen]
        rows = {row.id: row for row in self._vault.review.rows(looked_at)}
        chosen = [(uid, fate) for uid, fate in chosen if not self._is_counted_only(rows.get(uid))][
            :MOST_RECORDS
        ]
        uids = [record for record, _ in chosen]
        saves = self._vault.review.save_counts(uids)
        listed: list[RecordId] = []
        left = MOST_SAVES
        for uid in uids:
            if uid in rows and saves.get(uid, 0) <= left:
                left -= saves.get(uid, 0)
                listed.append(uid)
        writes = self._vault.review.writes(listed)
        return [
            self._change(uid, fate, rows.get(uid), writes.get(uid), entries) for uid, fate in chosen
        ]

    def _is_counted_only(self, row: RecordRow | None) -> bool:
        form = self._forms.get(row.kind) if row else None
        return form is not None and form.counted_only

    def _change(
        self,
        record: RecordId,
        fate: Fate,
        row: RecordRow | None,
        writes: Sequence[Write] | None,
        entries: frozenset[int],
    ) -> RecordChange:
        form = self._forms.get(row.kind) if row else None
        new = [write for write in writes or () if write.entry in entries]
        fields = _field_changes(form, writes or (), new, entries)
        return RecordChange(
            record,
            form.label if form else "",
            row.title if row else "",
            fate,
            _people(new),
            tuple(fields[:MOST_FIELDS]),
            max(0, len(fields) - MOST_FIELDS),
            is_listed=writes is not None or row is None,
        )


def _note(result: BundleResult) -> FileNote:
    is_kept = result.path == result.digest.hex()  # the vault keeps no names of files
    return FileNote(
        "" if is_kept else PurePath(result.path).name,
        result.status,
        result.code,
        result.sender,
        result.space,
        result.commits,
        result.held,
    )


def _field_changes(
    form: FormDefinition | None,
    writes: Sequence[Write],
    new: Sequence[Write],
    entries: frozenset[int],
) -> list[FieldChange]:
    older = [write for write in writes if write.entry not in entries]
    before, after = field_states(older), field_states(writes)
    names = _in_form_order(form, {field_of(write) for write in new})
    found = (_field_change(form, name, before, after, new) for name in names if name[:1] != "_")
    changes = [change for change in found if change is not None]
    if unseen_by_deletions(writes) and not unseen_by_deletions(older):
        changes.insert(0, FieldChange(DELETED, "", FieldFate.CONFLICT, (), (), _people(new)))
    return changes


def _in_form_order(form: FormDefinition | None, names: Collection[str | None]) -> list[str]:
    """Return *names* as the form lists them, then what the form does not know."""
    listed = [field.id for field in form.fields(with_retired=True)] if form else []
    known = [name for name in listed if name in names]
    return known + sorted(name for name in names if name is not None and name not in listed)


def _field_change(
    form: FormDefinition | None,
    name: str,
    before: Mapping[str, FieldState],
    after: Mapping[str, FieldState],
    new: Sequence[Write],
) -> FieldChange | None:
    old, now = before.get(name, _NOTHING), after.get(name, _NOTHING)
    fate = _field_fate(old, now)
    if fate is None:
        return None
    field = form.field(name) if form else None
    shown = [
        [_shown(form, name, value) for value in state.values if value not in (None, "", ())]
        for state in (old, now)
    ]
    old_texts, new_texts = changed_excerpts(shown[0], shown[1])
    people = _people([write for write in new if field_of(write) == name])
    return FieldChange(name, field.label if field else name, fate, old_texts, new_texts, people)


def _field_fate(old: FieldState, now: FieldState) -> FieldFate | None:
    if now.is_conflict:
        return None if set(now.values) == set(old.values) else FieldFate.CONFLICT
    if old.is_conflict:
        return FieldFate.SETTLED
    if now.is_merged:
        return None if old == now else FieldFate.MERGED
    if now.values != old.values:
        return FieldFate.CHANGED
    return FieldFate.REVIEWED if old.is_merged else None


def _shown(form: FormDefinition | None, name: str, value: Value) -> str:
    field = form.field(name) if form else None
    if field is not None:
        return KINDS[field.kind].format(field, value)
    if isinstance(value, tuple):
        return "; ".join(item or "" for item in value)
    return "" if value is None else str(value)


def _people(writes: Sequence[Write]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(write.person for write in writes if write.person))
