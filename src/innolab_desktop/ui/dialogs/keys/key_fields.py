"""The fields for what opens a vault: which sort of key it is, and what belongs to it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from innolab_desktop.services.given_key import (
    GivenCode,
    GivenEscrow,
    GivenPassphrase,
    KeyringAsked,
)
from innolab_desktop.services.key_ports import ESCROW, KEYRING, PASSPHRASE, RECOVERY
from innolab_desktop.ui.dialogs.file_choice import choose_file
from innolab_desktop.ui.theme.fonts import TypeSize
from innolab_desktop.ui.widgets.boxes import column, panel, row
from innolab_desktop.ui.widgets.button import Button
from innolab_desktop.ui.widgets.combo_box import ComboBox
from innolab_desktop.ui.widgets.muted import Muted
from innolab_desktop.ui.widgets.password_field import PasswordField
from innolab_desktop.ui.widgets.plain_label import PlainLabel
from innolab_desktop.ui.widgets.text_line import TextLine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from innolab_desktop.services.given_key import GivenKey
    from innolab_desktop.ui.theme.theme import Theme


class KeyFields(QWidget):
    """Asks for one key; which sort, only where there are several.

    Args:
        theme: of the fields.
        slot_types: the sorts that are offered, the first one chosen.

    Signals:
        submitted: Return was pressed in a field.
    """

    submitted = Signal()

    def __init__(self, theme: Theme, slot_types: Sequence[str]) -> None:
        super().__init__()
        self._theme = theme
        self._types = tuple(slot_types)
        self._sort = ComboBox(theme)
        self._sort.addItems([_sort_name(name) for name in self._types])
        self._passphrase = PasswordField(theme, self.tr("Passwortsatz"))
        self._code = TextLine()
        self._file = TextLine()
        self._file_passphrase = PasswordField(theme, self.tr("Passwortsatz der Datei"))
        self._blocks = {
            PASSPHRASE: _block(self.tr("Passwortsatz"), self._passphrase, self._passphrase.line),
            RECOVERY: _block(self.tr("Wiederherstellungscode"), self._code, self._code),
            KEYRING: self._keyring_block(),
            ESCROW: self._escrow_block(),
        }
        sort = _block(self.tr("Womit öffnen?"), self._sort, self._sort)
        sort.setVisible(len(self._types) > 1)
        self.setLayout(column(sort, *self._blocks.values(), spacing=0.7))
        for line in (self._passphrase, self._file_passphrase):
            line.submitted.connect(self.submitted)
        self._code.returnPressed.connect(self.submitted)
        self._sort.currentIndexChanged.connect(self._show_chosen)
        self._show_chosen()

    @property
    def given(self) -> GivenKey:
        """What was typed and chosen."""
        given: dict[str, GivenKey] = {
            PASSPHRASE: GivenPassphrase(self._passphrase.text),
            RECOVERY: GivenCode(self._code.text()),
            KEYRING: KeyringAsked(),
            ESCROW: GivenEscrow(Path(self._file.text()), self._file_passphrase.text),
        }
        return given[self._chosen]

    def problem(self) -> str:
        """Say what is missing, empty if nothing is; the keyboard goes where it is missing."""
        for line, sentence in self._needed():
            if not line.text().strip():
                line.setFocus()
                return sentence
        return ""

    def choose(self, slot_type: str) -> None:
        """Choose a sort of key."""
        self._sort.setCurrentIndex(self._types.index(slot_type))

    def take_file(self, path: Path) -> None:
        """Take the secret file of an escrow key."""
        self._file.setText(str(path))
        self._file_passphrase.line.setFocus()

    def take_keyboard(self) -> None:
        """Go to the first field."""
        for line, _sentence in self._needed()[:1]:
            line.setFocus()

    @property
    def _chosen(self) -> str:
        return self._types[self._sort.currentIndex()]

    def _needed(self) -> tuple[tuple[QLineEdit, str], ...]:
        """Return the fields that must not be empty, and what is said if one is."""
        passphrase = self.tr("Bitte geben Sie Ihren Passwortsatz ein.")
        code = self.tr("Bitte geben Sie den Wiederherstellungscode ein.")
        file = self.tr("Bitte wählen Sie die geheime Datei des Hinterlegungsschlüssels.")
        of_file = self.tr("Bitte geben Sie den Passwortsatz dieser Datei ein.")
        needed = {
            PASSPHRASE: ((self._passphrase.line, passphrase),),
            RECOVERY: ((self._code, code),),
            ESCROW: ((self._file, file), (self._file_passphrase.line, of_file)),
        }
        return needed.get(self._chosen, ())

    def _keyring_block(self) -> QWidget:
        note = Muted(self.tr("Der Schlüsselspeicher dieses Rechners wird gefragt."))
        return panel(column(note))

    def _escrow_block(self) -> QWidget:
        label = self.tr("Geheime Datei des Hinterlegungsschlüssels")
        browse = Button(self._theme, self.tr("Datei wählen …"), "folder")
        browse.clicked.connect(self._browse)
        line = row(self._file, browse)
        line.setStretch(0, 1)
        file = _block(label, panel(line), self._file)
        passphrase = self._file_passphrase
        word = _block(self.tr("Passwortsatz der Datei"), passphrase, passphrase.line)
        return panel(column(file, word, spacing=0.7))

    def _browse(self) -> None:
        title = self.tr("Geheime Datei des Hinterlegungsschlüssels")
        choose_file(self, title, self.tr("Hinterlegungsschlüssel (*.json)"), self.take_file)

    def _show_chosen(self) -> None:
        for name, block in self._blocks.items():
            block.setVisible(name == self._chosen)


def _sort_name(slot_type: str) -> str:
    names = {
        PASSPHRASE: QCoreApplication.translate("KeyFields", "Passwortsatz"),
        RECOVERY: QCoreApplication.translate("KeyFields", "Wiederherstellungscode"),
        KEYRING: QCoreApplication.translate("KeyFields", "Schlüsselspeicher dieses Rechners"),
        ESCROW: QCoreApplication.translate("KeyFields", "Hinterlegungsschlüssel einer Stelle"),
    }
    return names[slot_type]


def _block(label: str, content: QWidget, buddy: QWidget) -> QWidget:
    """Return *content* below a label that names *buddy*."""
    name = PlainLabel(label, size=TypeSize.LABEL)
    name.setBuddy(buddy)
    buddy.setAccessibleName(label)
    return panel(column(name, content, spacing=0.25))
