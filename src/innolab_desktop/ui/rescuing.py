"""Helps when a vault does not open: asks, does it in the lane, and says what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from innolab_desktop.domain.errors import InnolabError
from innolab_desktop.services.rescue_ports import RESCUED_FROM
from innolab_desktop.ui.counting import counted
from innolab_desktop.ui.dialogs.rescue_dialog import RescueDialog
from innolab_desktop.ui.error_sentence import error_sentence

if TYPE_CHECKING:
    from pathlib import Path

    from innolab_desktop.services.error_catalogue import ErrorCatalogue
    from innolab_desktop.services.given_key import GivenKey
    from innolab_desktop.services.rescue_ports import Rescuable, VaultRescue
    from innolab_desktop.services.salvage_models import Salvaged
    from innolab_desktop.ui.dialogs.unlock_window import UnlockWindow
    from innolab_desktop.ui.jobs import Jobs
    from innolab_desktop.ui.theme.theme import Theme


class Rescuing(QObject):
    """Offers what is possible for the vault that was refused.

    Args:
        window: the first window.
        theme: of the dialog.
        jobs: the lane.
        rescue: does it.
        catalogue: explains errors.
    """

    def __init__(
        self,
        window: UnlockWindow,
        theme: Theme,
        jobs: Jobs,
        rescue: VaultRescue,
        catalogue: ErrorCatalogue,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._theme = theme
        self._jobs = jobs
        self._rescue = rescue
        self._catalogue = catalogue

    def offer_after(self, error: Exception, folder: Path) -> None:
        """Offer help, if *error* at opening *folder* is of the sort that a backup helps against."""
        if not isinstance(error, InnolabError) or error.code not in RESCUED_FROM:
            return
        rescue = self._rescue
        self._jobs.run(
            self, lambda _job: rescue.look(folder), lambda found: self.open(folder, found)
        )

    def open(self, folder: Path, found: Rescuable) -> None:
        """Show the dialog for the vault in *folder*."""
        dialog = RescueDialog(self._window, self._theme, found)

        def put_back(backup: Path, given: GivenKey) -> None:
            self._put_back(dialog, folder, backup, given)

        def salvage(given: GivenKey) -> None:
            self._salvage(dialog, folder, given)

        dialog.put_back_requested.connect(put_back)
        dialog.salvage_requested.connect(salvage)
        dialog.open()

    def _put_back(self, dialog: RescueDialog, folder: Path, backup: Path, given: GivenKey) -> None:
        rescue = self._rescue

        def done(_nothing: None) -> None:
            self._finish(
                dialog,
                folder,
                self.tr(
                    "Die Sicherung ist zurückgeholt. Was von dem beschädigten Tresor übrig war, "
                    "liegt im Ordner „damaged“ daneben."
                ),
            )

        self._jobs.run(
            dialog,
            lambda job: rescue.put_back(folder, backup, given, job, job.cancel_token),
            done,
            failed=lambda error: dialog.show_error(error_sentence(self._catalogue, error)),
            title=self.tr("Sicherung wird zurückgeholt"),
        )

    def _salvage(self, dialog: RescueDialog, folder: Path, given: GivenKey) -> None:
        rescue, target = self._rescue, _free_folder(folder)
        self._jobs.run(
            dialog,
            lambda job: rescue.salvage(folder, target, given, job, job.cancel_token),
            lambda found: self._finish(dialog, target, self._saved(found)),
            failed=lambda error: dialog.show_error(error_sentence(self._catalogue, error)),
            title=self.tr("Es wird gerettet, was lesbar ist"),
        )

    def _saved(self, found: Salvaged) -> str:
        entries = counted(found.records, self.tr("Eintrag"), self.tr("Einträge"))
        missing = sum(part.last_seq - part.first_seq + 1 for part in found.missing)
        text = self.tr("Gerettet: {0}, in einem neuen Tresor.").format(entries)
        if missing:
            changes = counted(missing, self.tr("Änderung fehlt"), self.tr("Änderungen fehlen"))
            text += self.tr(
                " {0}; was die anderen davon haben, kommt mit deren nächstem Paket zurück."
            ).format(changes)
        return text

    def _finish(self, dialog: RescueDialog, folder: Path, sentence: str) -> None:
        dialog.accept()
        self._window.offer(folder)
        self._window.show_notice(sentence)


def _free_folder(folder: Path) -> Path:
    name = QCoreApplication.translate("Rescuing", "{0} gerettet").format(folder.name)
    target, number = folder.with_name(name), 2
    while target.exists():
        target, number = folder.with_name(f"{name} {number}"), number + 1
    return target
