"""Goal 17: pages per CPU second, tagged, against plain ReportLab with the same content."""

from __future__ import annotations

import statistics
from io import BytesIO
from random import Random
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

import corpus
from measuring import Figure, cpu_s

from innolab_desktop import bootstrap, paths

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from reportlab.platypus import Flowable

    from innolab_desktop.reports.blocks import Blocks

_SECTIONS = 60
_ANSWERS = 5
_ROWS = 12
_COLUMNS = ("Maßnahme", "Zuständig", "Bis", "Stand")
_LEAST = 0.6
_SIDE, _TOP, _BOTTOM = 62.4, 56.7, 68.0  # the margins of the reports, in points


def measure(rounds: int) -> list[Figure]:
    """Return the figure of goal 17."""
    sections = list(_content(Random(17)))
    ours: list[float] = []
    plain: list[float] = []
    for _ in range(rounds + 1):  # the first one loads the fonts
        ours.append(_pages_per_s(lambda: _tagged(sections)))
        plain.append(_pages_per_s(lambda: _plain(sections)))
    value = statistics.median(ours[1:]) / statistics.median(plain[1:])
    return [
        Figure(
            "17 pages per CPU second: tagged report / plain ReportLab of the same content",
            round(value, 3),
            "ratio",
            f">= {_LEAST}",
            value >= _LEAST,
            f"{_SECTIONS} sections of {_ANSWERS} answers and a table of {_ROWS} rows; ours "
            f"{statistics.median(ours[1:]):.1f} pages a second, plain "
            f"{statistics.median(plain[1:]):.1f}",
        )
    ]


def _content(random: Random) -> Iterator[tuple[str, list[str], list[list[str]]]]:
    for _ in range(_SECTIONS):
        answers = [corpus.text(random, 400) for _ in range(_ANSWERS)]
        rows = [[corpus.text(random, 20) for _ in _COLUMNS] for _ in range(_ROWS)]
        yield corpus.text(random, 30), answers, rows


def _pages_per_s(write: Callable[[], int]) -> float:
    pages: list[int] = []
    seconds = cpu_s(lambda: pages.append(write()))
    return pages[0] / seconds


def _tagged(sections: list[tuple[str, list[str], list[list[str]]]]) -> int:
    from innolab_desktop.reports.formatters import Words  # noqa: PLC0415 - ReportLab loads late
    from innolab_desktop.reports.press import Press  # noqa: PLC0415

    def build(blocks: Blocks) -> Iterator[Flowable]:
        yield from blocks.title("Bericht", "Viele Seiten", "zum Messen")
        for title, answers, rows in sections:
            yield from blocks.section(title)
            for answer in answers:
                yield from blocks.labelled("Frage", Words(answer))
            yield from blocks.table(_COLUMNS, rows)

    press = Press(paths.resources_dir() / "fonts", bootstrap.load_forms().phrases)
    printed = press.lay_out(
        build, title="Bericht", author="Musterstadt", subject="Messen", footer="Bericht"
    )
    return printed.pages


def _plain(sections: list[tuple[str, list[str], list[list[str]]]]) -> int:
    from reportlab.lib.pagesizes import A4  # noqa: PLC0415 - as above
    from reportlab.pdfgen.canvas import Canvas  # noqa: PLC0415
    from reportlab.platypus import (  # noqa: PLC0415
        BaseDocTemplate,
        Frame,
        PageTemplate,
        Paragraph,
        Table,
    )

    from innolab_desktop.reports.typography import Typography  # noqa: PLC0415

    styles = Typography(paths.resources_dir() / "fonts").styles
    story: list[Flowable] = [Paragraph("Viele Seiten", styles.title)]
    width = (A4[0] - 2 * _SIDE) / len(_COLUMNS)
    for title, answers, rows in sections:
        story.append(Paragraph(escape(title), styles.section))
        for answer in answers:
            story += [Paragraph("Frage", styles.label), Paragraph(escape(answer), styles.body)]
        cells = [[Paragraph(escape(text), styles.cell) for text in row] for row in rows]
        head = [Paragraph(name, styles.cell_label) for name in _COLUMNS]
        table = [head, *cells]
        story.append(Table(table, colWidths=[width] * len(_COLUMNS), repeatRows=1))
    document = BaseDocTemplate(BytesIO(), pagesize=A4)
    frame = Frame(_SIDE, _BOTTOM, A4[0] - 2 * _SIDE, A4[1] - _TOP - _BOTTOM)
    document.addPageTemplates(PageTemplate("page", [frame]))
    document.build(story, canvasmaker=Canvas)
    return int(document.page)
