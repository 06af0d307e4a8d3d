"""The rows of a list of records, fetched page by page as they come into view."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)

from innolab_desktop.services.read_models import RecordRow, RowPage, RowQuery
from innolab_desktop.ui.moments import moment
from innolab_desktop.ui.record_status import status_chip
from innolab_desktop.ui.theme.tokens import Tone
from innolab_desktop.ui.visible_text import single_line
from innolab_desktop.ui.widgets.row_delegate import ListRow, RowRole

if TYPE_CHECKING:
    from collections.abc import Callable

    from innolab_desktop.formdefs.forms import Forms
    from innolab_desktop.ui.jobs import Jobs

_Index = QModelIndex | QPersistentModelIndex
PAGE_ROWS = 200


class RecordRowsModel(QAbstractListModel):
    """Shows what a `RowQuery` finds; rows that are not there yet are fetched when asked for.

    Args:
        list_rows: the use case that answers a query; runs in the lane.

    Signals:
        loaded: the first page of a query has arrived; the number of all rows.
    """

    loaded = Signal(int)

    def __init__(
        self,
        jobs: Jobs,
        forms: Forms,
        list_rows: Callable[[RowQuery], RowPage],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._forms = forms
        self._list_rows = list_rows
        self._query = RowQuery(limit=PAGE_ROWS)
        self._total = 0
        self._pages: dict[int, tuple[RecordRow, ...]] = {}
        self._wanted: set[int] = set()
        self._coming: set[int] = set()
        self._generation = 0
        self._fetch_timer = QTimer(self)
        self._fetch_timer.setSingleShot(True)
        self._fetch_timer.setInterval(0)
        self._fetch_timer.timeout.connect(self._fetch_wanted)

    @property
    def query(self) -> RowQuery:
        """The query that is shown."""
        return self._query

    def show_query(self, query: RowQuery) -> None:
        """Show what *query* finds, from its first row."""
        self._query = replace(query, offset=0, limit=PAGE_ROWS)
        self.reload()

    def reload(self) -> None:
        """Ask again; what is shown stays until the answer is there."""
        self._generation += 1
        generation = self._generation
        self._wanted.clear()
        self._coming.clear()
        query = self._query
        self._jobs.run(
            self,
            lambda _job: self._list_rows(query),
            lambda page: self._take_first(page, generation),
        )

    def record_at(self, row: int) -> RecordRow | None:
        """Return the record of *row*, None while it is being fetched."""
        page = self._pages.get(row // PAGE_ROWS)
        offset = row % PAGE_ROWS
        return page[offset] if page is not None and offset < len(page) else None

    def row_of(self, record_id: bytes) -> int | None:
        """Return the row of a record that has been fetched."""
        for number, page in self._pages.items():
            for offset, record in enumerate(page):
                if record.id == record_id:
                    return number * PAGE_ROWS + offset
        return None

    def rowCount(self, parent: _Index | None = None) -> int:
        """Return the number of all rows, fetched or not."""
        return 0 if parent is not None and parent.isValid() else self._total

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what *role* asks for; a row that is not there yet is fetched."""
        if not index.isValid() or index.row() >= self._total:
            return None
        record = self.record_at(index.row())
        if record is None:
            self._wanted.add(index.row() // PAGE_ROWS)
            self._fetch_timer.start()
            return None
        if role == RowRole.ROW:
            return self._list_row(record)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._list_row(record).title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._list_row(record).spoken(self.tr("Status"))
        return None

    def _list_row(self, record: RecordRow) -> ListRow:
        definition = self._forms.form(record.kind)
        title = single_line(record.title) or self.tr("Ohne Titel")
        meta = self.tr("Geändert {0}").format(moment(record.changed_ms))
        if record.is_release:
            meta = self.tr("Freigabe · {0}").format(meta)
        if self._query.kind is None:
            meta = f"{definition.label} · {meta}"
        words = self._query.text
        if record.has_conflict:
            chip = (self.tr("Abweichung"), Tone.BAD)
        elif record.is_merged:
            chip = (self.tr("Zusammengeführt, bitte prüfen"), Tone.WARN)
        else:
            chip = status_chip(definition, record.status) or ("", None)
        return ListRow(title, meta, *chip, excerpt=single_line(record.excerpt), words=words)

    def _take_first(self, page: RowPage, generation: int) -> None:
        if generation != self._generation:
            return
        if page.total == self._total and page.total <= PAGE_ROWS and self._same_ids(page):
            self._pages = {0: page.rows}
            if self._total:
                self.dataChanged.emit(self.index(0), self.index(self._total - 1))
        else:
            self.beginResetModel()
            self._total = page.total
            self._pages = {0: page.rows}
            self.endResetModel()
        self.loaded.emit(self._total)

    def _same_ids(self, page: RowPage) -> bool:
        return [row.id for row in page.rows] == [row.id for row in self._pages.get(0, ())]

    def _fetch_wanted(self) -> None:
        generation = self._generation
        missing = self._wanted - self._coming - set(self._pages)
        self._coming |= missing
        for number in sorted(missing):
            query = replace(self._query, offset=number * PAGE_ROWS)
            self._jobs.run(
                self,
                lambda _job, query=query: self._list_rows(query),
                lambda page, number=number: self._take_page(number, page, generation),
            )
        self._wanted.clear()

    def _take_page(self, number: int, page: RowPage, generation: int) -> None:
        if generation != self._generation:
            return
        self._coming.discard(number)
        self._pages[number] = page.rows
        first = number * PAGE_ROWS
        last = min(first + len(page.rows), self._total) - 1
        if last >= first:
            self.dataChanged.emit(self.index(first), self.index(last))
