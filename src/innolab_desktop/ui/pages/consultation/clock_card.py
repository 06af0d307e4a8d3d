"""The clock of a phase: how much is left, pause, more time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFont
from PySide6.QtWidgets import QProgressBar, QSizePolicy

from innolab_desktop.ui.counting import counted
from innolab_desktop.ui.theme.fonts import TypeSize
from innolab_desktop.ui.widgets.boxes import row
from innolab_desktop.ui.widgets.button import Button
from innolab_desktop.ui.widgets.card import Card
from innolab_desktop.ui.widgets.muted import Muted
from innolab_desktop.ui.widgets.plain_label import PlainLabel

if TYPE_CHECKING:
    from innolab_desktop.domain.consultation_run import ConsultationRun
    from innolab_desktop.ui.theme.theme import Theme

MORE_MINUTES: Final = 2
_SPOKEN_MINUTES: Final = (5, 2, 1)
_MINUTE_S: Final = 60
_SECOND_MS: Final = 1000


def clock_words(left_ms: int | None) -> str:
    """Return what is left as ``mm:ss``, with "+" when it is over; "" without a limit."""
    if left_ms is None:
        return ""
    seconds = -(-left_ms // _SECOND_MS) if left_ms >= 0 else -left_ms // _SECOND_MS
    sign = "" if left_ms >= 0 else "+"
    return f"{sign}{seconds // _MINUTE_S:02}:{seconds % _MINUTE_S:02}"


class ClockCard(Card):
    """Shows the clock of the phase in front; never beeps and never ends anything by itself.

    Signals:
        toggled: the clock is to run, or to stand.
        lengthened: the phase gets two more minutes.
    """

    toggled = Signal()
    lengthened = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._minutes_told: int | None = None
        self._time = PlainLabel(size=TypeSize.TITLE, weight=QFont.Weight.DemiBold, wrap=False)
        self._meaning = Muted(wrap=False)
        self._bar = QProgressBar()
        self._bar.setProperty("thin", True)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Anteil der Zeit, der vorbei ist"))
        self.toggle = Button(theme, self.tr("Uhr starten"))
        self.longer = Button(theme, self.tr("{0} Minuten mehr").format(MORE_MINUTES), "plus")
        self.toggle.clicked.connect(self.toggled)
        self.longer.clicked.connect(self.lengthened)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        content = row(
            self._time, self._meaning, self._bar, self.toggle, self.longer, margins=0.5, spacing=0.6
        )
        content.setStretch(2, 1)
        self.setLayout(content)

    def show_run(self, run: ConsultationRun, now_ms: int) -> None:
        """Show the clock as it stands at *now_ms*."""
        left_ms = run.left_ms(now_ms)
        planned = run.planned_minutes[run.phase]
        if left_ms is None:
            self._time.setText("–")
            self._meaning.setText(self.tr("ohne Zeitvorgabe"))
        else:
            self._time.setText(clock_words(left_ms))
            words = counted(planned, self.tr("Minute"), self.tr("Minuten"))
            of = self.tr("von {0}").format(words)
            self._meaning.setText(self.tr("über der Zeit") if left_ms < 0 else of)
        self._time.set_ink("warn" if left_ms is not None and left_ms < 0 else "")
        self._time.setAccessibleName(self._spoken(left_ms))
        self._bar.setMaximum(max(planned, 1) * _MINUTE_S)
        self._bar.setValue(min(run.spent_ms(now_ms) // _SECOND_MS, self._bar.maximum()))
        self.toggle.setText(self.tr("Uhr anhalten") if run.is_running else self.tr("Uhr starten"))
        if run.is_running and left_ms is not None:
            self._tell(left_ms)

    def forget_told(self) -> None:
        """Begin a phase: what was said about the one before counts no more."""
        self._minutes_told = None

    def _spoken(self, left_ms: int | None) -> str:
        if left_ms is None:
            return self.tr("Diese Phase hat keine Zeitvorgabe")
        minutes = abs(left_ms) // (_MINUTE_S * _SECOND_MS)
        words = counted(minutes, self.tr("Minute"), self.tr("Minuten"))
        return (self.tr("Noch {0}") if left_ms >= 0 else self.tr("{0} über der Zeit")).format(words)

    def _tell(self, left_ms: int) -> None:
        """Say at a few moments how much is left, in words."""
        due = next((m for m in reversed(_SPOKEN_MINUTES) if left_ms <= m * _MINUTE_S * 1000), None)
        if left_ms <= 0:
            due = 0
        if due is None or (self._minutes_told is not None and self._minutes_told <= due):
            return
        self._minutes_told = due
        words = counted(due, self.tr("Minute"), self.tr("Minuten"))
        text = (
            self.tr("Noch {0} in dieser Phase").format(words)
            if due
            else self.tr("Die Zeit dieser Phase ist um")
        )
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))
