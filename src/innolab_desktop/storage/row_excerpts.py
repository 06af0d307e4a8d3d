"""What rows of a list tell of their records: where the words stand, or how the text begins."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from innolab_desktop.storage.record_state import RecordState
from innolab_desktop.storage.search_index import snippet

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from innolab_desktop.formdefs.forms import Forms
    from innolab_desktop.storage.record_tables import RecordTables

_MOST: Final = 160


class RowExcerpts:
    """Reads the texts of a page of rows in one go."""

    def __init__(self, tables: RecordTables, forms: Forms) -> None:
        self._tables = tables
        self._fields = {
            kind: tuple(
                field.id
                for field in form.fields(with_retired=True)
                if field.kind in {"text", "long_text"}
                and field.editor != "hidden"
                and field.id != form.title_field
            )
            for kind, form in forms.items()
        }

    def of(self, rows: Sequence[Any], words: str) -> Mapping[int, str]:
        """Return an excerpt by the number of the record; *words* are looked for first."""
        states = [RecordState(row.id, row.uid, set(), row.kind, row.form_version) for row in rows]
        self._tables.fill(states)
        times = self._tables.times(states)
        return {state.number: self._excerpt(state, times, words) for state in states}

    def _excerpt(self, state: RecordState, times: Mapping[int, int], words: str) -> str:
        values = state.values(times)
        found = (values.get(name) for name in self._fields.get(state.kind, ()))
        texts = [value for value in found if isinstance(value, str) and value.strip()]
        if words and (place := snippet(texts, words)):
            return place
        begin = " ".join(texts[0].split()) if texts else ""
        return begin if len(begin) <= _MOST else f"{begin[:_MOST].rstrip()} …"
