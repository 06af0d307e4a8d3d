"""From the wishes of a list to the conditions of its SQL."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from sqlalchemy import ColumnElement, and_, exists, false, or_, select
from sqlalchemy import text as sql_text

from innolab_desktop.domain.german_folding import fold
from innolab_desktop.storage import packed_keys, schema
from innolab_desktop.storage.search_index import prefix_question

if TYPE_CHECKING:
    from innolab_desktop.services.read_models import Phrases, RowQuery
    from innolab_desktop.storage.database import Database

_MATCHES: Final = "record.id IN (SELECT rowid FROM search WHERE search MATCH :question)"
_record = schema.record.c
_cell = schema.cell.c


def row_conditions(database: Database, query: RowQuery) -> list[ColumnElement[bool]]:
    """Return what a row of *query* fulfils."""
    conditions: list[ColumnElement[bool]] = [_record.is_deleted == int(query.is_deleted)]
    if query.kind is not None:
        conditions.append(_record.kind == query.kind)
    if query.statuses:
        conditions.append(_record.status.in_(query.statuses))
    if query.parent is not None:
        conditions.append(_record.parent == query.parent)
    if query.space is not None:
        conditions.append(_in_space(database, query.space))
    if query.reference is not None:
        conditions.append(_names(database, *query.reference))
    if query.tag:
        tagged = select(schema.tag.c.record).where(schema.tag.c.folded == fold(query.tag))
        conditions.append(_record.id.in_(tagged))
    if query.text.strip():
        conditions.append(_says(query.text, query.phrases))
    conditions.extend(_in_title(query.words))
    return conditions


def _in_space(database: Database, space: bytes) -> ColumnElement[bool]:
    number = database.connection.exec_driver_sql(
        "SELECT id FROM space WHERE uid = ?", (space,)
    ).scalar()
    lowest, above = (
        space_number << packed_keys.RECORD_NUMBER_BITS
        for space_number in (number or 0, (number or 0) + 1)
    )
    return _record.id.between(lowest, above - 1)


def _names(database: Database, field: str, record: bytes) -> ColumnElement[bool]:
    """Ask whether *field* names *record*, alone or among others: its id stands in the cell."""
    numbers = [number for number, name in database.field_names().items() if name == field]
    if not numbers:
        return false()
    cells = _record.id * (1 << packed_keys.FIELD_BITS + packed_keys.HEAD_BITS)
    first = cells + (numbers[0] << packed_keys.HEAD_BITS)
    last = first + (1 << packed_keys.HEAD_BITS) - 1
    value = json.dumps(record.hex())
    return exists(
        select(_cell.id).where(_cell.id.between(first, last), _cell.value.contains(value))
    )


def _says(words: str, phrases: Phrases) -> ColumnElement[bool]:
    in_title = and_(*_in_title(words))
    question = prefix_question(words, phrases)
    if not question:
        return in_title
    return or_(in_title, sql_text(_MATCHES).bindparams(question=question).self_group())


def _in_title(words: str) -> list[ColumnElement[bool]]:
    return [_record.sort_title.contains(word, autoescape=True) for word in fold(words).split()]
