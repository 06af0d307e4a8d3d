"""The fonts of all reports, and what they can show."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from innolab_desktop.reports.styles import COLORS, FALLBACK, REGULAR, SEMIBOLD, make_styles

if TYPE_CHECKING:
    from pathlib import Path

    from reportlab.lib.styles import ParagraphStyle

FONT_FILE: Final = "OpenSans-Regular.ttf"
"""The font of running text, and of what people type into forms."""

_FILES = {
    REGULAR: FONT_FILE,
    SEMIBOLD: "OpenSans-Semibold.ttf",
    FALLBACK: "DejaVuSans.ttf",
}


class Typography:
    """The fonts as ReportLab knows them, with colours and styles.

    Args:
        fonts_dir: the folder of the font files.
    """

    def __init__(self, fonts_dir: Path) -> None:
        fonts = {name: TTFont(name, str(fonts_dir / file)) for name, file in _FILES.items()}
        for name, font in fonts.items():
            pdfmetrics.registerFont(font)
            pdfmetrics.registerFontFamily(name, name, name, name, name)
        self._coverage = {name: frozenset(font.face.charToGlyph) for name, font in fonts.items()}
        self.colors = COLORS
        self.styles = make_styles()

    def covers(self, font: str, character: str) -> bool:
        """Tell whether *font* has a glyph for *character*."""
        return ord(character) in self._coverage[font]

    def width(self, text: str, style: ParagraphStyle) -> float:
        """Return the width of *text*. Units: points."""
        return pdfmetrics.stringWidth(text, style.fontName, style.fontSize)
