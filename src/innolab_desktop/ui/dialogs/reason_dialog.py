"""A step that needs a reason: a new Fassung, an erasure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from innolab_desktop.ui.dialogs.base_dialog import BaseDialog
from innolab_desktop.ui.theme.fonts import TypeSize
from innolab_desktop.ui.theme.tokens import Tone
from innolab_desktop.ui.widgets.banner import Banner
from innolab_desktop.ui.widgets.boxes import column
from innolab_desktop.ui.widgets.button import Button
from innolab_desktop.ui.widgets.plain_label import PlainLabel
from innolab_desktop.ui.widgets.text_area import TextArea

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from innolab_desktop.ui.theme.theme import Theme


class ReasonDialog(BaseDialog):
    """Asks why, and goes on only with an answer.

    Signals:
        confirmed: the reason.
    """

    confirmed = Signal(str)

    def __init__(
        self, parent: QWidget, theme: Theme, title: str, question: str, action: str
    ) -> None:
        super().__init__(parent, theme, title)
        self._reason = TextArea(rows=4)
        label = PlainLabel(self.tr("Begründung"), size=TypeSize.LABEL)
        label.setBuddy(self._reason)
        self._reason.setAccessibleName(label.text())
        self._error = Banner(theme, Tone.BAD)
        confirm = Button(theme, action, "check", primary=True)
        confirm.clicked.connect(self._submit)
        cancel = Button(theme, self.tr("Abbrechen"))
        cancel.clicked.connect(self.reject)
        content = column(
            PlainLabel(question), self._error, column(label, self._reason, spacing=0.25)
        )
        self.assemble(content, cancel, confirm)
        self._reason.setFocus()

    def _submit(self) -> None:
        reason = self._reason.toPlainText().strip()
        if not reason:
            self._error.show_message(self.tr("Bitte geben Sie eine Begründung an."))
            self._reason.setFocus()
            return
        self.confirmed.emit(reason)
        self.accept()
