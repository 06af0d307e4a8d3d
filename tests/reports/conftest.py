from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pypdf
import pytest

from innolab_desktop import paths
from innolab_desktop.formdefs.loader import load_forms
from innolab_desktop.reports.printer import PdfPrinter
from reports.vera_pdf import VeraPdf

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from innolab_desktop.formdefs.forms import Forms
    from innolab_desktop.services.reporting import Sheet


@pytest.fixture(scope="session")
def forms() -> Forms:
    return load_forms(paths.forms_dir())


@pytest.fixture(scope="session")
def printer(forms: Forms) -> PdfPrinter:
    return PdfPrinter(forms, paths.resources_dir() / "fonts")


@pytest.fixture(scope="session")
def vera_pdf(tmp_path_factory: pytest.TempPathFactory) -> VeraPdf:
    try:
        return VeraPdf.compile(tmp_path_factory.mktemp("vera"))
    except FileNotFoundError as missing:
        pytest.fail(str(missing))


FOOTER = re.compile(r"\A.*\nSeite \d+ von \d+\n")


class PrintedReport:
    """A report on disk, read back."""

    def __init__(self, path: Path, page_count: int) -> None:
        self.path = path
        self.page_count = page_count
        self.reader = pypdf.PdfReader(path)
        self.page_texts = [page.extract_text() for page in self.reader.pages]
        self.text = "\n".join(self.page_texts)
        self._content = "".join(re.sub(FOOTER, "", text) for text in self.page_texts)

    def contains(self, text: str) -> bool:
        """Tell whether *text* was printed, wherever its lines were broken."""
        return re.sub(r"\s", "", text) in re.sub(r"\s", "", self._content)


@pytest.fixture
def print_sheet(printer: PdfPrinter, tmp_path: Path) -> Callable[..., PrintedReport]:
    def printed(sheet: Sheet, name: str = "mission_profile") -> PrintedReport:
        target = tmp_path / f"{name}.pdf"
        return PrintedReport(target, printer.print_report(name, sheet, target))

    return printed
