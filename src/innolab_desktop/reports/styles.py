"""How each part of a report looks: colours, and one line of settings for each paragraph style."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.styles import ParagraphStyle

if TYPE_CHECKING:
    from collections.abc import Mapping

REGULAR, SEMIBOLD, FALLBACK = "OpenSans", "OpenSans-Semibold", "DejaVuSans"


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
    """The paragraph styles by what they are for."""

    kicker: ParagraphStyle
    title: ParagraphStyle
    subtitle: ParagraphStyle
    callout: ParagraphStyle
    section: ParagraphStyle
    entry: ParagraphStyle
    card: ParagraphStyle
    label: ParagraphStyle
    body: ParagraphStyle
    cell: ParagraphStyle
    cell_label: ParagraphStyle
    note: ParagraphStyle
    warning: ParagraphStyle
    footer: ParagraphStyle


COLORS = Colors(
    ink=HexColor("#1d2733"),
    muted=HexColor("#52606d"),
    accent=HexColor("#0b4f8a"),
    line=HexColor("#c9d3dd"),
    tint=HexColor("#eef3f8"),
    warning=HexColor("#8a4b00"),
)

_HEADING: Mapping[str, object] = {"fontName": SEMIBOLD, "keepWithNext": 1}
_ACCENT: Mapping[str, object] = {"textColor": COLORS.accent}
_MUTED: Mapping[str, object] = {"textColor": COLORS.muted}
_CELL: Mapping[str, object] = {"fontSize": 9, "leading": 12.5, "spaceAfter": 0}
_BOX: Mapping[str, object] = {
    "backColor": COLORS.tint,
    "borderPadding": (7, 10, 9, 10),
    "leftIndent": 10,
    "rightIndent": 10,
}


def _sizes(size: float, leading: float, before: float = 0, after: float = 0) -> dict[str, object]:
    """Return font size, line height and the space around. Units: points."""
    return {"fontSize": size, "leading": leading, "spaceBefore": before, "spaceAfter": after}


_SETTINGS: Mapping[str, Mapping[str, object]] = {
    "kicker": {**_HEADING, **_ACCENT, **_sizes(9.5, 13, after=1)},
    "title": {**_HEADING, **_sizes(19, 25, after=3)},
    "subtitle": {**_MUTED, **_sizes(10, 15, after=9)},
    "callout": {**_BOX, **_sizes(11, 16.5, before=16, after=24)},
    "section": {**_HEADING, **_ACCENT, **_sizes(13.5, 18, before=13, after=2)},
    "entry": {**_HEADING, **_sizes(11.5, 16, before=9, after=3)},
    "card": {**_HEADING, **_sizes(10, 15, before=6, after=1)},
    "label": {**_HEADING, **_MUTED, **_sizes(9, 12.5, before=6, after=1)},
    "body": _sizes(10, 15, after=5),
    "cell": _CELL,
    "cell_label": {**_CELL, **_MUTED, "fontName": SEMIBOLD},
    "note": {**_MUTED, **_sizes(9.5, 13.5, after=5)},
    "warning": {"textColor": COLORS.warning, **_sizes(9, 13, after=5)},
    "footer": {**_MUTED, **_sizes(8, 10)},
}


def make_styles() -> Styles:
    """Return the paragraph styles; the fonts must be registered when they are used."""
    base = ParagraphStyle(
        "base",
        fontName=REGULAR,
        bulletFontName=REGULAR,
        textColor=COLORS.ink,
        allowWidows=0,
        allowOrphans=0,
    )
    return Styles(
        *(ParagraphStyle(f.name, parent=base, **_SETTINGS[f.name]) for f in fields(Styles))
    )
