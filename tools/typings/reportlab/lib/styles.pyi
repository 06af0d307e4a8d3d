"""The part of ReportLab that the reports use (the package carries no types)."""

from reportlab.lib.colors import Color

class ParagraphStyle:
    name: str
    fontName: str
    fontSize: float
    leading: float
    textColor: Color
    leftIndent: float
    def __init__(
        self, name: str, parent: ParagraphStyle | None = None, **settings: object
    ) -> None: ...
