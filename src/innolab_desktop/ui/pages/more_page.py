"""Everything that has a form but no page of its own: municipalities, tandems, events, …."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget

from innolab_desktop.ui.pages.backups.backups_panel import BackupsPanel
from innolab_desktop.ui.pages.erasure_log_panel import ErasureLogPanel
from innolab_desktop.ui.pages.key_panel import KeyPanel
from innolab_desktop.ui.pages.lessons.lessons_panel import LessonsPanel
from innolab_desktop.ui.pages.page import Page
from innolab_desktop.ui.pages.records_page import RecordsPage
from innolab_desktop.ui.pages.retention_panel import RetentionPanel
from innolab_desktop.ui.pages.trash_panel import TrashPanel
from innolab_desktop.ui.theme.fonts import TypeSize
from innolab_desktop.ui.widgets.boxes import column, row
from innolab_desktop.ui.widgets.combo_box import ComboBox
from innolab_desktop.ui.widgets.plain_label import PlainLabel
from innolab_desktop.ui.widgets.surface import Surface, horizontal_line

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from innolab_desktop.formdefs.definition import FormDefinition
    from innolab_desktop.ui.desk import Desk
    from innolab_desktop.ui.pages.record_undoing import RecordUndoing

_LESSONS = "lessons"
_TRASH = "trash"
_ERASURES = "erasures"
_RETENTION = "retention"
_BACKUPS = "backups"
_KEYS = "keys"

_PANELS: Mapping[str, Callable[[Desk], Page]] = MappingProxyType(
    {
        _LESSONS: LessonsPanel,
        _TRASH: TrashPanel,
        _RETENTION: RetentionPanel,
        _ERASURES: ErasureLogPanel,
        _BACKUPS: BackupsPanel,
        _KEYS: KeyPanel,
    }
)


class MorePage(Page):
    """One list per kind; lists are built when they are first shown."""

    def __init__(self, desk: Desk, definitions: Sequence[FormDefinition]) -> None:
        super().__init__(desk)
        self._definitions = {definition.id: definition for definition in definitions}
        self._pages: dict[str, Page] = {}
        self._combo = ComboBox(desk.theme)
        self._combo.setAccessibleName(self.tr("Bereich"))
        label = PlainLabel(self.tr("Bereich"), size=TypeSize.LABEL, wrap=False)
        label.setBuddy(self._combo)
        self._combo.addItem(self.tr("Erkenntnisse und Transfer"), _LESSONS)
        for definition in definitions:
            self._combo.addItem(definition.label_plural, definition.id)
        self._combo.addItem(self.tr("Papierkorb"), _TRASH)
        self._combo.addItem(self.tr("Löschfristen"), _RETENTION)
        self._combo.addItem(self.tr("Löschprotokoll"), _ERASURES)
        self._combo.addItem(self.tr("Sicherungen"), _BACKUPS)
        self._combo.addItem(self.tr("Schlüssel"), _KEYS)
        self._stack = QStackedWidget()
        head = row(label, self._combo, None, margins=(0.9, 0.5, 0.9, 0.5))
        head.setStretch(1, 3)
        head.setStretch(2, 2)
        layout = column(Surface("bar", head), horizontal_line(), self._stack, spacing=0)
        layout.setStretch(2, 1)
        self.setLayout(layout)
        self._combo.activated.connect(self._on_chosen)

    def activate(self) -> None:
        """Show the list of the chosen kind."""
        kind = self.part
        if kind not in self._pages:
            page = self._create(kind)
            page.record_requested.connect(self.record_requested)
            self._pages[kind] = page
            self._stack.addWidget(page)
        self._stack.setCurrentWidget(self._pages[kind])
        self._pages[kind].activate()

    def leave(self) -> None:
        """Write what is being edited."""
        for page in self._pages.values():
            page.leave()

    def open_record(self, kind: str, record_id: bytes, entry: str = "") -> None:
        """Show a record of one of the kinds."""
        self.show_part(kind)
        self._pages[kind].open_record(kind, record_id, entry)

    @property
    def part(self) -> str:
        """The kind or the panel that is shown."""
        return str(self._combo.currentData())

    @property
    def undoing(self) -> RecordUndoing | None:
        """Takes back what was changed last in the list that is shown."""
        return self._pages[self.part].undoing

    def start_new(self) -> bool:
        """Begin a record of the chosen kind."""
        return self._pages[self.part].start_new()

    def show_part(self, part: str) -> None:
        """Show the list of a kind, or one of the panels."""
        self.leave()
        self._combo.setCurrentIndex(self._combo.findData(part))
        self.activate()

    def _create(self, kind: str) -> Page:
        panel = _PANELS.get(kind)
        return panel(self.desk) if panel else RecordsPage(self.desk, self._definitions[kind])

    def _on_chosen(self, _row: int) -> None:
        self.leave()
        self.activate()
