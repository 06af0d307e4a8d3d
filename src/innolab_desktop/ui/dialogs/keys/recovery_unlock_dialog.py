"""Opens a vault with the recovery code and gives it a new passphrase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from innolab_desktop.ui.dialogs.base_dialog import BaseDialog
from innolab_desktop.ui.dialogs.keys.passphrase_fields import PassphraseFields
from innolab_desktop.ui.theme.fonts import TypeSize
from innolab_desktop.ui.theme.tokens import Tone
from innolab_desktop.ui.widgets.banner import Banner
from innolab_desktop.ui.widgets.boxes import column, panel
from innolab_desktop.ui.widgets.button import Button
from innolab_desktop.ui.widgets.plain_label import PlainLabel
from innolab_desktop.ui.widgets.scroll_page import ScrollPage
from innolab_desktop.ui.widgets.strength_meter import SHORTEST_PASSPHRASE

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from innolab_desktop.ui.theme.theme import Theme


class RecoveryUnlockDialog(BaseDialog):
    """Asks for the code from the sheet, and for a new passphrase.

    Signals:
        confirmed: the code as it was typed, and the new passphrase.
    """

    confirmed = Signal(str, str)

    def __init__(self, parent: QWidget, theme: Theme, least: int = SHORTEST_PASSPHRASE) -> None:
        super().__init__(parent, theme, self.tr("Wiederherstellungscode verwenden"))
        self._error = Banner(theme, Tone.BAD)
        self._code = QLineEdit()
        self._code.setAccessibleName(self.tr("Wiederherstellungscode"))
        label = PlainLabel(self.tr("Wiederherstellungscode"), size=TypeSize.LABEL)
        label.setBuddy(self._code)
        self._new = PassphraseFields(theme, least)
        self._open = Button(theme, self.tr("Öffnen"), "lock", primary=True)
        self._open.clicked.connect(self._submit)
        cancel = Button(theme, self.tr("Abbrechen"))
        cancel.clicked.connect(self.reject)
        hint = PlainLabel(
            self.tr(
                "Tippen Sie die acht Gruppen von Ihrem Blatt ab; Striche und Großbuchstaben sind "
                "nicht nötig. Danach gilt der neue Passwortsatz."
            )
        )
        content = column(
            hint,
            self._error,
            column(label, self._code, spacing=0.25),
            self._new,
            None,
            spacing=0.8,
        )
        self.assemble(ScrollPage(panel(content)), cancel, self._open, width_em=40)
        self.set_size(40, 29)
        self._code.setFocus()

    def show_error(self, sentence: str) -> None:
        """Say what went wrong and let the person try again."""
        self._open.setEnabled(True)
        self._error.show_message(sentence)
        self._code.setFocus()

    def _submit(self) -> None:
        problem = self._new.problem()
        if not self._code.text().strip():
            self._code.setFocus()
            problem = self.tr("Bitte geben Sie den Wiederherstellungscode ein.")
        if problem:
            self._error.show_message(problem)
            return
        self._error.hide()
        self._open.setEnabled(False)
        self.confirmed.emit(self._code.text(), self._new.text)
