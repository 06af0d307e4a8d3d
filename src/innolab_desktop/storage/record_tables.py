"""Records in their tables: reading the state of many, and writing back what changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Literal

from innolab_desktop.domain.errors import FormatError
from innolab_desktop.domain.german_folding import fold
from innolab_desktop.domain.records import ORIGIN
from innolab_desktop.formdefs.kinds import KINDS
from innolab_desktop.journal.operations import ORDER, PARENT, RECORD_ID_BYTES
from innolab_desktop.journal.quick_tuples import quickly
from innolab_desktop.storage import packed_keys
from innolab_desktop.storage.cell_values import decode_value, encode_value
from innolab_desktop.storage.record_state import RecordState, Stored, TextState
from innolab_desktop.storage.search_index import replace_bodies
from innolab_desktop.storage.tag_index import TagIndex
from innolab_desktop.storage.unseen_texts import mark_unseen_texts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from innolab_desktop.domain.values import Value
    from innolab_desktop.formdefs.forms import Forms
    from innolab_desktop.storage.database import Database

_HEAD_MASK: Final = (1 << packed_keys.HEAD_BITS) - 1
_FIELD_MASK: Final = (1 << packed_keys.FIELD_BITS) - 1
_MAX_TITLE: Final = 200
_RANGES: Final = 200
_NOTHING: Final[Mapping[bytes, int]] = {}
_HAS_CONFLICT: Final = 13  # its place in the row of a record

_UPSERT_RECORD: Final = """
INSERT INTO record (id, uid, kind, form_version, parent, origin, sort_order, title, sort_title,
                    status, created, changed, is_deleted, has_conflict, is_merged)
