"""A check box or radio button whose text wraps."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QRadioButton, QSizePolicy, QWidget

from innolab_desktop.ui.theme.fonts import em_px
from innolab_desktop.ui.widgets.boxes import row
from innolab_desktop.ui.widgets.plain_label import PlainLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent


class ChoiceLine(QWidget):
    """One answer: the button and, beside it, its text; a click on either chooses it."""

    toggled = Signal(bool)

    def __init__(
        self, text: str, tip: str = "", *, exclusive: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.button: QCheckBox | QRadioButton = QRadioButton() if exclusive else QCheckBox()
        self.button.setAccessibleName(text)
        self.button.setMinimumSize(max(24, em_px(1.6)), max(24, em_px(1.5)))
        self._label = PlainLabel(text)
        self._label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        if tip:
            self.setToolTip(escape(tip))
            self.button.setAccessibleDescription(tip)
        content = row(self.button, self._label, spacing=0.1)
        content.setStretch(1, 1)
        content.setAlignment(self.button, Qt.AlignmentFlag.AlignTop)
        self.setLayout(content)
        self.button.toggled.connect(self.toggled)

    @property
    def is_checked(self) -> bool:
        """Whether the answer is chosen."""
        return self.button.isChecked()

    def set_checked(self, checked: bool) -> None:  # noqa: FBT001 - a setter in Qt's manner
        """Choose the answer, or not."""
        self.button.setChecked(checked)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the answer by its text."""
        if event.button() == Qt.MouseButton.LeftButton and self.button.isEnabled():
            self.button.setFocus(Qt.FocusReason.MouseFocusReason)
            self.button.click()
