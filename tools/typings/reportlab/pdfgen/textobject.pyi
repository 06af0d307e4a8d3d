"""The part of ReportLab that the reports use (the package carries no types)."""

from reportlab.pdfgen.canvas import Canvas

class PDFTextObject:
    def __init__(
        self, canvas: Canvas, x: float = 0, y: float = 0, direction: str | None = None
    ) -> None: ...
    def _textOut(self, text: str, TStar: int = 0) -> None: ...
