"""Records as they stand now: reading them, one by one and as lists."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import ColumnElement, func, select

from innolab_desktop.domain.errors import RecordError
from innolab_desktop.domain.records import DELETED, ORIGIN, Record, Variant
from innolab_desktop.formdefs.upgrade import Upgraded, upgrade
from innolab_desktop.journal.operations import ORDER, PARENT
from innolab_desktop.services.read_models import (
    Counts,
    Heads,
    RecordRow,
    RowPage,
    RowQuery,
    SearchHit,
)
from innolab_desktop.storage import packed_keys, schema
from innolab_desktop.storage.authors import Authors
from innolab_desktop.storage.history import History
from innolab_desktop.storage.record_state import RecordState
from innolab_desktop.storage.row_conditions import row_conditions
from innolab_desktop.storage.row_excerpts import RowExcerpts
from innolab_desktop.storage.row_order import RowOrder
from innolab_desktop.storage.search_index import SearchIndex
from innolab_desktop.storage.tag_index import TagIndex
from innolab_desktop.storage.unseen_texts import mark_unseen_texts

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy import Connection

    from innolab_desktop.formdefs.forms import Forms
    from innolab_desktop.services.read_models import HistoryEntry, Phrases
    from innolab_desktop.storage.database import Database
    from innolab_desktop.storage.record_tables import RecordTables

_PROGRAM_FIELDS: Final = (DELETED, PARENT, ORDER, ORIGIN)
_COUNTS: Final = """
SELECT (SELECT count(*) FROM record WHERE is_deleted = 0), (SELECT count(*) FROM entry),
       (SELECT count(*) FROM record WHERE has_conflict = 1), (SELECT count(*) FROM held),
       (SELECT count(*) FROM unread)"""
_SORTED_BY: Final = {"title": "sort_title", "changed": "changed", "status": "status"}
_record = schema.record.c


class SqlRecordStore:
    """Reads the tables that the projection fills."""

    def __init__(self, database: Database, forms: Forms, tables: RecordTables) -> None:
        self._database = database
        self._forms = forms
        self._tables = tables
        self._history = History(database, forms)
        self._search = SearchIndex(database)
        self._tags = TagIndex(database, forms)
        self._excerpts = RowExcerpts(tables, forms)
        self._order = RowOrder(database)

    # --- one record -------------------------------------------------------------------------

    def get(self, record: bytes) -> Record:
        """Return a record.

        Raises:
            RecordError: there is none.
        """
        with self._database.transaction():
            return self._view(self._row(record))

    def with_prefix(self, digits: str) -> tuple[bytes, ...]:
        """Return the ids of the records that begin with these hexadecimal digits."""
        low, high = (bytes.fromhex(digits.ljust(32, digit)) for digit in "0f")
        with self._database.transaction() as connection:
            found = connection.execute(select(_record.uid).where(_record.uid.between(low, high)))
            return tuple(found.scalars())

    def heads(self, record: bytes) -> Mapping[str, Heads]:
        """Return what is visible in each field of a record, pseudo-fields included."""
        return self.get_with_heads(record)[1]

    def get_with_heads(self, record: bytes) -> tuple[Record, Mapping[str, Heads]]:
        """Return a record together with what is visible in each of its fields.

        Raises:
            RecordError: there is none.
        """
        with self._database.transaction():
            row = self._row(record)
            state = self._state(row)
            times = self._times(state)
            heads = {
                name: self._heads(state, name, times)
                for name, register in state.registers.items()
                if register.heads
            }
            return self._seen(row, state, times), heads

    @staticmethod
    def _heads(state: RecordState, name: str, times: dict[int, int]) -> Heads:
        register = state.registers[name]
        newest = state.newest_first(register, times)
        value = newest[0][1].value
        text = state.texts.get(name)
        ops = tuple(op for op, _ in newest)
        return Heads(ops, value, text.generation, text.state) if text else Heads(ops, value)

    def children(self, parent: bytes, kind: str | None = None) -> tuple[Record, ...]:
        """Return the child records of *parent* in their order, without deleted ones."""
        condition = (_record.parent == parent) & (_record.is_deleted == 0)
        if kind is not None:
            condition &= _record.kind == kind
        return self._views(condition, _record.sort_order, _record.created, _record.id)

    def released_from(self, origin: bytes) -> tuple[Record, ...]:
        """Return the records that name *origin* as theirs, oldest first, without deleted ones."""
        return self._views((_record.origin == origin) & (_record.is_deleted == 0), _record.uid)

    def in_conflict(self) -> tuple[Record, ...]:
        """Return the records with an Abweichung."""
        return self._views(_record.has_conflict == 1, _record.id)

    def merged(self) -> tuple[Record, ...]:
        """Return the records with texts that a machine merged and nobody looked at."""
        return self._views((_record.is_merged == 1) & (_record.is_deleted == 0), _record.id)

    def _views(
        self, condition: ColumnElement[bool], *order: ColumnElement[Any]
    ) -> tuple[Record, ...]:
        with self._database.transaction() as connection:
            rows = connection.execute(select(schema.record).where(condition).order_by(*order)).all()
            return tuple(self._view(row) for row in rows)

    def _row(self, record: bytes) -> Any:  # noqa: ANN401 - a row is as typed as SQL is
        row = self._database.connection.exec_driver_sql(
            "SELECT * FROM record WHERE uid = ?", (record,)
        ).first()
        if row is None:
            raise RecordError("record_unknown")
        return row

    def _state(self, row: Any) -> RecordState:  # noqa: ANN401 - as above
        state = RecordState(row.id, row.uid, set(), row.kind, row.form_version)
        state.is_merged = bool(row.is_merged)
        self._tables.fill((state,))
        if state.is_merged:
            mark_unseen_texts(self._database, (state,))
        return state

    def _times(self, state: RecordState) -> dict[int, int]:
        found = self._database.select_in(
            "SELECT id, at FROM entry WHERE id IN (?)", sorted(set(state.contested_sources()))
        )
        return {row.id: row.at for row in found}

    def _view(self, row: Any) -> Record:  # noqa: ANN401 - as above
        state = self._state(row)
        return self._seen(row, state, self._times(state))

    def _seen(self, row: Any, state: RecordState, times: dict[int, int]) -> Record:  # noqa: ANN401 - as above
        values = {
            name: value
            for name, value in state.values(times).items()
            if name not in _PROGRAM_FIELDS
        }
        form = self._forms.get(row.kind)
        upgraded = upgrade(form, values) if form else Upgraded({}, {}, values)
        return Record(
            id=row.uid,
            kind=row.kind,
            space=self._space(row.id),
            form_version=row.form_version,
            parent=row.parent,
            origin=row.origin,
            order=row.sort_order,
            values=upgraded.values,
            conflicts={
                name: self._variants(state, name, times) for name in sorted(state.conflicts())
            },
            merged=state.merged(),
            unknown={**upgraded.retired, **upgraded.unknown},
            deleted=bool(row.is_deleted),
            changed_ms=row.changed >> 16,
            has_newer=self._history.has_newer(row.uid),
        )

    def _variants(
        self, state: RecordState, name: str, times: dict[int, int]
    ) -> tuple[Variant, ...]:
        newest = state.newest_first(state.registers[name], times)
        authors = Authors(self._database, self._forms, (head.source >> 7 for _, head in newest))
        return tuple(
            Variant(
                None if name == DELETED else head.value,
                *authors.of(head.source >> 7, state.kind),
                op,
            )
            for op, head in newest
        )

    def _space(self, record_number: int) -> bytes:
        return self._database.space_uid(record_number >> packed_keys.RECORD_NUMBER_BITS)

    # --- lists ------------------------------------------------------------------------------

    def rows(self, query: RowQuery) -> RowPage:
        """Return a page of a list."""
        with self._database.transaction() as connection:
            numbers, total = self._page(connection, query)
            found = self._database.select_in("SELECT * FROM record WHERE id IN (?)", numbers)
            by_number = {row.id: row for row in found}
            rows = [by_number[number] for number in numbers]
            told = rows if query.has_excerpts else ()
            excerpts = self._excerpts.of(told, query.text)
            return RowPage(
                tuple(
                    _list_row(row, self._space(row.id), excerpts.get(row.id, "")) for row in rows
                ),
                total,
            )

    def _page(self, connection: Connection, query: RowQuery) -> tuple[Sequence[int], int]:
        """Return the numbers of the records of a page, and how many there are altogether."""
        conditions = row_conditions(self._database, query)
        column = _record[_SORTED_BY.get(query.sort, "sort_title")]
        ordering = column.desc() if query.descending else column.asc()
        ordered = select(_record.id).where(*conditions).order_by(ordering, _record.id)
        if column is not _record.changed:
            order = self._order.of(query, lambda: connection.execute(ordered).scalars())
            return order[query.offset : query.offset + query.limit], len(order)
        total = connection.execute(
            select(func.count()).select_from(schema.record).where(*conditions)
        ).scalar_one()
        page = connection.execute(ordered.limit(query.limit).offset(query.offset))
        return page.scalars().all(), total

    # --- history, search, counts ------------------------------------------------------------

    def history(self, record: bytes) -> tuple[HistoryEntry, ...]:
        """Return the saves of a record, oldest first."""
        with self._database.transaction():
            row = self._row(record)
            return self._history.of(row.id, record, row.kind)

    def commit_ids(self, record: bytes) -> tuple[bytes, ...]:
        """Return the ids of the commits that made a record what it is."""
        with self._database.transaction():
            rows = self._database.connection.exec_driver_sql(
                "SELECT entry.commit_id FROM touched JOIN entry ON entry.id = touched.entry "
                "WHERE touched.record = ? ORDER BY entry.at, entry.commit_id",
                (self._row(record).id,),
            )
            return tuple(row.commit_id for row in rows)

    def op_ids(self, record: bytes) -> tuple[bytes, ...]:
        """Return the ids of all operations that were ever written about a record."""
        with self._database.transaction():
            return self._history.op_ids(self._row(record).id, record)

    def search(
        self, words: str, limit: int, kind: str | None = None, phrases: Phrases = ()
    ) -> tuple[SearchHit, ...]:
        """Return the newest records in which all *words* occur (the last one as a prefix)."""
        with self._database.transaction():
            rows = self._search.find(words, limit, kind, phrases)
            excerpts = self._excerpts.of(rows, words)
            return tuple(
                SearchHit(row.uid, row.kind, self._space(row.id), row.title, excerpts[row.id])
                for row in rows
            )

    def known_tags(self, limit: int) -> tuple[str, ...]:
        """Return the tags in use by alphabet; of several spellings one."""
        return self._tags.known(limit)

    def counts(self) -> Counts:
        """Return how much the vault holds."""
        with self._database.transaction() as connection:
            return Counts(*connection.exec_driver_sql(_COUNTS).one())

    def count_by_kind(self, *, is_deleted: bool = False) -> Mapping[str, int]:
        """Return how many records there are of each kind, or how many are in the trash."""
        query = (
            select(_record.kind, func.count())
            .where(_record.is_deleted == int(is_deleted))
            .group_by(_record.kind)
        )
        with self._database.transaction() as connection:
            return {row.kind: row[1] for row in connection.execute(query)}


def _list_row(row: Any, space: bytes, excerpt: str) -> RecordRow:  # noqa: ANN401 - as above
    return RecordRow(
        id=row.uid,
        kind=row.kind,
        space=space,
        title=row.title,
        status=row.status,
        changed_ms=row.changed >> 16,
        has_conflict=bool(row.has_conflict),
        is_merged=bool(row.is_merged),
        is_release=row.origin is not None,
        excerpt=excerpt,
    )
