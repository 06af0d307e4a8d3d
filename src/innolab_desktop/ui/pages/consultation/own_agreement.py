"""What a participant of a consultation in writing confirms before they see the case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from innolab_desktop.services.consultations import Agreement
from innolab_desktop.ui.pages.consultation.agreement_card import AgreementCard
from innolab_desktop.ui.widgets.boxes import clear, column, row
from innolab_desktop.ui.widgets.button import Button

if TYPE_CHECKING:
    from innolab_desktop.domain.records import RecordId
    from innolab_desktop.ui.desk import Desk
    from innolab_desktop.ui.models.opened_record import OpenedRecord


class OwnAgreement(QWidget):
    """Stands where the case would, until the person agreed.

    Args:
        hidden: what would show the case.

    Signals:
        agreed: the case may be shown.
        postponed: the person wants to see the list.
    """

    agreed = Signal()
    postponed = Signal()

    def __init__(self, desk: Desk, *hidden: QWidget) -> None:
        super().__init__()
        self._desk = desk
        self._hidden = hidden
        self._place = column(spacing=0.6)
        self.setLayout(column(self._place, None))
        self.hide()

    def is_asked(self, opened: OpenedRecord) -> bool:
        """Ask in place of the case if that is needed, and tell whether it is."""
        is_missing = opened.agreement is Agreement.OWN_MISSING
        clear(self._place)
        for widget in self._hidden:
            widget.setHidden(is_missing)
        self.setVisible(is_missing)
        if is_missing:
            consultations, record = self._desk.session.consultations, opened.record
            rules, template = (
                consultations.catalogues.consultation_rules,
                consultations.template(record.values.get("template")),
            )
            card = AgreementCard(self._desk.theme, rules, template, for_oneself=True)
            card.agreed.connect(lambda: self._agree(record.id))
            later = Button(self._desk.theme, self.tr("Später"), "chevron-left")
            later.clicked.connect(self.postponed)
            self._place.addWidget(card)
            self._place.addLayout(row(later, None))
        return is_missing

    def _agree(self, record: RecordId) -> None:
        consultations = self._desk.session.consultations
        self._desk.jobs.run(
            self, lambda _job: consultations.agree(record), lambda _nothing: self.agreed.emit()
        )
