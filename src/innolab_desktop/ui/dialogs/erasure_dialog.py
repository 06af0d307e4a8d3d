"""What every erasure asks: why, and whether the backups are cleaned as well."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from innolab_desktop.domain.errors import InnolabError
from innolab_desktop.ui.counting import counted
from innolab_desktop.ui.dialogs.base_dialog import BaseDialog
from innolab_desktop.ui.error_sentence import error_sentence
from innolab_desktop.ui.theme.fonts import TypeSize
from innolab_desktop.ui.theme.tokens import Tone
from innolab_desktop.ui.widgets.banner import Banner
from innolab_desktop.ui.widgets.boxes import column, panel
from innolab_desktop.ui.widgets.button import Button
from innolab_desktop.ui.widgets.choice_line import ChoiceLine
from innolab_desktop.ui.widgets.combo_box import ComboBox
from innolab_desktop.ui.widgets.plain_label import PlainLabel
from innolab_desktop.ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from innolab_desktop.services.changes import Changes
    from innolab_desktop.services.erasing import Erasing
    from innolab_desktop.ui.desk import Desk
    from innolab_desktop.ui.jobs import Job

_WIDTH_EM, _HEIGHT_EM = 40, 34


class _Erased(NamedTuple):
    changes: Changes
    uncleaned: int
    """How many backups still hold it, although they should not."""


class ErasureDialog(BaseDialog):
    """Asks for the reason, and destroys something only with one.

    Attributes:
        desk: its surroundings.
        error: for what went wrong; stands above the rest.
        reason: the reasons of the catalogue; none is chosen yet.
        with_backups: whether the backups of this device lose it as well.
    """

    def __init__(self, parent: QWidget, desk: Desk, title: str) -> None:
        super().__init__(parent, desk.theme, title)
        self.desk = desk
        self.error = Banner(desk.theme, Tone.BAD)
        self.reason = ComboBox(desk.theme)
        self.reason.addItem(self.tr("Bitte auswählen"), "")
        for code, label in desk.session.erasing.reasons.offered.items():
            self.reason.addItem(label, code)
        self.with_backups = ChoiceLine(
            desk.theme, self.tr("Auch aus den Sicherungen auf diesem Gerät entfernen")
        )
        self.with_backups.set_checked(True)
        self._confirm = Button(desk.theme, self.tr("Endgültig löschen"), "trash", primary=True)
        self._confirm.clicked.connect(self._submit)
        self._leave = Button(desk.theme, self.tr("Abbrechen"))
        self._leave.clicked.connect(self.reject)
        self._changes: Changes | None = None

    def begin(self) -> Callable[[str], Changes]:
        """Return what destroys it for a reason, to be called in the lane."""
        raise NotImplementedError

    def finish(self) -> None:
        """Do what has to be done before others hear that it is gone."""

    def show_content(self, content: QWidget) -> None:
        """Show *content* above the buttons, the reason first in line."""
        self.assemble(ScrollPage(content), self._leave, self._confirm)
        self.set_size(_WIDTH_EM, _HEIGHT_EM)
        self.reason.setFocus()

    def ask_reason(self) -> QWidget:
        """Return the reasons under their label."""
        return labelled(self.tr("Grund"), self.reason)

    def _submit(self) -> None:
        reason = str(self.reason.currentData() or "")
        if not reason:
            self.error.show_message(self.tr("Bitte wählen Sie einen Grund."), Tone.BAD)
            self.reason.setFocus()
            return
        self._confirm.setEnabled(False)
        destroy, with_backups = self.begin(), self.with_backups.is_checked
        erasing = self.desk.session.erasing

        def erase(job: Job) -> _Erased:
            changes = destroy(reason)
            return _Erased(changes, _clean_backups(erasing, job) if with_backups else 0)

        self.desk.jobs.run(
            self, erase, self._on_erased, failed=self._on_failed, title=self.tr("Wird gelöscht")
        )

    def _on_erased(self, erased: _Erased) -> None:
        if not erased.uncleaned:
            self._end(erased.changes)
            return
        self._changes = erased.changes
        backups = counted(
            erased.uncleaned,
            self.tr("Sicherung auf diesem Gerät enthält"),
            self.tr("Sicherungen auf diesem Gerät enthalten"),
        )
        text = self.tr(
            "Gelöscht. Aber {0} es noch: Das Bereinigen gelang dort nicht. Beim Zurückspielen "
            "wird es erneut gelöscht. Unter „Löschprotokoll“ können Sie das Bereinigen "
            "wiederholen."
        )
        self.error.show_message(text.format(backups), Tone.WARN)
        self._confirm.hide()
        self._leave.setText(self.tr("Schließen"))
        self._leave.setDefault(True)
        self._leave.setFocus()

    def reject(self) -> None:
        """Close; what was destroyed is told to the others first."""
        if self._changes is None:
            super().reject()
        else:
            self._end(self._changes)

    def _end(self, changes: Changes) -> None:
        self.finish()
        self.desk.notifier.announce(changes, self)
        self.accept()

    def _on_failed(self, error: Exception) -> None:
        self._confirm.setEnabled(True)
        self.error.show_message(error_sentence(self.desk.catalogue, error), Tone.BAD)


def _clean_backups(erasing: Erasing, job: Job) -> int:
    """Return how many backups still hold it; what was erased before stays erased in any case."""
    try:
        return erasing.clean_backups(job, job.cancel_token).failed
    except InnolabError:
        return erasing.backups_due()


def labelled(text: str, field: QWidget) -> QWidget:
    """Return *field* under its label."""
    label = PlainLabel(text, size=TypeSize.LABEL)
    label.setBuddy(field)
    field.setAccessibleName(text)
    return panel(column(label, field, spacing=0.25))
