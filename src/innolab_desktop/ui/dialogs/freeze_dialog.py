"""The reason for a new Fassung."""

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


class FreezeDialog(BaseDialog):
    """Asks why a Fassung is made now.

    Signals:
        confirmed: the reason.
    """

    confirmed = Signal(str)

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(parent, theme, self.tr("Fassung festhalten"))
        self._reason = TextArea(rows=4)
        label = PlainLabel(self.tr("Begründung"), size=TypeSize.LABEL)
        label.setBuddy(self._reason)
        self._reason.setAccessibleName(label.text())
        self._error = Banner(theme, Tone.BAD)
        intro = PlainLabel(
            self.tr("Was wurde geändert oder vereinbart, und warum? Das bleibt lesbar stehen.")
        )
        freeze = Button(theme, self.tr("Festhalten"), "lock", primary=True)
        freeze.clicked.connect(self._submit)
        cancel = Button(theme, self.tr("Abbrechen"))
        cancel.clicked.connect(self.reject)
        content = column(intro, self._error, column(label, self._reason, spacing=0.25))
        self.assemble(content, cancel, freeze)
        self._reason.setFocus()

    def _submit(self) -> None:
        reason = self._reason.toPlainText().strip()
        if not reason:
            self._error.show_message(self.tr("Bitte geben Sie eine Begründung an."))
            self._reason.setFocus()
            return
        self.confirmed.emit(reason)
        self.accept()
