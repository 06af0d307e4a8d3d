"""Make a backup, practise putting one back, check the vault: and when that was done last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from innolab_desktop.ui.counting import counted
from innolab_desktop.ui.error_sentence import error_sentence
from innolab_desktop.ui.moments import moment
from innolab_desktop.ui.theme.tokens import Tone
from innolab_desktop.ui.widgets.boxes import column
from innolab_desktop.ui.widgets.button import Button
from innolab_desktop.ui.widgets.card import Card
from innolab_desktop.ui.widgets.flow_row import FlowRow
from innolab_desktop.ui.widgets.muted import Muted

if TYPE_CHECKING:
    from innolab_desktop.services.backing_up import BackedUp
    from innolab_desktop.services.backup_ports import CheckedBackup
    from innolab_desktop.services.checking import LastCheck
    from innolab_desktop.services.read_models import Counts
    from innolab_desktop.services.restoring import Drill
    from innolab_desktop.ui.desk import Desk
    from innolab_desktop.ui.pages.backups.work import Work


class CareCard(Card):
    """Three buttons and two lines."""

    def __init__(self, desk: Desk, work: Work) -> None:
        self._desk = desk
        self._work = work
        self._safekeeping = desk.session.safekeeping
        self._practised, self._checked = Muted(), Muted()
        make = Button(desk.theme, _tr("Jetzt sichern"), "device-floppy", primary=True)
        drill = Button(desk.theme, _tr("Zurückholen üben"), "history")
        check = Button(desk.theme, _tr("Tresor prüfen"), "circle-check")
        lines = column(self._practised, self._checked, spacing=0.1)
        buttons = FlowRow()
        buttons.show_items((make, drill, check))
        super().__init__(column(buttons, lines, margins=0.8, spacing=0.5))
        make.clicked.connect(self._make)
        drill.clicked.connect(self.drill)
        check.clicked.connect(self.check)

    def show_last(self, drilled_ms: int, checked: LastCheck) -> None:
        """Say when was practised and checked last."""
        practised = self.tr("Zurückholen zuletzt geübt: {0}")
        self._practised.setText(practised.format(when(drilled_ms)))
        text = self.tr("Tresor zuletzt vollständig geprüft: {0}").format(when(checked.at_ms))
        if checked.code:
            text += self.tr(" – es wurde ein Schaden gefunden")
        self._checked.setText(text)

    def _make(self) -> None:
        backups = self._safekeeping.backups
        self._work.run(
            lambda _job: backups.make(), self._on_made, self.tr("Sicherung wird geschrieben")
        )

    def _on_made(self, made: BackedUp) -> None:
        if made.second_place_error is None:
            self._work.say(self.tr("Gesichert und geprüft."), Tone.OK)
        else:
            error = error_sentence(self._desk.catalogue, made.second_place_error)
            self._work.say(self.tr("Gesichert und geprüft. {0}").format(error), Tone.WARN)
        self._work.changed.emit()

    def drill(self) -> None:
        """Put the newest backup back into a temporary place and say what was found."""
        restoring = self._safekeeping.restoring
        self._work.run(
            lambda job: restoring.drill(job, job.cancel_token),
            self._on_drilled,
            self.tr("Zurückholen wird geübt"),
        )

    def _on_drilled(self, drill: Drill) -> None:
        text = self.tr("Die neueste Sicherung ({0}) lässt sich zurückholen. Geprüft: {1}.")
        self._work.say(text.format(moment(drill.backup.made_ms), _amount(drill.found)), Tone.OK)
        self._work.changed.emit()

    def check(self) -> None:
        """Check every page and every stored change of the vault."""
        checking = self._safekeeping.checking
        self._work.run(
            lambda job: checking.check(job, job.cancel_token),
            self._on_checked,
            self.tr("Der Tresor wird geprüft"),
        )

    def _on_checked(self, counts: Counts) -> None:
        self._work.say(self.tr("In Ordnung. Geprüft: {0}.").format(_amount(counts)), Tone.OK)
        self._work.changed.emit()


def when(at_ms: int) -> str:
    """Return a moment, or that there was none."""
    return moment(at_ms) if at_ms else _tr("noch nie")


def _amount(found: Counts | CheckedBackup) -> str:
    entries = counted(found.records, _tr("Eintrag"), _tr("Einträge"))
    return f"{entries}, {counted(found.commits, _tr('Änderung'), _tr('Änderungen'))}"


def _tr(text: str) -> str:
    return QCoreApplication.translate("Backups", text)
