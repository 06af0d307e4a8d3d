"""The one sentence of a mission, complete and incomplete."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from innolab_desktop.domain.mission_sentence import compose_mission_sentence, read_mission_sentence

HINTS = Path(__file__).parents[2] / "resources" / "hints.toml"


@pytest.mark.parametrize(
    "sentence",
    [
        "Bis 31.12.2027 haben wir 25 Bescheide für alle Menschen der Stadt, damit alle sie kennen.",
        "Bis Ende 2027 haben wir eine Beschwerdestelle für unsere Beschäftigten, damit sie gilt.",
        "Spätestens zum 1. 7. 2026 gilt für Auszubildende ein Leitfaden, sodass alle ihn kennen.",
        "Bis 1.1.2027 haben wir\nLotsen für die Einwohner*innen,\ndamit alle Zugang haben.",
    ],
)
def test_complete_sentences(sentence: str) -> None:
    read = read_mission_sentence(sentence)
    assert read.hints == ()
    assert read.is_complete


FULL = "Bis 31.12.2027 haben wir 25 Bescheide für die Bürger*innen, damit alle sie verstehen."


@pytest.mark.parametrize(
    ("before", "after", "code"),
    [
        ("Bis 31.12.2027", "Bald", "mission_no_date"),
        ("Bis 31.12.2027", "Seit 31.12.2027", "mission_no_date"),
        ("haben wir 25 Bescheide", "schreiben wir 25 Bescheide", "mission_no_result"),
        (" für die Bürger*innen", "", "mission_no_beneficiaries"),
        (", damit alle sie verstehen", "", "mission_no_purpose"),
        ("Bürger*innen, damit", "Bürger*innen. Das tun wir, damit", "mission_several_sentences"),
    ],
)
def test_each_part_is_missed(before: str, after: str, code: str) -> None:
    assert read_mission_sentence(FULL).is_complete
    read = read_mission_sentence(FULL.replace(before, after))
    assert [hint.code for hint in read.hints] == [code]
    assert not read.is_complete


def test_nothing_written_misses_every_part() -> None:
    codes = [hint.code for hint in read_mission_sentence("").hints]
    assert codes == [
        "mission_no_date",
        "mission_no_result",
        "mission_no_beneficiaries",
        "mission_no_purpose",
    ]


def test_every_hint_has_a_text() -> None:
    texts = tomllib.loads(HINTS.read_text(encoding="utf-8"))
    assert {code for code in texts if code.startswith("mission_")} == {
        "mission_no_date",
        "mission_no_result",
        "mission_no_beneficiaries",
        "mission_no_purpose",
        "mission_several_sentences",
    }


@pytest.mark.parametrize(
    "until",
    ["Spätestens 2027", "Zum 1.1.2027", "Ab 1.1.2027", "Im Jahr 2027", "Ende 2027", "Anfang 2101"],
)
def test_other_ways_to_name_the_day(until: str) -> None:
    assert read_mission_sentence(FULL.replace("Bis 31.12.2027", until)).has_date
    assert read_mission_sentence("Mitte 2027").has_date


@pytest.mark.parametrize(
    "result",
    [
        "wir haben ein",
        "hat die Stadt ein",
        "hat der Kreis ein",
        "hat das Amt ein",
        "hat unser",
        "sind alle",
        "ist jedes",
        "gibt es ein",
        "gilt ein",
    ],
)
def test_other_ways_to_name_the_result(result: str) -> None:
    assert read_mission_sentence(f"Bis 2027 {result} Formular").has_result


@pytest.mark.parametrize("purpose", ["damit alle", "sodass alle", "so dass alle", "um Rechte"])
def test_other_ways_to_name_the_purpose(purpose: str) -> None:
    assert read_mission_sentence(f"…, {purpose} wahrzunehmen").has_purpose
    assert read_mission_sentence("…, für alle.").has_beneficiaries


@given(*([st.text(st.sampled_from("abcÄÖ ÜZ12.,;…*"), max_size=20)] * 4))
def test_parts_make_a_sentence_of_the_same_words(
    until: str, result: str, served: str, purpose: str
) -> None:
    sentence = compose_mission_sentence(until, result, served, purpose)
    assert sentence == compose_mission_sentence(
        f" bis {until}", f"haben wir  {result}", f"für {served} .", f"damit {purpose}."
    )
    assert sentence.startswith("Bis ")
    for part in (until, result, served, purpose):
        assert " ".join(part.split()).rstrip(" .,;") in sentence


def test_a_sentence_of_four_parts_is_complete() -> None:
    sentence = compose_mission_sentence(
        "31.12.2027", "ein Formular", "alle Familien", "niemand auf sein Recht verzichtet"
    )
    assert read_mission_sentence(sentence).is_complete
    assert compose_mission_sentence("", "", "", "") == "Bis … haben wir … für …, damit …"
