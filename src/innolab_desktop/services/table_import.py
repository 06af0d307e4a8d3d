"""Use case: records from a table that somebody filled elsewhere; whole, or nothing of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

from innolab_desktop.domain import mission_status
from innolab_desktop.domain.errors import (
    FormError,
    InnolabError,
    RecordError,
    SpaceError,
    UsageError,
)
from innolab_desktop.formdefs.kinds import KINDS
from innolab_desktop.services.read_models import RowQuery
from innolab_desktop.services.table_columns import Columns, match_columns

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from innolab_desktop.domain.records import RecordId, SpaceId
    from innolab_desktop.domain.values import Value
    from innolab_desktop.formdefs.definition import FieldDefinition, FormDefinition
    from innolab_desktop.formdefs.forms import Forms
    from innolab_desktop.services.changes import CancelToken, Progress
    from innolab_desktop.services.read_models import RecordRow
    from innolab_desktop.services.records import Records
    from innolab_desktop.services.store_ports import Vault

_MISSION: Final = "mission"
_STATUS: Final = "status"
_PAGE_ROWS: Final = 1000


@dataclass(frozen=True, slots=True)
class RawRow:
    """One row of a file.

    Attributes:
        number: as a spreadsheet counts; the headings are row 1.
        cells: texts, numbers and days as people here write them; never more than columns.
    """

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RawTable:
    """What stands in a file: headings, and rows that are not empty."""

    columns: tuple[str, ...]
    rows: tuple[RawRow, ...]


class TableSource(Protocol):
    """The port that ``tabular`` fills: tables from outside."""

    def read(self, source: Path) -> RawTable:
        """Return what stands in the file; formulas are texts like any other.

        Raises:
            FormError: it cannot be read, is no table, or is more than a table may be.
        """
        ...


@dataclass(frozen=True, slots=True)
class ReadyRow:
    """A row that can become a record."""

    number: int
    title: str
    values: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that cannot, and the first reason.

    Attributes:
        column: its heading; empty where the row as a whole is meant.
    """

    number: int
    column: str
    error: InnolabError


@dataclass(frozen=True, slots=True)
class TablePreview:
    """What a table would make.

    Attributes:
        unknown: headings that no field has.
        left_out: headings of what only the program writes.
        known: how many rows name a record that is here already; they are left out.
        doubled: numbers of rows whose title a record of the kind has already.
    """

    form: FormDefinition
    space: SpaceId | None
    parent: RecordId | None
    ready: tuple[ReadyRow, ...]
    bad: tuple[BadRow, ...]
    unknown: tuple[str, ...]
    left_out: tuple[str, ...]
    known: int
    doubled: tuple[int, ...]

    @property
    def is_whole(self) -> bool:
        """Whether everything in the file can be taken."""
        return not self.bad and not self.unknown


