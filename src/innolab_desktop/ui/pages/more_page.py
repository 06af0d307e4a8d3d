"""Everything that is not needed every day: a start page, and behind it lists and panels."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from innolab_desktop.ui.pages.backups.backups_panel import BackupsPanel
from innolab_desktop.ui.pages.erasure_log_panel import ErasureLogPanel
from innolab_desktop.ui.pages.key_panel import KeyPanel
from innolab_desktop.ui.pages.lessons.lessons_panel import LessonsPanel
from innolab_desktop.ui.pages.more import areas
from innolab_desktop.ui.pages.more.start_view import StartView
from innolab_desktop.ui.pages.page import Page
from innolab_desktop.ui.pages.records_page import RecordsPage
from innolab_desktop.ui.pages.retention_panel import RetentionPanel
from innolab_desktop.ui.pages.trash_panel import TrashPanel
from innolab_desktop.ui.widgets.boxes import column, row
from innolab_desktop.ui.widgets.button import Button
from innolab_desktop.ui.widgets.surface import Surface, horizontal_line

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from innolab_desktop.formdefs.definition import FormDefinition
    from innolab_desktop.ui.desk import Desk
    from innolab_desktop.ui.pages.record_undoing import RecordUndoing

_PANELS: Mapping[str, Callable[[Desk], Page]] = MappingProxyType(
    {
        areas.LESSONS: LessonsPanel,
        areas.TRASH: TrashPanel,
        areas.RETENTION: RetentionPanel,
        areas.ERASURES: ErasureLogPanel,
        areas.BACKUPS: BackupsPanel,
        areas.KEYS: KeyPanel,
    }
)


class MorePage(Page):
    """The start page, or one of the areas; each is built when it is first shown."""

    def __init__(self, desk: Desk, definitions: Sequence[FormDefinition]) -> None:
        super().__init__(desk)
        self._definitions = {definition.id: definition for definition in definitions}
        self._pages: dict[str, Page] = {}
        self._part = ""
        self._start = StartView(desk, areas.area_groups(definitions))
        self._back = Button(desk.theme, self.tr("Weiteres"), "chevron-left")
        self._back.setAccessibleName(self.tr("Zurück zu „Weiteres“"))
        self._back.clicked.connect(self.show_start)
        bar = Surface("bar", row(self._back, None, margins=(0.9, 0.4, 0.9, 0.4)))
        self._bar = QWidget()
        self._bar.setLayout(column(bar, horizontal_line(), spacing=0))
        self._bar.hide()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._start)
        layout = column(self._bar, self._stack, spacing=0)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self._start.chosen.connect(self._on_chosen)
        keys = QShortcut(QKeySequence(QKeySequence.StandardKey.Back), self)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(self.show_start)

    def activate(self) -> None:
        """Show what is current in the area in front."""
        if self._part:
            self._pages[self._part].activate()
        else:
            self._start.refresh()

    def leave(self) -> None:
        """Write what is being edited."""
        for page in self._pages.values():
            page.leave()

    def open_record(self, kind: str, record_id: bytes, entry: str = "") -> None:
        """Show a record of one of the kinds."""
        part = areas.LESSONS if kind in areas.MET_AS_LESSONS else kind
        self.show_part(part)
        self._pages[part].open_record(kind, record_id, entry)

    @property
    def part(self) -> str:
        """The kind or the panel that is shown; "" for the start page."""
        return self._part

    @property
    def undoing(self) -> RecordUndoing | None:
        """Takes back what was changed last in the list that is shown."""
        return self._pages[self._part].undoing if self._part else None

    def start_new(self) -> bool:
        """Begin a record of the kind that is shown."""
        return self._pages[self._part].start_new() if self._part else False

    def show_start(self) -> None:
        """Show all areas, with the keyboard where the person came from."""
        self.leave()
        former, self._part = self._part, ""
        had_keyboard = self.isAncestorOf(self.window().focusWidget())
        self._stack.setCurrentWidget(self._start)
        self._bar.hide()
        if former and had_keyboard:
            self._start.focus_tile(former)
        self.activate()

    def show_part(self, part: str) -> None:
        """Show the list of a kind, or one of the panels."""
        self.leave()
        if part not in self._pages:
            page = self._create(part)
            page.record_requested.connect(self.record_requested)
            self._pages[part] = page
            self._stack.addWidget(page)
        self._part = part
        self._bar.show()
        self._stack.setCurrentWidget(self._pages[part])
        self.activate()

    def _create(self, kind: str) -> Page:
        panel = _PANELS.get(kind)
        return panel(self.desk) if panel else RecordsPage(self.desk, self._definitions[kind])

    def _on_chosen(self, part: str) -> None:
        self.show_part(part)
        self._back.setFocus()
