"""Asks before something is erased for good, and erases it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from innolab_desktop.ui.dialogs.erase_dialog import EraseDialog
from innolab_desktop.ui.dialogs.message_dialog import MessageDialog
from innolab_desktop.ui.error_sentence import error_sentence

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from innolab_desktop.domain.records import FieldId, RecordId
    from innolab_desktop.services.erasure_models import ErasurePlan
    from innolab_desktop.ui.desk import Desk


def ask_erase(
    owner: QWidget,
    desk: Desk,
    record: RecordId,
    field: FieldId | None = None,
    done: Callable[[FieldId | None], None] | None = None,
) -> None:
    """Show what would go, ask why, and erase.

    Args:
        owner: the widget that wants it.
        desk: its surroundings.
        record: what is to be erased.
        field: only this field of it.
        done: called afterwards, with the field.
    """
    erasing = desk.session.erasing
    title = QCoreApplication.translate("EraseDialog", "Endgültig löschen")

    def show(plan: ErasurePlan) -> None:
        if plan.is_allowed:
            EraseDialog(owner.window(), desk, plan, field, done).open()
            return
        text = desk.catalogue.describe_code("erasure_not_allowed", {})
        MessageDialog(owner.window(), desk.theme, title, str(text)).open()

    def explain(error: Exception) -> None:
        text = error_sentence(desk.catalogue, error)
        MessageDialog(owner.window(), desk.theme, title, text).open()

    desk.jobs.run(owner, lambda _job: erasing.plan(record, field), show, failed=explain)
