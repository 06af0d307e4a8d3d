"""Flowables that tag what they draw: paragraphs, headings, lists, figures, rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.pdfbase.pdfdoc import PDFArray, PDFName
from reportlab.platypus import Flowable, Paragraph

from innolab_desktop.reports.tagging.canvas import TaggedCanvas

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlab.lib.colors import Color
    from reportlab.lib.styles import ParagraphStyle

    from innolab_desktop.reports.tagging.structure import StructureElement

_LONGEST_OUTLINE_ENTRY = 120


def tagged_canvas(flowable: Flowable) -> TaggedCanvas:
    """Return the canvas that *flowable* is drawn on.

    Raises:
        TypeError: the document was not built with a :class:`TaggedCanvas`.
    """
    if not isinstance(flowable.canv, TaggedCanvas):
        raise TypeError(type(flowable.canv).__name__)
    return flowable.canv


class _Continued:
    """The one element that several pieces of a flowable share across pages."""

    def __init__(self) -> None:
        self.element: StructureElement | None = None


class TaggedParagraph(Paragraph):
    """A paragraph or heading; split over pages it stays one element.

    Args:
        markup: escaped text with ReportLab's inline markup.
        style: how it looks.
        role: ``P``, or ``H1`` to ``H6``, which also enter the outline.
        split: what ReportLab gives to the pieces of a split paragraph, which have no markup.
    """

    def __init__(
        self, markup: str | None, style: ParagraphStyle, *, role: str = "P", **split: object
    ) -> None:
        super().__init__(markup, style, **split)
        self._role = role
        self._continued = _Continued()

    def split(self, aW: float, aH: float) -> Sequence[Flowable]:  # noqa: N803 - ReportLab's names
        """Split at the page end; the pieces remember that they belong together."""
        pieces = super().split(aW, aH)
        for piece in pieces:
            if isinstance(piece, TaggedParagraph):
                piece.resume(self)
        return pieces

    def resume(self, begun: TaggedParagraph) -> None:
        """Continue the element of *begun* on a new page."""
        self._role, self._continued = begun._role, begun._continued

    def draw(self) -> None:
        """Draw inside the element."""
        canvas = tagged_canvas(self)
        if self._role.startswith("H") and self._continued.element is None:
            self._enter_outline(canvas)
        with canvas.tag(self._role, resumed=self._continued.element) as element:
            self._continued.element = element
            super().draw()

    def _enter_outline(self, canvas: TaggedCanvas) -> None:
        key = f"heading-{id(self)}"
        canvas.bookmarkPage(key)
        title = " ".join(self.getPlainText().split())[:_LONGEST_OUTLINE_ENTRY]
        canvas.addOutlineEntry(title, key, int(self._role[1:]) - 1)


class TaggedList(Flowable):
    """A list whose points each have a mark and a text.

    Args:
        points: mark and escaped text of each point.
        style: how marks and texts look.
        numbering: PDF's word for the kind of marks: ``Disc``, ``Square``, ``Decimal`` …
    """

    def __init__(
        self, points: Sequence[tuple[str, str]], style: ParagraphStyle, *, numbering: str = "Disc"
    ) -> None:
        super().__init__()
        self._style = style
        self._numbering = numbering
        self._indent = style.fontSize * 1.5
        self._points = [(Paragraph(m, style), Paragraph(text, style)) for m, text in points]
        self._continued = _Continued()

    def _heights(self, width: float) -> list[float]:
        return [text.wrap(width - self._indent, 1e6)[1] for _, text in self._points]

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: ARG002, N803 - ReportLab's names
        """Return the size at the available width."""
        self.width, self.height = aW, sum(self._heights(aW))
        return self.width, self.height

    def split(self, aW: float, aH: float) -> Sequence[Flowable]:  # noqa: N803 - ReportLab's names
        """Split between points; a point that fills a page alone is split inside."""
        fitting, used = 0, 0.0
        for height in self._heights(aW):
            if used + height > aH:
                break
            fitting, used = fitting + 1, used + height
        before, after = self._points[:fitting], self._points[fitting:]
        if after and fitting == 0:
            mark, text = after[0]
            pieces = [p for p in text.split(aW - self._indent, aH) if isinstance(p, Paragraph)]
            if len(pieces) < 2:  # noqa: PLR2004 - it did not split
                return []
            empty = Paragraph("", self._style)
            before, after = [(mark, pieces[0])], [(empty, pieces[1]), *after[1:]]
        return [self._part(points) for points in (before, after) if points]

    def _part(self, points: list[tuple[Paragraph, Paragraph]]) -> TaggedList:
        part = TaggedList([], self._style, numbering=self._numbering)
        part._points, part._continued = points, self._continued
        return part

    def draw(self) -> None:
        """Draw the points from top to bottom."""
        canvas, top = tagged_canvas(self), self.height
        attributes = {"O": PDFName("List"), "ListNumbering": PDFName(self._numbering)}
        resumed = self._continued.element
        with canvas.group("L", attributes=attributes, resumed=resumed) as element:
            self._continued.element = element
            for (mark, text), height in zip(self._points, self._heights(self.width), strict=True):
                _, mark_height = mark.wrap(self._indent, 1e6)
                with canvas.group("LI"):
                    with canvas.tag("Lbl"):
                        mark.drawOn(canvas, 0, top - mark_height)
                    with canvas.tag("LBody"):
                        text.drawOn(canvas, self._indent, top - height)
                top -= height


class Figure(Flowable):
    """A drawing with the words that stand for it.

    Args:
        drawing: any flowable.
        alternative: what the drawing shows, in one or two sentences.

    Raises:
        ValueError: there are no words.
    """

    def __init__(self, drawing: Flowable, alternative: str) -> None:
        super().__init__()
        if not alternative.strip():
            raise ValueError("alternative")
        self._drawing = drawing
        self._alternative = alternative

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803 - ReportLab's names
        """Return the size of the drawing."""
        self.width, self.height = self._drawing.wrap(aW, aH)
        return self.width, self.height

    def draw(self) -> None:
        """Draw inside the element, with the place it takes on the page."""
        canvas = tagged_canvas(self)
        left, bottom = canvas.absolutePosition(0, 0)
        corners = (left, bottom, left + self.width, bottom + self.height)
        attributes = {
            "O": PDFName("Layout"),
            "Placement": PDFName("Block"),
            "BBox": PDFArray([round(corner, 2) for corner in corners]),
        }
        with canvas.tag("Figure", alternative=self._alternative, attributes=attributes):
            self._drawing.drawOn(canvas, 0, 0)


class Rule(Flowable):
    """A horizontal line that only decorates, never the last thing on a page.

    Units: thickness and the space around in points.
    """

    keepWithNext = True  # noqa: N815 - ReportLab's name

    def __init__(self, color: Color, *, thickness: float = 0.8, space_after: float = 2) -> None:
        super().__init__()
        self._color = color
        self._thickness = thickness
        self._space_after = space_after

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: ARG002, N803 - ReportLab's names
        """Take the whole width."""
        self.width, self.height = aW, self._thickness + self._space_after
        return self.width, self.height

    def draw(self) -> None:
        """Draw the line at the upper edge."""
        canvas = tagged_canvas(self)
        with canvas.artifact():
            canvas.setStrokeColor(self._color)
            canvas.setLineWidth(self._thickness)
            canvas.line(0, self.height, self.width, self.height)
