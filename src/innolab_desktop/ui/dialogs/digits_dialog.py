"""Compare a Prüfzeichen: type what the other person reads out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from innolab_desktop.ui.dialogs.base_dialog import BaseDialog
from innolab_desktop.ui.error_sentence import error_sentence
from innolab_desktop.ui.theme.fonts import TypeSize
from innolab_desktop.ui.theme.tokens import Tone
from innolab_desktop.ui.visible_text import single_line
from innolab_desktop.ui.widgets.banner import Banner
from innolab_desktop.ui.widgets.boxes import column
from innolab_desktop.ui.widgets.button import Button
from innolab_desktop.ui.widgets.plain_label import PlainLabel
from innolab_desktop.ui.widgets.text_line import TextLine

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from innolab_desktop.services.read_models import Contact
    from innolab_desktop.ui.desk import Desk


class DigitsDialog(BaseDialog):
    """Takes 30 digits; the expected ones are never shown here, so that nobody just confirms.

    Signals:
        verified: the digits fit.
    """

    verified = Signal()

    def __init__(self, parent: QWidget, desk: Desk, contact: Contact) -> None:
        super().__init__(parent, desk.theme, self.tr("Prüfzeichen vergleichen"))
        self._desk = desk
        self._contact = contact
        self._error = Banner(desk.theme, Tone.BAD)
        self._line = TextLine()
        label = PlainLabel(self.tr("Prüfzeichen (30 Ziffern)"), size=TypeSize.LABEL)
        label.setBuddy(self._line)
        self._line.setAccessibleName(label.text())
        self._line.setPlaceholderText("12345 67890 …")
        intro = PlainLabel(self._intro())
        self._check = Button(desk.theme, self.tr("Vergleichen"), "check", primary=True)
        self._check.clicked.connect(self._submit)
        later = Button(desk.theme, self.tr("Später"))
        later.clicked.connect(self.reject)
        content = column(intro, self._error, column(label, self._line, spacing=0.25), spacing=0.7)
        self.assemble(content, later, self._check)
        self._line.setFocus()

    def _intro(self) -> str:
        if self._contact.id == self._desk.session.info.person_id:
            return self.tr(
                "Öffnen Sie auf Ihrem anderen Gerät „Austausch“ – „Kontakte und Räume“ und lesen "
                "Sie dort das Prüfzeichen ab. Tippen Sie es hier ein; Leerzeichen spielen keine "
                "Rolle."
            )
        return self.tr(
            "Rufen Sie {0} an und lassen Sie sich das Prüfzeichen vorlesen. Tippen Sie es "
            "hier ein; Leerzeichen spielen keine Rolle."
        ).format(single_line(self._contact.name))

    def _submit(self) -> None:
        contacts, person, digits = self._desk.session.contacts, self._contact.id, self._line.text()
        self._check.setEnabled(False)
        self._desk.jobs.run(
            self,
            lambda _job: contacts.verify(person, digits),
            self._on_verified,
            failed=self._on_failed,
        )

    def _on_verified(self, _contact: Contact) -> None:
        self.verified.emit()
        self.accept()

    def _on_failed(self, error: Exception) -> None:
        self._check.setEnabled(True)
        self._error.show_message(error_sentence(self._desk.catalogue, error))
        self._line.setFocus()
