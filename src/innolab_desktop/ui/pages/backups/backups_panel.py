"""Sicherungen: what happens by itself, what a person can do, and the list to put one back."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from innolab_desktop.ui.backup_words import backup_words, difference_lines
from innolab_desktop.ui.dialogs.file_choice import choose_folder
from innolab_desktop.ui.dialogs.restore_dialog import RestoreDialog
from innolab_desktop.ui.locking.lock_reason import LockReason
from innolab_desktop.ui.pages.backups.care_card import CareCard
from innolab_desktop.ui.pages.backups.elsewhere_card import ElsewhereCard
from innolab_desktop.ui.pages.backups.work import Work
from innolab_desktop.ui.pages.page import Page
from innolab_desktop.ui.visible_text import single_line
from innolab_desktop.ui.widgets.banner import Banner
from innolab_desktop.ui.widgets.boxes import clear, column, row
from innolab_desktop.ui.widgets.button import Button
from innolab_desktop.ui.widgets.card import Card
from innolab_desktop.ui.widgets.heading import Heading
from innolab_desktop.ui.widgets.muted import Muted
from innolab_desktop.ui.widgets.plain_label import PlainLabel

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from innolab_desktop.services.backup_ports import BackupInfo, Differences
    from innolab_desktop.services.checking import LastCheck
    from innolab_desktop.services.safekeeping import Safekeeping
    from innolab_desktop.ui.desk import Desk


class _State(NamedTuple):
    backups: tuple[BackupInfo, ...]
    place: Path | None
    copied_ms: int
    drilled_ms: int
    check: LastCheck


def _read(safekeeping: Safekeeping) -> _State:
    backups, restoring = safekeeping.backups, safekeeping.restoring
    return _State(
        backups.all(),
        backups.second_place(),
        backups.second_place_copied_ms(),
        restoring.last_drill_ms(),
        safekeeping.checking.last(),
    )


class BackupsPanel(Page):
    """The cards on top, then the backups, the newest first.

    Attributes:
        care, elsewhere: the cards with what a person can do.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        banner = Banner(desk.theme)
        self._work = Work(desk, banner)
        self._work.changed.connect(self.activate)
        self.care, self.elsewhere = CareCard(desk, self._work), ElsewhereCard(desk, self._work)
        self._list = column(spacing=0.5)
        other = Button(desk.theme, self.tr("Aus anderem Ordner zurückholen …"), "folder")
        other.clicked.connect(self._from_other)
        intro = Muted(
            self.tr(
                "Beim Schließen, täglich und vor jedem Einlesen entsteht von selbst eine "
                "verschlüsselte Sicherung; jede wird nach dem Schreiben geprüft. Ältere machen "
                "nach und nach Platz: Es bleiben einige je Stunde, Tag, Woche und Monat."
            )
        )
        self.assemble(
            self.tr("Sicherungen"),
            intro,
            banner,
            self.care,
            self.elsewhere,
            Heading(self.tr("Vorhandene Sicherungen"), 3),
            self._list,
            row(other, None),
        )

    def activate(self) -> None:
        """Look again what is there."""
        safekeeping = self.desk.session.safekeeping
        self._work.run(
            lambda _job: _read(safekeeping), self._show, self.tr("Sicherungen werden gelesen")
        )

    def _show(self, state: _State) -> None:
        self.care.show_last(state.drilled_ms, state.check)
        self.elsewhere.show_place(state.place, state.copied_ms)
        clear(self._list)
        for info in state.backups:
            self._list.addWidget(self._card(info))
        if not state.backups:
            self._list.addWidget(Muted(self.tr("Es gibt noch keine Sicherung.")))

    def _card(self, info: BackupInfo) -> QWidget:
        words = backup_words(info)
        back = Button(self.desk.theme, self.tr("Zurückholen …"))
        back.setAccessibleName(self.tr("Zurückholen: {0}").format(words))
        back.clicked.connect(lambda: self.preview(info.folder, words))
        line = row(PlainLabel(words), back, margins=(0.8, 0.4, 0.8, 0.4))
        line.setStretch(0, 1)
        return Card(line)

    # --- putting back -----------------------------------------------------------------------

    def _from_other(self) -> None:
        choose_folder(
            self,
            self.tr("Ordner der Sicherung wählen"),
            lambda folder: self.preview(folder, single_line(str(folder))),
        )

    def preview(self, backup: Path, name: str) -> None:
        """Show what putting *backup* back would change, and ask."""
        restoring = self.desk.session.safekeeping.restoring
        self._work.run(
            lambda job: restoring.preview(backup, job, job.cancel_token),
            lambda found: self._ask_restore(backup, name, found),
            self.tr("Sicherung wird verglichen"),
        )

    def _ask_restore(self, backup: Path, name: str, found: Differences) -> None:
        lines = difference_lines(found, self.desk.session.forms)
        dialog = RestoreDialog(self.window(), self.desk.theme, name, lines)
        dialog.accepted.connect(lambda: self._put_back(backup))
        dialog.open()

    def _put_back(self, backup: Path) -> None:
        restoring = self.desk.session.safekeeping.restoring
        self._work.run(
            lambda job: restoring.run(backup, job, job.cancel_token),
            self._on_put_back,
            self.tr("Sicherung wird zurückgeholt"),
        )

    def _on_put_back(self, _nothing: None) -> None:
        """The vault is closed now: the process ends, and the next one opens what was put back."""
        if self.desk.safeguards is not None:
            self.desk.safeguards.locking.due.emit(LockReason.RESTORED)
