"""A document of tagged pages with running footers and page numbers."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from reportlab.lib.pagesizes import A4
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate

from innolab_desktop.reports.tagging.canvas import TaggedCanvas

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import BinaryIO

    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfgen.canvas import Canvas
    from reportlab.platypus import Flowable

    from innolab_desktop.reports.tagging.metadata import DocumentMetadata


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFrame:
    """What is the same on every page.

    Attributes:
        footer: plain text at the lower left.
        footer_style: font, size and colour of the footer.

    Units: margins in points.
    """

    footer: str
    footer_style: ParagraphStyle
    side_margin: float
    top_margin: float
    bottom_margin: float

    @property
    def content_width(self) -> float:
        """Width that flowables have."""
        return A4[0] - 2 * self.side_margin


class TaggedDocument:
    """Builds one PDF file.

    Args:
        metadata: what the file says about itself.
        frame: margins and footer.
        page_label: the words on page *number* of *count*.
        finish: called after the last page.
    """

    def __init__(
        self,
        metadata: DocumentMetadata,
        frame: PageFrame,
        *,
        page_label: str,
        finish: Callable[[TaggedCanvas], None] | None = None,
    ) -> None:
        self._metadata = metadata
        self._frame = frame
        self._page_label = page_label
        self._finish = finish
        self._page_count = 0

    def write(self, story: list[Flowable], target: BinaryIO) -> int:
        """Lay out *story* into *target* and return the number of pages."""
        frame = self._frame
        content = Frame(
            frame.side_margin,
            frame.bottom_margin,
            frame.content_width,
            A4[1] - frame.top_margin - frame.bottom_margin,
            leftPadding=0,
            rightPadding=0,
            topPadding=0,
            bottomPadding=0,
        )
        template = BaseDocTemplate(
            target,
            pagesize=A4,
            initialFontName=frame.footer_style.fontName,
            title=self._metadata.title,
            author=self._metadata.author,
            subject=self._metadata.subject,
            creator=self._metadata.creator,
        )
        template.addPageTemplates(PageTemplate("page", [content], onPage=self._draw_footer))
        template.build(
            story,
            canvasmaker=partial(
                TaggedCanvas, metadata=self._metadata, before_save=self._number_pages
            ),
        )
        return self._page_count

    def _draw_footer(self, canvas: Canvas, document: BaseDocTemplate) -> None:
        if not isinstance(canvas, TaggedCanvas):
            raise TypeError(type(canvas).__name__)
        frame, style = self._frame, self._frame.footer_style
        with canvas.artifact("Pagination"):
            canvas.saveState()
            canvas.translate(frame.side_margin, frame.bottom_margin / 2)
            canvas.setFont(style.fontName, style.fontSize)
            canvas.setFillColor(style.textColor)
            canvas.drawString(0, 0, frame.footer)
            canvas.doForm(_form_name(document.page))
            canvas.restoreState()

    def _number_pages(self, canvas: TaggedCanvas) -> None:
        """Fill the forms that the footers point to, now that the last page is known."""
        style = self._frame.footer_style
        self._page_count = canvas.page_count
        for number in range(1, canvas.page_count + 1):
            canvas.beginForm(_form_name(number), 0, -style.leading, A4[0], style.leading)
            canvas.setFont(style.fontName, style.fontSize)
            canvas.setFillColor(style.textColor)
            label = self._page_label.format(number=number, count=canvas.page_count)
            canvas.drawRightString(self._frame.content_width, 0, label)
            canvas.endForm()
        if self._finish is not None:
            self._finish(canvas)


def _form_name(page: int) -> str:
    return f"page-number-{page}"
