"""What leaves the folder of the vault: copies at a second place, and everything in clear."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from innolab_desktop.ui.counting import counted
from innolab_desktop.ui.dialogs.file_choice import choose_folder
from innolab_desktop.ui.dialogs.message_dialog import MessageDialog
from innolab_desktop.ui.pages.backups.care_card import when
from innolab_desktop.ui.theme.tokens import Tone
from innolab_desktop.ui.visible_text import single_line
from innolab_desktop.ui.widgets.boxes import column, row
from innolab_desktop.ui.widgets.button import Button
from innolab_desktop.ui.widgets.card import Card
from innolab_desktop.ui.widgets.given_line import GivenLine
from innolab_desktop.ui.widgets.heading import Heading
from innolab_desktop.ui.widgets.muted import Muted
from innolab_desktop.ui.widgets.plain_label import PlainLabel

if TYPE_CHECKING:
    from pathlib import Path

    from innolab_desktop.services.open_export import OpenExported
    from innolab_desktop.ui.desk import Desk
    from innolab_desktop.ui.pages.backups.work import Work

_EXPORT_NAME = "InnoLab offen"


class ElsewhereCard(Card):
    """The second place, and the way out with everything."""

    def __init__(self, desk: Desk, work: Work) -> None:
        self._desk = desk
        self._work = work
        self._safekeeping = desk.session.safekeeping
        self._place = PlainLabel("")
        self._is_given = desk.session.policy.gives("backup_folder")
        given = GivenLine(desk.theme)
        choose = Button(desk.theme, _tr("Zweiten Ort wählen …"), "folder")
        self._forget = Button(desk.theme, _tr("Nicht mehr kopieren"), "x")
        export = Button(desk.theme, _tr("Alles offen ausgeben …"), "download")
        way_out = Muted(
            _tr(
                "Sie können alles mitnehmen: als Dateien, die jedes Programm lesen kann. Die sind "
                "dann unverschlüsselt."
            )
        )
        super().__init__(
            column(
                Heading(_tr("Zweiter Ort"), 3),
                self._place,
                given,
                row(choose, self._forget, None, spacing=0.5),
                Heading(_tr("Offene Dateien"), 3),
                way_out,
                row(export, None, spacing=0.5),
                margins=0.8,
                spacing=0.5,
            )
        )
        self._forget.hide()
        given.show_words(_tr("Von Ihrer IT vorgegeben") if self._is_given else "")
        choose.setVisible(not self._is_given)
        choose.clicked.connect(self._choose_place)
        self._forget.clicked.connect(self._forget_place)
        export.clicked.connect(self._ask_export)

    def show_place(self, place: Path | None, copied_ms: int) -> None:
        """Say where copies go, and when the last one went there."""
        if place is None:
            text = self.tr(
                "Keiner. Ein Stick oder ein Netzlaufwerk schützt, wenn dieser Rechner verloren "
                "geht. Auch dort liegt alles verschlüsselt."
            )
        else:
            text = self.tr("{0} – zuletzt kopiert: {1}")
            text = text.format(single_line(str(place)), when(copied_ms))
        self._place.setText(text)
        self._forget.setVisible(place is not None and not self._is_given)

    def _choose_place(self) -> None:
        choose_folder(self, self.tr("Zweiten Ort für Sicherungen wählen"), self.use_place)

    def use_place(self, folder: Path | None) -> None:
        """Copy backups into *folder* from now on; None ends it."""
        backups = self._safekeeping.backups
        self._work.run(
            lambda _job: backups.use_second_place(folder),
            lambda _nothing: self._on_place(folder),
            self.tr("Sicherung wird kopiert"),
        )

    def _forget_place(self) -> None:
        self.use_place(None)

    def _on_place(self, folder: Path | None) -> None:
        text = (
            self.tr("Sicherungen liegen nur noch neben dem Tresor. Kopien bleiben, wo sie sind.")
            if folder is None
            else self.tr("Die neueste Sicherung liegt nun auch dort; neue werden dorthin kopiert.")
        )
        self._work.say(text, Tone.OK)
        self._work.changed.emit()

    def _ask_export(self) -> None:
        dialog = MessageDialog(
            self.window(),
            self._desk.theme,
            self.tr("Alles offen ausgeben"),
            self.tr(
                "Alle Einträge mit ihrem Verlauf, Räume und Kontakte werden als Dateien "
                "geschrieben, die jedes Programm lesen kann. Sie sind unverschlüsselt: Wer sie "
                "findet, kann alles lesen. Löschen Sie sie, sobald Sie sie nicht mehr brauchen."
            ),
            self.tr("Ordner wählen …"),
        )
        dialog.accepted.connect(self._choose_export)
        dialog.open()

    def _choose_export(self) -> None:
        choose_folder(
            self,
            self.tr("Wo sollen die offenen Dateien liegen?"),
            lambda folder: self.export(folder / _EXPORT_NAME),
        )

    def export(self, folder: Path) -> None:
        """Write everything as files in clear into *folder*."""
        export = self._safekeeping.open_export
        self._work.run(
            lambda job: export.run(folder, job, job.cancel_token),
            self._on_exported,
            self.tr("Alles wird offen ausgegeben"),
        )

    def _on_exported(self, written: OpenExported) -> None:
        entries = counted(written.records, self.tr("Eintrag"), self.tr("Einträge"))
        text = self.tr("Unverschlüsselt geschrieben: {0} nach {1}")
        self._work.say(text.format(entries, single_line(str(written.folder))), Tone.WARN)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Backups", text)
