"""The sheet with the recovery code can be read, scanned, and passes PDF/UA-1."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import segno

from innolab_desktop.bundle.qr_code import TextQrCode
from innolab_desktop.keys import recovery_code
from innolab_desktop.services.recovery_sheet import RecoverySheet
from reports.conftest import PrintedReport

if TYPE_CHECKING:
    from pathlib import Path

    from innolab_desktop.reports.printer import PdfPrinter
    from reports.vera_pdf import VeraPdf

CODE = recovery_code.write(bytes(range(20)))


def sheet(person: str = "Ada Öz", municipality: str = "Kreisstadt Ährenfeld") -> RecoverySheet:
    return RecoverySheet(
        tuple(CODE.split("-")),
        TextQrCode().modules_of(CODE.replace("-", "")),
        person,
        municipality,
        "c0ffee00",
        date(2026, 11, 22),
    )


def test_it_holds_the_code_and_what_to_do(printer: PdfPrinter, tmp_path: Path) -> None:
    target = tmp_path / "blatt.pdf"
    printed = PrintedReport(target, printer.print_recovery(sheet(), target))

    assert printed.page_count == 1
    assert all(group in printed.text for group in CODE.split("-"))
    for words in ("Ada Öz", "Tresor c0ffee00", "22.11.2026", "Umschlag", "neuen Passwortsatz"):
        assert printed.contains(words), words
    assert CODE.partition("-")[0] not in repr(sheet())


def test_the_qr_code_holds_the_code_alone() -> None:
    text = CODE.replace("-", "")
    expected = segno.make_qr(text, error="q")
    assert TextQrCode().modules_of(text) == tuple(
        tuple(bool(module) for module in row) for row in expected.matrix
    )
    assert expected.mode == "alphanumeric"


def test_it_passes_pdf_ua(printer: PdfPrinter, tmp_path: Path, vera_pdf: VeraPdf) -> None:
    hostile = "<img src='file:///etc/passwd'> & \u202eÖz"
    printer.print_recovery(sheet(), tmp_path / "usual.pdf")
    printer.print_recovery(sheet(hostile, "W" * 3000), tmp_path / "hostile.pdf")
    report = vera_pdf.check(*sorted(tmp_path.iterdir())).splitlines()
    assert len(report) == 2, report
    assert all(line.startswith("PASS ua1 checks=") for line in report)
