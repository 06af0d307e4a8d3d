"""Pages that scroll, and show what has the focus."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt, QTimer
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget
from shiboken6 import isValid

_SETTLED_MS = 300


class ScrollPage(QScrollArea):
    """A frameless scroll area around one widget that follows its width."""

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(content)
        self._wanted: QWidget | None = None
        self.verticalScrollBar().rangeChanged.connect(self._follow_wanted)

    def bring(self, part: QWidget) -> None:
        """Show *part*, also when what stands above it finds its height only now."""
        self._wanted = part
        self._follow_wanted()
        QTimer.singleShot(_SETTLED_MS, self, self._forget_wanted)

    def _follow_wanted(self) -> None:
        part, content = self._wanted, self.widget()
        if part is None or content is None or not isValid(part) or not content.isAncestorOf(part):
            return
        if part.height() <= self.viewport().height():
            self.ensureWidgetVisible(part)
        else:
            self.verticalScrollBar().setValue(part.mapTo(content, QPoint(0, 0)).y())

    def _forget_wanted(self) -> None:
        self._wanted = None


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
