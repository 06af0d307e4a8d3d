"""A step that needs a reason: a new Fassung, an erasure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from innolab_desktop.ui.dialogs.base_dialog import BaseDialog
from innolab_desktop.ui.theme.fonts import TypeSize
from innolab_desktop.ui.theme.tokens import Tone
from innolab_desktop.ui.typed_draft import TypedDraft, draft_sentence
from innolab_desktop.ui.widgets.banner import Banner
from innolab_desktop.ui.widgets.boxes import column
from innolab_desktop.ui.widgets.button import Button
from innolab_desktop.ui.widgets.plain_label import PlainLabel
from innolab_desktop.ui.widgets.text_area import TextArea

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

    from innolab_desktop.domain.values import Value
    from innolab_desktop.ui.desk import Desk

_TEXT = "text"


class ReasonDialog(BaseDialog):
    """Asks why, and goes on only with an answer.

    Args:
        key: what a half-typed answer is kept under.

    Signals:
        confirmed: the reason.
    """

    confirmed = Signal(str)

    def __init__(
        self, parent: QWidget, desk: Desk, key: str, *, title: str, question: str, action: str
    ) -> None:
        theme = desk.theme
        super().__init__(parent, theme, title)
        self._reason = TextArea(rows=4)
        self._draft = TypedDraft(self, desk, key, self._typed)
        self._draft.found.connect(self._take_up)
        self._reason.edited.connect(self._draft.touch)
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

    def _typed(self) -> Mapping[str, Value]:
        text = self._reason.toPlainText().strip()
        return {_TEXT: text} if text else {}

    def _take_up(self, typed: Mapping[str, Value]) -> None:
        self._reason.show_text(str(typed.get(_TEXT) or ""))
        self._error.show_message(draft_sentence(), Tone.INFO)

    def _submit(self) -> None:
        reason = self._reason.toPlainText().strip()
        if not reason:
            self._error.show_message(self.tr("Bitte geben Sie eine Begründung an."), Tone.BAD)
            self._reason.setFocus()
            return
        self._draft.keep()  # until the reason is written where it belongs
        self.confirmed.emit(reason)
        self.accept()
