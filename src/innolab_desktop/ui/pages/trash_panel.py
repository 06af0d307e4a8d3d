"""The trash: deleted records of all kinds, to be brought back or destroyed for good."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innolab_desktop.services.read_models import RowQuery
from innolab_desktop.ui.dialogs.erasing import ask_erase
from innolab_desktop.ui.models.record_rows import RecordRowsModel
from innolab_desktop.ui.pages.page import Page
from innolab_desktop.ui.widgets.boxes import column, row
from innolab_desktop.ui.widgets.button import Button
from innolab_desktop.ui.widgets.heading import Heading
from innolab_desktop.ui.widgets.muted import Muted
from innolab_desktop.ui.widgets.row_list import RowList

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from innolab_desktop.services.changes import Changes
    from innolab_desktop.services.read_models import RecordRow
    from innolab_desktop.ui.desk import Desk


class TrashPanel(Page):
    """A list and two buttons."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        session = desk.session
        self._model = RecordRowsModel(desk.jobs, session.forms, session.records.list_rows, self)
        self._list = RowList(desk.theme, self._model, self.tr("Papierkorb"))
        self._restore = Button(desk.theme, self.tr("Wiederherstellen"), "history", primary=True)
        self._erase = Button(desk.theme, self.tr("Endgültig löschen …"), "trash")
        self._restore.clicked.connect(self._on_restore)
        self._erase.clicked.connect(self._ask_erase)
        self._list.chosen.connect(self._enable)
        self._model.loaded.connect(self._enable)
        hint = Muted(
            self.tr(
                "Gelöschtes bleibt hier, bis Sie es wiederherstellen oder endgültig löschen. "
                "Endgültig heißt: auch bei allen, die mitlesen, und ohne Rückweg."
            )
        )
        self._left = Muted(
            self.tr(
                "Sie sind in seinem Raum nicht mehr Mitglied: Dieser Eintrag bleibt, wie er ist."
            )
        )
        head = column(
            Heading(self.tr("Papierkorb"), 2),
            hint,
            self._left,
            row(self._restore, self._erase, None),
            margins=(0.9, 1, 0.9, 0.6),
        )
        layout = column(head, self._list, spacing=0)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self._enable()
        desk.notifier.changed.connect(self._on_changed)

    def activate(self) -> None:
        """Show what is in the trash."""
        self._model.show_query(RowQuery(is_deleted=True, sort="changed", descending=True))

    def _chosen(self) -> RecordRow | None:
        chosen = self._list.selected_row
        return None if chosen is None else self._model.record_at(chosen)

    def _enable(self) -> None:
        record = self._chosen()
        is_left = record is not None and record.is_read_only
        self._left.setVisible(is_left)
        for button in (self._restore, self._erase):
            button.setEnabled(record is not None and not is_left)

    def _on_restore(self) -> None:
        record, records = self._chosen(), self.desk.session.records
        if record is not None:
            self.desk.jobs.run(self, lambda _job: records.restore(record.id), self._announce)

    def _ask_erase(self) -> None:
        record = self._chosen()
        if record is not None:
            ask_erase(self, self.desk, record.id)

    def _announce(self, changes: Changes) -> None:
        self.desk.notifier.announce(changes, self)

    def _on_changed(self, _changes: Changes, _initiator: QObject | None) -> None:
        if self.isVisible():
            self._model.reload()
