"""Asks for the present passphrase, for a new one, or for both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from innolab_desktop.ui.dialogs.base_dialog import BaseDialog
from innolab_desktop.ui.dialogs.keys.passphrase_fields import PassphraseFields, labelled
from innolab_desktop.ui.theme.tokens import Tone
from innolab_desktop.ui.widgets.banner import Banner
from innolab_desktop.ui.widgets.boxes import column
from innolab_desktop.ui.widgets.button import Button
from innolab_desktop.ui.widgets.password_field import PasswordField
from innolab_desktop.ui.widgets.plain_label import PlainLabel
from innolab_desktop.ui.widgets.strength_meter import SHORTEST_PASSPHRASE

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from innolab_desktop.ui.theme.theme import Theme


class PassphraseDialog(BaseDialog):
    """Stays open until the answer was taken, so that a mistake can be mended in place.

    Args:
        text: what this is about.
        action: of the button.
        asks_present: the present passphrase is needed.
        asks_new: a new one is wanted.
        least: how many characters a new one needs.

    Signals:
        confirmed: the present and the new passphrase; empty where not asked for.
    """

    confirmed = Signal(str, str)

    def __init__(
        self,
        parent: QWidget,
        theme: Theme,
        title: str,
        text: str,
        *,
        action: str,
        asks_present: bool = True,
        asks_new: bool = False,
        least: int = SHORTEST_PASSPHRASE,
    ) -> None:
        super().__init__(parent, theme, title)
        self._error = Banner(theme, Tone.BAD)
        self._present = PasswordField(theme, self.tr("Bisheriger Passwortsatz"))
        self._asks_present = asks_present
        self._new = PassphraseFields(theme, least) if asks_new else None
        self._confirm = Button(theme, action, "check", primary=True)
        self._confirm.clicked.connect(self._submit)
        cancel = Button(theme, self.tr("Abbrechen"))
        cancel.clicked.connect(self.reject)
        content = column(PlainLabel(text), self._error, spacing=0.8)
        if asks_present:
            content.addLayout(labelled(self.tr("Bisheriger Passwortsatz"), self._present))
        if self._new is not None:
            content.addWidget(self._new)
        content.addStretch(1)
        self.assemble(content, cancel, self._confirm, width_em=36)
        if asks_present:
            self._present.line.setFocus()

    def show_error(self, sentence: str) -> None:
        """Say what went wrong and let the person try again."""
        self._confirm.setEnabled(True)
        self._error.show_message(sentence)

    def _submit(self) -> None:
        problem = self._new.problem() if self._new is not None else ""
        if self._asks_present and not self._present.text:
            self._present.line.setFocus()
            problem = self.tr("Bitte geben Sie Ihren Passwortsatz ein.")
        if problem:
            self._error.show_message(problem)
            return
        self._error.hide()
        self._confirm.setEnabled(False)
        present = self._present.text if self._asks_present else ""
        self.confirmed.emit(present, self._new.text if self._new is not None else "")
