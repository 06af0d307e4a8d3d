"""The course of an indicator on paper: drawn, told, tabulated, and without small values."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from innolab_desktop.domain.records import Record
from innolab_desktop.services.reporting import Sheet

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from innolab_desktop.domain.values import Value
    from innolab_desktop.reports.printer import PdfPrinter
    from reports.conftest import PrintedReport
    from reports.vera_pdf import VeraPdf

    Print = Callable[..., PrintedReport]

INDICATOR: dict[str, Value] = {
    "title": "Beschwerden",
    "unit": "count",
    "protection_class": "sensitive",
    "target_value": "20",
}
MEASURED: tuple[dict[str, Value], ...] = (
    {"reference_date": "2025-06-30", "value": "12"},
    {"reference_date": "2026-06-30", "value": "3"},
    {"reference_date": "übermorgen", "value": "viel"},
    {"reference_date": "2024-06-30", "value": "7"},
)


def sheet(*measured: dict[str, Value]) -> Sheet:
    below = tuple(
        Record(bytes([number]) * 16, "measurement", b"\x01" * 16, 1, values=values)
        for number, values in enumerate(measured, 3)
    )
    record = Record(b"\x02" * 16, "indicator", b"\x01" * 16, 1, values=INDICATOR)
    return Sheet(record=record, children={"measurement": below}, as_of=date(2026, 7, 1))


def test_the_chart_has_its_table_and_no_small_value(print_sheet: Print) -> None:
    report = print_sheet(sheet(*MEASURED), "indicator_trend")
    for words in ("Beschwerden", "30.06.2024", "Ziel 20", "unterdrückt"):
        assert report.contains(words), words
    assert report.contains("30.06.2026•")
    assert not report.contains("30.06.20263")


def test_without_values_there_is_no_empty_chart(print_sheet: Print) -> None:
    assert print_sheet(sheet(), "indicator_trend").contains("Noch kein Wert.")


def test_it_passes_pdf_ua(printer: PdfPrinter, tmp_path: Path, vera_pdf: VeraPdf) -> None:
    target = tmp_path / "trend.pdf"
    printer.print_report("indicator_trend", sheet(*MEASURED), target)
    (line,) = vera_pdf.check(target).splitlines()
    assert line.startswith("PASS ua1 checks=")
