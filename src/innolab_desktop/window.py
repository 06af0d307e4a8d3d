"""The composition root of the window: its adapters, its language, its folders."""

from __future__ import annotations

import gc
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QProcess, QTimer
from PySide6.QtWidgets import QApplication

from innolab_desktop import paths
from innolab_desktop.bootstrap import Surroundings, load_speech, load_wording, read_policy
from innolab_desktop.domain.language import Language
from innolab_desktop.domain.policy import NO_POLICY
from innolab_desktop.gate import Gate
from innolab_desktop.services.error_catalogue import read_catalogue
from innolab_desktop.services.hint_catalogue import read_hints
from innolab_desktop.ui.app import Desktop, install_excepthook
from innolab_desktop.ui.locking.lock_reason import LockReason, option_of, reason_in
from innolab_desktop.ui.settings import Settings
from innolab_desktop.ui.single_instance import SingleInstance, known_files, session_name
from innolab_desktop.ui.spoken_language import SpokenLanguage, system_language
from innolab_desktop.ui.wording_translator import WordingTranslator

if TYPE_CHECKING:
    from collections.abc import Callable

    from innolab_desktop.domain.policy import Policy
    from innolab_desktop.ui.dialogs.unlock_window import UnlockWindow


_OTHER: Final = {Language.GERMAN: Language.ENGLISH, Language.ENGLISH: Language.GERMAN}


def run() -> int:
    """Run the window until it is closed; files on the command line are read in it."""
    app = QApplication(sys.argv)
    app.setApplicationName("InnoLab Desktop")
    files = [Path(name).absolute() for name in app.arguments()[1:] if not name.startswith("-")]
    instance = SingleInstance(session_name(), app)
    if not instance.claim(files):
        return 0
    data_dir = paths.user_data_dir()
    locked = reason_in(app.arguments())
    settings = Settings(data_dir / "settings.ini")
    policy = read_policy()
    language = policy.language or settings.language or system_language()
    SpokenLanguage(app, _translations()).speak(language)
    desktop = compose(
        app, settings, data_dir, instance, locked=locked, policy=policy, language=language
    )
    desktop.hand_over(known_files([str(path) for path in files]))
    desktop.entered.connect(_collect_garbage)
    install_excepthook(desktop)
    desktop.show()
    return app.exec()


def show_once(folder: Path) -> str:
    """Show the first window for a moment, with everything it keeps in *folder*.

    Returns:
        What was seen, for the self-test.

    Raises:
        RuntimeError: texts of a language are missing, or nothing was painted.
    """
    app = QApplication(sys.argv[:1])
    spoken = SpokenLanguage(app, _translations())
    for language in (Language.ENGLISH, Language.GERMAN):
        if not spoken.speak(language):
            raise RuntimeError(f"translations: {language}")
    desktop = compose(app, Settings(folder / "settings.ini"), folder)
    desktop.show()
    QTimer.singleShot(500, app.quit)
    app.exec()
    picture = desktop.unlock_window.grab()
    if picture.isNull():
        raise RuntimeError("nothing painted")
    size = f"{picture.width()} × {picture.height()}"
    return f"{app.platformName()}, {size} Pixel, Deutsch und Englisch"


def _translations() -> Path:
    return paths.resources_dir() / "translations"


def compose(
    app: QApplication,
    settings: Settings,
    vaults_dir: Path,
    instance: SingleInstance | None = None,
    *,
    locked: LockReason | None = None,
    policy: Policy = NO_POLICY,
    language: Language = Language.GERMAN,
) -> Desktop:
    """Return the windows with everything they need.

    Args:
        app: the application.
        settings: what this computer remembers.
        vaults_dir: where vaults are offered.
        instance: hears of later starts.
        locked: why the process before this one ended, if it locked a vault.
        policy: what IT prescribes.
        language: what the application speaks.
    """
    resources = paths.resources_dir()
    surroundings = Surroundings(policy, policy.wording or settings.wording, language)
    wording = load_wording(surroundings.wording)
    if wording and language is Language.GERMAN:
        app.installTranslator(WordingTranslator(wording, app))
    speech = load_speech(surroundings.wording, surroundings.language)

    desktop = Desktop(
        app,
        Gate(surroundings=surroundings),
        settings,
        read_catalogue(resources / "errors.toml", speech),
        hints=read_hints(resources / "hints.toml", speech),
        icons_dir=resources / "icons",
        vaults_dir=policy.vault_folder or vaults_dir,
        relaunch=partial(_relaunch, instance),
        locked=locked,
        wording=wording,
    )
    if policy.language is None:
        _offer_another(language, desktop.unlock_window, settings, partial(_relaunch, instance))
    if instance is not None:
        instance.called.connect(desktop.hand_over)
    return desktop


def _offer_another(
    language: Language, window: UnlockWindow, settings: Settings, relaunch: Callable[[], None]
) -> None:
    """Let the first window offer another language than the one that is spoken."""

    def speak(chosen: Language) -> None:
        settings.language = chosen
        relaunch()
        QCoreApplication.quit()

    window.offer_language(_OTHER[language])
    window.language_chosen.connect(speak)


def _relaunch(instance: SingleInstance | None, reason: LockReason | None = None) -> None:
    """Start the program anew; this process is about to end."""
    if instance is not None:
        instance.release()
    told = [option_of(reason)] if reason else []
    QProcess.startDetached(sys.executable, [*_own_arguments(), *told])


def _own_arguments() -> list[str]:
    """Return the arguments that start this program again."""
    return [] if getattr(sys, "frozen", False) else ["-m", "innolab_desktop"]


def _collect_garbage() -> None:
    """Let the collector work again, on what is new from here on."""
    gc.freeze()
    gc.enable()
