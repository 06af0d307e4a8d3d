"""Progress of the running task, with a button that stops it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from innolab_desktop.ui.widgets.boxes import column, row
from innolab_desktop.ui.widgets.button import Button
from innolab_desktop.ui.widgets.plain_label import PlainLabel

if TYPE_CHECKING:
    from innolab_desktop.ui.theme.theme import Theme

_STEPS = 1_000


class ProgressStrip(QWidget):
    """A label, a bar and "Abbrechen"; hidden while nothing takes long."""

    cancelled = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = PlainLabel()
        self._label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._button = Button(theme, self.tr("Abbrechen"), "x")
        self._button.clicked.connect(self._cancel)
        self._label.setAlignment(Qt.AlignmentFlag.AlignLeft)
        content = row(
            column(self._label, self._bar, spacing=0.2), self._button, margins=(0.7, 0.3, 0.7, 0.3)
        )
        content.setStretch(0, 1)
        self.setLayout(content)
        self.hide()

    def begin(self, title: str) -> None:
        """Show *title* with a bar that does not know its end yet."""
        self._label.setText(title)
        self._bar.setAccessibleName(title)
        self._bar.setRange(0, 0)
        self._button.setEnabled(True)
        self.show()

    def report(self, done: int, total: int, step: str) -> None:
        """Show how far the task is."""
        if step:
            self._label.setText(step)
            self._bar.setAccessibleName(step)
        if total > 0:
            self._bar.setRange(0, _STEPS)
            self._bar.setValue(min(_STEPS, done * _STEPS // total))

    def finish(self) -> None:
        """Hide the strip."""
        self.hide()

    def _cancel(self) -> None:
        self._button.setEnabled(False)
        self._label.setText(self.tr("Wird abgebrochen …"))
        self.cancelled.emit()
