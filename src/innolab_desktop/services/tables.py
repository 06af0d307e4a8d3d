"""Use case: records of one kind as a table, for programs that calculate; not encrypted."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Final, Protocol, TypeAlias

from innolab_desktop.domain.errors import UsageError
from innolab_desktop.domain.indicator_protection import objection
from innolab_desktop.formdefs.kinds import KINDS
from innolab_desktop.formdefs.kinds.reference import referenced_ids
from innolab_desktop.services.evaluations import ANSWER
from innolab_desktop.services.read_models import RowQuery
from innolab_desktop.services.table_columns import heading
from innolab_desktop.services.trend_chart import SUPPRESSED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from innolab_desktop.domain.records import Record, RecordId
    from innolab_desktop.domain.values import Value
    from innolab_desktop.formdefs.definition import FieldDefinition, FormDefinition
    from innolab_desktop.formdefs.forms import Forms
    from innolab_desktop.services.changes import CancelToken, Progress
    from innolab_desktop.services.read_models import RecordRow
    from innolab_desktop.services.reporting import Reporting, Sheet
    from innolab_desktop.services.store_ports import Vault

Cell: TypeAlias = str | int | Decimal | date | None
"""What stands in a cell: a text is only ever a text, never a formula."""

NARROW_SPACES: Final = frozenset(("private", "case_group"))
"""Spaces whose records are confidential, whatever their kind."""

_PAGE_ROWS: Final = 500
_MEASUREMENT: Final = "measurement"
_MEASURED: Final = frozenset(("value", "case_count"))


@dataclass(frozen=True, slots=True)
class Table:
    """Records of one kind.

    Shape:
        every row has one cell for each of ``columns``.
    """

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class TableContent:
    """What a table would hold.

    Attributes:
        open: how many records may simply be written.
        confidential: how many are written only when that was asked for.
    """

    open: int
    confidential: int


@dataclass(frozen=True, slots=True)
class TableWritten:
    """What was written.

    Attributes:
        rows: records of the kind that was asked for.
        left_out: how many confidential ones are not in it.
    """

    rows: int
    left_out: int


class TableFile(Protocol):
    """The port that ``tabular`` fills."""

    def write(self, tables: Sequence[Table], target: Path) -> None:
        """Write *tables*; the file appears under its name only when it is complete.

        A format for a single table takes the first one.

        Raises:
            UsageError: the name of *target* ends like none of the formats.
            ReportError: the file cannot be written.
        """
        ...


@dataclass(frozen=True, slots=True)
class _Found:
    kept: tuple[RecordId, ...]
    left_out: int


class Tables:
    """Writes lists of records as tables."""

    def __init__(self, vault: Vault, forms: Forms, reports: Reporting, file: TableFile) -> None:
        self._vault = vault
        self._forms = forms
        self._reports = reports
        self._file = file

    def content(self, query: RowQuery) -> TableContent:
        """Return how many records a table of *query* may hold.

        Raises:
            UsageError: records of this kind are never listed one by one.
        """
        form = self._form(query)
        everything = self._find(form, query, with_confidential=True)
        unasked = self._find(form, query, with_confidential=False)
        return TableContent(len(unasked.kept), len(everything.kept) - len(unasked.kept))

    def write(
        self,
        query: RowQuery,
        target: Path,
        progress: Progress,
        cancel: CancelToken,
        *,
        as_of: date,
        with_confidential: bool = False,
    ) -> TableWritten:
        """Write the records of *query*, and with them what belongs to each of them.

        Args:
            query: names the kind; its page does not count.
            target: ends on .xlsx or .csv; a CSV file has no room for what belongs to the records.
            progress: hears how many records are read.
            cancel: stops it; nothing is written then.
            as_of: the day from which computed fields count.
            with_confidential: whether those are written that should not leave their circle.

        Raises:
            UsageError: records of this kind are never listed, or the format is unknown.
            ReportError: the file cannot be written.
            Cancelled: the person stopped it.
        """
        form = self._form(query)
        found = self._find(form, query, with_confidential=with_confidential)
        sheets: list[Sheet] = []
        for number, record_id in enumerate(found.kept, 1):
            cancel.raise_if_cancelled()
            sheets.append(self._reports.sheet(record_id, as_of=as_of))
            progress.report(number, len(found.kept), form.label_plural)
        parts = self._parts(form, sheets, with_confidential=with_confidential)
        tables = [self._table(form, [(sheet.record, sheet) for sheet in sheets]), *parts]
        self._file.write(tables, target)
        return TableWritten(len(sheets), found.left_out)

    # --- which records ----------------------------------------------------------------------

    def _form(self, query: RowQuery) -> FormDefinition:
        if query.kind == ANSWER:
            raise UsageError("table_of_answers")
        return self._forms.form(query.kind or "")

    def _find(self, form: FormDefinition, query: RowQuery, *, with_confidential: bool) -> _Found:
        narrow = {s.id for s in self._vault.people.spaces() if s.type in NARROW_SPACES}
        rows = tuple(self._rows(query))
        if with_confidential:
            return _Found(tuple(row.id for row in rows), 0)
        kept = tuple(row.id for row in rows if not form.release_barrier and row.space not in narrow)
        return _Found(kept, len(rows) - len(kept))

    def _rows(self, query: RowQuery) -> Iterator[RecordRow]:
        offset, total = 0, 1
        while offset < total:
            page = self._vault.records.rows(
                RowQuery(
                    kind=query.kind, words=query.words, statuses=query.statuses, space=query.space,
                    parent=query.parent, sort=query.sort, descending=query.descending,
                    offset=offset, limit=_PAGE_ROWS,
                )
            )  # fmt: skip
            yield from page.rows
            offset, total = offset + _PAGE_ROWS, page.total

    # --- what stands in them ----------------------------------------------------------------

    def _parts(
        self, form: FormDefinition, sheets: Sequence[Sheet], *, with_confidential: bool
    ) -> Iterator[Table]:
        """Yield a table of each kind that belongs to the records, where there are any."""
        for entry in form.children():
            child_form = self._forms.form(entry.kind)
            if entry.kind == ANSWER or (child_form.release_barrier and not with_confidential):
                continue
            found = [
                (child, sheet) for sheet in sheets for child in sheet.children.get(entry.kind, ())
            ]
            if found:
                yield self._table(child_form, found)

    def _table(self, form: FormDefinition, found: Sequence[tuple[Record, Sheet]]) -> Table:
        fields = form.fields()
        missing = self._forms.phrases.say("report", "missing_record")
        titles = defaultdict[str, str](lambda: missing)
        for _, sheet in found:
            titles.update(sheet.titles)
        parents = self._parents(record for record, _ in found)
        spaces = {space.id: space.name for space in self._vault.people.spaces()}
        rows = [
            (
                *([parents.get(record.parent)] if parents else []),
                *self._cells(form, fields, record, sheet, titles),
                spaces.get(record.space, ""),
                self._remark(form, record),
                record.id.hex(),
            )
            for record, sheet in found
        ]
        columns = (
            *([self._say("parent")] if parents else []),
            *(heading(field) for field in fields),
            *(self._say(name) for name in ("space", "remark", "id")),
        )
        return Table(form.label_plural, columns, tuple(rows))

    def _parents(self, records: Iterable[Record]) -> dict[RecordId | None, str]:
        """Return the title of each record that one of *records* belongs to."""
        ids = dict.fromkeys(record.parent for record in records if record.parent is not None)
        above = [self._vault.records.get(record_id) for record_id in ids]
        return {
            record.id: self._forms[record.kind].title_of(record.values)
            for record in above
            if record.kind in self._forms
        }

    def _cells(
        self,
        form: FormDefinition,
        fields: Sequence[FieldDefinition],
        record: Record,
        sheet: Sheet,
        titles: Mapping[str, str],
    ) -> Iterator[Cell]:
        values = dict(record.values)
        if sheet.record is record:
            values |= sheet.computed
        is_hidden = form.id == _MEASUREMENT and self._is_protected(record)
        for field in fields:
            if is_hidden and field.id in _MEASURED:
                yield SUPPRESSED
            else:
                yield _cell(field, values.get(field.id), titles)

    def _is_protected(self, measurement: Record) -> bool:
        if measurement.parent is None:
            return True
        indicator = self._vault.records.get(measurement.parent)
        return objection(indicator.values, measurement.values) is not None

    def _remark(self, form: FormDefinition, record: Record) -> str:
        """Return what a reader of the row has to know."""
        remarks: list[str] = []
        labels = [field.label for field in form.fields() if field.id in record.conflicts]
        if labels:
            remarks.append(self._say("conflict", labels=", ".join(labels)))
        if record.unknown or record.has_newer:
            remarks.append(self._say("newer"))
        return "; ".join(remarks)

    def _say(self, name: str, **params: object) -> str:
        return self._forms.phrases.say("table", name, **params)


def _cell(field: FieldDefinition, value: Value, titles: Mapping[str, str]) -> Cell:
    if field.references:
        return "; ".join(titles[item] for item in referenced_ids(value))
    if isinstance(value, int) and not isinstance(value, bool) and field.kind != "scale":
        return value
    if isinstance(value, str) and field.kind in ("decimal", "money"):
        return _decimal(value)
    if isinstance(value, str) and field.kind == "date":
        return _date(value)
    return KINDS[field.kind].format(field, value)


def _decimal(text: str) -> Cell:
    try:
        number = Decimal(text)
    except InvalidOperation:  # another program wrote what is no number: shown as it is
        return text
    return number if number.is_finite() else text


def _date(text: str) -> Cell:
    try:
        return date.fromisoformat(text)
    except ValueError:  # the same
        return text
