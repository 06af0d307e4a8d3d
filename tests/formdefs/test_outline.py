"""Questions become a text, and what is written below them becomes answers again."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from formdefs.examples import FORMS
from innolab_desktop.formdefs.loader import load_forms
from innolab_desktop.formdefs.outline import outlines_of

NOTE = load_forms(FORMS)["tandem_note"]
OUTLINES = {outline.choice: outline for outline in outlines_of(NOTE)}
REVIEW = OUTLINES["after_action_review"]
WORDS = st.text(st.characters(categories=("L", "Nd")), min_size=1, max_size=20)


def test_every_template_of_a_note_has_its_outline() -> None:
    field = NOTE.field("template")
    assert field is not None
    assert set(OUTLINES) == {choice.id for choice in field.choices} - {"free"}
    assert REVIEW.text.splitlines()[0] == "Was war geplant?"
    assert REVIEW.text.count("?") == 5


def test_an_outline_that_nobody_filled_in_says_nothing() -> None:
    assert all(outline.read(outline.text) == ("", {}) for outline in OUTLINES.values())


def test_answers_go_below_their_questions_and_the_rest_stays_text() -> None:
    text = (
        "Nach dem Planning-Workshop\n\nWas war geplant?\nZwei Stunden.\n\nMit Pause.\n"
        "Was ist tatsächlich passiert?\n\nEigene Frage?\nDas steht unter der Frage davor."
    )
    free, answers = REVIEW.read(text)
    assert free == "Nach dem Planning-Workshop"
    assert answers == {
        "planned": "Zwei Stunden.\n\nMit Pause.",
        "happened": "Eigene Frage?\nDas steht unter der Frage davor.",
    }


def test_what_does_not_fit_stays_in_the_text() -> None:
    long = "x" * 3001
    free, answers = REVIEW.read(f"Was war geplant?\n{long}\nWas war geplant?\nkurz")
    assert answers == {"planned": "kurz"}
    assert free == f"Was war geplant?\n{long}"


def test_a_line_of_text_takes_no_line_breaks() -> None:
    reflection = OUTLINES["tandem_reflection"]
    _, answers = reflection.read("Was ist der nächste kleine Schritt?\nAnrufen,\ndann schreiben")
    assert answers == {"next_step": "Anrufen, dann schreiben"}


@given(st.lists(st.none() | WORDS, min_size=5, max_size=5))
def test_nothing_that_was_written_is_lost(written: list[str | None]) -> None:
    text = "\n".join(
        f"{question.label}\n{answer or ''}"
        for question, answer in zip(REVIEW.questions, written, strict=True)
    )
    free, answers = REVIEW.read(text)
    expected = {
        question.id: answer
        for question, answer in zip(REVIEW.questions, written, strict=True)
        if answer
    }
    assert answers == expected
    assert not free


def test_an_answer_behind_its_question_belongs_to_it() -> None:
    outline = OUTLINES["tandem_reflection"]
    last = outline.questions[-1]
    assert outline.text.endswith(f"{last.label}\n"), "there is a line for the last answer, too"
    text, answers = outline.read(f"{outline.text.rstrip()}Mit dem Tandem: ja.")
    assert (text, dict(answers)) == ("", {last.id: "Mit dem Tandem: ja."})
