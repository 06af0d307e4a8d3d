"""Deleting a space that was left, on this device alone: what goes, what stays, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal

from innolab_desktop.ui.counting import counted
from innolab_desktop.ui.dialogs.base_dialog import BaseDialog
from innolab_desktop.ui.dialogs.erasure_choices import backups_choice, labelled, reason_choice
from innolab_desktop.ui.dialogs.message_dialog import MessageDialog
from innolab_desktop.ui.error_sentence import error_sentence
from innolab_desktop.ui.space_names import space_label
from innolab_desktop.ui.theme.tokens import Tone
from innolab_desktop.ui.widgets.banner import Banner
from innolab_desktop.ui.widgets.boxes import column, panel
from innolab_desktop.ui.widgets.button import Button
from innolab_desktop.ui.widgets.card import Card
from innolab_desktop.ui.widgets.muted import Muted
from innolab_desktop.ui.widgets.plain_label import PlainLabel
from innolab_desktop.ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from innolab_desktop.domain.records import SpaceId
    from innolab_desktop.services.changes import Changes
    from innolab_desktop.services.erasure_models import ForgetPlan
    from innolab_desktop.ui.desk import Desk
    from innolab_desktop.ui.jobs import Job

_WIDTH_EM, _HEIGHT_EM = 40, 34


class ForgetDialog(BaseDialog):
    """Shows what goes with a space, asks for the reason, and deletes it on this device.

    Signals:
        forgotten: the space is gone.
    """

    forgotten = Signal()

    def __init__(self, parent: QWidget, desk: Desk, plan: ForgetPlan) -> None:
        super().__init__(parent, desk.theme, self.tr("Raum hier löschen"))
        self._desk = desk
        self._plan = plan
        self._error = Banner(desk.theme, Tone.BAD)
        self._reason = reason_choice(desk)
        self._with_backups = backups_choice(desk)
        self._confirm = Button(desk.theme, self.tr("Endgültig löschen"), "trash", primary=True)
        self._confirm.clicked.connect(self._submit)
        cancel = Button(desk.theme, self.tr("Abbrechen"))
        cancel.clicked.connect(self.reject)
        self.assemble(ScrollPage(self._content()), cancel, self._confirm)
        self.set_size(_WIDTH_EM, _HEIGHT_EM)
        self._reason.setFocus()

    def _content(self) -> QWidget:
        records = counted(self._plan.records, self.tr("Eintrag"), self.tr("Einträge"))
        what = column(
            PlainLabel(space_label(self._plan.space)),
            PlainLabel(self.tr("{0}, mit allen Anhängen, Fassungen und Entwürfen").format(records)),
            margins=0.8,
            spacing=0.3,
        )
        layout = column(
            self._error,
            Card(what),
            labelled(self.tr("Grund"), self._reason),
            self._with_backups,
            spacing=0.7,
        )
        for text in self._consequences():
            layout.addWidget(Muted(text))
        layout.addStretch(1)
        return panel(layout)

    def _consequences(self) -> tuple[str, ...]:
        return (
            self.tr(
                "Alles aus diesem Raum wird auf diesem Gerät vernichtet. Ein Zurück gibt es nicht, "
                "auch nicht aus einer Sicherung. Bei den anderen bleibt alles, wie es ist; nimmt "
                "man Sie wieder auf, kommt es noch einmal."
            ),
            self.tr(
                "Nicht erreicht werden: was Sie aus dem Raum weiter freigegeben haben, Mails mit "
                "früheren Paketen, solange sie in Postfächern liegen, ausgegebene PDF, Ausdrucke "
                "und Kopien Ihrer IT. Ihre Kontakte bleiben."
            ),
            self.tr(
                "Im Löschprotokoll bleibt stehen, wann, aus welchem Grund und wie viele Einträge "
                "gelöscht wurden, aber weder der Name des Raums noch etwas vom Inhalt."
            ),
        )

    def _submit(self) -> None:
        reason = str(self._reason.currentData() or "")
        if not reason:
            self._error.show_message(self.tr("Bitte wählen Sie einen Grund."), Tone.BAD)
            self._reason.setFocus()
            return
        self._confirm.setEnabled(False)
        session, space = self._desk.session, self._plan.space.id
        with_backups = self._with_backups.is_checked

        def forget(job: Job) -> Changes:
            changes = session.forgetting.forget(space, reason)
            if with_backups:
                session.erasing.clean_backups(job)
            return changes

        self._desk.jobs.run(
            self, forget, self._on_forgotten, failed=self._on_failed, title=self.tr("Wird gelöscht")
        )

    def _on_forgotten(self, changes: Changes) -> None:
        self._desk.notifier.announce(changes, self)
        self.accept()
        self.forgotten.emit()

    def _on_failed(self, error: Exception) -> None:
        self._confirm.setEnabled(True)
        self._error.show_message(error_sentence(self._desk.catalogue, error), Tone.BAD)


def ask_forget(
    owner: QWidget, desk: Desk, space: SpaceId, done: Callable[[], None] | None = None
) -> None:
    """Show what would go with *space*, ask why, and delete it on this device.

    Args:
        owner: the widget that wants it.
        desk: its surroundings.
        space: one that this device left.
        done: called afterwards.
    """
    forgetting = desk.session.forgetting

    def show(plan: ForgetPlan) -> None:
        dialog = ForgetDialog(owner.window(), desk, plan)
        if done is not None:
            dialog.forgotten.connect(done)
        dialog.open()

    def explain(error: Exception) -> None:
        title = QCoreApplication.translate("ForgetDialog", "Raum hier löschen")
        text = error_sentence(desk.catalogue, error)
        MessageDialog(owner.window(), desk.theme, title, text).open()

    desk.jobs.run(owner, lambda _job: forgetting.plan(space), show, failed=explain)
