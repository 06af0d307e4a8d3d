"""Opens the dialog that belongs to something that waits for a decision."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innolab_desktop.domain.records import DELETED
from innolab_desktop.ui.dialogs.conflict_dialog import ConflictDialog
from innolab_desktop.ui.dialogs.deletion_dialog import DeletionDialog
from innolab_desktop.ui.dialogs.merged_text_dialog import MergedTextDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from innolab_desktop.domain.records import RecordId
    from innolab_desktop.ui.desk import Desk


def decide_conflict(owner: QWidget, desk: Desk, record: RecordId, field: str) -> None:
    """Ask about an Abweichung; *owner* is the widget that wants to know."""
    conflicts, window = desk.session.conflicts, owner.window()
    if field == DELETED:
        desk.jobs.run(
            owner,
            lambda _job: conflicts.deleted_or_edited(record),
            lambda found: DeletionDialog(window, desk, found).open(),
        )
        return
    desk.jobs.run(
        owner,
        lambda _job: conflicts.difference(record, field),
        lambda found: ConflictDialog(window, desk, found).open(),
    )


def review_text(owner: QWidget, desk: Desk, record: RecordId, field: str) -> None:
    """Show a merged text together with what it was merged of."""
    conflicts, window = desk.session.conflicts, owner.window()
    desk.jobs.run(
        owner,
        lambda _job: conflicts.merged_text(record, field),
        lambda found: MergedTextDialog(window, desk, found).open(),
    )
