"""Settings hold at once; what IT gives is shown locked; everything works by keyboard."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from innolab_desktop import bootstrap
from innolab_desktop.domain.gender_wording import Wording
from innolab_desktop.domain.language import Language
from innolab_desktop.domain.policy import PolicySource, combine
from innolab_desktop.services.backing_up import BackingUp
from innolab_desktop.services.exchange_models import Carrier
from innolab_desktop.services.exchange_settings import ExchangeSettings
from innolab_desktop.services.lock_settings import LockSettings
from innolab_desktop.ui.appearance_choice import AppearanceChoice
from innolab_desktop.ui.desk import Safeguards
from innolab_desktop.ui.dialogs.settings.settings_dialog import SettingsDialog
from innolab_desktop.ui.help.help_window import HelpWindow
from innolab_desktop.ui.locking.locking import Locking
from innolab_desktop.ui.main_window import MainWindow
from innolab_desktop.ui.secret_clipboard import SecretClipboard
from innolab_desktop.ui.settings import Settings
from innolab_desktop.ui.theme.theme import Appearance
from innolab_desktop.ui.widgets.banner import Banner
from innolab_desktop.ui.widgets.given_line import GivenLine
from ui.accessibility import audit

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from innolab_desktop.ui.desk import Desk
    from innolab_desktop.ui.dialogs.settings.setting_choice import SettingChoice
    from ui.vaults import Lane

GIVEN: dict[str, object] = {
    "language": "en",
    "wording": "pair",
    "auto_lock_minutes": 2,
    "clipboard_clear_seconds": 5,
    "transport_format": "text",
    "part_size_mb": 3,
    "smallest_group": 8,
    "backup_folder": "/srv/sicherungen",
    "dictionary_folder": "/srv/woerter",
    "auto_lok": 5,
}


def under_policy(desk: Desk) -> Desk:
    policy = combine([PolicySource("/etc/vorgaben.toml", GIVEN)])
    session = desk.session
    backups = BackingUp(session.vault, bootstrap.WallClock(), session.notices, policy)
    safekeeping = replace(session.safekeeping, backups=backups)
    return replace(desk, session=replace(session, policy=policy, safekeeping=safekeeping))


def open_settings(window: MainWindow, lane: Lane) -> SettingsDialog:
    QTest.keySequence(window, QKeySequence("Ctrl+,"))
    lane.settle()
    return window.findChildren(SettingsDialog)[0]


def pick(choice: SettingChoice, steps: int) -> None:
    """Move down the list like a person at the keyboard."""
    choice.combo.setFocus()
    for _ in range(abs(steps)):
        QTest.keyClick(choice.combo, Qt.Key.Key_Down if steps > 0 else Qt.Key.Key_Up)


def texts(dialog: SettingsDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


def test_the_looks_change_at_once_and_are_kept(
    window: MainWindow, lane: Lane, tmp_path: Path
) -> None:
    dialog = open_settings(window, lane)
    pick(dialog.looks.appearance, 1)  # the pictures of tests begin in light
    pick(dialog.looks.zoom, 1)
    assert (dialog.theme.appearance, dialog.theme.zoom_percent) == (Appearance.DARK, 115)
    kept = Settings(tmp_path / "settings.ini")
    assert (kept.appearance, kept.zoom_percent) == (Appearance.DARK, 115)
    window.action_set.action("zoom_100").run()
    assert dialog.looks.zoom.value == 100


def test_what_the_vault_keeps_holds_at_once(window: MainWindow, desk: Desk, lane: Lane) -> None:
    vault = open_settings(window, lane).vault
    pick(vault.minutes, 1)
    lane.settle()
    pick(vault.seconds, -1)
    lane.settle()
    pick(vault.carrier, 1)
    lane.settle()
    pick(vault.part_size, -1)
    lane.settle()
    lock, exchange = LockSettings(desk.session.desk), ExchangeSettings(desk.session.desk)
    assert lane.call(lambda: (lock.idle_minutes, lock.clipboard_seconds)) == (10, 15)
    assert lane.call(lambda: exchange.carrier) is Carrier.TEXT
    assert lane.call(lambda: exchange.max_part_bytes) == 3_000_000
    assert (vault.minutes.value, vault.seconds.value, vault.part_size.value) == (10, 15, 3)


def test_the_watches_follow_at_once(
    window: MainWindow, desk: Desk, lane: Lane, qapp: QApplication, qtbot: QtBot, *, tmp_path: Path
) -> None:
    locking, clipboard = Locking(qapp, lane.jobs), SecretClipboard(qapp.clipboard())
    watched = replace(desk, safeguards=Safeguards(locking, clipboard))
    settings = Settings(tmp_path / "settings.ini")
    dialog = SettingsDialog(window, watched, settings, AppearanceChoice(desk.theme, settings))
    qtbot.addWidget(dialog)
    dialog.show()
    lane.settle()
    assert (locking._idle._limit_s, clipboard._timer.interval()) == (5 * 60, 30_000)
    pick(dialog.vault.minutes, 2)
    lane.settle()
    pick(dialog.vault.seconds, -2)
    lane.settle()
    assert (locking._idle._limit_s, clipboard._timer.interval()) == (15 * 60, 10_000)
    locking.end()


def test_another_wording_is_kept_and_explained(
    window: MainWindow, lane: Lane, tmp_path: Path
) -> None:
    dialog = open_settings(window, lane)
    pick(dialog.looks.wording, 3)
    assert Settings(tmp_path / "settings.ini").wording is Wording.NEUTRAL
    assert "sobald Sie das Programm neu starten oder sperren" in texts(dialog)


@pytest.mark.parametrize(("steps", "language"), [(1, Language.ENGLISH), (2, None)])
def test_another_language_is_kept_and_explained(
    window: MainWindow, lane: Lane, tmp_path: Path, steps: int, language: Language | None
) -> None:
    dialog = open_settings(window, lane)
    pick(dialog.looks.language, steps)
    assert Settings(tmp_path / "settings.ini").language is language
    assert "sobald Sie das Programm neu starten oder sperren" in texts(dialog)


def test_the_settings_are_one_window_and_f1_helps(window: MainWindow, lane: Lane) -> None:
    dialog = open_settings(window, lane)
    assert open_settings(window, lane) is dialog
    assert len(window.findChildren(SettingsDialog)) == 1
    QTest.keySequence(dialog, QKeySequence("F1"))
    (shown,) = window.findChildren(HelpWindow)
    assert shown.shown_text.startswith("Einstellungen")


def test_backups_are_one_step_away(window: MainWindow, lane: Lane) -> None:
    dialog = open_settings(window, lane)
    dialog.vault.backups.button.click()
    lane.settle()
    assert any(
        label.text() == "Sicherungen" and label.isVisible() for label in window.findChildren(QLabel)
    )


def test_what_it_gives_is_locked_and_says_so(
    window: MainWindow, desk: Desk, lane: Lane, qtbot: QtBot, tmp_path: Path
) -> None:
    strict = under_policy(desk)
    settings = Settings(tmp_path / "settings.ini")
    looks = AppearanceChoice(desk.theme, settings)
    dialog = SettingsDialog(window, strict, settings, looks)
    qtbot.addWidget(dialog)
    dialog.show()
    lane.settle()
    assert not dialog.looks.wording.combo.isEnabled()
    assert dialog.looks.wording.value is Wording.PAIR
    assert not dialog.looks.language.combo.isEnabled()
    assert dialog.looks.language.value is Language.ENGLISH
    vault = dialog.vault
    assert [vault.minutes.combo.itemText(i) for i in range(vault.minutes.combo.count())] == [
        "nach 1 Minute",
        "nach 2 Minuten",
    ]
    assert not vault.seconds.combo.isEnabled()
    assert vault.part_size.value == 3
    assert vault.carrier.combo.count() == 3
    assert vault.backups.text == str(Path("/srv/sicherungen"))
    words = [line.words for line in dialog.findChildren(GivenLine) if line.isVisible()]
    assert len(words) == 9
    assert "Von Ihrer IT vorgegeben: /srv/woerter" in words
    assert all(word.startswith("Von Ihrer IT vorgegeben") for word in words)
    assert "Von Ihrer IT" in vault.minutes.combo.accessibleDescription()
    shown = texts(dialog)
    assert "ab 8 Antworten aus mindestens 3 Kommunen" in shown
    assert "Die Vorgabe „auto_lok“ wurde nicht verstanden." in shown
    assert "Schreibweise – steht in /etc/vorgaben.toml" in shown


def test_the_window_says_what_was_not_understood(
    desk: Desk, lane: Lane, qtbot: QtBot, tmp_path: Path
) -> None:
    strict = MainWindow(under_policy(desk), Settings(tmp_path / "settings.ini"))
    qtbot.addWidget(strict)
    strict.show()
    lane.settle()
    banners = [banner.text for banner in strict.findChildren(Banner) if banner.isVisible()]
    assert "Die Vorgabe „auto_lok“ Ihrer IT wurde nicht verstanden." in banners


def test_nothing_is_said_where_nothing_is_given(window: MainWindow, lane: Lane) -> None:
    dialog = open_settings(window, lane)
    assert "Ihre IT gibt nichts vor." in texts(dialog)
    assert not any(line.isVisible() for line in dialog.findChildren(GivenLine))
    banners = [banner.text for banner in window.findChildren(Banner) if banner.isVisible()]
    assert not any("Vorgabe" in text for text in banners)


@pytest.mark.parametrize(
    ("appearance", "zoom_percent"),
    [
        (Appearance.LIGHT, 100),
        (Appearance.LIGHT, 200),
        (Appearance.DARK, 100),
        (Appearance.CONTRAST, 100),
    ],
)
@pytest.mark.parametrize("is_strict", [False, True])
def test_it_is_accessible(
    window: MainWindow,
    desk: Desk,
    lane: Lane,
    qapp: QApplication,
    qtbot: QtBot,
    *,
    tmp_path: Path,
    appearance: Appearance,
    zoom_percent: int,
    is_strict: bool,
) -> None:
    desk.theme.apply(appearance, zoom_percent)
    settings = Settings(tmp_path / "settings.ini")
    chosen = under_policy(desk) if is_strict else desk
    dialog = SettingsDialog(window, chosen, settings, AppearanceChoice(desk.theme, settings))
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    lane.settle()
    assert audit(dialog, qapp, looks=zoom_percent == 100) == []
    assert dialog.width() <= window.width()
