"""A message that stays in the page until it is dealt with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QSizePolicy, QWidget

from innolab_desktop.ui.theme.fonts import em_px
from innolab_desktop.ui.theme.tokens import Tone
from innolab_desktop.ui.widgets.boxes import column, row
from innolab_desktop.ui.widgets.button import Button
from innolab_desktop.ui.widgets.plain_label import PlainLabel

if TYPE_CHECKING:
    from innolab_desktop.ui.theme.theme import Theme

_ICONS = {
    Tone.OK: "circle-check",
    Tone.WARN: "alert-triangle",
    Tone.BAD: "alert-triangle",
    Tone.INFO: "info-circle",
}


class Banner(QFrame):
    """A tinted line with icon and words, and perhaps one action.

    Screen readers are told when its text changes.
    """

    acted = Signal()

    def __init__(
        self, theme: Theme, tone: Tone = Tone.INFO, action: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tone = tone
        self._picture = QLabel()
        self._label = PlainLabel()
        self._label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._button = Button(theme, action)
        if not action:
            self._button.hide()
        self._button.clicked.connect(self.acted)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        content = row(column(self._picture, None), self._label, self._button, margins=0.6)
        content.setStretch(1, 1)
        self.setLayout(content)
        self.set_tone(tone)
        self.hide()
        theme.changed.connect(self._restyle)

    @property
    def text(self) -> str:
        """The words shown."""
        return self._label.text()

    def show_message(self, text: str, tone: Tone | None = None) -> None:
        """Show *text*, read it out, and bring it into sight unless it is for information only."""
        if tone is not None:
            self.set_tone(tone)
        self.show_state(text)
        if self._tone is not Tone.INFO:
            QTimer.singleShot(0, self, self._come_into_sight)  # once it has its place

    def show_state(self, text: str) -> None:
        """Show *text* and read it out; the page stays where it is, as when a record is opened."""
        self._label.setText(text)
        self.setAccessibleName(text)
        self.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def set_action_visible(self, visible: bool) -> None:  # noqa: FBT001 - a setter in Qt's manner
        """Offer the action, or not."""
        self._button.setVisible(visible)

    def set_tone(self, tone: Tone) -> None:
        """Show the banner in *tone*."""
        self._tone = tone
        self.setProperty("banner", tone.value)
        for widget in (self, self._label):
            widget.style().unpolish(widget)
            widget.style().polish(widget)
        self._restyle()

    def _come_into_sight(self) -> None:
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if above is not None and self.isVisible():
            above.ensureWidgetVisible(self)

    def _restyle(self) -> None:
        ink = self._theme.tokens.tone(self._tone).ink
        ratio = self.devicePixelRatioF()
        self._picture.setPixmap(self._theme.pixmap(_ICONS[self._tone], em_px(1.2), ink, ratio))
