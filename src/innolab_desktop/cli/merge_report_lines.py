"""The report of an import on the command line: as lines and as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from innolab_desktop.cli.answer import Json, counted, local_time, utc_time
from innolab_desktop.domain.records import DELETED
from innolab_desktop.services.merge_report_models import Fate, FieldFate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from innolab_desktop.services.merge_report_models import (
        FieldChange,
        MergeReport,
        RecordChange,
        Totals,
    )

_FATES: Final = {
    Fate.NEW: "neu",
    Fate.CHANGED: "geändert",
    Fate.DELETED: "gelöscht",
    Fate.RESTORED: "wiederhergestellt",
    Fate.ERASED: "endgültig gelöscht",
}
_FIELD_FATES: Final = {
    FieldFate.CHANGED: "{old} → {new}",
    FieldFate.CONFLICT: "Abweichung, bitte entscheiden: {new}",
    FieldFate.SETTLED: "Abweichung geklärt: {old} → {new}",
    FieldFate.MERGED: "zusammengeführt, bitte lesen: {old} → {new}",
    FieldFate.REVIEWED: "zusammengeführter Text geprüft",
}
_WAITING: Final = {
    "held": "warten auf ein früheres Paket",
    "quarantined": "zählen nicht: Wer sie schrieb, gehört nicht zum Raum",
    "newer": "zeigt erst eine neuere Fassung des Programms ganz",
}


def report_lines(report: MergeReport) -> Iterator[str]:
    """Yield what an import changed, for people."""
    yield f"Was sich geändert hat ({local_time(report.at_ms)}):"
    yield from _totals(report.totals)
    for change in report.records:
        yield from _record(change)
    if report.more_records:
        yield f"  und {counted(report.more_records, 'weiterer Eintrag', 'weitere Einträge')}"


def report_json(report: MergeReport) -> Json:
    """Return what an import changed, for programs."""
    totals = report.totals
    return {
        "at": utc_time(report.at_ms),
        "totals": {name: getattr(totals, name) for name in totals.__dataclass_fields__},
        "records": [_record_json(change) for change in report.records],
        "more_records": report.more_records,
    }


def _totals(totals: Totals) -> Iterator[str]:
    for fate, word in _FATES.items():
        if count := getattr(totals, fate.value):
            yield f"  {counted(count, 'Eintrag', 'Einträge')} {word}"
    for name, word in _WAITING.items():
        if count := getattr(totals, name):
            yield f"  {counted(count, 'Änderung', 'Änderungen')} {word}"


def _record(change: RecordChange) -> Iterator[str]:
    people = f", von {', '.join(change.people)}" if change.people else ""
    title = f" „{change.title}“" if change.title else ""
    yield f"  {change.kind_label or 'Eintrag'}{title} {_FATES[change.fate]}{people}"
    for field in change.fields:
        yield f"    {_field(field)}"
    if change.more_fields:
        yield f"    und {counted(change.more_fields, 'weiteres Feld', 'weitere Felder')}"
    if not change.is_listed:
        yield "    Die Einzelheiten stehen im Verlauf des Eintrags."


def _field(change: FieldChange) -> str:
    if change.field == DELETED:
        return "Gelöscht und zugleich bearbeitet, bitte entscheiden."
    old = " | ".join(change.before) or "(leer)"
    new = " | ".join(change.after) or "(leer)"
    return f"{change.label}: " + _FIELD_FATES[change.fate].format(old=old, new=new)


def _record_json(change: RecordChange) -> Json:
    return {
        "record": change.record.hex(),
        "kind": change.kind_label,
        "title": change.title,
        "fate": change.fate.value,
        "people": list(change.people),
        "fields": [
            {
                "field": field.field,
                "fate": field.fate.value,
                "before": list(field.before),
                "after": list(field.after),
                "people": list(field.people),
            }
            for field in change.fields
        ],
        "more_fields": change.more_fields,
        "listed": change.is_listed,
    }
