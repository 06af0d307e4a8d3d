"""What stands beside a list: nothing, the record that is open, or a guided flow through it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget

from innolab_desktop.ui.pages.guided_flows import create_flow
from innolab_desktop.ui.pages.record_editor import RecordEditor
from innolab_desktop.ui.widgets.muted import Muted

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from innolab_desktop.domain.records import RecordId
    from innolab_desktop.ui.desk import Desk
    from innolab_desktop.ui.pages.guided_flow import GuidedFlow
    from innolab_desktop.ui.pages.record_undoing import RecordUndoing


_PATIENCE_MS = 200


class DetailStack(QStackedWidget):
    """Shows one of the three, and keeps the flow from one record to the next.

    What was there stays until the record was read; after a moment a line says that it comes.

    Signals:
        flow_left: the flow made way for the record again.
    """

    flow_left = Signal()

    def __init__(self, desk: Desk, empty: QWidget) -> None:
        super().__init__()
        self._desk = desk
        self._flow: GuidedFlow | None = None
        self.editor = RecordEditor(desk)
        self._wants_editor = False
        self._coming = Muted(self.tr("Wird geöffnet …"))
        self._coming.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE_MS)
        self._patience.timeout.connect(lambda: self.setCurrentWidget(self._coming))
        for part in (empty, self.editor, self._coming):
            self.addWidget(part)
        self.editor.shown.connect(self._on_shown)

    @property
    def flow(self) -> GuidedFlow | None:
        """The flow, if one was ever begun."""
        return self._flow

    @property
    def is_leading(self) -> bool:
        """Whether the flow is in front."""
        return self._flow is not None and self.currentWidget() is self._flow

    @property
    def undoing(self) -> RecordUndoing | None:
        """Takes back what was changed last in what is in front."""
        flow = self._flow if self.is_leading else None
        return self.editor.undoing if flow is None else flow.undoing

    def show_empty(self) -> None:
        """Show that no record is open."""
        self._wants_editor = False
        self._patience.stop()
        self.setCurrentIndex(0)

    def show_editor(self) -> None:
        """Show the record that is open, as soon as it was read."""
        self._wants_editor = True
        if self.editor.record_id is not None:
            self._on_shown()
        elif self.currentWidget() is not self.editor:
            self._patience.start()

    def lead(self, kind: str, record_id: RecordId) -> None:
        """Lead through a record of *kind*, which has a flow."""
        if self._flow is None:
            self._flow = create_flow(kind, self._desk)
            self._flow.left.connect(self._on_left)
            self.addWidget(self._flow)
        self._wants_editor = False
        self._patience.stop()
        self.setCurrentWidget(self._flow)
        self._flow.open_record(record_id)
        self._flow.setFocus()

    def commit(self) -> None:
        """Save what was typed."""
        self.editor.commit()
        if self._flow is not None:
            self._flow.commit()

    def _on_shown(self) -> None:
        if self._wants_editor:
            self._patience.stop()
            self.setCurrentWidget(self.editor)

    def _on_left(self, record_id: bytes, entry: str) -> None:
        self.show_editor()
        self.flow_left.emit()
        self.editor.open_record(record_id, entry)
        self.editor.setFocus()
