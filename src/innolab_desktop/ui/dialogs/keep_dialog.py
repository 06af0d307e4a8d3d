"""Weiter aufbewahren: until which day nobody needs to look at a record again."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from innolab_desktop.ui.dialogs.base_dialog import BaseDialog
from innolab_desktop.ui.theme.fonts import TypeSize
from innolab_desktop.ui.theme.tokens import Tone
from innolab_desktop.ui.widgets.banner import Banner
from innolab_desktop.ui.widgets.boxes import column
from innolab_desktop.ui.widgets.button import Button
from innolab_desktop.ui.widgets.date_field import DateField
from innolab_desktop.ui.widgets.plain_label import PlainLabel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from innolab_desktop.ui.theme.theme import Theme


class KeepDialog(BaseDialog):
    """Asks for the day of the next review.

    Signals:
        chosen: the day, a ``date`` in the future.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget, theme: Theme, title: str, today: date) -> None:
        super().__init__(parent, theme, self.tr("Weiter aufbewahren"))
        self._today = today
        self._error = Banner(theme, Tone.BAD)
        self._day = DateField(theme)
        label = PlainLabel(self.tr("Wieder prüfen am"), size=TypeSize.LABEL)
        label.setBuddy(self._day.line)
        self._day.set_name(label.text())
        confirm = Button(theme, self.tr("Aufbewahren"), "check", primary=True)
        confirm.clicked.connect(self._submit)
        cancel = Button(theme, self.tr("Abbrechen"))
        cancel.clicked.connect(self.reject)
        content = column(
            PlainLabel(title), self._error, column(label, self._day, spacing=0.25), spacing=0.7
        )
        self.assemble(content, cancel, confirm)
        self._day.line.setFocus()

    def _submit(self) -> None:
        iso = self._day.iso_date()
        day = date.fromisoformat(iso) if iso else self._today
        if day <= self._today:
            self._error.show_message(self.tr("Bitte geben Sie einen Tag nach heute an."), Tone.BAD)
            self._day.line.setFocus()
            return
        self.chosen.emit(day)
        self.accept()
