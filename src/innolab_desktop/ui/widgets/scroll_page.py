"""Pages that scroll, and show what has the focus."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


class ScrollPage(QScrollArea):
    """A frameless scroll area around one widget that follows its width."""

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(content)


class ScrollColumn(ScrollPage):
    """Scrolls up and down alone, and is never narrower than its content."""

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(content, parent)
        self._content = content
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def minimumSizeHint(self) -> QSize:
        """Return the width of the content, with the bar beside it where there is one."""
        bar = self.verticalScrollBar()
        beside = bar.sizeHint().width() if bar.isVisible() else 0
        needed = self._content.minimumSizeHint().width() + beside
        return QSize(needed, super().minimumSizeHint().height())
