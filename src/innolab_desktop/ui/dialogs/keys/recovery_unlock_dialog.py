"""Opens a vault whose passphrase nobody knows any more, and gives it a new one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from innolab_desktop.services.key_ports import RECOVERY
from innolab_desktop.ui.dialogs.base_dialog import BaseDialog
from innolab_desktop.ui.dialogs.keys.key_fields import KeyFields
from innolab_desktop.ui.dialogs.keys.passphrase_fields import PassphraseFields
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
    """Asks for the code from the sheet or a deposited key, and for a new passphrase.

    Args:
        parent: below it.
        theme: of the dialog.
        slot_type: which sort of key is asked for.
        least: how many characters a passphrase has at least.

    Signals:
        confirmed: the key that was given, and the new passphrase.
    """

    confirmed = Signal(object, str)

    def __init__(
        self, parent: QWidget, theme: Theme, slot_type: str, least: int = SHORTEST_PASSPHRASE
    ) -> None:
        is_code = slot_type == RECOVERY
        title = (
            self.tr("Wiederherstellungscode verwenden")
            if is_code
            else self.tr("Hinterlegten Schlüssel verwenden")
        )
        super().__init__(parent, theme, title)
        self._error = Banner(theme, Tone.BAD)
        self._key = KeyFields(theme, (slot_type,))
        self._new = PassphraseFields(theme, least)
        self._open = Button(theme, self.tr("Öffnen"), "lock", primary=True)
        self._open.clicked.connect(self._submit)
        cancel = Button(theme, self.tr("Abbrechen"))
        cancel.clicked.connect(self.reject)
        hint = (
            self.tr(
                "Tippen Sie die acht Gruppen von Ihrem Blatt ab; Striche und Großbuchstaben sind "
                "nicht nötig. Danach gilt der neue Passwortsatz."
            )
            if is_code
            else self.tr(
                "Für die Stelle, bei der ein Schlüssel hinterlegt ist. Danach gilt der neue "
                "Passwortsatz, und im Tresor steht, dass er so geöffnet wurde."
            )
        )
        content = column(PlainLabel(hint), self._error, self._key, self._new, None, spacing=0.8)
        self.assemble(ScrollPage(panel(content)), cancel, self._open, width_em=40)
        self.set_size(40, 29 if is_code else 34)
        self._key.take_keyboard()

    def show_error(self, sentence: str) -> None:
        """Say what went wrong and let the person try again."""
        self._open.setEnabled(True)
        self._error.show_message(sentence)
        self._key.take_keyboard()

    def _submit(self) -> None:
        problem = self._new.problem()
        problem = self._key.problem() or problem
        if problem:
            self._error.show_message(problem)
            return
        self._error.hide()
        self._open.setEnabled(False)
        self.confirmed.emit(self._key.given, self._new.text)
