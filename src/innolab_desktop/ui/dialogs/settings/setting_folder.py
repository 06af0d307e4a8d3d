"""One setting that is a folder: where it is, and a button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from innolab_desktop.ui.theme.fonts import TypeSize
from innolab_desktop.ui.visible_text import single_line
from innolab_desktop.ui.widgets.boxes import column, row
from innolab_desktop.ui.widgets.button import Button
from innolab_desktop.ui.widgets.given_line import GivenLine
from innolab_desktop.ui.widgets.muted import Muted
from innolab_desktop.ui.widgets.plain_label import PlainLabel

if TYPE_CHECKING:
    from pathlib import Path

    from innolab_desktop.ui.theme.theme import Theme


class SettingFolder(QWidget):
    """A label above the folder and what can be done about it.

    Signals:
        requested: the person wants to change it.
    """

    requested = Signal()

    def __init__(self, theme: Theme, label: str, action: str) -> None:
        super().__init__()
        self._folder = Muted()
        self._folder.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.button = Button(theme, action, "folder")
        self.button.setAccessibleName(f"{label}: {action}")
        self.button.clicked.connect(self.requested)
        self._given = GivenLine(theme)
        line = row(self._folder, self.button, spacing=0.6)
        line.setStretch(0, 1)
        name = PlainLabel(label, size=TypeSize.LABEL)
        self.setLayout(column(name, line, self._given, spacing=0.25))

    @property
    def text(self) -> str:
        """What is shown of the folder."""
        return self._folder.text()

    def show_folder(self, folder: Path | None, otherwise: str) -> None:
        """Show *folder*, or *otherwise* without one."""
        self._folder.setText(otherwise if folder is None else single_line(str(folder)))

    def show_given(self, words: str) -> None:
        """Say what IT prescribes."""
        self._given.show_words(words)
