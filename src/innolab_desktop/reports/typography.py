"""Fonts, colours and paragraph styles of all reports."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

if TYPE_CHECKING:
    from pathlib import Path

REGULAR, SEMIBOLD, FALLBACK = "OpenSans", "OpenSans-Semibold", "DejaVuSans"
_FILES = {
    REGULAR: "OpenSans-Regular.ttf",
    SEMIBOLD: "OpenSans-Semibold.ttf",
    FALLBACK: "DejaVuSans.ttf",
}

SIDE_MARGIN, TOP_MARGIN, BOTTOM_MARGIN = 22 * mm, 20 * mm, 24 * mm
"""Units: points."""


@dataclass(frozen=True, slots=True)
class Colors:
    """Colours of the reports; every text has at least 4.5:1 on white and on the tint."""

    ink: Color
    muted: Color
    accent: Color
    line: Color
    tint: Color
    warning: Color


@dataclass(frozen=True, slots=True)
class Styles:
    """How each part of a report looks."""

    kicker: ParagraphStyle
    title: ParagraphStyle
    subtitle: ParagraphStyle
    section: ParagraphStyle
    entry: ParagraphStyle
    card: ParagraphStyle
    callout: ParagraphStyle
    label: ParagraphStyle
    body: ParagraphStyle
    cell: ParagraphStyle
    cell_label: ParagraphStyle
    note: ParagraphStyle
    warning: ParagraphStyle
    footer: ParagraphStyle


class Typography:
    """The fonts as ReportLab knows them, and the styles made from them.

    Args:
        fonts_dir: the folder of the font files.
    """

    def __init__(self, fonts_dir: Path) -> None:
        fonts = {name: TTFont(name, str(fonts_dir / file)) for name, file in _FILES.items()}
        for font in fonts.values():
            pdfmetrics.registerFont(font)
        pdfmetrics.registerFontFamily(REGULAR, REGULAR, SEMIBOLD, REGULAR, SEMIBOLD)
        for name in (SEMIBOLD, FALLBACK):
            pdfmetrics.registerFontFamily(name, name, name, name, name)
        self._coverage = {name: frozenset(font.face.charToGlyph) for name, font in fonts.items()}
        self.colors = Colors(
            ink=HexColor("#1d2733"),
            muted=HexColor("#52606d"),
            accent=HexColor("#0b4f8a"),
            line=HexColor("#c9d3dd"),
            tint=HexColor("#eef3f8"),
            warning=HexColor("#8a4b00"),
        )
        self.styles = self._make_styles()

    def covers(self, font: str, character: str) -> bool:
        """Tell whether *font* has a glyph for *character*."""
        return ord(character) in self._coverage[font]

    def width(self, text: str, style: ParagraphStyle) -> float:
        """Return the width of *text*. Units: points."""
        return pdfmetrics.stringWidth(text, style.fontName, style.fontSize)

    def _make_styles(self) -> Styles:
        colors = self.colors
        body = ParagraphStyle(
            "body",
            fontName=REGULAR,
            bulletFontName=REGULAR,
            fontSize=10,
            leading=15,
            spaceAfter=5,
            textColor=colors.ink,
            allowWidows=0,
            allowOrphans=0,
            splitLongWords=1,
        )

        def derive(name: str, **settings: object) -> ParagraphStyle:
            return ParagraphStyle(name, parent=body, **settings)

        strong: dict[str, object] = {"fontName": SEMIBOLD, "keepWithNext": 1}
        small: dict[str, object] = {"fontSize": 9, "leading": 12.5, "spaceAfter": 0}
        return Styles(
            kicker=derive(
                "kicker", **strong, fontSize=9.5, leading=13, spaceAfter=1, textColor=colors.accent
            ),
            title=derive("title", **strong, fontSize=19, leading=25, spaceAfter=3),
            subtitle=derive("subtitle", textColor=colors.muted, spaceAfter=9),
            section=derive(
                "section",
                **strong,
                fontSize=13.5,
                leading=18,
                spaceBefore=13,
                spaceAfter=2,
                textColor=colors.accent,
            ),
            entry=derive("entry", **strong, fontSize=11.5, leading=16, spaceBefore=9, spaceAfter=3),
            card=derive("card", **strong, fontSize=10, leading=15, spaceBefore=6, spaceAfter=1),
            callout=derive(
                "callout",
                fontSize=11,
                leading=16.5,
                backColor=colors.tint,
                borderPadding=(7, 10, 9, 10),
                leftIndent=10,
                rightIndent=10,
                spaceBefore=10,
                spaceAfter=24,
            ),
            label=derive(
                "label",
                **strong,
                fontSize=9,
                leading=12.5,
                spaceBefore=6,
                spaceAfter=1,
                textColor=colors.muted,
            ),
            body=body,
            cell=derive("cell", **small),
            cell_label=derive("cell-label", **small, fontName=SEMIBOLD, textColor=colors.muted),
            note=derive("note", fontSize=9.5, leading=13.5, textColor=colors.muted),
            warning=derive("warning", fontSize=9, leading=13, textColor=colors.warning),
            footer=derive("footer", fontSize=8, leading=10, textColor=colors.muted),
        )
