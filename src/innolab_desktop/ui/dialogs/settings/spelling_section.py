"""Spell checking: on or off, where the dictionary lies, and the remembered words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from innolab_desktop.services.spelling import SpellingState
from innolab_desktop.ui.dialogs.settings.section_card import section_card
from innolab_desktop.ui.dialogs.settings.setting_choice import SettingChoice
from innolab_desktop.ui.widgets.boxes import column, panel, row
from innolab_desktop.ui.widgets.button import Button
from innolab_desktop.ui.widgets.given_line import GivenLine
from innolab_desktop.ui.widgets.muted import Muted

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from innolab_desktop.services.spelling import Spelling
    from innolab_desktop.ui.desk import Desk


@dataclass(frozen=True, slots=True)
class _Found:
    state: SpellingState
    is_wanted: bool
    place: Path | None
    own_words: tuple[str, ...]


class SpellingSection(QWidget):
    """One card; what is chosen holds at once."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._spelling: Spelling = desk.session.spelling
        self.choice = SettingChoice(desk.theme, self.tr("Falsch geschriebene Wörter"))
        self.choice.chosen.connect(self._take)
        self.words = Muted()
        self.forget = Button(desk.theme, self.tr("Gemerkte Wörter vergessen"), "eraser")
        self.forget.clicked.connect(lambda: self._change(self._spelling.forget_words))
        own = panel(row(self.forget, None))
        given = GivenLine(desk.theme)
        title = self.tr("Rechtschreibung")
        card = section_card(title, self.choice, self.words, given, own)
        self._given = desk.session.policy.dictionary_folder
        if self._given is not None:
            given.show_words(self.tr("Von Ihrer IT vorgegeben: {0}").format(self._given))
        self.setLayout(column(card))
        self._read()

    def _read(self) -> None:
        spelling = self._spelling

        def read() -> _Found:
            return _Found(spelling.state, spelling.is_wanted, spelling.place, spelling.own_words())

        self._desk.jobs.run(self, lambda _job: read(), self._show)

    def _show(self, found: _Found) -> None:
        choices = [(self.tr("Rot unterstreichen"), True), (self.tr("Nicht prüfen"), False)]
        self.choice.show_choices(choices, found.is_wanted)
        self.words.setText(self._sentence(found))
        self.forget.setVisible(bool(found.own_words))

    def _sentence(self, found: _Found) -> str:
        if found.state is SpellingState.NO_LIBRARY:
            return self.tr("In dieser Ausgabe des Programms fehlt die Rechtschreibprüfung.")
        if found.state is SpellingState.NO_DICTIONARY and self._given is not None:
            return self.tr("Im Ordner, den Ihre IT vorgibt, liegt kein deutsches Wörterbuch.")
        if found.state is SpellingState.NO_DICTIONARY:
            return self.tr(
                "Auf diesem Rechner liegt kein deutsches Wörterbuch. Ihre IT kann de_DE.dic und "
                "de_DE.aff in den Ordner „dictionaries“ des Programms legen; LibreOffice bringt "
                "sie mit."
            )
        text = self.tr("Wörterbuch: {0}. Gemerkte Wörter im Tresor: {1}.")
        return text.format(found.place, len(found.own_words))

    def _take(self, wanted: object) -> None:
        spelling = self._spelling
        self._change(lambda: spelling.want(bool(wanted)))

    def _change(self, change: Callable[[], None]) -> None:
        self._desk.jobs.run(self, lambda _job: change(), lambda _nothing: self._on_changed())

    def _on_changed(self) -> None:
        if self._desk.spelling is not None:
            self._desk.spelling.forget()
        self._read()
