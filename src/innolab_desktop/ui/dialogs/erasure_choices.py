"""What every erasure asks: why, and whether the backups are cleaned as well."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from innolab_desktop.ui.theme.fonts import TypeSize
from innolab_desktop.ui.widgets.boxes import column, panel
from innolab_desktop.ui.widgets.choice_line import ChoiceLine
from innolab_desktop.ui.widgets.combo_box import ComboBox
from innolab_desktop.ui.widgets.plain_label import PlainLabel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from innolab_desktop.ui.desk import Desk


def reason_choice(desk: Desk) -> ComboBox:
    """Return the reasons of the catalogue to choose from; none is chosen yet."""
    reasons = ComboBox(desk.theme)
    reasons.addItem(QCoreApplication.translate("EraseDialog", "Bitte auswählen"), "")
    for code, label in desk.session.erasing.reasons.offered.items():
        reasons.addItem(label, code)
    return reasons


def backups_choice(desk: Desk) -> ChoiceLine:
    """Return whether the backups of this device are cleaned as well: yes, unless told not to."""
    text = QCoreApplication.translate(
        "EraseDialog", "Auch aus den Sicherungen auf diesem Gerät entfernen"
    )
    choice = ChoiceLine(desk.theme, text)
    choice.set_checked(True)
    return choice


def labelled(text: str, field: QWidget) -> QWidget:
    """Return *field* under its label."""
    label = PlainLabel(text, size=TypeSize.LABEL)
    label.setBuddy(field)
    field.setAccessibleName(text)
    return panel(column(label, field, spacing=0.25))
