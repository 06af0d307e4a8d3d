"""The records that have to do with the open one, each a way to its place."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from innolab_desktop.ui.models.links import read_links
from innolab_desktop.ui.visible_text import single_line
from innolab_desktop.ui.widgets.boxes import clear, column
from innolab_desktop.ui.widgets.card import Card
from innolab_desktop.ui.widgets.heading import Heading
from innolab_desktop.ui.widgets.link_row import LinkRow
from innolab_desktop.ui.widgets.muted import Muted

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from innolab_desktop.domain.records import RecordId
    from innolab_desktop.ui.desk import Desk
    from innolab_desktop.ui.models.links import LinkGroup


class LinksView(QWidget):
    """Reads only what is looked at.

    Signals:
        record_requested: id of a record that the person wants to see.
    """

    record_requested = Signal(bytes)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._record_id: RecordId | None = None
        self._groups = column(spacing=0.8)
        self.setLayout(column(self._groups, None, margins=(0.1, 0.9, 0.6, 1), spacing=0.8))

    def show_record(self, record_id: RecordId) -> None:
        """Show what *record_id* is linked with, now or when the view comes to the front."""
        self._record_id = record_id
        if self.isVisible():
            self._read()

    def showEvent(self, event: QShowEvent) -> None:
        """Read what may have changed meanwhile."""
        super().showEvent(event)
        self._read()

    def _read(self) -> None:
        session, record_id = self._desk.session, self._record_id
        if record_id is None:
            return

        def take(groups: tuple[LinkGroup, ...]) -> None:
            if record_id == self._record_id:
                self._show(groups)

        self._desk.jobs.run(self, lambda _job: read_links(session, record_id), take)

    def _show(self, groups: tuple[LinkGroup, ...]) -> None:
        clear(self._groups)
        for group in groups:
            self._groups.addWidget(Card(self._group(group)))
        told = self.tr("Einträge, die diesen hier nennen, und solche, die er nennt.")
        if not groups:
            told = self.tr(
                "Noch nichts verknüpft. Andere Einträge nennen diesen hier in ihren "
                "Angaben, zum Beispiel eine Notiz ihre Mission."
            )
        self._groups.addWidget(Muted(told))

    def _group(self, group: LinkGroup) -> QVBoxLayout:
        rows = column(Heading(f"{group.form.label_plural} ({group.total})", 3), spacing=0.1)
        for record_id, title in group.links:
            text = single_line(title) or self.tr("Ohne Titel")
            link = LinkRow(self._desk.theme, group.form.icon, text)
            link.button.clicked.connect(partial(self._open, record_id))
            rows.addWidget(link)
        hidden = group.total - len(group.links)
        if hidden > 0:
            rows.addWidget(Muted(self.tr("… und {0} weitere in der Liste").format(hidden)))
        return column(rows, margins=0.9)

    def _open(self, record_id: RecordId, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's signal
        self.record_requested.emit(record_id)
