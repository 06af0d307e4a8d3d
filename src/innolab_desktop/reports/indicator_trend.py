"""The course of an indicator: its chart, and the same numbers as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innolab_desktop.formdefs.german_dates import format_date
from innolab_desktop.reports.chart_drawing import ChartDrawing
from innolab_desktop.reports.tagging.flowables import Figure
from innolab_desktop.services.indicators import MEASUREMENT, trend

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlab.platypus import Flowable

    from innolab_desktop.formdefs.forms import Forms
    from innolab_desktop.reports.blocks import Blocks
    from innolab_desktop.services.reporting import Sheet

_HEIGHT = 190


def indicator_trend(blocks: Blocks, forms: Forms, sheet: Sheet) -> Iterator[Flowable]:
    """Yield the course of an indicator."""
    form = forms.form(sheet.record.kind)
    phrases = forms.phrases
    chart = trend(forms, sheet.record, sheet.children.get(MEASUREMENT, ()))
    day = format_date(sheet.as_of.isoformat())
    facts = [sheet.municipality, chart.summary, phrases.say("report", "as_of", day=day)]
    yield from blocks.title(form.label, chart.title or form.label, " · ".join(filter(None, facts)))
    if not chart.points:
        yield from blocks.note(phrases.say("trend", "no_value"))
        return
    yield Figure(ChartDrawing(chart, height=_HEIGHT), chart.alternative)
    yield from blocks.table(chart.header, chart.rows())
    yield from blocks.note(phrases.say("trend", "dot_means"))
