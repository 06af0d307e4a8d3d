"""The part of ReportLab that the reports use (the package carries no types)."""

from collections.abc import Callable, Sequence
from typing import BinaryIO

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas

class Flowable:
    width: float
    height: float
    canv: Canvas
    def __init__(self) -> None: ...
    def wrap(self, aW: float, aH: float) -> tuple[float, float]: ...
    def split(self, aW: float, aH: float) -> Sequence[Flowable]: ...
    def draw(self) -> None: ...
    def drawOn(self, canvas: Canvas, x: float, y: float) -> None: ...

class Paragraph(Flowable):
    style: ParagraphStyle
    def __init__(self, text: str | None, style: ParagraphStyle, **settings: object) -> None: ...
    def getPlainText(self) -> str: ...

class Spacer(Flowable):
    def __init__(self, width: float, height: float) -> None: ...

class KeepTogether(Flowable):
    def __init__(self, flowables: Sequence[Flowable]) -> None: ...

class Table(Flowable):
    repeatRows: int
    _renderCB: Callable[..., None] | None
    _spanCmds: Sequence[tuple[str, tuple[int, int], tuple[int, int]]]
    def __init__(self, data: Sequence[Sequence[object]], **settings: object) -> None: ...
    def onSplit(self, T: Table, byRow: int = 1) -> None: ...

class Frame:
    def __init__(
        self, x1: float, y1: float, width: float, height: float, **settings: float
    ) -> None: ...

class PageTemplate:
    onPage: Callable[[Canvas, BaseDocTemplate], None]
    def __init__(
        self,
        id: str,
        frames: Sequence[Frame],
        onPage: Callable[[Canvas, BaseDocTemplate], None] = ...,
    ) -> None: ...

class BaseDocTemplate:
    page: int
    def __init__(self, filename: BinaryIO, **settings: object) -> None: ...
    def addPageTemplates(self, pageTemplates: PageTemplate) -> None: ...
    def build(self, flowables: list[Flowable], *, canvasmaker: Callable[..., Canvas]) -> None: ...
