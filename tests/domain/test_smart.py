"""Hints on real sentences, good and bad ones."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from innolab_desktop.domain.smart import smart_hints

RESOURCES = Path(__file__).parents[2] / "resources"
CODES = {
    "smart_comparison_without_number",
    "smart_wish",
    "smart_activity",
    "smart_no_date",
    "smart_no_baseline",
}


def _found(sentence: str) -> dict[str, tuple[str, ...]]:
    hints = smart_hints(sentence, due_date="2026-12-31", baseline="12 Prozent")
    return {hint.code: hint.words for hint in hints}


@pytest.mark.parametrize(
    "sentence",
    [
        "Bis zum 31.12.2026 haben 60 Prozent der Führungskräfte eine Fortbildung besucht.",
        "Am 30.06.2026 liegen 25 Bescheide in verständlicher Sprache vor.",
        "Bis Ende 2026 ist die Beschwerdestelle 80 Prozent der Beschäftigten bekannt.",
        "Ab 1.1.2027 gilt in allen Fachbereichen der Leitfaden für Ausschreibungen.",
        "Alle Auswahlgespräche sind strukturiert und mit diversen Kommissionen besetzt.",
        "Die Bearbeitung ist im Mittel 30 Tage kürzer als 2024 und nicht mehr strittig.",
        "Das Bürgeramt ist an 5 Tagen barrierefrei erreichbar.",
        "Bis 31.12.2026 gibt es zwölf Kernleistungen mehr in fünf Sprachen.",
        "Alle Leitungen kennen das Verfahren, damit niemand mehr abgewiesen wird.",
    ],
)
def test_good_goals_get_no_hint(sentence: str) -> None:
    assert _found(sentence) == {}


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Die Beschäftigten sind besser informiert.", ("besser",)),
        ("Bis 2026 haben wir mehr Vielfalt im Team.", ("mehr",)),
        ("Bis 31.12.2026 gibt es weniger Beschwerden und mehr Vertrauen.", ("weniger", "mehr")),
        ("Menschen mit Behinderung werden häufiger eingestellt.", ("häufiger",)),
        (
            "Das Klima ist besser und Besseres kommt, ist also BESSER.",
            ("besser", "Besseres", "BESSER"),
        ),
        ("Vielfalt ist ein stärkeres Thema.", ("stärkeres",)),
        ("Der Frauenanteil ist höher.", ("höher",)),
    ],
)
def test_comparisons_need_a_number(sentence: str, words: tuple[str, ...]) -> None:
    assert _found(sentence)["smart_comparison_without_number"] == words


@pytest.mark.parametrize(
    "sentence",
    [
        "Der Frauenanteil ist um 5 Prozent höher.",
        "Es gibt dreimal mehr Termine, nämlich zwölf.",
        "Kein Antrag ist nicht mehr lesbar, niemand mehr wird abgewiesen.",
        "Mehr als die Hälfte ist geschult.",
    ],
)
def test_comparisons_with_a_number_are_fine(sentence: str) -> None:
    assert "smart_comparison_without_number" not in _found(sentence)


def test_a_date_is_not_the_number_that_a_comparison_needs() -> None:
    assert "smart_comparison_without_number" in _found("Bis 31.12.2026 gibt es mehr Schulungen.")
    assert "smart_comparison_without_number" in _found("Im Jahr 2027 ist alles besser als heute.")


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Es soll versucht werden, alle 20 Formulare zu prüfen.", "soll versucht werden"),
        ("Ein Anteil von 30 Prozent wird angestrebt.", "wird angestrebt"),
        ("Wir streben 30 Prozent an.", "streben 30 Prozent an"),
        ("Wir möchten 30 Bescheide haben.", "möchten"),
        ("Wir wollen 30 Bescheide haben.", "wollen"),
        ("Es sind möglichst 30 Bescheide verständlich.", "möglichst"),
        ("30 Bescheide sind nach Möglichkeit verständlich.", "nach Möglichkeit"),
        ("Wir bemühen uns um 30 Bescheide, es sind 3.", "bemühen uns"),
        ("Eine Quote von 30 sollte angestrebt werden.", "sollte angestrebt werden"),
    ],
)
def test_wishes_are_named(sentence: str, words: str) -> None:
    assert _found(sentence)["smart_wish"] == (words,)


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("Wir führen 3 Schulungen durch.", "führen"),
        ("3 Schulungen durchführen", "durchführen"),
        ("Wir schulen alle Führungskräfte.", "schulen"),
        ("Einen Leitfaden entwickeln", "entwickeln"),
        ("Das Tandem erarbeitet ein Konzept.", "erarbeitet"),
        ("Wir führen ein Meldeverfahren ein.", "führen"),
        ("Wir sensibilisieren 200 Beschäftigte.", "sensibilisieren"),
        ("Durchführung von 3 Schulungen", "Durchführung"),
        ("Die Verwaltung fördert 20 Auszubildende.", "fördert"),
        ("Bis 31.12.2026 haben wir 5 Schulungen durchgeführt.", "durchgeführt"),
        ("Wir schulen 20 Leitungen, damit alle das Verfahren kennen und sicher sind.", "schulen"),
    ],
)
def test_activities_are_named(sentence: str, word: str) -> None:
    assert _found(sentence)["smart_activity"] == (word,)


@pytest.mark.parametrize(
    "sentence",
    [
        "60 Prozent der Führungskräfte sind geschult.",
        "Der Leitfaden ist in 12 Ämtern eingeführt.",
        "Die Prüfung aller Formulare ist abgeschlossen.",
        "Die Entwicklung liegt bei 30 Prozent.",
        "Die Entwicklung von 3 Standards ist abgeschlossen.",
        "In 12 Schulen hängt der Aushang.",
    ],
)
def test_states_are_no_activities(sentence: str) -> None:
    assert "smart_activity" not in _found(sentence)


@pytest.mark.parametrize(
    "date", ["31.12.2026", "31. 12. 26", "1. Juli 2026", "Ende 2026", "III/2026"]
)
def test_a_date_may_stand_in_the_sentence(date: str) -> None:
    assert smart_hints(f"Bis {date} sind 5 Formulare lesbar.", due_date=None, baseline="0") == ()


def test_date_and_baseline_are_asked_for() -> None:
    sentence = "Es sind 5 Formulare lesbar."
    codes = [hint.code for hint in smart_hints(sentence, due_date=None, baseline=" ")]
    assert codes == ["smart_no_date", "smart_no_baseline"]
    assert smart_hints(sentence, due_date="2026-12-31", baseline="0") == ()
    assert [h.code for h in smart_hints(sentence, due_date="", baseline="0")] == ["smart_no_date"]
    assert [h.code for h in smart_hints(sentence, due_date="2026-12-31", baseline=None)] == [
        "smart_no_baseline"
    ]


def test_several_hints_come_together() -> None:
    found = _found("Wir wollen bis 2026 mehr Schulungen durchführen.")
    assert set(found) == {"smart_comparison_without_number", "smart_wish", "smart_activity"}


def test_every_hint_has_a_text() -> None:
    texts = tomllib.loads((RESOURCES / "hints.toml").read_text(encoding="utf-8"))
    mission = {code for code in texts if code.startswith("mission_")}
    assert set(texts) - mission == CODES
    assert len(mission) == 5
    for code, text in texts.items():
        assert set(text) == {"text", "suggestion"}, code
        assert all(part.endswith(".") for part in text.values()), code
        assert ("{words}" in text["text"]) == (
            code in {"smart_comparison_without_number", "smart_wish", "smart_activity"}
        ), code


@pytest.mark.parametrize(
    "word",
    [
        "öfter",
        "seltener",
        "schneller",
        "niedriger",
        "größer",
        "kleiner",
        "geringer",
        "zunehmend",
        "vermehrt",
        "verstärkt",
        "weniger",
        "häufiger",
        "stärker",
        "höher",
    ],
)
def test_every_comparison_is_known(word: str) -> None:
    assert _found(f"Das ist {word} der Fall.") == {"smart_comparison_without_number": (word,)}


@pytest.mark.parametrize(
    "number",
    [
        "zwei",
        "drei",
        "vier",
        "fünf",
        "sechs",
        "sieben",
        "acht",
        "neun",
        "zehn",
        "elf",
        "zwölf",
        "zwanzig",
        "dreißig",
        "vierzig",
        "fünfzig",
        "sechzig",
        "siebzig",
        "achtzig",
        "neunzig",
        "hundert",
        "tausend",
        "Hälfte",
        "Drittel",
        "Viertel",
        "verdoppelt",
        "halbiert",
        "7",
    ],
)
def test_every_number_is_known(number: str) -> None:
    assert _found(f"Der Anteil ist mehr, nämlich {number}.") == {}


@pytest.mark.parametrize(
    "wish", ["möchte", "möchten", "wollen", "versuchen", "bemühen uns", "nach Möglichkeit"]
)
def test_every_wish_is_known(wish: str) -> None:
    assert _found(f"Das ist, was wir {wish}.") == {"smart_wish": (wish,)}


@pytest.mark.parametrize(
    "verb",
    [
        "durchführen",
        "schulen",
        "entwickeln",
        "erarbeiten",
        "erstellen",
        "organisieren",
        "veranstalten",
        "einführen",
        "sensibilisieren",
        "informieren",
        "aufbauen",
        "prüfen",
        "umsetzen",
        "initiieren",
        "anbieten",
        "stärken",
        "fördern",
        "erarbeitet",
        "entwickelt",
    ],
)
def test_every_activity_is_known(verb: str) -> None:
    assert _found(f"5 Vorhaben {verb}") == {"smart_activity": (verb,)}


@pytest.mark.parametrize("verb", ["durchgeführt", "veranstaltet", "organisiert", "initiiert"])
def test_every_mere_output_is_known(verb: str) -> None:
    assert _found(f"Wir haben 5 Vorhaben {verb}.") == {"smart_activity": (verb,)}


@pytest.mark.parametrize(
    "state", ["haben", "hat", "sind", "ist", "liegt", "liegen", "gilt", "gelten", "gibt"]
)
def test_every_state_is_known(state: str) -> None:
    assert _found(f"5 Ämter, die fördern, {state} dann so weit.") == {}


@pytest.mark.parametrize("noun", ["Entwicklung", "Erstellung", "Einführung", "Schulung"])
def test_nouns_of_activity_are_known(noun: str) -> None:
    assert _found(f"{noun} von 5 Vorhaben") == {"smart_activity": (noun,)}
    assert _found(f"{noun} in 5 Ämtern") == {}
