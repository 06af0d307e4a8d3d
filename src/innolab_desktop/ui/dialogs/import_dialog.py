"""What reading packages would do, before anything is done."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from innolab_desktop.ui.counting import counted
from innolab_desktop.ui.dialogs.base_dialog import BaseDialog
from innolab_desktop.ui.theme.tokens import Tone
from innolab_desktop.ui.visible_text import single_line
from innolab_desktop.ui.widgets.boxes import column, panel, row
from innolab_desktop.ui.widgets.button import Button
from innolab_desktop.ui.widgets.card import Card
from innolab_desktop.ui.widgets.chip import Chip
from innolab_desktop.ui.widgets.muted import Muted
from innolab_desktop.ui.widgets.plain_label import PlainLabel
from innolab_desktop.ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from innolab_desktop.services.bundle_import import BundleResult, ImportReport
    from innolab_desktop.ui.desk import Desk


class ImportDialog(BaseDialog):
    """One card per package; "Einlesen" goes on with those that can be read."""

    def __init__(self, parent: QWidget, desk: Desk, report: ImportReport) -> None:
        super().__init__(parent, desk.theme, self.tr("Pakete einlesen"))
        self._desk = desk
        useful = [item for item in report.bundles if item.status in {"applied", "held"}]
        intro = PlainLabel(
            self.tr("Noch ist nichts geändert. Vor dem Einlesen wird eine Sicherung angelegt.")
            if useful
            else self.tr("Hier ist nichts, was eingelesen werden könnte.")
        )
        cards = column(*(self._card(item) for item in report.bundles), None, spacing=0.6)
        content = column(intro, ScrollPage(panel(cards)), spacing=0.7)
        content.setStretch(1, 1)
        close = Button(desk.theme, self.tr("Abbrechen") if useful else self.tr("Schließen"))
        close.clicked.connect(self.reject)
        buttons = [close]
        if useful:
            read = Button(desk.theme, self.tr("Einlesen"), "upload", primary=True)
            read.clicked.connect(self.accept)
            buttons.append(read)
        self.assemble(content, *buttons, width_em=42)
        self.set_size(42, 26)

    def _card(self, item: BundleResult) -> QWidget:
        words, tone = {
            "applied": (self.tr("kann eingelesen werden"), Tone.OK),
            "unchanged": (self.tr("schon bekannt"), Tone.INFO),
            "held": (self.tr("wird aufbewahrt"), Tone.WARN),
        }.get(item.status, (self.tr("abgelehnt"), Tone.BAD))
        name = PlainLabel(single_line(Path(item.path).name))
        chip = Chip(self._desk.theme, words, tone)
        content = column(name, row(chip, None), margins=0.8, spacing=0.3)
        if item.sender:
            text = self.tr("Von {0}, Raum „{1}“").format(
                single_line(item.sender), single_line(item.space)
            )
            content.addWidget(Muted(text))
        if item.status == "applied":
            changes = counted(item.commits, self.tr("Änderung"), self.tr("Änderungen"))
            text = self.tr("{0}, Einträge: {1}, davon mit Abweichung: {2}").format(
                changes, len(item.records), item.conflicts
            )
            content.addWidget(Muted(text))
        if item.held:
            changes = counted(item.held, self.tr("Änderung"), self.tr("Änderungen"))
            text = self.tr("Warten auf ein früheres Paket: {0}").format(changes)
            content.addWidget(Muted(text))
        if item.code:
            content.addWidget(PlainLabel(str(self._desk.catalogue.describe_code(item.code, {}))))
        return Card(content)
