"""A chart is drawn, told and tabulated from the same numbers, and stays inside its frame."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from innolab_desktop import bootstrap
from innolab_desktop.domain.language import Language
from innolab_desktop.services.chart_shapes import Box, Ink, Line, Mark, Words
from innolab_desktop.services.distribution_chart import DistributionChart
from innolab_desktop.services.stage_chart import StageChart
from innolab_desktop.services.trend_chart import Point, TrendChart

PHRASES = bootstrap.load_forms().phrases
ENGLISH = bootstrap.load_forms(language=Language.ENGLISH).phrases
STEPS = ("nein", "eher nein", "eher ja", "ja")


def width_of(text: str) -> float:
    return 6.0 * len(text)


def trend(*values: str | None, target: str | None = None) -> TrendChart:
    points = tuple(
        Point(date(2025, 1, 31) + timedelta(90 * i), None if value is None else Decimal(value))
        for i, value in enumerate(values)
    )
    aim = Decimal(target) if target else None
    return TrendChart("Fortbildungen", "%", points, aim, phrases=PHRASES)


def test_a_distribution_is_a_box_per_step() -> None:
    chart = DistributionChart("Offen sprechen", STEPS, (2, 0, 1, 5), phrases=PHRASES)
    shapes = list(chart.shapes(400, 30, 10, width_of))
    boxes = [shape for shape in shapes if isinstance(shape, Box)]
    assert [box.ink for box in boxes] == [Ink.STEP_1, Ink.STEP_3, Ink.STEP_4]
    assert [shape.text for shape in shapes if isinstance(shape, Words)] == ["2", "1", "5"]
    assert boxes[0].width == pytest.approx(98)
    assert chart.alternative == (
        "Balken zu „Offen sprechen“, 8 Antworten. nein: 2 · eher nein: 0 · eher ja: 1 · ja: 5."
    )


def test_a_trend_breaks_at_a_suppressed_value() -> None:
    chart = trend("4", "8.5", None, "12", target="15")
    shapes = list(chart.shapes(500, 200, 10, width_of))
    assert sum(isinstance(shape, Mark) for shape in shapes) == 3
    lines = [shape for shape in shapes if isinstance(shape, Line) and shape.ink is Ink.SERIES]
    assert len(lines) == 1
    words = [shape.text for shape in shapes if isinstance(shape, Words)]
    assert "•" in words
    assert "Ziel 15 %" in words
    assert chart.rows()[1:3] == [("01.05.2025", "8,5"), ("30.07.2025", "•")]
    assert chart.alternative == (
        "Liniendiagramm „Fortbildungen“. Der Wert stieg von 4 % (31.01.2025) auf 12 % "
        "(28.10.2025). Unterdrückte Werte: 1. Zielwert 15 %."
    )


@pytest.mark.parametrize(
    ("values", "anchor"),
    [(("31", "16"), "start"), (("10", "31"), "end"), ((None,), "end"), (("10", None, "14"), "end")],
)
def test_the_target_is_named_where_the_line_is_far(
    values: tuple[str | None, ...], anchor: str
) -> None:
    shapes = trend(*values, target="12").shapes(500, 200, 10, width_of)
    (label,) = (s for s in shapes if isinstance(s, Words) and s.ink is Ink.TARGET)
    assert label.anchor == anchor


def test_a_chart_speaks_english() -> None:
    chart = replace(trend("4", None, "12", target="15"), phrases=ENGLISH)
    assert chart.alternative == (
        "Line chart “Fortbildungen”. The value rose from 4 % (31.01.2025) to 12 % (30.07.2025). "
        "Suppressed values: 1. Target value 15 %."
    )
    assert chart.summary == "12 % on 30.07.2025 · Target 15 %"
    assert chart.header == ("Reference date", "Value (%)")
    bar = DistributionChart("Speaking openly", ("no", "yes"), (2, 6), phrases=ENGLISH)
    assert bar.alternative == "Bar for “Speaking openly”, 8 answers. no: 2 · yes: 6."


@pytest.mark.parametrize(
    ("chart", "sentence"),
    [
        (trend("7"), "Ein Wert: 7 % am 31.01.2025."),
        (trend("7", "7"), "blieb gleich"),
        (trend("7", "3"), "sank von 7 %"),
        (trend(None), "Unterdrückte Werte: 1."),
        (trend(), "Liniendiagramm „Fortbildungen“."),
    ],
)
def test_the_sentence_says_what_the_line_does(chart: TrendChart, sentence: str) -> None:
    assert sentence in chart.alternative


@given(st.lists(st.integers(0, 10**6), min_size=1, max_size=9))
def test_stages_have_a_bar_each_inside_the_frame(counts: list[int]) -> None:
    stages = tuple((f"Stand {number}", count) for number, count in enumerate(counts))
    shapes = list(StageChart("Missionen", "…", stages).shapes(400, 180, 10, width_of))
    boxes = [shape for shape in shapes if isinstance(shape, Box)]
    words = [shape for shape in shapes if isinstance(shape, Words)]
    assert len(boxes) == sum(count > 0 for count in counts)
    assert [w.text for w in words if w.anchor == "start"] == [str(count) for count in counts]
    lengths = dict(zip([count for count in counts if count], boxes, strict=True))
    widths = [lengths[count].width for count in sorted(lengths)]
    assert widths == sorted(widths)
    for box in boxes:
        assert box.x >= 0
        assert box.x + box.width <= 400
    for word in words:
        begins = word.x - (width_of(word.text) if word.anchor == "end" else 0)
        assert -1 <= begins <= 401 - width_of(word.text)


@given(
    st.lists(st.one_of(st.none(), st.decimals(0, 10**6, places=2)), min_size=1, max_size=20),
    st.one_of(st.none(), st.decimals(0, 10**6, places=2)),
)
def test_everything_lies_inside(values: list[Decimal | None], target: Decimal | None) -> None:
    points = tuple(Point(date(2025, 1, 1) + timedelta(30 * i), v) for i, v in enumerate(values))
    for shape in TrendChart("x", "", points, target, phrases=PHRASES).shapes(
        600, 240, 10, width_of
    ):
        places = shape.points if isinstance(shape, Line) else ((shape.x, shape.y),)
        for x, y in places:
            assert -1 <= x <= 601
            assert -1 <= y <= 241
        if isinstance(shape, Words):
            width = width_of(shape.text)
            begins = shape.x - width * {"start": 0, "middle": 0.5, "end": 1}[shape.anchor]
            assert -1 <= begins <= 601 - width