VALUES (?, ?, ?, ?, nullif(?, 0), nullif(?, 0), ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, form_version = excluded.form_version,
  parent = excluded.parent, origin = excluded.origin, sort_order = excluded.sort_order,
  title = excluded.title,
  sort_title = excluded.sort_title, status = excluded.status, created = excluded.created,
  changed = excluded.changed, is_deleted = excluded.is_deleted,
  has_conflict = excluded.has_conflict, is_merged = excluded.is_merged"""
_UPSERT_CELL: Final = """
INSERT INTO cell (id, source, op, value) VALUES (?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET source = excluded.source, op = excluded.op, value = excluded.value"""
_UPSERT_TEXT: Final = """
INSERT INTO text (id, generation, state) VALUES (?, ?, ?)
ON CONFLICT (id) DO UPDATE SET generation = excluded.generation, state = excluded.state"""


class RecordTables:
    """Reads and writes the tables ``record``, ``cell``, ``text`` and ``search``."""

    def __init__(self, database: Database, forms: Forms) -> None:
        self._database = database
        self._titles = {
            kind: (field, KINDS[field.kind].format)
            for kind, form in forms.items()
            if (field := form.field(form.title_field)) is not None
        }
        self._searchable = {
            kind: {
                field.id: (place, field, KINDS[field.kind].search_text)
                for place, field in enumerate(form.fields(with_retired=True))
                if field.editor != "hidden"
            }
            for kind, form in forms.items()
        }
        self._tags = TagIndex(database, forms)

    # --- reading ----------------------------------------------------------------------------

    def load(self, space: int, uids: list[bytes], early: set[bytes]) -> dict[bytes, RecordState]:
        """Return the state of each record; new ones are empty, those of other spaces missing."""
        found = {
            row.uid: row
            for row in self._database.select_in(
                "SELECT id, uid, kind, form_version, parent, sort_order, created, changed, "
                "is_merged FROM record WHERE uid IN (?)",
                uids,
            )
        }
        states: dict[bytes, RecordState] = {}
        following = self._next_number(space) if len(found) < len(uids) else 0
        for uid in sorted(uids):
            row = found.get(uid)
            if row is None:
                states[uid] = RecordState(following, uid, early)
                following += 1
            elif row.id >> packed_keys.RECORD_NUMBER_BITS == space:
                states[uid] = RecordState(
                    row.id,
                    uid,
                    early,
                    row.kind,
                    row.form_version,
                    row.parent,
                    row.sort_order,
                    row.created,
                    row.changed,
                    is_merged=bool(row.is_merged),
                )
        self.fill([state for uid, state in states.items() if uid in found])
        return states

    def fill(self, states: Iterable[RecordState]) -> None:
        """Read registers and texts of stored records."""
        names = self._database.field_names()
        by_number = {state.number: state for state in states}
        cells = [packed_keys.cell_range(number) for number in by_number]
        for key, source, op, value in self._in_ranges("cell", "source, op, value", cells):
            state = by_number[key >> packed_keys.FIELD_BITS + packed_keys.HEAD_BITS]
            name = names[key >> packed_keys.HEAD_BITS & _FIELD_MASK]
            state.register(name).heads[op] = quickly(Stored, (source, decode_value(value)))
            state.slots.setdefault(name, {})[op] = key & _HEAD_MASK
        texts = [packed_keys.text_range(number) for number in by_number]
        for key, generation, content in self._in_ranges("text", "generation, state", texts):
            state = by_number[key >> packed_keys.FIELD_BITS]
            state.texts[names[key & _FIELD_MASK]] = TextState(generation, content)

    def _in_ranges(
        self, table: str, columns: str, ranges: Sequence[tuple[int, int]]
    ) -> Iterator[Sequence[Any]]:
        """Yield ids and columns of the rows whose ids lie in *ranges*: many in one statement."""
        for start in range(0, len(ranges), _RANGES):
            some = ranges[start : start + _RANGES]
            marks = ", ".join(["(?, ?)"] * len(some))
            rows = self._database.connection.exec_driver_sql(
                f"WITH wanted(low, high) AS (VALUES {marks}) SELECT {table}.id, {columns} "  # noqa: S608 - fixed names
                f"FROM wanted JOIN {table} ON {table}.id BETWEEN wanted.low AND wanted.high",
                tuple(border for pair in some for border in pair),
            )
            yield from rows.all()  # one by one takes three times as long

    def _next_number(self, space: int) -> int:
        low = space << packed_keys.RECORD_NUMBER_BITS
        highest = self._database.connection.exec_driver_sql(
            "SELECT max(id) FROM record WHERE id BETWEEN ? AND ?",
            (low, low + (1 << packed_keys.RECORD_NUMBER_BITS) - 1),
        ).scalar()
        return low if highest is None else highest + 1

    # --- writing ----------------------------------------------------------------------------

    def empty(self, number: int) -> None:
        """Empty the cells and texts of a record that is made anew."""
        run = self._database.connection.exec_driver_sql
        run("DELETE FROM cell WHERE id BETWEEN ? AND ?", packed_keys.cell_range(number))
        run("DELETE FROM text WHERE id BETWEEN ? AND ?", packed_keys.text_range(number))

    def forget(self, number: int) -> None:
        """Remove the traces of a record of which nothing is left: its number is given out again."""
        run = self._database.connection.exec_driver_sql
        run("DELETE FROM record WHERE id = ?", (number,))
        run("DELETE FROM search WHERE rowid = ?", (number,))
        run("DELETE FROM touched WHERE record = ?", (number,))
        run("DELETE FROM tag WHERE record = ?", (number,))

    def store(self, states: list[RecordState]) -> int:
        """Write back what changed; return how many of the records have an Abweichung."""
        times = self.times(states)
        mark_unseen_texts(self._database, states)
        cells: list[tuple[int, int, bytearray, str]] = []
        freed: list[tuple[int]] = []
        rows: list[tuple[object, ...]] = []
        texts: list[tuple[int, int, bytes]] = []
        bodies: list[tuple[int, str]] = []
        tagged: list[tuple[int, str, Mapping[str, Value]]] = []
        for state in states:
            values = state.values(times)
            rows.append(self._row(state, values))
            bodies.append((state.number, self._search_body(state.kind, values)))
            tagged.append((state.number, state.kind, values))
            for name in state.changed_texts:
                key = packed_keys.field_key(state.number, self._database.field_number(name))
                text = state.texts[name]
                texts.append((key, text.generation, text.state))
            for name in state.changed_fields:
                self._cells(state, name, cells, freed)
        self._database.run_many("DELETE FROM cell WHERE id = ?", freed)
        self._database.run_many(_UPSERT_CELL, sorted(cells))
        self._database.run_many(_UPSERT_TEXT, sorted(texts))
        self._database.run_many(_UPSERT_RECORD, rows)
        replace_bodies(self._database, bodies)
        self._tags.replace(tagged)
        return sum(1 for row in rows if row[_HAS_CONFLICT])

    def _cells(
        self,
        state: RecordState,
        name: str,
        cells: list[tuple[int, int, bytearray, str]],
        freed: list[tuple[int]],
    ) -> None:
        base = packed_keys.field_key(state.number, self._database.field_number(name))
        base <<= packed_keys.HEAD_BITS
        heads = state.register(name).heads
        old = state.slots.get(name, _NOTHING)
        if len(heads) == 1:  # as nearly every field has
            ((op, (source, value)),) = heads.items()
            slot = old.get(op, 0)
            cells.append((base | slot, source, bytearray(op), encode_value(value)))
            for other in old.values():
                if other != slot:
                    freed.append((base | other,))  # noqa: PERF401 - nearly always nothing
            return
        used = {slot for op, slot in old.items() if op in heads}
        unused = iter(slot for slot in range(_HEAD_MASK + 1) if slot not in used)
        for op, stored in heads.items():
            slot = old.get(op)
            if slot is None:
                slot = next(unused, None)
                if slot is None:
                    raise FormatError("field_too_many_values", limit=_HEAD_MASK + 1)
                used.add(slot)
            cells.append((base | slot, stored.source, bytearray(op), encode_value(stored.value)))
        freed.extend((base | slot,) for slot in old.values() if slot not in used)

    def times(self, states: Sequence[RecordState]) -> dict[int, int]:
        """Return when the values that stand side by side were written."""
        sources = {source for state in states for source in state.contested_sources()}
        rows = self._database.select_in("SELECT id, at FROM entry WHERE id IN (?)", sorted(sources))
        return {row.id: row.at for row in rows}

    def _row(self, state: RecordState, values: Mapping[str, Value]) -> tuple[object, ...]:
        title = self._title(state.kind, values)
        status = values.get("status")
        parent = values.get(PARENT, state.parent)
        order = values.get(ORDER, state.order)
        return (
            state.number,
            bytearray(state.uid),
            state.kind,
            state.form_version,
            _record_id(parent),
            _record_id(values.get(ORIGIN)),
            order if isinstance(order, str) else "",
            title,
            fold(title),
            status if isinstance(status, str) else "",
            state.created,
            state.changed,
            int(state.is_deleted),
            int(bool(state.conflicts())),
            int(bool(state.merged())),
        )

    def _title(self, kind: str, values: Mapping[str, Value]) -> str:
        named = self._titles.get(kind)
        if named is None:
            return ""
        field, show = named
        return " ".join(show(field, values.get(field.id)).split())[:_MAX_TITLE]

    def _search_body(self, kind: str, values: Mapping[str, Value]) -> str:
        searchable = self._searchable.get(kind)
        if searchable is None:
            return fold(" ".join(v for _, v in sorted(values.items()) if isinstance(v, str)))
        parts: list[tuple[int, str]] = []
        for name, value in values.items():
            if value is not None and name in searchable:
                place, field, search_text = searchable[name]
                parts.append((place, search_text(field, value)))
        return fold(" \n".join(part for _, part in sorted(parts) if part))


def _record_id(value: Value | bytes) -> bytearray | Literal[0]:
    """Return the record id in a ``_parent``, which others may have written as they like.

    Nothing is 0: the driver looks for an adapter of None as long as it does for one of bytes.
    """
    if isinstance(value, str):
        try:
            value = bytes.fromhex(value)
        except ValueError:
            return 0
    if isinstance(value, bytes) and len(value) == RECORD_ID_BYTES:
        return bytearray(value)
    return 0
