"""A record that a choice names is called in the language of the window, wherever it is listed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innolab_desktop import bootstrap
from innolab_desktop.domain.language import Language
from innolab_desktop.services.read_models import RowQuery
from vaults import PASSPHRASE, open_vault

if TYPE_CHECKING:
    from innolab_desktop.services.session import Session
    from vaults import Pair


def titles(session: Session) -> tuple[set[str], set[str]]:
    rows = session.records.list_rows(RowQuery(kind="obstacle")).rows
    return {row.title for row in rows}, {hit.title for hit in session.search("Formular")}


def test_titles_follow_the_language_and_names_of_people_do_not(pair: Pair) -> None:
    german = open_vault(pair.anna)
    obstacle = {"category": "silo_structures", "description": "Formulare in zwei Ämtern"}
    german.records.new("obstacle", obstacle, parent=pair.mission)
    german.records.new("mission", {"title": "Formulare: Struktur und Silodenken"})
    in_german = {"Struktur und Silodenken"}
    assert titles(german) == (in_german, {*in_german, "Formulare: Struktur und Silodenken"})
    german.close()
    surroundings = bootstrap.Surroundings(language=Language.ENGLISH)
    english = bootstrap.open_vault(pair.anna, PASSPHRASE, surroundings)
    in_english = {"Structure and silo thinking"}
    assert titles(english) == (in_english, {*in_english, "Formulare: Struktur und Silodenken"})
    english.close()


def found(session: Session, words: str) -> set[str]:
    return {hit.title for hit in session.search(words)}


def test_labels_are_found_in_the_language_of_the_window(pair: Pair) -> None:
    german = open_vault(pair.anna)
    values = {"title": "Lesbar", "status": "binding", "fields_of_action": ("citizen_services",)}
    german.records.new("mission", values)
    german.records.new("milestone", {"title": "Erster Entwurf"}, parent=pair.mission)
    assert found(german, "verbindlich vereinbart") == {"Lesbar"}
    assert found(german, "agreed binding") == set()
    assert "Erster Entwurf" in found(german, "Meilenst")
    german.close()
    surroundings = bootstrap.Surroundings(language=Language.ENGLISH)
    english = bootstrap.open_vault(pair.anna, PASSPHRASE, surroundings)
    assert found(english, "agreed as bind") == {"Lesbar"}
    assert found(english, "lesbar agreed") == {"Lesbar"}, "words of people and of the window"
    assert found(english, "agreed otherwise") == set()
    assert "Erster Entwurf" in found(english, "mileston")
    assert found(english, "Entwurf") == {"Erster Entwurf"}, "what people wrote, as before"
    rows = english.records.list_rows(RowQuery(kind="mission", text="agre bind")).rows
    assert [row.title for row in rows] == ["Lesbar"]
    english.close()


def test_a_kind_names_its_records_after_the_hits_and_never_single_answers(pair: Pair) -> None:
    session = open_vault(pair.anna)
    wave = session.records.new("evaluation_wave", {"title": "Puls", "state": "open"}).record
    answer = {"question": "pulse_after_event_5", "text": "Mut"}
    session.records.new("evaluation_answer", answer, parent=wave)
    session.records.new("milestone", {"title": "Zuerst"}, parent=pair.mission)
    session.records.new("mission", {"title": "Ein Meilenstein für alle"})
    assert [hit.kind for hit in session.search("Meilenstein")] == ["mission", "milestone"]
    assert [hit.kind for hit in session.search("Meilenstein", kind="milestone")] == ["milestone"]
    assert session.search("Antworten") == ()
    assert session.search(" ") == ()
    assert len(session.search("Mission", limit=1)) == 1
    session.close()
