"""Shows the text of a label in one line where room is scarce."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QSizePolicy

if TYPE_CHECKING:
    from innolab_desktop.ui.widgets.plain_label import PlainLabel


class OneLine(QObject):
    """Lets a label end with an ellipsis instead of going on in the next line, while that is on.

    The whole text is in the tool tip then, and assistive technology hears all of it.
    """

    def __init__(self, label: PlainLabel) -> None:
        super().__init__(label)
        self._label = label
        self._policy = label.sizePolicy()
        self._text = label.text()
        self._is_on = False
        label.installEventFilter(self)

    def set_text(self, text: str) -> None:
        """Show *text*."""
        self._text = text
        self._show()

    def set_on(self, on: bool) -> None:  # noqa: FBT001 - a setter in Qt's manner
        """Keep to one line, or take as many as the text needs."""
        if on == self._is_on:
            return
        self._is_on = on
        policy = self._policy
        if on:
            policy = QSizePolicy(QSizePolicy.Policy.Ignored, policy.verticalPolicy())
        self._label.setSizePolicy(policy)
        self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the width of the label."""
        if self._is_on and event.type() == QEvent.Type.Resize:
            self._show()
        return super().eventFilter(watched, event)

    def _show(self) -> None:
        label, shown = self._label, self._text
        if self._is_on:
            around = label.contentsMargins()
            room_px = label.width() - around.left() - around.right() - 2
            metrics = label.fontMetrics()
            shown = metrics.elidedText(self._text, Qt.TextElideMode.ElideRight, room_px)
        if shown != label.text():
            label.setText(shown)
        label.setAccessibleName(self._text)
        label.setToolTip("")
        if shown != self._text:
            label.setToolTip(escape(self._text))
