"""The whole window speaks English: nothing it shows is written past the translation."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Final

import pytest
from PySide6.QtCore import QLocale, QProcess, QSize, QTranslator
from PySide6.QtWidgets import QToolButton, QWidget

from innolab_desktop import bootstrap, paths
from innolab_desktop.domain.language import Language
from innolab_desktop.services.error_catalogue import read_catalogue
from innolab_desktop.services.hint_catalogue import read_hints
from innolab_desktop.services.read_models import RowQuery
from innolab_desktop.ui.desk import Desk
from innolab_desktop.ui.dialogs.setup_wizard import SetupWizard
from innolab_desktop.ui.dialogs.unlock_window import UnlockWindow
from innolab_desktop.ui.help.help_window import HelpWindow
from innolab_desktop.ui.help.topic_view import TopicView
from innolab_desktop.ui.main_window import MainWindow
from innolab_desktop.ui.notifier import Notifier
from innolab_desktop.ui.settings import Settings
from innolab_desktop.ui.spoken_language import SpokenLanguage
from innolab_desktop.ui.theme.theme import Appearance
from innolab_desktop.ui.widgets.row_list import RowList
from innolab_desktop.window import _offer_another, _relaunch
from ui.accessibility import SMALLEST_SCREEN, audit
from ui.shown_texts import shown_texts, texts_in, words
from ui.vaults import PASSPHRASE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from innolab_desktop.services.session import Session
    from innolab_desktop.ui.jobs import Jobs
    from innolab_desktop.ui.theme.theme import Theme
    from ui.vaults import Lane

PARTS: Final = ("lessons", "trash", "retention", "erasures", "backups", "keys")
KINDS: Final = ("mission", "tandem_note", "case_consultation")
PLACES: Final = (
    "overview",
    *KINDS,
    "evaluation",
    "exchange",
    *(f"more/{part}" for part in PARTS),
)
_GERMAN: Final = """
der die das dem den des und oder nicht kein keine ist sind wird werden Sie Ihre Ihr für mit von vom
zum zur auf aus bei ein eine einen einem noch schon wenn dass bitte heute gestern Uhr neu neue alle
Eintrag Einträge Raum Räume Angaben
"""
STOP_WORDS: Final = frozenset(_GERMAN.split())
NAMES: Final = frozenset({"InnoLab", "Desktop", "Ctrl"})


class Marking(QTranslator):
    """Marks everything that passes through the translation."""

    def isEmpty(self) -> bool:  # noqa: N802 - overrides Qt's
        return False

    def translate(
        self,
        context: str,  # noqa: ARG002 - Qt's signature
        sourceText: str,  # noqa: N803 - the same
        disambiguation: str | None = None,  # noqa: ARG002 - the same
        n: int = -1,  # noqa: ARG002 - the same
    ) -> str | None:
        return f"⟦{sourceText}⟧"


@pytest.fixture
def marking(qapp: QApplication) -> Iterator[Marking]:
    translator = Marking(qapp)
    qapp.installTranslator(translator)
    yield translator
    qapp.removeTranslator(translator)


@pytest.fixture
def english(qapp: QApplication) -> Iterator[SpokenLanguage]:
    before = QLocale()
    spoken = SpokenLanguage(qapp, paths.resources_dir() / "translations")
    assert spoken.speak(Language.ENGLISH)
    yield spoken
    spoken.silence()
    QLocale.setDefault(before)


@pytest.fixture
def english_desk(session: Session, lane: Lane, jobs: Jobs, theme: Theme, tmp_path: Path) -> Desk:
    """The vault of the tests, opened by a program that speaks English."""
    folder = tmp_path / "Tresor"
    lane.call(session.close)
    surroundings = bootstrap.Surroundings(language=Language.ENGLISH)
    opened = lane.call(lambda: bootstrap.open_vault(folder, PASSPHRASE, surroundings))
    speech = bootstrap.load_speech(language=Language.ENGLISH)
    return Desk(
        opened,
        jobs,
        Notifier(jobs),
        theme,
        read_catalogue(paths.resources_dir() / "errors.toml", speech),
        read_hints(paths.resources_dir() / "hints.toml", speech),
    )


@pytest.fixture
def english_window(
    english: SpokenLanguage, english_desk: Desk, qtbot: QtBot, lane: Lane, tmp_path: Path
) -> Iterator[MainWindow]:
    assert english is not None
    yield opened_window(english_desk, qtbot, lane, tmp_path)
    lane.settle()
    lane.jobs.finish_with(english_desk.session.close)


def opened_window(desk: Desk, qtbot: QtBot, lane: Lane, folder: Path) -> MainWindow:
    window = MainWindow(desk, Settings(folder / "settings.ini"))
    qtbot.addWidget(window)
    window.show()
    lane.settle()
    return window


def everything_shown(window: MainWindow, lane: Lane, place: str) -> set[str]:
    window.show_page(place)
    lane.settle()
    records = window.page("overview").desk.session.records
    if place in KINDS:
        rows = lane.call(lambda: records.list_rows(RowQuery(kind=place)).rows)
        window.open_record(rows[-1].id)
        lane.settle()
    return shown_texts(window)


def peoples_words(desk: Desk, lane: Lane) -> set[str]:
    """Return the words that people wrote into the vault."""
    session = desk.session

    def written() -> list[str]:
        found = list(texts_in(session.info))
        for kind in (*KINDS, "smart_goal"):
            for row in session.records.list_rows(RowQuery(kind=kind)).rows:
                found += texts_in(dict(session.records.open(row.id).values))
        return found

    return words(set(lane.call(written)))


def test_english_fits_at_200_percent(
    english_window: MainWindow, english_desk: Desk, lane: Lane, qapp: QApplication
) -> None:
    english_desk.theme.apply(Appearance.LIGHT, 200)
    english_window.resize(1366, 728)
    english_window.activateWindow()
    for place in PLACES:
        english_window.show_page(place)
        lane.settle()
        found = audit(english_window, qapp, looks=False)
        assert [item for item in found if item.rule != "minsize"] == [], place
        assert english_window.minimumSizeHint().width() <= SMALLEST_SCREEN.width(), place
    assert english_window.size() == QSize(1366, 728)


def test_the_search_knows_the_english_words(
    english_window: MainWindow, english_desk: Desk, lane: Lane
) -> None:
    for said, wanted in {
        "missi": "page_mission",
        "create note": "new_tandem_note",
        "bin": "part_trash",
        "lock": "lock",
        "high contr": "look_contrast",
        "handbook": "help",
    }.items():
        assert wanted in {action.id for action in english_window.action_set.find(said)}, said
    assert english_window.action_set.find("Papierkorb") == []
    records = english_desk.session.records
    lane.call(lambda: records.new("mission", {"title": "Lesbare Briefe", "status": "binding"}))
    english_window.search("agreed bind")
    lane.settle()
    (found,) = (shown for shown in english_window.findChildren(RowList) if shown.isVisible())
    assert found.model().rowCount() == 1
    assert str(found.model().index(0, 0).data()) == "Lesbare Briefe"


def unmarked(text: str) -> str:
    """Return what of *text* did not pass through the translation."""
    before = ""
    while before != text:
        before, text = text, re.sub("⟦[^⟦⟧]*⟧", " ", text)
    return text


def data_words(desk: Desk, lane: Lane) -> set[str]:
    """Return the words that forms, catalogues and people wrote."""
    forms = [desk.session.forms[kind] for kind in desk.session.forms]
    catalogues = lane.call(lambda: desk.session.consultations.catalogues)
    return words({*texts_in(forms), *texts_in(catalogues)}) | peoples_words(desk, lane)


@pytest.mark.parametrize("place", PLACES)
def test_every_page_speaks_english(
    english_window: MainWindow, english_desk: Desk, lane: Lane, place: str
) -> None:
    shown = everything_shown(english_window, lane, place)
    said = words({re.sub("„[^“]*“", "", text) for text in shown})  # what is German on purpose
    assert {"Missions", "Overview", "Exchange"} <= said
    assert said & STOP_WORDS - peoples_words(english_desk, lane) == set()

    umlauts = {word for word in said if re.search("[äöüßÄÖÜ]", word)}
    assert umlauts - peoples_words(english_desk, lane) == set()


@pytest.mark.parametrize("place", PLACES)
def test_nothing_is_written_past_the_translation(
    marking: Marking, desk: Desk, lane: Lane, qtbot: QtBot, *, tmp_path: Path, place: str
) -> None:
    assert marking is not None
    window = opened_window(desk, qtbot, lane, tmp_path)
    shown = everything_shown(window, lane, place)
    past = words({unmarked(text) for text in shown})
    assert past - data_words(desk, lane) - NAMES == set()


def test_the_windows_before_a_vault_is_open_are_translated(
    marking: Marking, qtbot: QtBot, theme: Theme, tmp_path: Path
) -> None:
    assert marking is not None
    unlock = UnlockWindow(theme, [tmp_path])
    qtbot.addWidget(unlock)
    wizard = SetupWizard(unlock, theme, tmp_path)
    shown: list[QWidget] = [unlock, wizard]
    past = words({unmarked(text) for widget in shown for text in shown_texts(widget)})
    assert past - words({str(tmp_path)}) == set()


def test_the_first_window_offers_the_other_language(qtbot: QtBot, theme: Theme) -> None:
    unlock = UnlockWindow(theme, [])
    qtbot.addWidget(unlock)
    unlock.show()
    assert not any(b.isVisible() and b.text() for b in unlock.findChildren(QToolButton))
    unlock.offer_language(Language.ENGLISH)
    (switch,) = (b for b in unlock.findChildren(QToolButton) if b.text() == "English")
    with qtbot.waitSignal(unlock.language_chosen) as chosen:
        switch.click()
    assert chosen.args == [Language.ENGLISH]


def test_the_choice_is_kept_and_the_program_starts_anew(
    qtbot: QtBot, theme: Theme, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[list[str]] = []
    monkeypatch.setattr(QProcess, "startDetached", lambda *call: started.append(call[1]))
    settings = Settings(tmp_path / "settings.ini")
    unlock = UnlockWindow(theme, [])
    qtbot.addWidget(unlock)
    _offer_another(Language.GERMAN, unlock, settings, partial(_relaunch, None))
    unlock.language_chosen.emit(Language.ENGLISH)
    assert Settings(tmp_path / "settings.ini").language is Language.ENGLISH
    assert started == [["-m", "innolab_desktop"]]


def test_the_help_speaks_english(english_window: MainWindow) -> None:
    english_window.action_set.action("help").run()
    (shown,) = english_window.findChildren(HelpWindow)
    (page,) = shown.findChildren(TopicView)
    assert page.accessibleName() == "First steps"
    assert "Creating a vault" in page.toPlainText()
