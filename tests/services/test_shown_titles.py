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
