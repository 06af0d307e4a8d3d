"""The saves of a record, and who made them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from innolab_desktop.domain.records import DELETED
from innolab_desktop.journal.commit import Commit, operations_of
from innolab_desktop.journal.operations import (
    Delete,
    Operation,
    Restore,
    Set,
    TextEdit,
    TextReset,
)
from innolab_desktop.journal.texts import MergeText, seed
from innolab_desktop.services.read_models import HistoryEntry
from innolab_desktop.services.review_models import Write
from innolab_desktop.storage import packed_keys
from innolab_desktop.storage.adoption import counting_part
from innolab_desktop.storage.authors import Authors
from innolab_desktop.storage.doomed import records_of
from innolab_desktop.storage.entered import decoded
from innolab_desktop.storage.log_tables import LogTables

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from innolab_desktop.domain.values import Value
    from innolab_desktop.formdefs.forms import Forms
    from innolab_desktop.journal.clock import Instant
    from innolab_desktop.storage.authors import Author
    from innolab_desktop.storage.database import Database
    from innolab_desktop.storage.entered import Entered


class _Text(NamedTuple):
    generation: int
    text: MergeText


class History:
    """Reads stored commits back as saves."""

    def __init__(self, database: Database, forms: Forms) -> None:
        self._database = database
        self._forms = forms
        self._logs = LogTables(database)

    def of(self, number: int, record: bytes, kind: str) -> tuple[HistoryEntry, ...]:
        """Return the saves of a record, oldest first by the display clock.

        Args:
            number: of the record.
            record: its id.
            kind: what it is.
        """
        keys = self._database.connection.exec_driver_sql(
            "SELECT entry FROM touched WHERE record = ?", (number,)
        )
        counting, adopted = self._said([row.entry for row in keys])
        found = sorted([*counting, *adopted], key=_shown_order)
        authors = Authors(self._database, self._forms, (entered.entry for entered in found))
        values: dict[str, Value] = {}
        texts: dict[str, _Text] = {}
        entries: list[HistoryEntry] = []
        for key, commit, present in found:
            fields = _changes(record, [item for _, item in present], values, texts)
            entries.append(_entry(commit, authors.of(key, kind), fields))
        return tuple(entries)

    def writes(
        self, numbers: Sequence[int], kinds: Mapping[bytes, str]
    ) -> dict[bytes, tuple[Write, ...]]:
        """Return every operation about some records, oldest first by the display clock.

        Args:
            numbers: of the records.
            kinds: what they are, by id.
        """
        rows = self._database.select_in(
            "SELECT DISTINCT entry FROM touched WHERE record IN (?)", numbers
        )
        counting, adopted = self._said([row.entry for row in rows])
        said = (entered.entry for entered in (*counting, *adopted))
        authors = Authors(self._database, self._forms, said)
        found = [(item, list(range(len(item.commit.entries)))) for item in counting]
        found += [(item, [index for index, _ in item.operations]) for item in adopted]
        found.sort(key=lambda pair: _shown_order(pair[0]))
        writes: dict[bytes, list[Write]] = {uid: [] for uid in kinds}
        for (key, commit, present), indexes in found:
            there, entries = dict(present), commit.entries
            for index in indexes:
                op, preds = commit.op_id(index), entries[index].preds
                operation, signer = there.get(index), authors.signer(key)
                for uid in _about(operation, kinds):
                    author = authors.of(key, kinds[uid])
                    writes[uid].append(Write(op, preds, operation, key, signer, *author))
        return {uid: tuple(items) for uid, items in writes.items()}

    def _said(self, keys: Sequence[int]) -> tuple[list[Entered], list[Entered]]:
        """Return what counts of stored commits, and what of the others was adopted."""
        return counting_part(self._database, decoded(self._logs.by_key(sorted(set(keys)))))

    def has_newer(self, record: bytes) -> bool:
        """Tell whether something was written about a record that this version cannot read."""
        found = self._database.connection.exec_driver_sql(
            "SELECT 1 FROM unread WHERE record = ? LIMIT 1", (record,)
        )
        return found.first() is not None

    def op_ids(self, number: int, record: bytes) -> tuple[bytes, ...]:
        """Return the ids of all operations that were ever written about a record.

        Those count, too, that only a newer version can read.
        """
        keys = self._database.connection.exec_driver_sql(
            "SELECT entry FROM touched WHERE record = ? UNION SELECT entry FROM unread "
            "WHERE space = ?",
            (number, number >> packed_keys.RECORD_NUMBER_BITS),
        )
        found = [commit for _, commit in self._logs.by_key([row.entry for row in keys])]
        return tuple(
            commit.op_id(index)
            for commit, present in zip(found, operations_of(found), strict=True)
            for index, about in records_of(commit, present).items()
            if about == record
        )


def _shown_order(entered: Entered) -> tuple[Instant, bytes]:
    """Order by the display clock."""
    return entered.commit.at, entered.commit.id


def _entry(commit: Commit, author: Author, fields: dict[str, tuple[Value, Value]]) -> HistoryEntry:
    return HistoryEntry(commit.id, author.at_ms, author.person, author.device, fields)


def _about(operation: Operation | None, records: Collection[bytes]) -> Collection[bytes]:
    """Return which of *records* an operation is about: it may be any if its body was erased."""
    if operation is None:
        return records
    record = getattr(operation, "record", b"")
    return (record,) if record in records else ()


def _changes(
    record: bytes,
    operations: Sequence[Operation],
    values: dict[str, Value],
    texts: dict[str, _Text],
) -> dict[str, tuple[Value, Value]]:
    """Apply *operations* to *values* and return what changed as (before, after)."""
    changed: dict[str, tuple[Value, Value]] = {}
    for operation in operations:
        if getattr(operation, "record", None) != record:
            continue
        after: Value
        if isinstance(operation, Set):
            name, after = operation.field, operation.value
        elif isinstance(operation, TextEdit | TextReset):
            name, after = operation.field, _text_after(operation, texts)
        elif isinstance(operation, Delete | Restore):
            name, after = DELETED, isinstance(operation, Delete)
        else:
            continue
        changed[name] = (values.get(name), after)
        values[name] = after
    return changed


def _text_after(operation: TextEdit | TextReset, texts: dict[str, _Text]) -> str:
    """Return the text after *operation*; late edits of an erased one show beside it."""
    known = texts.get(operation.field)
    if known is None or operation.generation > known.generation:
        known = texts[operation.field] = _Text(operation.generation, MergeText())
    if operation.generation == known.generation:
        update = seed(operation) if isinstance(operation, TextReset) else operation.update
        known.text.apply(update)
    return str(known.text)
