"""Which record has which tag: for filters, and to offer what was used before."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from innolab_desktop.domain.german_folding import fold
from innolab_desktop.domain.tags import split_tags

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from innolab_desktop.domain.values import Value
    from innolab_desktop.formdefs.forms import Forms
    from innolab_desktop.storage.database import Database

_KNOWN: Final = (
    "SELECT min(tag.word) AS word FROM tag JOIN record ON record.id = tag.record "
    "WHERE record.is_deleted = 0 GROUP BY tag.folded ORDER BY tag.folded LIMIT ?"
)


class TagIndex:
    """The table ``tag``, which the projection fills from the fields with the editor ``tags``."""

    def __init__(self, database: Database, forms: Forms) -> None:
        self._database = database
        self._fields = {
            kind: fields
            for kind, form in forms.items()
            if (fields := tuple(field.id for field in form.tag_fields()))
        }

    def replace(self, states: Iterable[tuple[int, str, Mapping[str, Value]]]) -> None:
        """Take the tags of records, each with its number, kind and values."""
        numbers: list[tuple[int]] = []
        rows: list[tuple[int, str, str]] = []
        for number, kind, values in states:
            fields = self._fields.get(kind)
            if fields is None:
                continue
            numbers.append((number,))
            words = {fold(word): word for name in fields for word in split_tags(values.get(name))}
            rows.extend((number, folded, word) for folded, word in words.items())
        self._database.run_many("DELETE FROM tag WHERE record = ?", numbers)
        self._database.run_many("INSERT INTO tag (record, folded, word) VALUES (?, ?, ?)", rows)

    def known(self, limit: int) -> tuple[str, ...]:
        """Return the tags in use by alphabet; of several spellings one."""
        with self._database.transaction() as connection:
            return tuple(row.word for row in connection.exec_driver_sql(_KNOWN, (limit,)))