class TableImport:
    """Looks at tables and makes records of their rows."""

    def __init__(self, vault: Vault, forms: Forms, records: Records, source: TableSource) -> None:
        self._vault = vault
        self._forms = forms
        self._records = records
        self._source = source

    def look(
        self,
        source: Path,
        kind: str,
        *,
        space: SpaceId | None = None,
        parent: RecordId | None = None,
    ) -> TablePreview:
        """Return what would become of a table; nothing is changed.

        Args:
            source: ends on .xlsx or .csv.
            kind: of the records that its rows become.
            space: where they go; their parent's, or private without both.
            parent: what they belong to.

        Raises:
            UsageError: unknown kind, one that is never written row by row, or no table.
            FormError: the file cannot be read, or none of its headings is a field.
            RecordError: there is no such parent.
            SpaceError: this device left the space where they would go.
        """
        home = space if parent is None else self._vault.records.get(parent).space
        if home in self._vault.people.left_spaces():
            raise SpaceError("space_left")
        form = self._forms.form(kind)
        if form.counted_only or form.immutable:
            raise UsageError("table_import_kind", kind=form.label)
        table = self._source.read(source)
        columns = match_columns(self._forms, form, table.columns)
        reader = _RowReader(form, columns, self._titles)
        taken = {row.title.casefold() for row in self._rows(RowQuery(kind=kind, space=space))}
        ready: list[ReadyRow] = []
        bad: list[BadRow] = []
        known = 0
        for row in table.rows:
            if self._is_known(columns, row):
                known += 1
                continue
            found = reader.read(row)
            if isinstance(found, BadRow):
                bad.append(found)
            else:
                ready.append(found)
        doubled = tuple(row.number for row in ready if row.title and row.title.casefold() in taken)
        return TablePreview(
            form,
            space,
            parent,
            tuple(ready),
            tuple(bad),
            columns.unknown,
            columns.left_out,
            known,
            doubled,
        )

    def take(
        self,
        preview: TablePreview,
        progress: Progress,
        cancel: CancelToken,
        *,
        only_ready: bool = False,
    ) -> tuple[RecordId, ...]:
        """Make the records of *preview*, all of them or none.

        Args:
            preview: what :meth:`look` returned.
            progress: hears how many records are made.
            cancel: stops it; nothing is made then.
            only_ready: leave out rows and columns that cannot be taken, instead of refusing.

        Raises:
            FormError: something in the file cannot be taken.
            RecordError: the kind does not belong below the parent.
            SpaceError: the space is not the parent's.
            Cancelled: the person stopped it.
        """
        if not preview.is_whole and not only_ready:
            if preview.unknown:
                raise FormError("table_columns_unknown", names=", ".join(preview.unknown))
            raise FormError("table_rows_bad", count=len(preview.bad))
        made: list[RecordId] = []
        with self._vault.transaction():
            for row in preview.ready:
                cancel.raise_if_cancelled()
                created = self._records.new(
                    preview.form.id, row.values, space=preview.space, parent=preview.parent
                )
                made.append(created.record)
                progress.report(len(made), len(preview.ready), preview.form.label_plural)
        return tuple(made)

    def _is_known(self, columns: Columns, row: RawRow) -> bool:
        if columns.id_at is None or columns.id_at >= len(row.cells):
            return False
        try:
            record = bytes.fromhex(row.cells[columns.id_at].strip())
        except ValueError:  # whatever it is, it names no record of this vault
            return False
        try:
            self._vault.records.get(record)
        except RecordError:
            return False
        return True

    def _titles(self, kind: str) -> Mapping[str, tuple[str, ...]]:
        """Return the ids of all records of a kind by their titles."""
        found: dict[str, tuple[str, ...]] = {}
        for row in self._rows(RowQuery(kind=kind)):
            found[row.title] = (*found.get(row.title, ()), row.id.hex())
        return found

    def _rows(self, query: RowQuery) -> Iterator[RecordRow]:
        offset, total = 0, 1
        while offset < total:
            page = self._vault.records.rows(
                RowQuery(kind=query.kind, space=query.space, offset=offset, limit=_PAGE_ROWS)
            )
            yield from page.rows
            offset, total = offset + _PAGE_ROWS, page.total


class _RowReader:
    """Turns the texts of a row into the values of a record."""

    def __init__(
        self,
        form: FormDefinition,
        columns: Columns,
        titles: Callable[[str], Mapping[str, tuple[str, ...]]],
    ) -> None:
        self._form = form
        self._columns = columns
        self._titles_of = titles
        self._titles: dict[str, Mapping[str, tuple[str, ...]]] = {}

    def read(self, row: RawRow) -> ReadyRow | BadRow:
        values: dict[str, Value] = {}
        for at, field in self._columns.fields:
            text = row.cells[at] if at < len(row.cells) else ""
            try:
                value = self._value(field, text)
            except InnolabError as error:
                return BadRow(row.number, field.label, error)
            if value is not None:
                values[field.id] = value
        if not values:
            return BadRow(row.number, "", RecordError("table_row_empty"))
        return ReadyRow(row.number, self._form.title_of(values), values)

    def _value(self, field: FieldDefinition, text: str) -> Value:
        kind = KINDS[field.kind]
        written = self._named(field, text) if field.references else text
        value = kind.parse(field, written)
        problem = kind.check(field, value)
        if problem is not None:
            raise RecordError(problem.code, **{"field": field.label} | dict(problem.params))
        is_state = self._form.id == _MISSION and field.id == _STATUS
        if is_state and isinstance(value, str) and not mission_status.is_allowed(None, value):
            raise RecordError("table_status_later")
        return value

    def _named(self, field: FieldDefinition, text: str) -> str:
        """Return *text* with ids in place of the titles of records.

        Raises:
            FormError: nothing, or more than one record, is called so.
        """
        if field.references not in self._titles:
            self._titles[field.references] = self._titles_of(field.references)
        titles = self._titles[field.references]
        whole = text.strip()
        names: Sequence[str] = [whole] if whole in titles else whole.split(";")
        return "; ".join(self._id_of(field, titles, name.strip()) for name in names if name.strip())

    def _id_of(
        self, field: FieldDefinition, titles: Mapping[str, tuple[str, ...]], name: str
    ) -> str:
        ids = titles.get(name, ())
        if len(ids) > 1:
            raise FormError("table_title_ambiguous", field=field.label)
        return ids[0] if ids else name
