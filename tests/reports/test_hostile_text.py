"""Text from others stands in reports literally and completely."""

from __future__ import annotations

import re
import time
from html import unescape
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from innolab_desktop import paths
from innolab_desktop.reports.literal_text import LiteralText
from innolab_desktop.reports.typography import Typography
from reports.sample_sheets import VALUES, mission_sheet

if TYPE_CHECKING:
    from collections.abc import Callable

    from reports.conftest import PrintedReport

    Print = Callable[..., PrintedReport]

MARKUP = (
    "<img src='/etc/passwd'>",
    "<a href=javascript:alert(1)>hier</a>",
    "a<b und c>d & e &amp; f",
    "<para>offen",
    '<font color="[[[1]]]">x</font>',
    "Müller & Söhne <wichtig>",
    "{number} %s %(x)s \\n",
    "]]></b></p>",
)
UNPRINTABLE = "Rechnung\u202efdp.exe \x07 😀 中文 Ελληνικά Кириллица ☑ → Łódź"
FIELDS = ("title", "code", "challenge", "next_step", "mission_statement")


@pytest.mark.parametrize("field", FIELDS)
def test_markup_is_shown_literally(print_sheet: Print, field: str) -> None:
    text = " ".join(MARKUP)
    report = print_sheet(mission_sheet({**VALUES, field: text}))

    assert report.contains(text)
    assert all(list(page.images) == [] for page in report.reader.pages)
    assert all("/Annots" not in page for page in report.reader.pages)


def test_markup_in_children_titles_and_names(print_sheet: Print) -> None:
    text = MARKUP[0] + MARKUP[2]
    children = {
        "milestone": ({"title": text, "due_date": text},),
        "smart_goal": ({"statement": text, "criterion": text, "responsible_role": text},),
    }
    report = print_sheet(mission_sheet({**VALUES, "participation": text}, children))

    assert report.text.replace("\n", "").count("passwd") >= 5


def test_characters_without_a_picture_are_written_out(print_sheet: Print) -> None:
    text = UNPRINTABLE
    report = print_sheet(mission_sheet({**VALUES, "vision": text, "title": text}))

    assert report.contains("Rechnung[U+202E]fdp.exe [U+0007] [U+1F600] [U+4E2D][U+6587]")
    assert report.contains("Ελληνικά Кириллица ☑ → Łódź")


@pytest.mark.parametrize("field", FIELDS)
def test_a_word_of_200_000_characters(print_sheet: Print, field: str) -> None:
    word = "0123456789" * 20_000
    report = print_sheet(mission_sheet({**VALUES, field: word}))

    assert report.contains(word[:100])
    assert "".join(report.text.split()).count("0123456789") > 19_000, "only page ends part it"


def test_breaking_a_long_word_takes_less_than_a_normal_paragraph_does(
    typography: Typography,
) -> None:
    literal, style = LiteralText(typography), typography.styles.body
    word, prose = "x" * 200_000, "Verwaltung " * 18_000

    def seconds(text: str) -> float:
        started = time.perf_counter()
        list(literal.paragraphs(text, style, 470))
        return time.perf_counter() - started

    assert seconds(word) < 10 * seconds(prose) + 0.5


@pytest.fixture(scope="module")
def typography() -> Typography:
    return Typography(paths.resources_dir() / "fonts")


@given(text=st.text(max_size=400))
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_can_be_set(print_sheet: Print, text: str) -> None:
    report = print_sheet(mission_sheet({"title": text, "challenge": text, "code": text}, {}))

    assert report.page_count >= 1


@given(text=st.text(st.characters(categories=["L", "N", "P", "S", "Zs"]), max_size=300))
@settings(max_examples=200)
def test_no_word_is_lost(typography: Typography, text: str) -> None:
    """What stands in the markup, unescaped and without breaks, is the text itself."""
    literal, style = LiteralText(typography), typography.styles.body
    expected = "".join(literal._printable(text).split())

    markup = "".join(literal.paragraphs(text, style, 200))

    assert "".join(visible(markup).split()) == expected


def visible(markup: str) -> str:
    return unescape(re.sub(r"<br/>|<font name=\"DejaVuSans\">|</font>", "", markup))
