"""Packages: write them for a space, read those that came."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from innolab_desktop.services.changes import Changes
from innolab_desktop.ui.dialogs.file_choice import choose_files, choose_folder
from innolab_desktop.ui.dialogs.import_dialog import ImportDialog
from innolab_desktop.ui.error_sentence import error_sentence
from innolab_desktop.ui.german_count import counted
from innolab_desktop.ui.space_names import space_audience, space_label
from innolab_desktop.ui.theme.tokens import Tone
from innolab_desktop.ui.visible_text import single_line
from innolab_desktop.ui.widgets.banner import Banner
from innolab_desktop.ui.widgets.boxes import clear, column, row
from innolab_desktop.ui.widgets.button import Button
from innolab_desktop.ui.widgets.card import Card
from innolab_desktop.ui.widgets.chip import Chip
from innolab_desktop.ui.widgets.file_drop import FileDrop
from innolab_desktop.ui.widgets.heading import Heading
from innolab_desktop.ui.widgets.muted import Muted
from innolab_desktop.ui.widgets.plain_label import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from innolab_desktop.services.bundle_import import ImportReport
    from innolab_desktop.services.export import ExportReceipt
    from innolab_desktop.services.read_models import Space
    from innolab_desktop.services.session import Session
    from innolab_desktop.ui.desk import Desk


def _read(session: Session) -> tuple[tuple[Space, int], ...]:
    return tuple(
        (space, session.exporting.pending(space.id))
        for space in session.spaces.all()
        if space.type != "private"
    )


class TransferPanel(QWidget):
    """A place to drop packages, and one line per space for sending.

    Signals:
        imported: the `MergeReport` of an import that changed something.
    """

    imported = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._folder: Path | None = None
        self._banner = Banner(desk.theme, Tone.OK, self.tr("Ordner öffnen"))
        self._banner.acted.connect(self._open_folder)
        self._drop = FileDrop(
            desk.theme,
            self.tr("Pakete hierher ziehen, auch mehrere und in beliebiger Reihenfolge."),
            self.tr("Pakete einlesen …"),
        )
        self._drop.dropped.connect(self.preview)
        self._drop.requested.connect(self._choose_files)
        self._spaces = column(spacing=0.9)
        sending = Card(
            column(Heading(self.tr("Senden"), 2), self._spaces, margins=0.9, spacing=0.7)
        )
        self.setLayout(
            column(
                self._banner,
                Heading(self.tr("Einlesen"), 2),
                self._drop,
                sending,
                None,
                margins=(0.1, 0.8, 0.6, 0.8),
                spacing=0.8,
            )
        )

    def refresh(self) -> None:
        """Read which spaces have something to send."""
        session = self._desk.session
        self._desk.jobs.run(self, lambda _job: _read(session), self._show)

    def preview(self, paths: Sequence[Path]) -> None:
        """Look into packages without changing anything, then ask."""
        importing, files = self._desk.session.importing, tuple(paths)
        self._desk.jobs.run(
            self,
            lambda job: importing.preview(files, job.cancel_token),
            lambda report: self._ask(files, report),
            failed=self._show_error,
            title=self.tr("Pakete werden geprüft"),
        )

    def export(self, space: Space, folder: Path) -> None:
        """Write a package for *space* into *folder*."""
        exporting = self._desk.session.exporting
        self._desk.jobs.run(
            self,
            lambda job: exporting.run(space.id, folder, progress=job, cancel=job.cancel_token),
            self._on_exported,
            failed=self._show_error,
            title=self.tr("Paket wird geschrieben"),
        )

    def _show(self, spaces: Sequence[tuple[Space, int]]) -> None:
        clear(self._spaces)
        for space, pending in spaces:
            self._spaces.addWidget(self._space_line(space, pending))
        if not spaces:
            self._spaces.addWidget(
                Muted(
                    self.tr(
                        "Es gibt noch keinen gemeinsamen Raum. Unter „Kontakte und Räume“ legen "
                        "Sie einen an."
                    )
                )
            )

    def _space_line(self, space: Space, pending: int) -> QWidget:
        theme = self._desk.theme
        if pending:
            changes = counted(pending, self.tr("Änderung"), self.tr("Änderungen"))
            text = self.tr("{0} nicht bestätigt").format(changes)
            chip = Chip(theme, text, Tone.WARN)
        else:
            chip = Chip(theme, self.tr("Alles bestätigt"), Tone.OK)
        button = Button(theme, self.tr("Paket schreiben …"), "mail")
        button.setAccessibleName(
            self.tr("Paket für „{0}“ schreiben").format(single_line(space.name))
        )
        button.clicked.connect(lambda: self._choose_folder(space))
        words = column(PlainLabel(space_label(space)), Muted(space_audience(space)), spacing=0.1)
        content = row(words, chip, button, spacing=0.6)
        content.setStretch(0, 1)
        line = QWidget()
        line.setLayout(content)
        return line

    def _choose_folder(self, space: Space) -> None:
        choose_folder(
            self, self.tr("Ordner für das Paket"), lambda folder: self.export(space, folder)
        )

    def _choose_files(self) -> None:
        names = self.tr("Pakete (*.ilpaket *.txt);;Alle Dateien (*)")
        choose_files(self, self.tr("Pakete einlesen"), names, self.preview)

    def _ask(self, files: Sequence[Path], report: ImportReport) -> None:
        dialog = ImportDialog(self.window(), self._desk, report)
        dialog.accepted.connect(lambda: self._import(files))
        dialog.open()

    def _import(self, files: Sequence[Path]) -> None:
        importing = self._desk.session.importing
        self._desk.jobs.run(
            self,
            lambda job: importing.run(files, progress=job, cancel=job.cancel_token),
            self._on_imported,
            failed=self._show_error,
            title=self.tr("Pakete werden eingelesen"),
        )

    def _on_imported(self, report: ImportReport) -> None:
        applied = [item for item in report.bundles if item.status == "applied"]
        commits = sum(item.commits for item in applied)
        conflicts = sum(item.conflicts for item in applied)
        changes = counted(commits, self.tr("Änderung"), self.tr("Änderungen"))
        text = self.tr("{0} von {1} Paketen eingelesen, {2} übernommen.").format(
            len(applied), len(report.bundles), changes
        )
        if conflicts:
            entries = counted(conflicts, self.tr("Eintrag"), self.tr("Einträge"))
            text += " " + self.tr("Mit Abweichung: {0}.").format(entries)
        self._banner.show_message(text, Tone.WARN if conflicts or not applied else Tone.OK)
        self._banner.set_action_visible(False)
        self._desk.notifier.announce(Changes(everything=True), self)
        self.refresh()
        if report.changes is not None and report.changes.records:
            self.imported.emit(report.changes)

    def _on_exported(self, receipt: ExportReceipt) -> None:
        file = receipt.files[0]
        self._folder = file.path.parent
        text = self.tr("„{0}“ für {1} geschrieben. Bitte als Datei weitergeben.").format(
            file.path.name, ", ".join(single_line(name) for name in file.recipients)
        )
        if receipt.unverified:
            names = ", ".join(single_line(name) for name in receipt.unverified)
            text += " " + self.tr("Prüfzeichen noch nicht verglichen: {0}.").format(names)
        self._banner.show_message(text, Tone.WARN if receipt.unverified else Tone.OK)
        self._banner.set_action_visible(True)
        self.refresh()

    def _open_folder(self) -> None:
        if self._folder is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))

    def _show_error(self, error: Exception) -> None:
        self._banner.show_message(error_sentence(self._desk.catalogue, error), Tone.BAD)
        self._banner.set_action_visible(False)
