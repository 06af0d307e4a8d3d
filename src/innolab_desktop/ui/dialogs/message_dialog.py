"""A message, or a question with two answers; always plain text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innolab_desktop.ui.dialogs.base_dialog import BaseDialog
from innolab_desktop.ui.widgets.button import Button
from innolab_desktop.ui.widgets.plain_label import PlainLabel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from innolab_desktop.ui.theme.theme import Theme


class MessageDialog(BaseDialog):
    """A heading, a text, and "Schließen"; with *action* a question.

    The keyboard is on the safe answer, but for an offer, which has *later* as the other answer.
    ``accepted`` fires when the person chooses *action*.
    """

    def __init__(
        self,
        parent: QWidget | None,
        theme: Theme,
        title: str,
        text: str,
        action: str = "",
        *,
        later: str = "",
    ) -> None:
        super().__init__(parent, theme, title)
        close = Button(theme, later or (self.tr("Abbrechen") if action else self.tr("Schließen")))
        close.clicked.connect(self.reject)
        buttons = [close]
        if action:
            confirm = Button(theme, action, primary=True)
            confirm.clicked.connect(self.accept)
            buttons.append(confirm)
        self.assemble(PlainLabel(text), *buttons)
        (buttons[-1] if later else close).setFocus()
