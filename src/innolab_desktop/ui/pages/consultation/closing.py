"""The end of a consultation: a look at what could give somebody away, then it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from innolab_desktop.ui.dialogs.case_findings_dialog import CaseFindingsDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from innolab_desktop.domain.records import RecordId
    from innolab_desktop.services.consultations import CaseFinding
    from innolab_desktop.ui.desk import Desk


class Closing(QObject):
    """Checks a case and ends its run.

    Signals:
        ended: the person is done with it.
    """

    ended = Signal()

    def __init__(self, desk: Desk, owner: QWidget) -> None:
        super().__init__(owner)
        self._desk = desk
        self._owner = owner

    def begin(self, record_id: RecordId) -> None:
        """Look at the texts of a case, ask about what was found, and end."""
        consultations = self._desk.session.consultations

        def take(findings: tuple[CaseFinding, ...]) -> None:
            self._ask(record_id, findings)

        self._desk.jobs.run(self, lambda _job: consultations.findings(record_id), take)

    def _ask(self, record_id: RecordId, findings: tuple[CaseFinding, ...]) -> None:
        if not findings:
            self._end(record_id)
            return
        dialog = CaseFindingsDialog(self._owner.window(), self._desk.theme, findings)
        dialog.accepted.connect(lambda: self._end(record_id))
        dialog.open()

    def _end(self, record_id: RecordId) -> None:
        consultations = self._desk.session.consultations
        self._desk.jobs.run(
            self, lambda _job: consultations.forget(record_id), lambda _nothing: self.ended.emit()
        )
