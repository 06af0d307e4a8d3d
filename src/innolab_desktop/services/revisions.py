"""Use cases of Fassungen: frozen states of a mission."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from innolab_desktop.domain.errors import RecordError
from innolab_desktop.domain.values import Value, as_value
from innolab_desktop.formdefs.kinds import KINDS
from innolab_desktop.services.edit_history import EditKind, EditLabel

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from innolab_desktop.domain.records import Record, RecordId
    from innolab_desktop.formdefs.forms import Forms
    from innolab_desktop.services.changes import Changes
    from innolab_desktop.services.edits import Edits
    from innolab_desktop.services.records import Records, Saved
    from innolab_desktop.services.store_ports import Vault

T = TypeVar("T")
KIND = "revision"
STATE = "status"


@dataclass(frozen=True, slots=True)
class Frozen:
    """What a Fassung holds: the values of the record and of its child records."""

    values: Mapping[str, Value]
    children: Mapping[str, tuple[Mapping[str, Value], ...]]


@dataclass(frozen=True, slots=True)
class Differences:
    """What differs between two states, each as (earlier, later).

    Attributes:
        fields: values by field.
        children: the child records by kind.
    """

    fields: Mapping[str, tuple[Value, Value]]
    children: Mapping[str, tuple[tuple[Mapping[str, Value], ...], tuple[Mapping[str, Value], ...]]]


class Revisions:
    """Fassungen of the records of one open vault."""

    def __init__(self, vault: Vault, forms: Forms, records: Records, edits: Edits) -> None:
        self._vault = vault
        self._forms = forms
        self._records = records
        self._edits = edits

    def all(self, record: RecordId) -> tuple[Record, ...]:
        """Return the Fassungen of a record, oldest first."""
        found = self._vault.records.children(record, KIND)
        return tuple(sorted(found, key=lambda revision: (_number(revision), revision.id)))

    def refuse_unsettled(self, record: RecordId) -> None:
        """Let nobody begin with a Fassung that could not be made.

        Raises:
            RecordError: there is no such record, or an Abweichung to settle first.
        """
        with self._vault.transaction():
            self._settled(record)

    def freeze(self, record: RecordId, reason: str, *, today: date) -> Saved:
        """Freeze a record and its child records as they stand.

        Raises:
            RecordError: no reason given, or there is an Abweichung to settle first.
        """
        if not reason.strip():
            raise RecordError("revision_without_reason")
        with self._vault.transaction():
            return self._freeze(record, reason.strip(), today)

    def _freeze(self, record: RecordId, reason: str, today: date) -> Saved:
        current, children = self._settled(record)
        commits = {commit for item in (current, *children) for commit in self._commits(item.id)}
        content = {
            "values": dict(current.values),
            "children": [{"kind": child.kind, "values": dict(child.values)} for child in children],
        }
        number = max((_number(revision) for revision in self.all(record)), default=0) + 1
        return self._records.new(
            KIND,
            {
                "number": number,
                "frozen_date": today.isoformat(),
                "reason": reason,
                "status": self._status_label(current),
                "content": json.dumps(content, ensure_ascii=False),
                "commit_ids": json.dumps(sorted(commit.hex() for commit in commits)),
            },
            parent=record,
        )

    def _settled(self, record: RecordId) -> tuple[Record, list[Record]]:
        """Return a record and its child records, none of which is in Abweichung."""
        current = self._vault.records.get(record)
        children = [c for c in self._vault.records.children(record) if c.kind != KIND]
        if any(item.conflicts for item in (current, *children)):
            raise RecordError("revision_with_conflict")
        return current, children

    def _status_label(self, record: Record) -> str:
        status = record.values.get("status")
        field = self._forms.form(record.kind).field("status")
        return KINDS[field.kind].format(field, status) if field and status else ""

    def _commits(self, record: RecordId) -> tuple[bytes, ...]:
        return self._vault.records.commit_ids(record)

    def content(self, revision: RecordId) -> Frozen:
        """Return what a Fassung holds.

        Raises:
            RecordError: it is damaged.
        """
        frozen = self._vault.records.get(revision)
        try:
            content = json.loads(str(frozen.values["content"]))
            values = {name: as_value(value) for name, value in content["values"].items()}
            children: dict[str, list[Mapping[str, Value]]] = {}
            for child in content["children"]:
                plain = {name: as_value(value) for name, value in child["values"].items()}
                children.setdefault(child["kind"], []).append(plain)
        except (KeyError, ValueError, TypeError, AttributeError, RecursionError):
            raise RecordError("revision_damaged") from None
        return Frozen(values, {kind: tuple(found) for kind, found in children.items()})

    def compare(self, earlier: RecordId, later: RecordId | None = None) -> Differences:
        """Return how two Fassungen differ, or a Fassung and the state of now.

        Raises:
            RecordError: a Fassung is damaged.
        """
        with self._vault.transaction():
            old = self.content(earlier)
            new = self._state_of(earlier) if later is None else self.content(later)
        return Differences(
            _differing(old.values, new.values, None), _differing(old.children, new.children, ())
        )

    def restore(self, revision: RecordId) -> Changes | None:
        """Write the values of a Fassung into its record as a new save; the history stays.

        The Stand stays, because it has steps of its own, and so do the child records. It is one
        edit, which can be taken back.

        Raises:
            RecordError: the Fassung is damaged, a value is not valid any more, or there is an
                Abweichung to settle first.
        """
        with self._vault.transaction():
            record = self._vault.records.get(self._record_of(revision))
            label = EditLabel(EditKind.REVISION, str(_number(self._vault.records.get(revision))))
            values = self.content(revision).values
            changed = {
                field.id: values.get(field.id)
                for field in self._forms.form(record.kind).fields()
                if not field.computed and field.id != STATE
            }
            differing = {
                name: value for name, value in changed.items() if value != record.values.get(name)
            }
            return self._edits.save(record.id, differing, label=label)

    def _record_of(self, revision: RecordId) -> RecordId:
        parent = self._vault.records.get(revision).parent
        if parent is None:
            raise RecordError("record_without_parent")
        return parent

    def _state_of(self, revision: RecordId) -> Frozen:
        """Return what a Fassung of the record would hold now."""
        record = self._vault.records.get(self._record_of(revision))
        children: dict[str, list[Mapping[str, Value]]] = {}
        for child in self._vault.records.children(record.id):
            if child.kind != KIND:
                children.setdefault(child.kind, []).append(child.values)
        return Frozen(record.values, {kind: tuple(found) for kind, found in children.items()})


def _differing(old: Mapping[str, T], new: Mapping[str, T], absent: T) -> dict[str, tuple[T, T]]:
    pairs = {name: (old.get(name, absent), new.get(name, absent)) for name in {**old, **new}}
    return {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}


def _number(revision: Record) -> int:
    number = revision.values.get("number")
    return number if isinstance(number, int) else 0
