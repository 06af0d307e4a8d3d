"""A new passphrase, typed twice, with its strength."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from innolab_desktop.ui.theme.fonts import TypeSize
from innolab_desktop.ui.widgets.boxes import column
from innolab_desktop.ui.widgets.password_field import PasswordField
from innolab_desktop.ui.widgets.plain_label import PlainLabel
from innolab_desktop.ui.widgets.strength_meter import (
    SHORTEST_PASSPHRASE,
    StrengthMeter,
    passphrase_strength,
)

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLayout

    from innolab_desktop.ui.theme.theme import Theme


class PassphraseFields(QWidget):
    """Two fields and a meter; `problem` says what is wrong with them.

    Args:
        least: how many characters are needed.
    """

    def __init__(self, theme: Theme, least: int = SHORTEST_PASSPHRASE) -> None:
        super().__init__()
        self._least = least
        self._first = PasswordField(theme, self.tr("Neuer Passwortsatz"))
        self._second = PasswordField(theme, self.tr("Neuer Passwortsatz wiederholen"))
        self._strength = StrengthMeter(least)
        self._first.edited.connect(self._judge)
        self.setLayout(
            column(
                labelled(self.tr("Neuer Passwortsatz"), self._first),
                self._strength,
                labelled(self.tr("Neuer Passwortsatz wiederholen"), self._second),
                spacing=0.7,
            )
        )

    @property
    def text(self) -> str:
        """The passphrase, once `problem` is silent."""
        return self._first.text

    def problem(self) -> str:
        """Return what is wrong, and go to the field; empty when all is well."""
        if passphrase_strength(self._first.text, self._least) == 0:
            self._first.line.setFocus()
            return self.tr("Der Passwortsatz ist zu kurz oder zu eintönig.")
        if self._first.text != self._second.text:
            self._second.line.setFocus()
            return self.tr("Die beiden Passwortsätze sind verschieden.")
        return ""

    def _judge(self) -> None:
        self._strength.show_strength(self._first.text)


def labelled(text: str, field: PasswordField) -> QLayout:
    """Return *field* below its label."""
    label = PlainLabel(text, size=TypeSize.LABEL)
    label.setBuddy(field.line)
    return column(label, field, spacing=0.25)
