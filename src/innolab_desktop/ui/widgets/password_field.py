"""A passphrase: hidden, with a button that shows it and a hint about Caps Lock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from innolab_desktop.ui.widgets.boxes import column, row
from innolab_desktop.ui.widgets.plain_label import PlainLabel
from innolab_desktop.ui.widgets.text_line import TextLine
from innolab_desktop.ui.widgets.tool_button import ToolButton

if TYPE_CHECKING:
    from innolab_desktop.ui.theme.theme import Theme


class PasswordField(QWidget):
    """A line that hides what is typed; ``line`` is the field that labels name."""

    edited = Signal()
    submitted = Signal()

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = TextLine()
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.setAccessibleName(name)
        self.line.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
        )
        self._reveal = ToolButton(theme, "eye", self.tr("{0} anzeigen").format(name))
        self._reveal.setCheckable(True)
        self._caps = PlainLabel(self.tr("Die Feststelltaste ist an."), ink="warn")
        self._caps.hide()
        line_row = row(self.line, self._reveal, spacing=0.2)
        line_row.setStretch(0, 1)
        self.setLayout(column(line_row, self._caps, spacing=0.2))
        self.line.textEdited.connect(self.edited)
        self.line.returnPressed.connect(self.submitted)
        self._reveal.toggled.connect(self._show_text)
        self.line.installEventFilter(self)

    @property
    def text(self) -> str:
        """What was typed."""
        return self.line.text()

    def clear(self) -> None:
        """Forget what was typed and hide it again."""
        self.line.clear()
        self._reveal.setChecked(False)
        self._caps.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice letters whose case does not match the Shift key: Caps Lock is on."""
        if watched is self.line and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_CapsLock:
                self._caps.hide()
            elif event.type() == QEvent.Type.KeyPress and event.text().isalpha():
                shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
                self._caps.setVisible(event.text().isupper() != shifted)
        return super().eventFilter(watched, event)

    def _show_text(self, shown: bool) -> None:  # noqa: FBT001 - the slot of a toggle
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.line.setEchoMode(mode)
