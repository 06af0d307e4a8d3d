"""The report of an import as the vault keeps it: JSON texts, one for each record."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, TypeAlias

from innolab_desktop.services.merge_report_models import (
    Fate,
    FieldChange,
    FieldFate,
    FileNote,
    MergeReport,
    RecordChange,
    Totals,
)
from innolab_desktop.services.review_ports import KeptReport

if TYPE_CHECKING:
    from innolab_desktop.domain.records import RecordId

Plain: TypeAlias = dict[str, Any]
"""What JSON makes of a dataclass."""


def to_kept(report: MergeReport) -> KeptReport:
    """Return *report* as it is kept."""
    summary = _text(
        {
            "files": [asdict(note) for note in report.files],
            "totals": asdict(report.totals),
            "more_records": report.more_records,
        }
    )
    records = tuple((change.record, _text(_record(change))) for change in report.records)
    return KeptReport(0, report.at_ms, summary, records)


def from_kept(kept: KeptReport) -> MergeReport:
    """Return a kept report; what was said about erased records is gone."""
    summary: Plain = json.loads(kept.summary)
    return MergeReport(
        kept.at_ms,
        tuple(FileNote(**note) for note in summary["files"]),
        Totals(**summary["totals"]),
        tuple(_change(record, json.loads(content)) for record, content in kept.records),
        summary["more_records"],
    )


def _record(change: RecordChange) -> Plain:
    plain = asdict(change)
    del plain["record"]
    return plain


def _change(record: RecordId, plain: Plain) -> RecordChange:
    return RecordChange(
        record=record,
        kind_label=plain["kind_label"],
        title=plain["title"],
        fate=Fate(plain["fate"]),
        people=tuple(plain["people"]),
        fields=tuple(_field(item) for item in plain["fields"]),
        more_fields=plain["more_fields"],
        is_listed=plain["is_listed"],
    )


def _field(plain: Plain) -> FieldChange:
    return FieldChange(
        plain["field"],
        plain["label"],
        FieldFate(plain["fate"]),
        tuple(plain["before"]),
        tuple(plain["after"]),
        tuple(plain["people"]),
    )


def _text(plain: Plain) -> str:
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":"))
