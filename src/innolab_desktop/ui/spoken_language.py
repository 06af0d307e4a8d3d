"""Makes Qt and the interface speak one language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator

from innolab_desktop.domain.language import Language

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtCore import QCoreApplication

LANGUAGE_NAMES: Final = {Language.GERMAN: "Deutsch", Language.ENGLISH: "English"}
"""Not for translation: each is found by those who speak it."""

_LOCALES: Final = {
    Language.GERMAN: QLocale(QLocale.Language.German, QLocale.Country.Germany),
    Language.ENGLISH: QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom),
}


def system_language(system: QLocale | None = None) -> Language:
    """Return the language of the system if the program speaks it, German otherwise."""
    spoken = (system or QLocale.system()).language()
    is_english = spoken == QLocale.Language.English
    return Language.ENGLISH if is_english else Language.GERMAN


def shown_language() -> Language:
    """Return the language that :meth:`SpokenLanguage.speak` was last asked for."""
    return system_language(QLocale())


class SpokenLanguage:
    """Exchanges the translators of the application.

    Args:
        app: the application.
        translations: the folder with a folder for each language but German.
    """

    def __init__(self, app: QCoreApplication, translations: Path) -> None:
        self._app = app
        self._translations = translations
        self._installed: list[QTranslator] = []

    def speak(self, language: Language) -> bool:
        """Speak *language* in every text that is shown from now on.

        Returns:
            Whether all of its texts were found.
        """
        self.silence()
        locale = _LOCALES[language]
        QLocale.setDefault(locale)
        standard, ours = QTranslator(self._app), QTranslator(self._app)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        is_complete = standard.load(locale, "qtbase", "_", folder)
        self._installed = [standard]
        if language is not Language.GERMAN:
            is_complete &= ours.load("interface.qm", str(self._translations / language))
            self._installed.append(ours)
        for translator in self._installed:
            self._app.installTranslator(translator)
        return is_complete

    def silence(self) -> None:
        """Show texts as they are written, and Qt's in English."""
        for translator in self._installed:
            self._app.removeTranslator(translator)
        self._installed = []
