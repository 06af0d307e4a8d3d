"""Use case: write everything as open JSON files in clear, so that nobody is locked in.

Source: ``docs/formats/open-export.md``.
"""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from innolab_desktop import atomic_file, long_path
from innolab_desktop.domain.errors import RecordError, ReportError, UsageError
from innolab_desktop.domain.file_names import clean_file_name
from innolab_desktop.services.attachments import ATTACHMENT
from innolab_desktop.services.authorship import Authorship
from innolab_desktop.services.read_models import RowQuery

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from innolab_desktop.domain.records import Record, RecordId, Variant
    from innolab_desktop.domain.values import Value
    from innolab_desktop.formdefs.forms import Forms
    from innolab_desktop.services.attachments import Attachments
    from innolab_desktop.services.changes import CancelToken, Progress
    from innolab_desktop.services.read_models import Contact, HistoryEntry, RecordRow, Space
    from innolab_desktop.services.store_ports import Vault

FORMAT: Final = "innolab-open-1"
_PAGE_ROWS: Final = 1000
_BELOW_CHARACTERS: Final = 250
"""What the path of an attachment inside needs at most: two names of 100 and an id."""


@dataclass(frozen=True, slots=True)
class OpenExported:
    """What was written.

    Attributes:
        records: how many records, those in the trash included.
        answers_left_out: how many answers that others gave to evaluations are in no file: they
            are counted together, and never shown one by one.
    """

    folder: Path
    records: int
    answers_left_out: int


