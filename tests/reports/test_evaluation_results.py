"""The results of a wave on paper: what the page shows, and nothing that it holds back."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pypdf
import pytest

from innolab_desktop import bootstrap, paths
from innolab_desktop.domain.evaluation import Distribution, Tally, Thresholds, Withheld, evaluate
from innolab_desktop.domain.language import Language
from innolab_desktop.domain.records import Record
from innolab_desktop.reports.printer import PdfPrinter
from innolab_desktop.services.evaluations import QuestionResult, Wave, WaveResults
from innolab_desktop.services.reporting import Sheet

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from innolab_desktop.domain.values import Value
    from reports.conftest import PrintedReport
    from reports.vera_pdf import VeraPdf

    Print = Callable[..., PrintedReport]

NAME = "evaluation_results"
VALUES: dict[str, Value] = {
    "title": "Puls nach dem Kick-off",
    "question_set": "pulse_after_event",
    "state": "closed",
    "answer_period": ("2026-03-01", "2026-03-31"),
}
RECORD = Record(b"\x02" * 16, "evaluation_wave", b"\x01" * 16, 1, values=VALUES)


def results(
    language: Language = Language.GERMAN, small: Distribution | Withheld = Withheld.FEW_ANSWERS
) -> WaveResults:
    sets = bootstrap.load_catalogues(language=language).question_sets
    questions = next(item for item in sets if item.id == "pulse_after_event")
    asked = questions.questions
    return WaveResults(
        Wave(RECORD, questions, {}, is_answered=True),
        Thresholds(),
        None,
        (
            QuestionResult(asked[0], Distribution((2, 1, 3, 5), 2, 3.0, 3.0)),
            QuestionResult(asked[1], small),
            QuestionResult(asked[2], Withheld.FEW_MUNICIPALITIES),
            QuestionResult(asked[3], Distribution((0, 3, 3, 0), 0, 2.5, None)),
            QuestionResult(asked[4], None, ("<b>Mut</b> zum Fragen",), 7),
            QuestionResult(asked[5], Withheld.FEW_ANSWERS),
        ),
    )


def sheet(shown: WaveResults | None) -> Sheet:
    day = date(2026, 4, 2)
    return Sheet(record=RECORD, municipality="Stadt Musterstadt", as_of=day, results=shown)


def test_each_question_has_its_bar_its_numbers_and_its_middle(print_sheet: Print) -> None:
    report = print_sheet(sheet(results()), NAME)
    for words in (
        "Puls nach dem Kick-off",
        "01.03.2026",
        "Die Antworten sind vertraulich.",
        "mindestens 5 Menschen aus 3 Kommunen",
        "trifft voll zunicht beurteiltn2135211",
        "n = 11 · Median: trifft eher zu · Mittelwert 3,0 von 4 · 2 × kann ich nicht beurteilen",
        "n = 6 · Median: zwischen „trifft eher nicht zu“ und „trifft eher zu“",
        "7 Antworten. Wörtlich gezeigt wird nur",
        "„<b>Mut</b> zum Fragen“",
    ):
        assert report.contains(words), words
    assert report.text.count("Mittelwert") == 1, "fewer than ten answers have no mean"
    assert "anonym" not in report.text


def test_what_is_held_back_says_why(print_sheet: Print) -> None:
    report = print_sheet(sheet(results()), NAME)
    assert report.text.count("Zu wenige Antworten (n < 5).") == 2
    assert report.contains("Zu wenige Kommunen: Die Antworten müssen aus mindestens 3 kommen.")


@pytest.mark.parametrize("tally", [Tally((4, 0, 0, 0), 9, 3), Tally((0, 1, 0, 0), 0, 1)], ids=str)
def test_whatever_few_answered_the_paper_is_the_same(print_sheet: Print, tally: Tally) -> None:
    nobody = print_sheet(sheet(results(small=Withheld.FEW_ANSWERS)), NAME)
    few = print_sheet(sheet(results(small=evaluate(tally, Thresholds()))), NAME)
    assert few.page_texts == nobody.page_texts


def test_an_open_wave_shows_no_question(print_sheet: Print) -> None:
    open_wave = WaveResults(results().wave, Thresholds(), Withheld.WAVE_OPEN)
    report = print_sheet(sheet(open_wave), NAME)
    assert report.contains("Ergebnisse erscheinen, wenn die Erhebung geschlossen ist.")
    assert "n =" not in report.text


def test_without_results_nothing_is_printed(printer: PdfPrinter, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="results"):
        printer.print_report(NAME, sheet(None), tmp_path / "x.pdf")
    assert list(tmp_path.iterdir()) == []


def test_it_speaks_english(tmp_path: Path) -> None:
    forms = bootstrap.load_forms(language=Language.ENGLISH)
    printer = PdfPrinter(forms, paths.resources_dir() / "fonts")
    printer.print_report(NAME, sheet(results(Language.ENGLISH)), tmp_path / "results.pdf")
    text = "".join(page.extract_text() for page in pypdf.PdfReader(tmp_path / "results.pdf").pages)
    for words in ("The answers are confidential.", "Too few answers (n < 5).", "Mean 3,0 of 4"):
        assert words in text, words
    for german in ("Antworten", "Kommunen", "nicht", "Mittelwert"):
        assert german not in text, german


def test_it_passes_pdf_ua(printer: PdfPrinter, tmp_path: Path, vera_pdf: VeraPdf) -> None:
    target = tmp_path / "results.pdf"
    printer.print_report(NAME, sheet(results()), target)
    (line,) = vera_pdf.check(target).splitlines()
    assert line.startswith("PASS ua1 checks=")
