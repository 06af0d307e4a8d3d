"""Deleting a space that was left, on this device alone: what goes, what stays, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from innolab_desktop.ui.counting import counted
from innolab_desktop.ui.dialogs.erasure_dialog import ErasureDialog
from innolab_desktop.ui.dialogs.message_dialog import MessageDialog
from innolab_desktop.ui.error_sentence import error_sentence
from innolab_desktop.ui.space_names import space_label
from innolab_desktop.ui.widgets.boxes import column, panel
from innolab_desktop.ui.widgets.card import Card
from innolab_desktop.ui.widgets.muted import Muted
from innolab_desktop.ui.widgets.plain_label import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from innolab_desktop.domain.records import SpaceId
    from innolab_desktop.services.changes import Changes
    from innolab_desktop.services.erasure_models import ForgetPlan
    from innolab_desktop.ui.desk import Desk


class ForgetDialog(ErasureDialog):
    """Shows what goes with a space, asks for the reason, and deletes it on this device."""

    def __init__(self, parent: QWidget, desk: Desk, plan: ForgetPlan) -> None:
        super().__init__(parent, desk, self.tr("Raum hier löschen"))
        self._plan = plan
        self.show_content(self._content())

    def _content(self) -> QWidget:
        records = counted(self._plan.records, self.tr("Eintrag"), self.tr("Einträge"))
        what = column(
            PlainLabel(space_label(self._plan.space)),
            PlainLabel(self.tr("{0}, mit allen Anhängen, Fassungen und Entwürfen").format(records)),
            margins=0.8,
            spacing=0.3,
        )
        layout = column(
            self.error,
            Card(what),
            self.ask_reason(),
            self.with_backups,
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

    def begin(self) -> Callable[[str], Changes]:
        """Return what deletes the space."""
        forgetting, space = self.desk.session.forgetting, self._plan.space.id
        return lambda reason: forgetting.forget(space, reason)


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
            dialog.accepted.connect(done)
        dialog.open()

    def explain(error: Exception) -> None:
        title = QCoreApplication.translate("ForgetDialog", "Raum hier löschen")
        text = error_sentence(desk.catalogue, error)
        MessageDialog(owner.window(), desk.theme, title, text).open()

    desk.jobs.run(owner, lambda _job: forgetting.plan(space), show, failed=explain)
