"""The part of ReportLab that the reports use (the package carries no types)."""

from collections.abc import Mapping, Sequence

class TTFontFace:
    charToGlyph: Mapping[int, int]
    charWidths: Mapping[int, float]
    ascent: float
    descent: float
    capHeight: float
    stemV: float
    bbox: Sequence[float]

class TTFont:
    face: TTFontFace
    def __init__(self, name: str, filename: str) -> None: ...
