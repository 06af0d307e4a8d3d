"""What the group sees on a beamer or a shared screen: phase, question, clock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFont, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from innolab_desktop.ui.pages.consultation.clock_card import clock_words
from innolab_desktop.ui.widgets.boxes import column, row
from innolab_desktop.ui.widgets.muted import Muted
from innolab_desktop.ui.widgets.plain_label import PlainLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QResizeEvent

    from innolab_desktop.domain.consultation_run import ConsultationRun
    from innolab_desktop.formdefs.catalogues import Phase

_TITLE, _QUESTION, _RULE, _CLOCK = 0.042, 0.062, 0.03, 0.11
"""Heights of letters as shares of the window's."""


class Presentation(QObject):
    """The window for the group, while there is one."""

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner)
        self._owner = owner
        self.window: PresentationWindow | None = None

    def open(self) -> None:
        """Show the window, or bring it to the front."""
        if self.window is None:
            parent = self._owner.window()
            self.window = PresentationWindow(parent)
            self.window.closed.connect(self._on_closed)
            self.window.resize(parent.size())
        self.window.show()
        self.window.raise_()

    def close(self) -> None:
        """Close the window, if there is one."""
        if self.window is not None:
            self.window.close()

    def _on_closed(self) -> None:
        if self.window is not None:
            self.window.deleteLater()
            self.window = None


class PresentationWindow(QWidget):
    """A window of its own, without anything that was written down about the case.

    Signals:
        closed: the person closed it.
    """

    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle(self.tr("Kollegiale Fallberatung"))
        self._phase = PlainLabel(weight=QFont.Weight.DemiBold)
        self._question = PlainLabel(weight=QFont.Weight.DemiBold)
        self._rules = PlainLabel()
        self._clock = PlainLabel(weight=QFont.Weight.DemiBold, wrap=False)
        self._hint = Muted(self.tr("F11: ganzer Bildschirm. Esc: schließen."))
        foot = row(self._clock, None, column(None, self._hint))
        content = column(
            self._phase, None, self._question, self._rules, None, foot, margins=2.5, spacing=1.2
        )
        self.setLayout(content)
        QShortcut(QKeySequence("F11"), self, self._toggle_full_screen)
        QShortcut(QKeySequence("Esc"), self, self.close)

    def show_phase(self, phase: Phase, question: str, step: str) -> None:
        """Show a phase: its question and rules, and which one of how many it is."""
        self._phase.setText(f"{step}: {phase.label}")
        self._question.setText(question or phase.purpose)
        self._rules.setText("\n".join(f"–  {rule}" for rule in phase.rules))
        self._rules.setVisible(bool(phase.rules))

    def show_run(self, run: ConsultationRun, now_ms: int) -> None:
        """Show what is left of the phase."""
        left_ms = run.left_ms(now_ms)
        self._clock.setText(clock_words(left_ms))
        self._clock.set_ink("warn" if left_ms is not None and left_ms < 0 else "")
        self._scale()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the letters grow with the window."""
        super().resizeEvent(event)
        self._scale()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that nobody watches any more."""
        super().closeEvent(event)
        self.closed.emit()

    def _scale(self) -> None:
        for label, share in (
            (self._phase, _TITLE),
            (self._question, _QUESTION),
            (self._rules, _RULE),
            (self._clock, _CLOCK),
        ):
            font = label.font()
            font.setPixelSize(max(round(self.height() * share), 14))
            label.setFont(font)

    def _toggle_full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)
