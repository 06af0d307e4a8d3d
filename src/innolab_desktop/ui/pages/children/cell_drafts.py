"""Keeps what stands in the cells of a table and was not saved: half typed, or refused."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar

from innolab_desktop.ui.typed_draft import KeptTyping, draft_key, draft_sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from PySide6.QtCore import QObject

    from innolab_desktop.domain.records import RecordId
    from innolab_desktop.domain.values import Value
    from innolab_desktop.ui.desk import Desk
    from innolab_desktop.ui.jobs import Job
    from innolab_desktop.ui.pages.children.cell_delegate import CellDelegate
    from innolab_desktop.ui.pages.children.cells import ChildRow
    from innolab_desktop.ui.pages.children.child_rows import ChildRowsModel

T = TypeVar("T")

_PURPOSE: Final = "cell"
_TEXT: Final = "text"


class CellDrafts(KeptTyping):
    """One draft of this device for each such cell; it stands there again after a lock."""

    def __init__(
        self, owner: QObject, desk: Desk, model: ChildRowsModel, delegate: CellDelegate
    ) -> None:
        super().__init__(owner, desk)
        self._model = model
        self._delegate = delegate
        self._parent_id: RecordId | None = None
        self._kept: dict[str, str] = {}
        delegate.typed.connect(self.touch)
        model.dataChanged.connect(self.touch)
        model.rowsRemoved.connect(self.touch)

    def look_for(self, parent_id: RecordId | None) -> None:
        """Let what was typed last time stand in the cells of the record *parent_id* again.

        Without one the drafts stay where they are: nothing can be typed in the cells.
        """
        self._forget()
        self._parent_id = parent_id
        self._kept = {}
        if parent_id is None:
            return
        drafts = self._desk.session.desk

        def take(found: Mapping[str, Mapping[str, Value]]) -> None:
            if parent_id == self._parent_id:
                self._take_up({key: str(values.get(_TEXT) or "") for key, values in found.items()})

        self._desk.jobs.run(self, lambda _job: drafts.drafts(), take)

    def saved_by(self, row: ChildRow, work: Callable[[], T]) -> Callable[[Job], T]:
        """Return *work*, which saves *row*, for the lane; drafts of what it saves go with it."""
        drafts, number = self._desk.session.desk, self._model.number_of(row)
        keys = [self._key(number, name) for name in row.saving or ()]
        for key in keys:
            self._kept.pop(key, None)

        def save(_job: Job) -> T:
            result = work()
            for key in keys:
                drafts.drop_draft(key)
            return result

        return save

    def _write(self) -> None:
        now = dict(self._half_typed())
        drafts, kept = self._desk.session.desk, self._kept
        new = {key: text for key, text in now.items() if kept.get(key) != text}
        gone = [key for key in kept if key not in now]
        self._kept = now

        def write() -> None:
            for key, text in new.items():
                drafts.keep_draft(key, {_TEXT: text})
            for key in gone:
                drafts.drop_draft(key)

        if new or gone:
            self._run(write)

    def _half_typed(self) -> Iterator[tuple[str, str]]:
        """Yield the texts that are saved nowhere, with what they are kept under."""
        for number in range(self._model.rowCount()):
            row = self._model.row_at(number)
            texts = {name: refused.text for name, refused in row.refused.items()}
            if row.saving is not None:  # typed meanwhile, to be saved after it
                waiting = {name: row.typed[name] for name in row.typed.keys() - row.saving.keys()}
                texts |= {name: self._model.format(name, waiting[name]) for name in waiting}
            texts |= self._delegate.half_typed(number)
            for name, text in texts.items():
                yield self._key(number, name), text

    def _key(self, number: int, field: str) -> str:
        """Return what the draft of a cell is kept under: at its record, or at the parent."""
        record = self._model.row_at(number).record
        if record is not None:
            return draft_key(_PURPOSE, record.id, field)
        place = number - len(self._model.records)
        return draft_key(_PURPOSE, self._parent_id, f"{self._new_rows}{place}.{field}")

    @property
    def _new_rows(self) -> str:
        return f"{self._model.definition.id}."

    def _take_up(self, found: Mapping[str, str]) -> None:
        """Let the texts stand in their cells again; those that do already are forgotten."""
        model = self._model
        for number in range(len(model.records)):
            for definition in model.fields:
                key = self._key(number, definition.id)
                if key in found:
                    self._put(number, definition.id, found[key])
                    self._kept[key] = found[key]
        for texts in self._of_new_rows(found):
            number = model.rowCount() - 1  # the empty row; another one follows
            for name, text in texts.items():
                self._put(number, name, text)
        if self._kept:
            self.touch()

    def _of_new_rows(self, found: Mapping[str, str]) -> list[dict[str, str]]:
        """Return what was typed in rows that were never saved, row by row."""
        rows: dict[int, dict[str, str]] = {}
        begin, end = f"{_PURPOSE}:{self._new_rows}", draft_key("", self._parent_id)
        for key, text in found.items():
            if key.startswith(begin) and key.endswith(end):
                place, _, name = key.removeprefix(begin).partition(":")[0].partition(".")
                rows.setdefault(int(place), {})[name] = text
                self._kept[key] = text
        return [rows[place] for place in sorted(rows)]

    def _put(self, number: int, field: str, text: str) -> None:
        columns = [definition.id for definition in self._model.fields]
        if field not in columns:  # of a later version
            return
        index = self._model.index(number, columns.index(field))
        row = self._model.row_at(number)
        is_busy = field in row.refused or field in row.typed or self._delegate.half_typed(number)
        if not is_busy and text != self._model.written(index):
            self._model.refuse(index, text, draft_sentence())
