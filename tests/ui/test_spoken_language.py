"""The application speaks one language at a time: its own texts, Qt's, and the names of keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialogButtonBox

from innolab_desktop import paths
from innolab_desktop.domain.language import Language
from innolab_desktop.ui.settings import Settings
from innolab_desktop.ui.spoken_language import SpokenLanguage, system_language

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

NATIVE = QKeySequence.SequenceFormat.NativeText


@pytest.fixture
def spoken(qapp: QApplication) -> Iterator[SpokenLanguage]:
    before = QLocale()
    language = SpokenLanguage(qapp, paths.resources_dir() / "translations")
    yield language
    language.silence()
    QLocale.setDefault(before)


def cancel() -> str:
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    return box.buttons()[0].text().replace("&", "")


def test_english_and_back(spoken: SpokenLanguage) -> None:
    assert spoken.speak(Language.ENGLISH)
    assert QCoreApplication.translate("TopBar", "Suchen") == "Search"
    assert (cancel(), QKeySequence("Ctrl+Del").toString(NATIVE)) == ("Cancel", "Ctrl+Del")
    assert QLocale().standaloneMonthName(3) == "March"
    assert spoken.speak(Language.GERMAN)
    assert QCoreApplication.translate("TopBar", "Suchen") == "Suchen"
    assert (cancel(), QKeySequence("Ctrl+Del").toString(NATIVE)) == ("Abbrechen", "Strg+Entf")
    assert QLocale().standaloneMonthName(3) == "März"


def test_missing_texts_are_told(qapp: QApplication, tmp_path: Path) -> None:
    spoken = SpokenLanguage(qapp, tmp_path)
    assert not spoken.speak(Language.ENGLISH)
    spoken.silence()
    QLocale.setDefault(QLocale(QLocale.Language.German, QLocale.Country.Germany))


@pytest.mark.parametrize(
    ("name", "language"),
    [
        ("de_AT", Language.GERMAN),
        ("en_US", Language.ENGLISH),
        ("fr_FR", Language.GERMAN),
        ("C", Language.GERMAN),
    ],
)
def test_the_system_decides_between_what_we_speak(name: str, language: Language) -> None:
    assert system_language(QLocale(name)) is language


@pytest.mark.parametrize("chosen", [Language.GERMAN, Language.ENGLISH, None])
def test_the_choice_is_kept(tmp_path: Path, chosen: Language | None) -> None:
    path = tmp_path / "settings.ini"
    assert Settings(path).language is Language.GERMAN
    Settings(path).language = chosen
    assert Settings(path).language is chosen


def test_a_choice_that_makes_no_sense_is_german(tmp_path: Path) -> None:
    path = tmp_path / "settings.ini"
    path.write_text("[General]\nlanguage=klingon\n", encoding="utf-8")
    assert Settings(path).language is Language.GERMAN
