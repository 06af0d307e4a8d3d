"""How the program looks and writes: kept for this account, not in the vault."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from innolab_desktop.domain.gender_wording import Wording
from innolab_desktop.ui.dialogs.settings.section_card import section_card
from innolab_desktop.ui.dialogs.settings.setting_choice import SettingChoice
from innolab_desktop.ui.spoken_language import LANGUAGE_NAMES
from innolab_desktop.ui.theme.theme import ZOOM_STEPS_PERCENT, Appearance
from innolab_desktop.ui.widgets.boxes import column

if TYPE_CHECKING:
    from innolab_desktop.domain.language import Language
    from innolab_desktop.domain.policy import Policy
    from innolab_desktop.ui.appearance_choice import AppearanceChoice
    from innolab_desktop.ui.settings import Settings
    from innolab_desktop.ui.theme.theme import Theme

_EXAMPLES: Final = {
    Wording.STAR: "Berater*innen",
    Wording.COLON: "Berater:innen",
    Wording.PAIR: "Beraterinnen und Berater",
    Wording.NEUTRAL: "beratende Personen",
}
"""Not for translation: they show the ways to write."""


class LooksSection(QWidget):
    """Appearance, size of text, language, way of writing.

    Signals:
        speech_chosen: the person chose another language or way of writing; it holds from the
            next start.
    """

    speech_chosen = Signal()

    def __init__(
        self, theme: Theme, looks: AppearanceChoice, settings: Settings, policy: Policy
    ) -> None:
        super().__init__()
        self._theme = theme
        self._looks = looks
        self._settings = settings
        self.appearance = SettingChoice(theme, self.tr("Farben"))
        self.zoom = SettingChoice(theme, self.tr("Textgröße"))
        self.language = SettingChoice(
            theme,
            self.tr("Sprache"),
            self.tr("Die Befehlszeile ist auf Deutsch."),
        )
        self.wording = SettingChoice(
            theme,
            self.tr("Schreibweise"),
            self.tr(
                "Für alle deutschen Texte des Programms, auch im Ausdruck. Was Menschen "
                "geschrieben haben, bleibt, wie es ist."
            ),
        )
        self.appearance.chosen.connect(looks.take_appearance)
        self.zoom.chosen.connect(looks.zoom_to)
        self.language.chosen.connect(self._take_language)
        self.wording.chosen.connect(self._take_wording)
        self.setLayout(
            column(
                section_card(self.tr("Darstellung"), self.appearance, self.zoom),
                section_card(self.tr("Sprache"), self.language, self.wording),
                spacing=0.9,
            )
        )
        self._show_language(policy)
        self._show_wording(policy)
        self._show_looks()
        theme.changed.connect(self._show_looks)

    def _show_looks(self) -> None:
        names = {
            Appearance.SYSTEM: self.tr("Wie das System"),
            Appearance.LIGHT: self.tr("Hell"),
            Appearance.DARK: self.tr("Dunkel"),
            Appearance.CONTRAST: self.tr("Hoher Kontrast"),
        }
        choices = [(names[appearance], appearance) for appearance in Appearance]
        self.appearance.show_choices(choices, self._theme.appearance)
        zoom = self._theme.zoom_percent
        steps = sorted({*ZOOM_STEPS_PERCENT, zoom})
        self.zoom.show_choices([(f"{step} %", step) for step in steps], zoom)

    def _show_language(self, policy: Policy) -> None:
        choices: list[tuple[str, Language | None]] = [
            *((name, language) for language, name in LANGUAGE_NAMES.items()),
            (self.tr("Wie das System"), None),
        ]
        self.language.show_choices(choices, policy.language or self._settings.language)
        if policy.language is not None:
            self.language.show_given(self.tr("Von Ihrer IT vorgegeben"), fixed=True)

    def _show_wording(self, policy: Policy) -> None:
        names = {
            Wording.STAR: self.tr("Stern"),
            Wording.COLON: self.tr("Doppelpunkt"),
            Wording.PAIR: self.tr("Paarform"),
            Wording.NEUTRAL: self.tr("Neutral"),
        }
        choices = [(f"{names[way]}: {example}", way) for way, example in _EXAMPLES.items()]
        self.wording.show_choices(choices, policy.wording or self._settings.wording)
        if policy.wording is not None:
            self.wording.show_given(self.tr("Von Ihrer IT vorgegeben"), fixed=True)

    def _take_language(self, language: Language | None) -> None:
        self._settings.language = language
        self.speech_chosen.emit()

    def _take_wording(self, wording: Wording) -> None:
        self._settings.wording = wording
        self.speech_chosen.emit()
