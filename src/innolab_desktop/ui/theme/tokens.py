"""Colour tokens: the only place where a colour is written down.

Contrast of every text token on its ground is at least 4.5:1, of every border at least 3:1
(measured by the audit in ``tests/ui``).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from PySide6.QtGui import QColor, QPalette


class Tone(StrEnum):
    """What a status says; always shown as icon, word and tint together."""

    OK = "ok"
    WARN = "warn"
    BAD = "bad"
    INFO = "info"


class ToneColours(NamedTuple):
    """Ink and ground of one tone."""

    ink: str
    ground: str


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colours of one appearance, as ``#rrggbb``."""

    window: str
    base: str
    alternate: str
    text: str
    muted: str
    border: str
    line: str
    accent: str
    on_accent: str
    soft: str
    soft_text: str
    button: str
    bar: str
    handle: str
    ok: ToneColours
    warn: ToneColours
    bad: ToneColours
    info: ToneColours

    def tone(self, tone: Tone) -> ToneColours:
        """Return ink and ground of *tone*."""
        return {Tone.OK: self.ok, Tone.WARN: self.warn, Tone.BAD: self.bad, Tone.INFO: self.info}[
            tone
        ]

    @property
    def selection_is_accent(self) -> bool:
        """Whether selected rows are filled with the accent itself (high contrast)."""
        return self.soft == self.accent


LIGHT = Tokens(
    window="#f4f6f9",
    base="#ffffff",
    alternate="#f0f3f7",
    text="#18222d",
    muted="#4d5a69",
    border="#7d8896",
    line="#d8dee6",
    accent="#0b5cab",
    on_accent="#ffffff",
    soft="#e2edf9",
    soft_text="#0a4786",
    button="#ffffff",
    bar="#b7d4f2",
    handle="#808a97",
    ok=ToneColours("#176b3a", "#dff3e6"),
    warn=ToneColours("#8a4b00", "#fdecd2"),
    bad=ToneColours("#a8201a", "#fbe3e1"),
    info=ToneColours("#3d4c7a", "#e6e9f5"),
)

DARK = Tokens(
    window="#171c22",
    base="#1f262e",
    alternate="#262e37",
    text="#e9eef4",
    muted="#a9b5c2",
    border="#7f8c9a",
    line="#36404b",
    accent="#6db1ff",
    on_accent="#06223f",
    soft="#22384f",
    soft_text="#b9dbff",
    button="#2a333d",
    bar="#2c5582",
    handle="#7d8894",
    ok=ToneColours("#79d6a0", "#1c3a2a"),
    warn=ToneColours("#f2b56b", "#3f2f17"),
    bad=ToneColours("#ff9d96", "#46211f"),
    info=ToneColours("#b4c0ee", "#2a3150"),
)


def blend(ground: str, ink: str, share: float) -> str:
    """Return *ground* with *share* (0 to 1) of *ink* mixed in."""
    first, second = QColor(ground), QColor(ink)
    return QColor(
        round(first.red() + (second.red() - first.red()) * share),
        round(first.green() + (second.green() - first.green()) * share),
        round(first.blue() + (second.blue() - first.blue()) * share),
    ).name()


def high_contrast(window: str, text: str, accent: str, on_accent: str) -> Tokens:
    """Return tokens that use four colours only: everything is text on window, or accent."""
    plain = ToneColours(text, window)
    return Tokens(
        window=window,
        base=window,
        alternate=blend(window, text, 0.08),
        text=text,
        muted=text,
        border=text,
        line=blend(window, text, 0.45),
        accent=accent,
        on_accent=on_accent,
        soft=accent,
        soft_text=on_accent,
        button=window,
        bar=accent,
        handle=text,
        ok=plain,
        warn=plain,
        bad=plain,
        info=plain,
    )


CONTRAST = high_contrast("#000000", "#ffffff", "#ffee32", "#000000")


def tokens_of(palette: QPalette) -> Tokens:
    """Return tokens taken from the platform's *palette* (EN 301 549, 11.7)."""
    role = QPalette.ColorRole
    return high_contrast(
        palette.color(role.Base).name(),
        palette.color(role.Text).name(),
        palette.color(role.Highlight).name(),
        palette.color(role.HighlightedText).name(),
    )
