"""The saves of a record, and who made them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

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
from innolab_desktop.storage.doomed import records_of
from innolab_desktop.storage.entered import decoded
from innolab_desktop.storage.log_tables import LogTables
from innolab_desktop.storage.record_state import DELETED

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from innolab_desktop.domain.values import Value
    from innolab_desktop.journal.clock import Instant
    from innolab_desktop.storage.database import Database
    from innolab_desktop.storage.entered import Entered


class Author(NamedTuple):
    """Who wrote a stored commit, on which device, and when."""

    person: str
    device: str
    at_ms: int


class History:
    """Reads stored commits back as saves."""

    def __init__(
        self, database: Database, names: Callable[[list[bytes]], Mapping[bytes, str]]
    ) -> None:
        self._database = database
        self._names = names
        self._logs = LogTables(database)

    def authors(self, entries: Sequence[int], *, nameless: bool = False) -> dict[int, Author]:
        """Return the author of each stored commit; if *nameless*, only when it was written."""
        rows = list(
            self._database.select_in(
                "SELECT entry.id, entry.at, log.device FROM entry "
                "JOIN log ON log.id = entry.id >> 32 WHERE entry.id IN (?)",
                entries,
            )
        )
        if nameless:
            return {row.id: Author("", "", row.at >> 16) for row in rows}
        names = self._names(sorted({row.device for row in rows}))
        return {
            row.id: Author(names.get(row.device, ""), row.device.hex(), row.at >> 16)
            for row in rows
        }

    def of(self, number: int, record: bytes, *, nameless: bool) -> tuple[HistoryEntry, ...]:
        """Return the saves of a record, oldest first by the display clock.

        Args:
            number: of the record.
            record: its id.
            nameless: whether nobody is told who made them.
        """
        keys = self._database.connection.exec_driver_sql(
            "SELECT entry FROM touched WHERE record = ?", (number,)
        )
        counting, adopted = self._said([row.entry for row in keys])
        found = sorted([*counting, *adopted], key=_shown_order)
        authors = self.authors([entered.entry for entered in found], nameless=nameless)
        values: dict[str, Value] = {}
        texts: dict[str, MergeText] = {}
        entries: list[HistoryEntry] = []
        for key, commit, present in found:
            fields = _changes(record, [item for _, item in present], values, texts)
            entries.append(_entry(commit, authors[key], fields))
        return tuple(entries)

    def writes(self, records: Mapping[int, bytes]) -> dict[bytes, tuple[Write, ...]]:
        """Return every operation about each of *records*, oldest first by the display clock.

        Args:
            records: ids by number.
        """
        rows = self._database.select_in(
            "SELECT DISTINCT entry FROM touched WHERE record IN (?)", sorted(records)
        )
        counting, adopted = self._said([row.entry for row in rows])
        authors = self.authors([entered.entry for entered in (*counting, *adopted)])
        found = [(item, list(range(len(item.commit.entries)))) for item in counting]
        found += [(item, [index for index, _ in item.operations]) for item in adopted]
        found.sort(key=lambda pair: _shown_order(pair[0]))
        writes: dict[bytes, list[Write]] = {uid: [] for uid in records.values()}
        for (key, commit, present), indexes in found:
            there, entries = dict(present), commit.entries
            for index in indexes:
                op, preds = commit.op_id(index), entries[index].preds
                _assign(Write(op, preds, there.get(index), key, *authors[key]), writes)
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


def _assign(write: Write, writes: Mapping[bytes, list[Write]]) -> None:
    """Add *write* to the record it is about; to all of them if its body was erased."""
    if write.operation is None:
        for items in writes.values():
            items.append(write)
        return
    items = writes.get(getattr(write.operation, "record", b""))
    if items is not None:
        items.append(write)


def _changes(
    record: bytes,
    operations: Sequence[Operation],
    values: dict[str, Value],
    texts: dict[str, MergeText],
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


def _text_after(operation: TextEdit | TextReset, texts: dict[str, MergeText]) -> str:
    if isinstance(operation, TextReset):
        texts[operation.field] = MergeText(seed(operation))
    else:
        texts.setdefault(operation.field, MergeText()).apply(operation.update)
    return str(texts[operation.field])
