"""A date that may stay empty: typed as TT.MM.JJJJ or picked from a calendar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtWidgets import QCalendarWidget, QDialog, QSizePolicy, QWidget

from innolab_desktop.formdefs.german_dates import format_date, parse_date
from innolab_desktop.ui.widgets.boxes import column, row
from innolab_desktop.ui.widgets.text_line import TextLine
from innolab_desktop.ui.widgets.tool_button import ToolButton

if TYPE_CHECKING:
    from innolab_desktop.ui.theme.theme import Theme


class DateField(QWidget):
    """A line for the date and a button that opens a calendar.

    ``edited`` fires with every change of the text; ``line`` is the field that labels name.
    """

    edited = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = TextLine()
        self.line.setPlaceholderText(self.tr("TT.MM.JJJJ"))
        self.line.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._button = ToolButton(theme, "calendar-event", self.tr("Kalender öffnen"))
        content = row(self.line, self._button, spacing=0.2)
        content.setStretch(0, 1)
        self.setLayout(content)
        self.line.textEdited.connect(self.edited)
        self.line.editingFinished.connect(self._tidy)
        self._button.clicked.connect(self._open_calendar)

    def set_name(self, name: str) -> None:
        """Name line and button for screen readers."""
        self.line.setAccessibleName(name)
        self._button.setAccessibleName(self.tr("Kalender öffnen: {0}").format(name))

    def set_enabled(self, enabled: bool) -> None:  # noqa: FBT001 - a setter in Qt's manner
        """Allow or forbid changes."""
        self.line.setReadOnly(not enabled)
        self._button.setEnabled(enabled)

    @property
    def text(self) -> str:
        """What stands in the line."""
        return self.line.text()

    def iso_date(self) -> str | None:
        """Return the date in the line, None where it is empty or no date."""
        return parse_date(self.text)

    def set_iso_date(self, value: str | None) -> None:
        """Show *value*."""
        self.show_text(format_date(value) if value else "")

    def show_text(self, text: str) -> None:
        """Show *text*, which may be no date."""
        if text != self.text:
            self.line.setText(text)

    def _tidy(self) -> None:
        # What is not a date stays as typed; the form says what is wrong with it.
        if day := self.iso_date():
            self.set_iso_date(day)

    def _open_calendar(self) -> None:
        dialog = QDialog(self, Qt.WindowType.Popup)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(self.tr("Datum wählen"))
        calendar = QCalendarWidget(dialog)
        calendar.setLocale(QLocale())
        calendar.setAccessibleName(self.tr("Kalender"))
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        if shown := self.iso_date():
            calendar.setSelectedDate(QDate.fromString(shown, Qt.DateFormat.ISODate))

        def take(picked: QDate) -> None:
            self.set_iso_date(picked.toString(Qt.DateFormat.ISODate))
            self.edited.emit()
            dialog.close()
            self.line.setFocus()

        calendar.clicked.connect(take)
        calendar.activated.connect(take)
        dialog.setLayout(column(calendar, margins=0.2))
        dialog.move(self.mapToGlobal(self.rect().bottomLeft()))
        dialog.show()
        calendar.setFocus()
