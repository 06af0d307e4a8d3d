"""The printed sheet holds the code, and nothing is written but what the printer gets."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pypdf
from PySide6.QtPrintSupport import QPrinter

from innolab_desktop.bundle.qr_code import TextQrCode
from innolab_desktop.keys import recovery_code
from innolab_desktop.services.recovery_sheet import RecoverySheet
from innolab_desktop.ui.dialogs.keys.recovery_print import print_sheet

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

CODE = recovery_code.write(bytes(range(20)))


def test_the_sheet_is_one_page_with_the_code(qapp: QApplication, tmp_path: Path) -> None:
    assert qapp
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "paper.pdf"))
    modules = TextQrCode().modules_of(CODE.replace("-", ""))
    groups = tuple(CODE.split("-"))
    sheet = RecoverySheet(groups, modules, "Ada <b>Öz</b>", "Köln", "c0ffee00", date(2026, 11, 22))

    print_sheet(printer, sheet)

    (page,) = pypdf.PdfReader(tmp_path / "paper.pdf").pages
    text = " ".join(page.extract_text().split())
    assert all(group in text for group in groups), text
    assert "Ada <b>Öz</b>" in text
    assert [path.name for path in tmp_path.iterdir()] == ["paper.pdf"]
