"""The one sentence of a mission, complete and incomplete."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from innolab_desktop.domain.mission_sentence import read_mission_sentence

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