class OpenExport:
    """Writes one open vault as files in clear."""

    def __init__(self, vault: Vault, forms: Forms, attachments: Attachments) -> None:
        self._vault = vault
        self._forms = forms
        self._attachments = attachments
        self._authorship = Authorship(vault)

    def run(self, folder: Path, progress: Progress, cancel: CancelToken) -> OpenExported:
        """Write everything into *folder*, completely or not at all.

        Args:
            folder: is created; must be empty if it is there.
            progress: hears how many records are written.
            cancel: stops it; nothing is left then.

        Raises:
            UsageError: the folder holds something.
            ReportError: it cannot be written.
            Cancelled: the person stopped it.
        """
        target = long_path.reachable(folder, below=_BELOW_CHARACTERS)
        unfinished = target.with_name(f".{target.name}.new")
        try:
            if target.exists() and (not target.is_dir() or any(target.iterdir())):
                raise UsageError("open_export_not_empty", folder=str(folder))
            shutil.rmtree(unfinished, ignore_errors=True)
            unfinished.mkdir(parents=True)
            try:
                counts = self._write(unfinished, progress, cancel)
                if target.exists():
                    target.rmdir()
                atomic_file.rename(unfinished, target)
            finally:
                shutil.rmtree(unfinished, ignore_errors=True)
        except OSError as failure:
            raise ReportError("open_export_unwritable", folder=str(folder)) from failure
        return OpenExported(folder, *counts)

    def _write(self, folder: Path, progress: Progress, cancel: CancelToken) -> tuple[int, int]:
        info, day = self._vault.info, datetime.now(tz=UTC)
        lines = "\n".join(self._forms.phrases.lines("open_export", "note")) + "\n"
        note = lines.format(day=f"{day.astimezone():%d.%m.%Y}", person=info.person)
        (folder / "LIESMICH.txt").write_text(note, encoding="utf-8")
        _write(
            folder / "vault.json",
            {
                "format": FORMAT,
                "written": day.isoformat(timespec="seconds"),
                "vault": info.vault_id.hex(),
                "person": info.person,
                "municipality": info.municipality,
                "department": info.department,
                "role": info.role,
            },
        )
        _write(folder / "people.json", [_person(c) for c in self._vault.people.contacts()])
        spaces = self._vault.people.spaces()
        _write(folder / "spaces.json", [_space(space) for space in spaces])
        names = {space.id: space.name for space in spaces}
        rows = list(self._rows())
        left_out = self._answers_of_others(rows)
        ids = [row.id for row in rows if row.id not in left_out]
        for done, record in enumerate(ids):
            cancel.raise_if_cancelled()
            progress.report(done, len(ids), "open_export")
            found = self._vault.records.get(record)
            # The kind is a word of whoever wrote the record: it must not lead elsewhere.
            place = folder / "records" / clean_file_name(found.kind)
            place.mkdir(parents=True, exist_ok=True)
            content = self._record(found, names.get(found.space, ""))
            _write(place / f"{found.id.hex()}.json", content)
            if found.kind == ATTACHMENT:
                self._write_attachment(found, place / found.id.hex())
        progress.report(len(ids), len(ids), "open_export")
        return len(ids), len(left_out)

    def _answers_of_others(self, rows: Iterable[RecordRow]) -> frozenset[RecordId]:
        counted = {form.id for form in self._forms.values() if form.counted_only}
        found = [row.id for row in rows if row.kind in counted]
        authors, own = self._authorship.of(found), self._vault.info.person_id
        return frozenset(record for record in found if authors[record].person != own)

    def _write_attachment(self, record: Record, place: Path) -> None:
        """Write the bytes of a file under its own name, if all of them are here."""
        try:
            data = self._attachments.content(record.id)
        except RecordError:
            return  # its record says what is missing
        place.mkdir()
        name = clean_file_name(str(record.values.get("name") or ""))
        (place / name).write_bytes(data)

    def _rows(self) -> Iterator[RecordRow]:
        for is_deleted in (False, True):
            offset, total = 0, 1
            while offset < total:
                query = RowQuery(is_deleted=is_deleted, offset=offset, limit=_PAGE_ROWS)
                page = self._vault.records.rows(query)
                yield from page.rows
                offset, total = offset + _PAGE_ROWS, page.total

    def _record(self, record: Record, space: str) -> Mapping[str, object]:
        form = self._forms.get(record.kind)
        labels = {field.id: field.label for field in form.fields(with_retired=True)} if form else {}
        values = {**record.values, **record.unknown}
        return {
            "id": record.id.hex(),
            "kind": record.kind,
            "kind_label": form.label if form else record.kind,
            "form_version": record.form_version,
            "space": record.space.hex(),
            "space_name": space,
            "parent": None if record.parent is None else record.parent.hex(),
            "released_from": None if record.origin is None else record.origin.hex(),
            "order": record.order,
            "is_deleted": record.deleted,
            "changed": _time(record.changed_ms),
            "values": [
                {"field": name, "label": labels.get(name, name), "value": value}
                for name, value in values.items()
            ],
            "differing": {
                name: [_variant(variant) for variant in variants]
                for name, variants in record.conflicts.items()
            },
            "history": [_saved(entry) for entry in self._vault.records.history(record.id)],
        }


def _person(contact: Contact) -> Mapping[str, object]:
    return {
        "id": contact.id.hex(),
        "name": contact.name,
        "municipality": contact.municipality,
        "department": contact.department,
        "role": contact.role,
        "digits": contact.digits,
        "is_verified": contact.verified_ms > 0,
    }


def _space(space: Space) -> Mapping[str, object]:
    members = [
        {"person": member.person_id.hex(), "name": member.name, "role": member.role}
        for member in space.members
    ]
    return {"id": space.id.hex(), "name": space.name, "type": space.type, "members": members}


def _variant(variant: Variant) -> Mapping[str, Value]:
    return {"value": variant.value, "person": variant.person, "at": _time(variant.at_ms)}


def _saved(entry: HistoryEntry) -> Mapping[str, object]:
    return {
        "commit": entry.commit.hex(),
        "at": _time(entry.at_ms),
        "person": entry.person,
        "fields": {name: list(values) for name, values in entry.fields.items()},
    }


def _time(at_ms: int) -> str:
    moment = datetime.fromtimestamp(at_ms / 1000, tz=UTC)
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _write(path: Path, content: object) -> None:
    text = json.dumps(content, ensure_ascii=False, indent=1)
    path.write_text(text, encoding="utf-8", errors="surrogatepass")
