"""Als Tabelle speichern: in which format, and whether confidential records go along."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup

from innolab_desktop.ui.counting import counted
from innolab_desktop.ui.dialogs.base_dialog import BaseDialog
from innolab_desktop.ui.theme.tokens import Tone
from innolab_desktop.ui.widgets.banner import Banner
from innolab_desktop.ui.widgets.boxes import column
from innolab_desktop.ui.widgets.button import Button
from innolab_desktop.ui.widgets.choice_line import ChoiceLine
from innolab_desktop.ui.widgets.plain_label import PlainLabel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from innolab_desktop.services.tables import TableContent
    from innolab_desktop.ui.theme.theme import Theme


class TableDialog(BaseDialog):
    """Asks what the table is to be.

    Signals:
        chosen: the ending of the file (``.xlsx`` or ``.csv``), and whether confidential records
            are in it.
    """

    chosen = Signal(str, bool)

    def __init__(self, parent: QWidget, theme: Theme, content: TableContent) -> None:
        super().__init__(parent, theme, self.tr("Als Tabelle speichern"))
        warning = Banner(theme, Tone.WARN)
        warning.show_message(
            self.tr("Die Datei ist unverschlüsselt: Wer sie findet, kann sie lesen."), Tone.WARN
        )
        one, many = self.tr("Eintrag"), self.tr("Einträge")
        entries = counted(content.open, one, many)
        summary = PlainLabel(self.tr("In die Tabelle kommen: {0}.").format(entries))
        count = counted(content.confidential, one, many)
        self.confidential = ChoiceLine(
            theme,
            self.tr("Auch Vertrauliches: {0}").format(count),
            self.tr("Was nur für Sie da ist oder in einer Fallberatung bleibt."),
        )
        self.confidential.setVisible(content.confidential > 0)
        self.workbook = ChoiceLine(
            theme, self.tr("Excel (.xlsx), mit allem, was dazugehört"), exclusive=True
        )
        self.separated = ChoiceLine(theme, self.tr("CSV (.csv), nur diese Liste"), exclusive=True)
        formats = QButtonGroup(self)
        formats.addButton(self.workbook.button)
        formats.addButton(self.separated.button)
        self.workbook.set_checked(True)
        self.save = Button(theme, self.tr("Datei wählen …"), "download", primary=True)
        self.save.clicked.connect(self._submit)
        cancel = Button(theme, self.tr("Abbrechen"))
        cancel.clicked.connect(self.reject)
        choices = column(self.workbook, self.separated, self.confidential, spacing=0.3)
        self.assemble(column(summary, choices, warning, spacing=0.8), cancel, self.save)
        self.workbook.button.setFocus()

    def _submit(self) -> None:
        ending = ".csv" if self.separated.is_checked else ".xlsx"
        self.accept()
        self.chosen.emit(ending, self.confidential.is_checked)
