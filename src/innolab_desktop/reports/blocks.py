"""The parts a report is made of: headings, answers, facts, tables. Plain text in, flowables out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innolab_desktop.reports.formatters import Points, Words
from innolab_desktop.reports.styles import FALLBACK
from innolab_desktop.reports.tagging.flowables import Rule, TaggedList, TaggedParagraph
from innolab_desktop.reports.tagging.table import tagged_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Flowable

    from innolab_desktop.reports.formatters import Answer, Ticks
    from innolab_desktop.reports.literal_text import LiteralText
    from innolab_desktop.reports.typography import Typography

_LABEL_SHARE = 0.34
_CELL_PADDING = 5
_TABLE_DISTANCE = 8
_MOST_WEIGHT = 40
_LONGEST_HEADING, _LONGEST_LIST = 300, 8_000
_BULLET = "•"
_TICKED, _UNTICKED = (f'<font name="{FALLBACK}">{mark}</font>' for mark in "☑☐")


class Blocks:
    """Makes the flowables of one report.

    Units: width of the page's content in points.
    """

    def __init__(self, typography: Typography, literal: LiteralText, *, width: float) -> None:
        self._typography = typography
        self._literal = literal
        self._width = width
        self.styles = typography.styles

    def title(self, kicker: str, title: str, subtitle: str) -> Iterator[Flowable]:
        """Yield the head of the report; what makes no heading follows it as text."""
        yield self._line(kicker, self.styles.kicker)
        heading = self._literal.plain_line(title, limit=_LONGEST_HEADING)
        yield self._line(heading, self.styles.title, role="H1")
        yield from self._paragraphs(subtitle, self.styles.subtitle)
        if len(title) > _LONGEST_HEADING:
            yield from self._paragraphs(title, self.styles.body)

    def section(self, title: str) -> Iterator[Flowable]:
        """Yield the heading of a section with its rule."""
        yield self._line(title, self.styles.section, role="H2")
        yield Rule(self._typography.colors.line)

    def subsection(self, title: str) -> Flowable:
        """Return a heading inside a section."""
        return self._line(title, self.styles.entry, role="H3")

    def card_title(self, title: str) -> Flowable:
        """Return the heading of one child record."""
        return self._line(title, self.styles.card, role="H4")

    def large(self, text: str) -> Flowable:
        """Return one line in the size of a title that is no heading."""
        return self._line(text, self.styles.title)

    def callout(self, text: str) -> Iterator[Flowable]:
        """Yield a text that stands out on a tinted ground."""
        return self._paragraphs(text, self.styles.callout)

    def note(self, text: str) -> Iterator[Flowable]:
        """Yield a remark of the report itself."""
        return self._paragraphs(text, self.styles.note)

    def warning(self, text: str) -> Iterator[Flowable]:
        """Yield a remark that asks for attention."""
        return self._paragraphs(text, self.styles.warning)

    def labelled(self, label: str, answer: Answer) -> Iterator[Flowable]:
        """Yield an answer of any length below its label."""
        yield self._line(self._literal.plain_line(label), self.styles.label)
        yield from self._answer(answer)

    def label(self, text: str) -> Flowable:
        """Return what stands above a field to be filled in."""
        return self._line(text, self.styles.label)

    def caption(self, text: str) -> Flowable:
        """Return what stands beside a box to tick."""
        return self._line(text, self.styles.cell)

    def facts(self, facts: Sequence[tuple[str, str]]) -> Iterator[Flowable]:
        """Yield short answers beside their labels, as a table with row headers."""
        label_width = self._width * _LABEL_SHARE
        widths = (label_width, self._width - label_width)
        styles = (self.styles.cell_label, self.styles.cell)
        rows = [
            [
                [self._line(text, style, width=width - 2 * _CELL_PADDING)]
                for text, style, width in zip(fact, styles, widths, strict=True)
            ]
            for fact in facts
        ]
        lines = [("LINEBELOW", (0, 0), (-1, -1), 0.5, self._typography.colors.line)]
        yield tagged_table(
            rows,
            column_widths=widths,
            style=[*self._cell_style(), *lines, ("LEFTPADDING", (0, 0), (0, -1), 0)],
            row_headers=True,
            space_around=_TABLE_DISTANCE,
        )

    def table(self, header: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[Flowable]:
        """Yield a table with one header row, repeated on each page."""
        widths = self._column_widths(header, rows)
        colors = self._typography.colors

        def cells(texts: Sequence[str], style: ParagraphStyle) -> list[list[Flowable]]:
            return [
                [self._line(text, style, width=width - 2 * _CELL_PADDING)]
                for text, width in zip(texts, widths, strict=True)
            ]

        commands: list[tuple[object, ...]] = [
            ("BACKGROUND", (0, 0), (-1, 0), colors.tint),
            ("LINEBELOW", (0, 0), (-1, 0), 0.8, colors.accent),
            ("LINEBELOW", (0, 1), (-1, -1), 0.5, colors.line),
        ]
        yield tagged_table(
            [
                cells(header, self.styles.cell_label),
                *(cells(row, self.styles.cell) for row in rows),
            ],
            column_widths=widths,
            style=[*self._cell_style(), *commands],
            header_rows=1,
            space_around=_TABLE_DISTANCE,
        )

    def _line(
        self, text: str, style: ParagraphStyle, *, role: str = "P", width: float = 0
    ) -> Flowable:
        markup = self._literal.line(text, style, width or self._width)
        return TaggedParagraph(markup, style, role=role)

    def _paragraphs(self, text: str, style: ParagraphStyle) -> Iterator[Flowable]:
        width = self._width - 2 * style.leftIndent
        for markup in self._literal.paragraphs(text, style, width):
            yield TaggedParagraph(markup, style)

    def _answer(self, answer: Answer) -> Iterator[Flowable]:
        if isinstance(answer, Words):
            yield from self._paragraphs(answer.text, self.styles.body)
        elif len(str(answer)) > _LONGEST_LIST:
            yield from self._paragraphs(str(answer), self.styles.body)
        else:
            yield self._list(answer)

    def _list(self, answer: Points | Ticks) -> Flowable:
        style = self.styles.body
        width = self._width - 2 * style.fontSize
        if isinstance(answer, Points):
            marked: Iterable[tuple[str, str]] = ((_BULLET, text) for text in answer.points)
        else:
            marked = ((_TICKED if ticked else _UNTICKED, text) for ticked, text in answer.points)
        points = [(mark, self._literal.line(text, style, width)) for mark, text in marked]
        return TaggedList(points, style, numbering="Disc")

    def _column_widths(self, header: Sequence[str], rows: Sequence[Sequence[str]]) -> list[float]:
        """Give each column its widest word, and share the rest by what the columns hold."""
        columns = list(zip(header, *rows, strict=True))
        needed = [self._widest_word(column) + 2 * _CELL_PADDING + 1 for column in columns]
        if sum(needed) > self._width:
            return [self._width / len(columns)] * len(columns)
        weights = [min(max(len(text) for text in column), _MOST_WEIGHT) for column in columns]
        spare = (self._width - sum(needed)) / max(sum(weights), 1)
        return [width + spare * weight for width, weight in zip(needed, weights, strict=True)]

    def _widest_word(self, texts: Sequence[str]) -> float:
        style = self.styles.cell_label
        words = (word for text in texts for word in text.split())
        return max((self._typography.width(word, style) for word in words), default=0)

    def _cell_style(self) -> list[tuple[object, ...]]:
        everywhere = ((0, 0), (-1, -1))
        return [
            ("FONTNAME", *everywhere, self.styles.cell.fontName),
            ("VALIGN", *everywhere, "TOP"),
            ("LEFTPADDING", *everywhere, _CELL_PADDING),
            ("RIGHTPADDING", *everywhere, _CELL_PADDING),
            ("TOPPADDING", *everywhere, 3),
            ("BOTTOMPADDING", *everywhere, 4),
        ]
