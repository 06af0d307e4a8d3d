from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from innolab_desktop.domain.errors import ReportError, UsageError
from innolab_desktop.domain.records import Record
from innolab_desktop.formdefs.kinds import KINDS
from innolab_desktop.reports.formatters import FORMATTERS
from reports.sample_sheets import SPACE, mission_sheet

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from innolab_desktop.formdefs.forms import Forms
    from innolab_desktop.reports.printer import PdfPrinter
    from reports.conftest import PrintedReport


def test_every_kind_of_field_has_a_formatter() -> None:
    assert set(FORMATTERS) == set(KINDS)


def test_reports_name_themselves(printer: PdfPrinter) -> None:
    names = [(report.name, report.title, report.kind) for report in printer.reports]

    assert names[0] == ("mission_profile", "Missionssteckbrief", "mission")
    assert len({name for name, *_ in names}) == len(names)


def test_an_unknown_report_is_refused(printer: PdfPrinter, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="report_unknown"):
        printer.print_report("nothing", mission_sheet(), tmp_path / "x.pdf")

    assert list(tmp_path.iterdir()) == []


def test_a_report_for_another_kind_is_refused(printer: PdfPrinter, tmp_path: Path) -> None:
    sheet = mission_sheet()
    note = Record(b"\x09" * 16, "tandem_note", SPACE, 1)
    other = type(sheet)(record=note, as_of=sheet.as_of)

    with pytest.raises(UsageError, match="report_unfit"):
        printer.print_report("mission_profile", other, tmp_path / "x.pdf")


def test_a_missing_folder_leaves_nothing(printer: PdfPrinter, tmp_path: Path) -> None:
    with pytest.raises(ReportError) as caught:
        printer.print_report("mission_profile", mission_sheet(), tmp_path / "no" / "x.pdf")

    assert caught.value.code == "report_unwritable"
    assert caught.value.params == {"file": "x.pdf"}


def test_an_older_file_is_replaced_completely(printer: PdfPrinter, tmp_path: Path) -> None:
    target = tmp_path / "x.pdf"
    target.write_bytes(b"old")

    printer.print_report("mission_profile", mission_sheet(), target)

    assert target.read_bytes().startswith(b"%PDF-1.7")
    assert list(tmp_path.iterdir()) == [target]


def test_every_kind_of_record_has_a_sheet(
    forms: Forms, print_sheet: Callable[..., PrintedReport]
) -> None:
    sheet = mission_sheet()
    for form in forms.values():
        values = {field.id: "Ein Satz." for field in form.fields() if field.kind == "long_text"}
        record = Record(b"\x09" * 16, form.id, SPACE, 1, values=values)
        report = print_sheet(type(sheet)(record=record, as_of=sheet.as_of), "record_sheet")
        assert report.contains(form.label), form.id


def test_reportlab_is_loaded_with_the_first_report() -> None:
    script = (
        "import sys, innolab_desktop.reports.printer as printer;"
        "from innolab_desktop.bootstrap import load_forms;"
        "printer.PdfPrinter(load_forms(), None).reports;"
        "print(sorted(name for name in sys.modules if name == 'reportlab'))"
    )
    result = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )

    assert result.stdout.strip() == "[]"
