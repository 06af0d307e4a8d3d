"""How strong a passphrase is, in words and as a bar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QProgressBar, QWidget

from innolab_desktop.ui.widgets.boxes import column
from innolab_desktop.ui.widgets.plain_label import PlainLabel

if TYPE_CHECKING:
    from innolab_desktop.ui.widgets.plain_label import Ink

SHORTEST_PASSPHRASE = 12
_GOOD_LENGTH = 16
_STRONG_LENGTH = 24
_FEWEST_DIFFERENT = 6


def passphrase_strength(text: str, least: int = SHORTEST_PASSPHRASE) -> int:
    """Return 0 (shorter than *least*) to 3 (strong); length counts more than odd characters."""
    if len(text) < least or len(set(text)) < _FEWEST_DIFFERENT:
        return 0
    if len(text) < _GOOD_LENGTH:
        return 1
    return 2 if len(text) < _STRONG_LENGTH else 3


class StrengthMeter(QWidget):
    """A sentence and a bar of three steps.

    Args:
        least: how many characters are needed.
    """

    def __init__(self, least: int = SHORTEST_PASSPHRASE, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least = least
        self._words = PlainLabel()
        self._bar = QProgressBar()
        self._bar.setRange(0, 3)
        self._bar.setTextVisible(False)
        self._bar.setProperty("thin", True)
        self.setLayout(column(self._bar, self._words, spacing=0.2))
        self.show_strength("")

    @property
    def words(self) -> str:
        """The sentence shown."""
        return self._words.text()

    def show_strength(self, text: str) -> None:
        """Judge *text*."""
        strength = passphrase_strength(text, self._least)
        sentences: tuple[tuple[str, Ink], ...] = (
            (
                self.tr("Zu kurz: mindestens {0} Zeichen, zum Beispiel vier Wörter.").format(
                    self._least
                ),
                "bad",
            ),
            (self.tr("Ausreichend. Ein weiteres Wort macht den Satz deutlich stärker."), "warn"),
            (self.tr("Gut."), "ok"),
            (self.tr("Sehr gut."), "ok"),
        )
        words, ink = sentences[strength]
        if not text:
            words, ink = self.tr("Am besten ein Satz aus mindestens vier Wörtern."), "muted"
        self._words.setText(words)
        self._words.set_ink(ink)
        self._bar.setValue(strength)
        self._bar.setAccessibleName(self.tr("Stärke: {0}").format(words))
