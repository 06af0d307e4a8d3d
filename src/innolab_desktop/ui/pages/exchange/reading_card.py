"""The ways in: dropped files, chosen files, the inbox folder, the clipboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication

from innolab_desktop.services.exchange_models import PastedText
from innolab_desktop.services.exchange_settings import ExchangeSettings
from innolab_desktop.ui.dialogs.file_choice import choose_files, choose_folder
from innolab_desktop.ui.visible_text import single_line
from innolab_desktop.ui.widgets.boxes import row
from innolab_desktop.ui.widgets.button import Button
from innolab_desktop.ui.widgets.file_drop import FileDrop
from innolab_desktop.ui.widgets.muted import Muted

if TYPE_CHECKING:
    from pathlib import Path

    from innolab_desktop.ui.desk import Desk


class ReadingCard(FileDrop):
    """Hands on what is to be read; reads nothing itself.

    Signals:
        handed: a list of paths and `PastedText`.
    """

    handed = Signal(list)

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._folder: Path | None = None
        theme = desk.theme
        inbox = Button(theme, "", "folder")
        change = Button(theme, "")
        folder = Muted()
        where = row(folder, change)
        where.setStretch(0, 1)
        paste = Button(theme, "", "copy")
        super().__init__(
            theme,
            self.tr(
                "Pakete, Textdateien oder gespeicherte Mails hierher ziehen, auch mehrere und in "
                "beliebiger Reihenfolge."
            ),
            self.tr("Pakete einlesen …"),
            heading=self.tr("Einlesen"),
            others=(row(inbox, paste, None), where),
        )
        inbox.setText(self.tr("Posteingang einlesen"))
        change.setText(self.tr("Ändern …"))
        paste.setText(self.tr("Aus Zwischenablage einfügen"))
        change.setAccessibleName(self.tr("Einen anderen Ordner als Posteingang wählen"))
        self._where, self._change = folder, change
        inbox.clicked.connect(self._read_inbox)
        change.clicked.connect(self._choose_inbox)
        paste.clicked.connect(self._paste)
        self.dropped.connect(self.handed)
        self.requested.connect(self._choose_files)
        self.show_inbox(None)

    def show_inbox(self, folder: Path | None) -> None:
        """Say which folder is read in one go."""
        self._folder = folder
        for widget in (self._where, self._change):
            widget.setVisible(folder is not None)
        if folder is not None:
            self._where.setText(self.tr("Posteingang: {0}").format(single_line(str(folder))))

    def _read_inbox(self) -> None:
        if self._folder is None:
            self._choose_inbox()
        else:
            self.handed.emit([self._folder])

    def _choose_inbox(self) -> None:
        choose_folder(self, self.tr("Ordner, in dem Pakete ankommen"), self._keep_inbox)

    def _keep_inbox(self, folder: Path) -> None:
        desk = self._desk.session.desk
        self._desk.jobs.run(
            self,
            lambda _job: ExchangeSettings(desk).keep_inbox_folder(folder),
            lambda _nothing: self._on_inbox(folder),
        )

    def _on_inbox(self, folder: Path) -> None:
        self.show_inbox(folder)
        self._read_inbox()

    def _paste(self) -> None:
        text = QGuiApplication.clipboard().text()
        self.handed.emit([PastedText(text, self.tr("Zwischenablage"))])

    def _choose_files(self) -> None:
        names = self.tr("Pakete, Texte und Mails (*.ilpaket *.txt *.eml *.mbox);;Alle Dateien (*)")
        choose_files(self, self.tr("Pakete einlesen"), names, self.handed.emit)
