"""Sets one report on pages: fonts, margins, footer, metadata."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from io import BytesIO
from typing import TYPE_CHECKING

from reportlab import rl_config
from reportlab.lib.units import mm

from innolab_desktop.formdefs.german_dates import format_date
from innolab_desktop.reports.blocks import Blocks
from innolab_desktop.reports.fillable.fillable_form import InputForm
from innolab_desktop.reports.fillable.form_font import FormFont
from innolab_desktop.reports.literal_text import LiteralText
from innolab_desktop.reports.tagging.document import PageFrame, TaggedDocument
from innolab_desktop.reports.tagging.metadata import DocumentMetadata
from innolab_desktop.reports.typography import FONT_FILE, Typography

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from reportlab.platypus import Flowable

    from innolab_desktop.formdefs.forms import Forms
    from innolab_desktop.formdefs.phrases import Phrases
    from innolab_desktop.reports.registry import Builder
    from innolab_desktop.services.reporting import Sheet

_SIDE_MARGIN, _TOP_MARGIN, _BOTTOM_MARGIN = 22 * mm, 20 * mm, 24 * mm
_FOOTER_WIDTH = 130 * mm
"""What the page number leaves. Units: points."""


@dataclass(frozen=True, slots=True)
class PrintedPdf:
    """A finished PDF file in memory."""

    content: bytes
    pages: int


class Press:
    """ReportLab made ready: fonts are registered, nothing is ever fetched.

    Args:
        fonts_dir: the folder of the font files.
        phrases: what is said around the answers.
    """

    def __init__(self, fonts_dir: Path, phrases: Phrases) -> None:
        rl_config.trustedSchemes, rl_config.trustedHosts = [], []
        self._fonts_dir = fonts_dir
        self._say = partial(phrases.say, "report")
        self._typography = Typography(fonts_dir)
        self._literal = LiteralText(self._typography)

    def set(self, builder: Builder, forms: Forms, sheet: Sheet, *, title: str) -> PrintedPdf:
        """Lay out the report that *builder* makes of *sheet*."""
        form = forms.form(sheet.record.kind)
        name = form.title_of(sheet.record.values)
        day = format_date(sheet.as_of.isoformat())
        return self.lay_out(
            lambda blocks: builder(blocks, forms, sheet),
            title=f"{title}: {name}" if name else title,
            author=sheet.municipality,
            subject=title,
            footer=" · ".join(filter(None, [sheet.municipality, name or title, day])),
        )

    def set_form(self, forms: Forms, sheet: Sheet) -> PrintedPdf:
        """Lay out the form of a record, to be filled in."""
        form = forms.form(sheet.record.kind)
        day = format_date(sheet.as_of.isoformat())
        subtitle = " · ".join(filter(None, [sheet.municipality, self._say("as_of", day=day)]))
        inputs = InputForm(FormFont(self._fonts_dir / FONT_FILE), form, sheet)
        return self.lay_out(
            lambda blocks: inputs.flowables(blocks, subtitle, self._say("how_to")),
            title=self._say("form", form=form.label),
            author=sheet.municipality,
            subject=form.label,
            footer=" · ".join(filter(None, [sheet.municipality, form.label, day])),
            inputs=inputs,
        )

    def lay_out(
        self,
        build: Callable[[Blocks], Iterable[Flowable]],
        *,
        title: str,
        author: str,
        subject: str,
        footer: str,
        inputs: InputForm | None = None,
    ) -> PrintedPdf:
        """Lay out what *build* makes of blocks of the page's width."""
        style = self._typography.styles.footer
        frame = PageFrame(
            footer=self._literal.fitting_line(footer, style, _FOOTER_WIDTH),
            footer_style=style,
            side_margin=_SIDE_MARGIN,
            top_margin=_TOP_MARGIN,
            bottom_margin=_BOTTOM_MARGIN,
        )
        metadata = DocumentMetadata(
            title=self._literal.plain_line(title),
            author=self._literal.plain_line(author),
            subject=subject,
            language=self._say("language"),
        )
        blocks = Blocks(self._typography, self._literal, width=frame.content_width)
        finish = None if inputs is None else inputs.finish
        page = self._say("page", number="{number}", count="{count}")
        document = TaggedDocument(metadata, frame, page_label=page, finish=finish)
        buffer = BytesIO()
        pages = document.write(list(build(blocks)), buffer)
        return PrintedPdf(buffer.getvalue(), pages)
