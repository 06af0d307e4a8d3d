"""Use cases of retention: look at what is due, keep it longer, offer it to the archive, erase it.

What was decided and archived is noted on this device, by record and date, without content.
"""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Final

from innolab_desktop import atomic_file
from innolab_desktop.domain.errors import ReportError, UsageError
from innolab_desktop.domain.retention import months_after, review_date
from innolab_desktop.services.changes import Changes
from innolab_desktop.services.read_models import RowQuery

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping
    from pathlib import Path

    from innolab_desktop.domain.records import Record, RecordId, SpaceId
    from innolab_desktop.formdefs.definition import FormDefinition
    from innolab_desktop.formdefs.forms import Forms
    from innolab_desktop.services.erasing import Erasing
    from innolab_desktop.services.read_models import RecordRow
    from innolab_desktop.services.reporting import Reporting
    from innolab_desktop.services.store_ports import Vault

_REASON: Final = "retention"
_PAGE_ROWS: Final = 1000
_ARCHIVE_FORMAT: Final = "innolab-archive-1"


@dataclass(frozen=True, slots=True)
class DueRecord:
    """A record that a person should look at.

    Attributes:
        due: since when.
        kept_until: until when it was decided to keep it, None if nobody did.
        archived: when it was last written out for the archive, None if never.
        left_space: the space it lies in, if this device left it: it goes with all of that.
    """

    record: RecordId
    kind: str
    title: str
    due: date
    kept_until: date | None
    archived: date | None
    is_deleted: bool
    left_space: SpaceId | None = None

    @property
    def is_read_only(self) -> bool:
        """Whether this person can erase it only with its whole space."""
        return self.left_space is not None


class Retention:
    """Retention in one open vault."""

    def __init__(self, vault: Vault, forms: Forms, erasing: Erasing, reports: Reporting) -> None:
        self._vault = vault
        self._forms = forms
        self._erasing = erasing
        self._reports = reports

    def due(self, today: date) -> tuple[DueRecord, ...]:
        """Return what is due, the longest first; what lies in the trash is among it."""
        with self._vault.transaction():
            left = self._vault.people.left_spaces()
            found = [
                due
                for form in self._forms.values()
                for row in self._rows(form, today)
                if (due := self._due(form, row, left)).due <= today
            ]
        return tuple(sorted(found, key=lambda item: (item.due, item.record)))

    def keep(self, record: RecordId, until: date, *, today: date) -> Changes:
        """Decide to look at a record again *until* then.

        Raises:
            RecordError: there is no such record.
            UsageError: the date is not in the future.
        """
        if until <= today:
            raise UsageError("retention_date_past")
        with self._vault.transaction():
            found = self._vault.records.get(record)
            self._note(found.id, {"kept_until": until.isoformat()})
        return Changes(frozenset((record,)))

    def archive(self, record: RecordId, folder: Path, *, today: date) -> tuple[Path, ...]:
        """Write a record with all below it as open JSON, and as a PDF sheet if there is one.

        The files are in clear: they are meant for the archive. What fails leaves none.

        Raises:
            RecordError: there is no such record.
            ReportError: the folder cannot be written.
        """
        found = self._vault.records.get(record)
        name = f"Archivangebot-{today.isoformat()}-{record.hex()[-8:]}"
        document = {"format": _ARCHIVE_FORMAT, "written": today.isoformat()}
        content = json.dumps(document | {"record": self._tree(found)}, ensure_ascii=False, indent=1)
        files = [folder / f"{name}.json"]
        try:
            folder.mkdir(parents=True, exist_ok=True)
            atomic_file.write(files[0], content.encode())
            for report in self._reports.available(found.kind)[:1]:
                files.append(folder / f"{name}.pdf")
                self._reports.print_record(report.name, record, files[-1], as_of=today)
            self._note(record, {"archived": today.isoformat()})
        except OSError as failure:
            _remove(files)
            raise ReportError("archive_unwritable", name=folder.name) from failure
        except BaseException:
            _remove(files)
            raise
        return tuple(files)

    def erase(self, record: RecordId) -> Changes:
        """Erase a record because its time is over.

        Raises:
            RecordError: there is no such record, or this person may not erase it.
        """
        changes = self._erasing.erase(record, _REASON)
        self._vault.desk.keep_setting(_setting(record), "")
        return changes

    # --- inside -----------------------------------------------------------------------------

    def _rows(self, form: FormDefinition, today: date) -> Iterator[RecordRow]:
        """Yield the records whose proposed period is over, the longest unchanged first."""
        months = form.retention_months
        if months is None:
            return
        for is_deleted in (False, True):
            for row in self._by_change(form, is_deleted=is_deleted):
                if months_after(_changed(row), months) > today:
                    break  # those that follow were changed later
                yield row

    def _by_change(self, form: FormDefinition, *, is_deleted: bool) -> Iterator[RecordRow]:
        offset, total = 0, 1
        while offset < total:
            page = self._vault.records.rows(
                RowQuery(
                    kind=form.id,
                    is_deleted=is_deleted,
                    sort="changed",
                    offset=offset,
                    limit=_PAGE_ROWS,
                )
            )
            yield from page.rows
            offset, total = offset + _PAGE_ROWS, page.total

    def _due(self, form: FormDefinition, row: RecordRow, left: Collection[SpaceId]) -> DueRecord:
        noted, named = self._noted(row.id), None
        kept = _date(noted.get("kept_until"))
        if form.retention_from:
            named = _date(self._vault.records.get(row.id).values.get(form.retention_from))
        return DueRecord(
            row.id,
            row.kind,
            row.title,
            review_date(_changed(row), named, form.retention_months or 0, kept),
            kept,
            _date(noted.get("archived")),
            row.is_deleted,
            row.space if row.space in left else None,
        )

    def _tree(self, record: Record) -> Mapping[str, object]:
        form = self._forms.get(record.kind)
        labels = {field.id: field.label for field in form.fields(with_retired=True)} if form else {}
        return {
            "id": record.id.hex(),
            "kind": record.kind,
            "kind_label": form.label if form else record.kind,
            "values": [
                {"field": name, "label": labels.get(name, name), "value": value}
                for name, value in {**record.values, **record.unknown}.items()
            ],
            "children": [self._tree(child) for child in self._vault.records.children(record.id)],
        }

    def _noted(self, record: RecordId) -> Mapping[str, object]:
        kept = self._vault.desk.setting(_setting(record))
        return json.loads(kept) if kept else {}

    def _note(self, record: RecordId, news: Mapping[str, str]) -> None:
        noted = {**self._noted(record), **news}
        self._vault.desk.keep_setting(_setting(record), json.dumps(noted))


def _changed(row: RecordRow) -> date:
    return datetime.fromtimestamp(row.changed_ms / 1000, tz=UTC).date()


def _remove(files: Iterable[Path]) -> None:
    """Leave nothing in clear of what is not finished."""
    for path in files:
        with suppress(OSError):  # what went wrong first is what people are told
            path.unlink(missing_ok=True)


def _setting(record: RecordId) -> str:
    return f"retention {record.hex()}"


def _date(value: object) -> date | None:
    try:
        return date.fromisoformat(value) if isinstance(value, str) and value else None
    except ValueError:  # another version may write dates otherwise
        return None
