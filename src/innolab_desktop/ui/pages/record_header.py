"""The head of an open record: title, state, where it lives, and its tools."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolButton, QWidget

from innolab_desktop.services.calendar_export import EVENT
from innolab_desktop.ui.newer_sentence import newer_sentence
from innolab_desktop.ui.pages.guided_flows import flow_label
from innolab_desktop.ui.record_status import status_chip
from innolab_desktop.ui.release_sentence import release_sentence
from innolab_desktop.ui.space_names import space_audience, space_label
from innolab_desktop.ui.theme.fonts import TypeSize
from innolab_desktop.ui.theme.tokens import Tone
from innolab_desktop.ui.visible_text import single_line, without_mnemonic
from innolab_desktop.ui.widgets.boxes import column, row
from innolab_desktop.ui.widgets.button import Button
from innolab_desktop.ui.widgets.chip import Chip
from innolab_desktop.ui.widgets.heading import Heading
from innolab_desktop.ui.widgets.muted import Muted
from innolab_desktop.ui.widgets.one_line import OneLine
from innolab_desktop.ui.widgets.tool_button import ToolButton

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import SignalInstance
    from PySide6.QtGui import QAction

    from innolab_desktop.formdefs.definition import FormDefinition
    from innolab_desktop.services.reporting import ReportInfo
    from innolab_desktop.ui.models.opened_record import OpenedRecord
    from innolab_desktop.ui.theme.theme import Theme

_AS_TEXT: Final = ".docx"
_FORM_OUT, _FORM_IN = "form:out", "form:in"


class RecordHeader(QWidget):
    """Title and tools in one line, state and space in the next.

    Signals:
        print_requested: name of a report.
        text_requested: name of a report that is wanted as a text document.
        form_requested: a form to be filled in is wanted.
        form_offered: a filled form is to be read.
        section_chosen: id of a section of the form.
        erase_requested: id of the field that is to go for good, "" for the whole record.
        run_requested: the guided flow is to lead through the record.
    """

    print_requested = Signal(str)
    text_requested = Signal(str)
    form_requested = Signal()
    form_offered = Signal()
    calendar_requested = Signal()
    release_requested = Signal()
    delete_requested = Signal()
    section_chosen = Signal(str)
    erase_requested = Signal(str)
    run_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.back = ToolButton(theme, "chevron-left", self.tr("Zur Liste"))
        self.back.hide()
        self._title = Heading()
        self._chip = Chip(theme, "", Tone.INFO)
        self._chip.hide()
        self._space = Muted()
        self._place, self._readers = "", ""
        self._is_short = False
        self._newer = Muted()
        self._newer.hide()
        self._state = Muted()
        self._state.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._saved = ""
        self._title_line, self._state_line = OneLine(self._title), OneLine(self._state)
        self._sections = self._menu_button(theme, "menu-2", self.tr("Zu einem Abschnitt gehen"))
        name = self.tr("Als PDF oder Textdokument ausgeben")
        self._reports = self._menu_button(theme, "file-type-pdf", name)
        self._sections.menu().triggered.connect(self._on_section)
        self._reports.menu().triggered.connect(self._on_report)
        self._run = Button(theme, "", "checklist", primary=True)
        self._run.clicked.connect(self.run_requested)
        self._run.hide()
        self._release = ToolButton(theme, "upload", self.tr("Freigeben …"))
        self._release.clicked.connect(self.release_requested)
        self._delete = ToolButton(theme, "trash", self.tr("In den Papierkorb legen"))
        self._delete.clicked.connect(self.delete_requested)
        self._erase = self._menu_button(theme, "eraser", self.tr("Endgültig löschen"))
        self._erase.menu().triggered.connect(self._on_erase)
        self._calendar = ToolButton(theme, "calendar-event", self.tr("Als Kalenderdatei ausgeben"))
        self._calendar.clicked.connect(self.calendar_requested)
        written = (self._reports, self._calendar)
        tools = (self._sections, *written, self._release, self._delete, self._erase)
        first = row(self.back, self._title, *tools, spacing=0.4)
        first.setStretch(1, 1)
        where = column(self._state, self._space, spacing=0.1)
        second = row(self._chip, where, self._run, spacing=0.7)
        second.setStretch(1, 1)
        self.setLayout(column(first, second, self._newer, spacing=0.4))

    @property
    def actions(self) -> tuple[SignalInstance, ...]:
        """What tells that something is to be done with the record."""
        papers = (self.print_requested, self.text_requested, self.calendar_requested)
        forms = (self.form_requested, self.form_offered)
        ends = (self.release_requested, self.delete_requested, self.erase_requested)
        return (*papers, *forms, *ends, self.run_requested)

    def show_record(self, opened: OpenedRecord) -> None:
        """Show title, state and space of a record."""
        definition, values = opened.definition, opened.record.values
        title = single_line(definition.title_of(values)) or self.tr("Ohne Titel")
        self._title_line.set_text(title)
        status = values.get("status")
        chip = status_chip(definition, status) if isinstance(status, str) else None
        self._chip.setVisible(chip is not None)
        if chip is not None:
            self._chip.set_status(*chip)
        if opened.space is not None:
            self._place = space_label(opened.space)
            readers = f"{space_audience(opened.space)} {release_sentence(opened.trail)}"
            self._readers = readers.rstrip()
            self._show_place()
        newer = newer_sentence(opened.record, definition)
        self._newer.setText(newer)
        self._newer.setVisible(bool(newer))
        self._run.setText(flow_label(definition.id))
        self._run.setVisible(bool(flow_label(definition.id)) and not opened.is_read_only)
        self._delete.setVisible(not opened.is_read_only)
        self._calendar.setVisible(definition.id == EVENT)
        self._release.setVisible(not definition.release_barrier)
        self._show_erasable(opened)

    def set_short(self, short: bool) -> None:  # noqa: FBT001 - a setter in Qt's manner
        """Leave more room to the form in low windows; what is cut off is in the tool tips then."""
        if short != self._is_short:
            self._is_short = short
            self._title.set_size(TypeSize.HEADING if short else TypeSize.TITLE)
            self._title_line.set_on(short)
            self._state_line.set_on(short)
            self._show_place()

    def show_state(self, sentence: str) -> None:
        """Say where the changes are."""
        self._saved = sentence
        self._show_place()

    def show_sections(self, definition: FormDefinition) -> None:
        """Offer the sections of a form."""
        menu = self._fresh_menu(self._sections)
        for section in definition.sections:
            menu.addAction(without_mnemonic(section.label)).setData(section.id)

    def show_reports(
        self, reports: Sequence[ReportInfo], texts: Sequence[ReportInfo], *, has_form: bool
    ) -> None:
        """Offer the reports that fit, as PDF and as text documents, and a form to be filled in."""
        menu = self._fresh_menu(self._reports)
        self._reports.setVisible(bool(reports))
        for report in reports:
            menu.addAction(without_mnemonic(report.title)).setData(report.name)
        menu.addSeparator()
        for report in texts:
            label = self.tr("{0} als Textdokument (Word)").format(report.title)
            menu.addAction(without_mnemonic(label)).setData(report.name + _AS_TEXT)
        if has_form:
            menu.addSeparator()
            menu.addAction(self.tr("Formular zum Ausfüllen (PDF) …")).setData(_FORM_OUT)
            menu.addAction(self.tr("Ausgefülltes Formular einlesen …")).setData(_FORM_IN)

    def _show_place(self) -> None:
        """Say where the record and its changes are; in low windows in one line."""
        full = f"{self._place}. {self._readers}" if self._place else ""
        self._space.setText(full)
        self._space.setVisible(not self._is_short)
        parts = [self._saved, full] if self._is_short else [self._saved]
        self._state_line.set_text(" · ".join(part for part in parts if part))

    def _show_erasable(self, opened: OpenedRecord) -> None:
        """Offer the whole record and each field that holds something."""
        menu = self._fresh_menu(self._erase)
        self._erase.setVisible(opened.may_erase)
        menu.addAction(self.tr("Ganzer Eintrag …")).setData("")
        menu.addSeparator()
        for field in opened.definition.fields():
            if field.id in opened.record.values and not field.computed:
                label = self.tr("Nur „{0}“ …").format(field.label)
                menu.addAction(without_mnemonic(label)).setData(field.id)

    def _menu_button(self, theme: Theme, icon: str, name: str) -> ToolButton:
        button = ToolButton(theme, icon, name)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setMenu(QMenu(button))
        return button

    def _on_erase(self, action: QAction) -> None:
        self.erase_requested.emit(str(action.data()))

    def _on_section(self, action: QAction) -> None:
        self.section_chosen.emit(str(action.data()))

    def _on_report(self, action: QAction) -> None:
        name = str(action.data())
        if name == _FORM_OUT:
            self.form_requested.emit()
        elif name == _FORM_IN:
            self.form_offered.emit()
        elif name.endswith(_AS_TEXT):
            self.text_requested.emit(name.removesuffix(_AS_TEXT))
        else:
            self.print_requested.emit(name)

    def _fresh_menu(self, button: ToolButton) -> QMenu:
        menu = button.menu()
        menu.clear()
        return menu
