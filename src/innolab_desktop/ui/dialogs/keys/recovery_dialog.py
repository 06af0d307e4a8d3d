"""Shows a recovery code once: to be printed or written down."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtGui import QFont

from innolab_desktop.ui.dialogs.base_dialog import BaseDialog
from innolab_desktop.ui.dialogs.file_choice import choose_target
from innolab_desktop.ui.error_sentence import error_sentence
from innolab_desktop.ui.theme.fonts import TypeSize
from innolab_desktop.ui.theme.tokens import Tone
from innolab_desktop.ui.widgets.banner import Banner
from innolab_desktop.ui.widgets.boxes import column, panel
from innolab_desktop.ui.widgets.button import Button
from innolab_desktop.ui.widgets.plain_label import PlainLabel
from innolab_desktop.ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from innolab_desktop.ui.desk import Desk

_GROUPS_A_LINE = 4


class RecoveryDialog(BaseDialog):
    """The code in groups, a sheet for the printer, and where to keep it."""

    def __init__(self, parent: QWidget, desk: Desk, code: str) -> None:
        super().__init__(parent, desk.theme, self.tr("Ihr Wiederherstellungscode"))
        self._desk = desk
        self._code = code
        self._banner = Banner(desk.theme, Tone.OK)
        intro = PlainLabel(
            self.tr(
                "Mit diesem Code öffnen Sie den Tresor, wenn Sie den Passwortsatz vergessen haben. "
                "Er wird nur jetzt gezeigt. Drucken Sie das Blatt, bewahren Sie es getrennt vom "
                "Rechner auf, und löschen Sie die Datei. Wer den Code hat, kann den Tresor öffnen."
            )
        )
        groups = code.split("-")
        lines = [groups[start : start + _GROUPS_A_LINE] for start in range(0, len(groups), 4)]
        shown = PlainLabel(
            "\n".join("   ".join(line) for line in lines),
            size=TypeSize.HEADING,
            weight=QFont.Weight.DemiBold,
        )
        shown.setAccessibleName(self.tr("Wiederherstellungscode: {0}").format(" ".join(groups)))
        save = Button(desk.theme, self.tr("Blatt zum Drucken speichern …"), "file-type-pdf")
        save.clicked.connect(self._choose_target)
        paper = Button(desk.theme, self.tr("Drucken …"), "notes")
        paper.clicked.connect(self._print)
        copy = self._copy_button()
        done = Button(desk.theme, self.tr("Ich habe den Code"), "check", primary=True)
        done.clicked.connect(self.accept)
        content = column(intro, shown, self._banner, None, spacing=0.9)
        self.assemble(ScrollPage(panel(content)), copy, save, paper, done, width_em=54)
        self.set_size(54, 21)
        paper.setFocus()

    def _copy_button(self) -> Button:
        safe = self._desk.safeguards
        seconds = safe.clipboard.seconds if safe is not None else 0
        copy = Button(self.theme, self.tr("Für {0} Sekunden kopieren").format(seconds), "copy")
        copy.clicked.connect(self._copy)
        copy.setVisible(safe is not None)
        return copy

    def save(self, target: Path) -> None:
        """Write the sheet to *target*."""
        sheets, code, today = self._desk.session.recovery_sheets, self._code, _today()
        self._desk.jobs.run(
            self,
            lambda _job: sheets.write(code, today, target),
            lambda _pages: self._banner.show_message(
                self.tr("Gespeichert: {0}. Bitte nach dem Drucken löschen.").format(target.name),
                Tone.OK,
            ),
            failed=lambda error: self._banner.show_message(
                error_sentence(self._desk.catalogue, error), Tone.BAD
            ),
            title=self.tr("Das Blatt wird geschrieben"),
        )

    def _print(self) -> None:
        from innolab_desktop.ui.dialogs.keys.recovery_print import ask_print  # noqa: PLC0415 - rare

        ask_print(self, self._desk.session.recovery_sheets.make(self._code, _today()))

    def _choose_target(self) -> None:
        choose_target(
            self,
            self.tr("Blatt zum Drucken speichern"),
            self.tr("Wiederherstellungscode") + ".pdf",
            self.tr("PDF-Dateien (*.pdf)"),
            self.save,
        )

    def _copy(self) -> None:
        if self._desk.safeguards is not None:
            clipboard = self._desk.safeguards.clipboard
            clipboard.copy(self._code)
            told = self.tr("Kopiert. In {0} Sekunden ist die Zwischenablage wieder leer.")
            self._banner.show_message(told.format(clipboard.seconds), Tone.OK)


def _today() -> date:
    return datetime.now(tz=UTC).astimezone().date()
