"""The results of a wave: what the page shows of them, and nothing else."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from innolab_desktop.domain.evaluation import Distribution, Withheld
from innolab_desktop.formdefs.german_dates import format_date
from innolab_desktop.formdefs.kinds import KINDS
from innolab_desktop.reports.chart_drawing import ChartDrawing
from innolab_desktop.reports.formatters import Points
from innolab_desktop.reports.tagging.flowables import Figure
from innolab_desktop.services.evaluations import WAVE
from innolab_desktop.services.result_words import ResultWords

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlab.platypus import Flowable

    from innolab_desktop.formdefs.forms import Forms
    from innolab_desktop.reports.blocks import Blocks
    from innolab_desktop.services.evaluations import QuestionResult, WaveResults
    from innolab_desktop.services.reporting import Sheet

_BAR_HEIGHT: Final = 24
"""Units: points."""


def evaluation_results(blocks: Blocks, forms: Forms, sheet: Sheet) -> Iterator[Flowable]:
    """Yield the results of a wave.

    Raises:
        ValueError: the sheet carries none.
    """
    results = sheet.results
    if results is None:
        raise ValueError("results")
    words = ResultWords(forms)
    kicker = forms.phrases.say("report_titles", "evaluation_results")
    yield from blocks.title(kicker, results.wave.title or kicker, _subtitle(forms, sheet, results))
    if results.withheld is not None:
        yield from blocks.note(words.reason(results.withheld, results.thresholds))
        return
    yield from blocks.note(forms.phrases.say("evaluation", "confidential"))
    yield from blocks.note(words.rule(results.thresholds))
    for item in results.questions:
        yield from blocks.section(item.question.text)
        yield from _result(blocks, forms, words, item, results)


def _subtitle(forms: Forms, sheet: Sheet, results: WaveResults) -> str:
    period = forms.field(WAVE, "answer_period")
    asked = KINDS[period.kind].format(period, results.wave.record.values.get(period.id))
    as_of = forms.phrases.say("report", "as_of", day=format_date(sheet.as_of.isoformat()))
    questions = results.wave.questions.label if results.wave.questions else ""
    return " · ".join(filter(None, [sheet.municipality, questions, asked, as_of]))


def _result(
    blocks: Blocks, forms: Forms, words: ResultWords, item: QuestionResult, results: WaveResults
) -> Iterator[Flowable]:
    if isinstance(item.result, Withheld):
        yield from blocks.note(words.reason(item.result, results.thresholds))
    elif isinstance(item.result, Distribution):
        chart = words.chart(item.question.text, item.result)
        yield Figure(ChartDrawing(chart, height=_BAR_HEIGHT), chart.alternative)
        say = partial(forms.phrases.say, "evaluation")
        header = (*words.labels, say("column_not_judged"), say("column_answers"))
        numbers = (*item.result.counts, item.result.not_judged, item.result.answers)
        yield from blocks.table(header, [tuple(map(str, numbers))])
        yield from blocks.note(words.facts(item.result))
    else:
        yield from blocks.note(words.open_answers(item.answers))
        if item.quotes:
            label = forms.phrases.say("evaluation", "quotes")
            quotes = Points(tuple(words.quote(text) for text in item.quotes))
            yield from blocks.labelled(label, quotes)
