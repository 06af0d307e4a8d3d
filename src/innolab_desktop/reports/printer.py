"""Prints reports as tagged PDF files; the adapter behind the port ``ReportPrinter``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innolab_desktop import atomic_file
from innolab_desktop.reports.registry import REPORTS
from innolab_desktop.services.reporting import find_report, unwritable

if TYPE_CHECKING:
    from pathlib import Path

    from innolab_desktop.formdefs.forms import Forms
    from innolab_desktop.reports.press import Press, PrintedPdf
    from innolab_desktop.services.recovery_sheet import RecoverySheet
    from innolab_desktop.services.reporting import ReportInfo, Sheet


class PdfPrinter:
    """Writes reports; ReportLab and the fonts are loaded with the first one.

    Args:
        forms: the definitions of all records.
        fonts_dir: the folder of the font files.
    """

    def __init__(self, forms: Forms, fonts_dir: Path) -> None:
        self._forms = forms
        self._fonts_dir = fonts_dir
        self._press: Press | None = None

    @property
    def reports(self) -> tuple[ReportInfo, ...]:
        """The reports there are, in the order of the menu."""
        return tuple(report.info(self._forms.phrases) for report in REPORTS)

    def print_report(self, name: str, sheet: Sheet, target: Path) -> int:
        """Write the report *name* about *sheet* to *target* and return the number of pages.

        Raises:
            UsageError: there is no such report, or not for this kind of record.
            ReportError: the file cannot be written.
        """
        info = find_report(self.reports, name, sheet.record.kind)
        builder = next(report for report in REPORTS if report.name == info.name).load()
        printed = self._ready_press().set(builder, self._forms, sheet, title=info.title)
        return _write(printed, target)

    def write_form(self, sheet: Sheet, target: Path) -> int:
        """Write the form of the sheet's record, to be filled in, and return the number of pages.

        Raises:
            ReportError: the file cannot be written.
        """
        return _write(self._ready_press().set_form(self._forms, sheet), target)

    def print_recovery(self, sheet: RecoverySheet, target: Path) -> int:
        """Write the sheet with a recovery code to *target* and return the number of pages.

        Raises:
            ReportError: the file cannot be written.
        """
        from innolab_desktop.reports.recovery_sheet import recovery_sheet  # noqa: PLC0415

        phrases = self._forms.phrases
        title = phrases.say("recovery_sheet", "title")
        vault = phrases.say("recovery_sheet", "vault", vault=sheet.vault)
        printed = self._ready_press().lay_out(
            lambda blocks: recovery_sheet(blocks, phrases, sheet),
            title=title,
            author=sheet.municipality,
            subject=title,
            footer=f"{title} · {vault}",
        )
        return _write(printed, target)

    def _ready_press(self) -> Press:
        if self._press is None:
            from innolab_desktop.reports.press import Press  # noqa: PLC0415 - ReportLab is slow

            self._press = Press(self._fonts_dir, self._forms.phrases)
        return self._press


def _write(printed: PrintedPdf, target: Path) -> int:
    """Write a finished file and return the number of its pages.

    Raises:
        ReportError: it cannot be written.
    """
    try:
        atomic_file.write(target, printed.content)
    except OSError as error:
        raise unwritable(target) from error
    return printed.pages
