"""The main window: navigation only; pages own themselves."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMainWindow, QSizePolicy, QStackedWidget

from innolab_desktop.ui.appearance_choice import AppearanceChoice
from innolab_desktop.ui.dialogs.base_dialog import BaseDialog
from innolab_desktop.ui.dialogs.message_dialog import MessageDialog
from innolab_desktop.ui.error_text import ErrorPresenter
from innolab_desktop.ui.file_catcher import FileCatcher
from innolab_desktop.ui.help_desk import HelpDesk
from innolab_desktop.ui.models.decisions import Decisions
from innolab_desktop.ui.models.opened_record import path_of
from innolab_desktop.ui.page_set import PageSet
from innolab_desktop.ui.quick_noting import QuickNoting
from innolab_desktop.ui.settings_desk import SettingsDesk
from innolab_desktop.ui.status_line import status_line
from innolab_desktop.ui.step_names import step_name
from innolab_desktop.ui.theme.fonts import em_px
from innolab_desktop.ui.theme.tokens import Tone
from innolab_desktop.ui.top_bar import TopBar
from innolab_desktop.ui.typed_draft import keep_typing
from innolab_desktop.ui.upkeep import Upkeep
from innolab_desktop.ui.visible_text import single_line
from innolab_desktop.ui.widgets.banner import Banner
from innolab_desktop.ui.widgets.boxes import column, panel, row
from innolab_desktop.ui.widgets.nav_list import NavList
from innolab_desktop.ui.widgets.progress_strip import ProgressStrip
from innolab_desktop.ui.widgets.surface import Surface, horizontal_line, vertical_line
from innolab_desktop.ui.window_actions import window_actions

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtGui import QCloseEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from innolab_desktop.ui.actions import Action
    from innolab_desktop.ui.desk import Desk
    from innolab_desktop.ui.jobs import Job
    from innolab_desktop.ui.pages.exchange_page import ExchangePage
    from innolab_desktop.ui.pages.page import Page
    from innolab_desktop.ui.pages.search_page import SearchPage
    from innolab_desktop.ui.settings import Settings

_COMPACT_EM = 62
_NARROW_EM = 40
_NOTES = "tandem_note"


class MainWindow(QMainWindow):
    """Navigation, search, status and the pages.

    Signals:
        lock_requested: the person wants the vault closed.
        closed: the window was closed.
    """

    lock_requested = Signal()
    closed = Signal()

    def __init__(self, desk: Desk, settings: Settings) -> None:
        super().__init__()
        self._desk = desk
        self._settings = settings
        self._job: Job | None = None
        self._nav_folded: bool | None = None
        info = desk.session.info
        self.setWindowTitle(f"InnoLab Desktop – {single_line(info.municipality)}")
        self.errors = ErrorPresenter(self, desk.theme, desk.catalogue)
        desk.jobs.failed.connect(self.errors.show_error)
        self._set = PageSet(desk, self)
        self._help = HelpDesk(self, desk.theme, lambda: self.action_set, desk.wording)
        looks = AppearanceChoice(desk.theme, settings)
        self._settings_desk = SettingsDesk(self, desk, settings, looks)
        self.noting = QuickNoting(desk, self)
        self.action_set = window_actions(self, self._set, desk.session.forms, looks, self._help)
        self._bar = TopBar(desk.theme, self.action_set)
        self._progress = ProgressStrip(desk.theme)
        self._stack = QStackedWidget()
        self._search_page: SearchPage | None = None
        self._decisions = Decisions(desk.session, desk.jobs, desk.notifier, self)
        self._nav = NavList(desk.theme, self._set.items)
        self._upkeep = Upkeep(desk, self)
        self._assemble()
        self._connect()
        self._go_to(0)
        self._decisions.refresh()
        self._nav.setFocus()

    def show_page(self, name: str) -> None:
        """Bring the page *name* to the front; ``page/part`` names a part of it as well."""
        page, _, part = name.partition("/")
        self._bar.leave_search()
        row_number = self._set.row_of(page)
        if self._nav.selected_row == row_number:
            self._go_to(row_number)
        else:
            self._nav.go_to(row_number)
        if part:
            self.page(page).show_part(part)

    def hand_over(self, files: Sequence[Path]) -> None:
        """Come to the front, and ask about files that were double-clicked or dropped."""
        if self.isMinimized():
            self.showNormal()
        self.raise_()
        self.activateWindow()
        if files:
            self.show_page("exchange")
            cast("ExchangePage", self.page("exchange")).hand_over(files)

    def offer_recovery(self) -> None:
        """Offer a recovery code for a new vault; it can be had later as well."""
        from innolab_desktop.ui.dialogs.keys.key_steps import KeySteps  # noqa: PLC0415 - once

        steps = KeySteps(self, self._desk)
        steps.failed.connect(self.errors.show_error)
        question = MessageDialog(
            self,
            self._desk.theme,
            self.tr("Wiederherstellungscode"),
            self.tr(
                "Wenn Sie Ihren Passwortsatz vergessen, ist alles in diesem Tresor verloren; auch "
                "die IT kann nicht helfen. Ein Wiederherstellungscode auf Papier verhindert das. "
                "Sie können ihn auch später unter „Weiteres“ – „Schlüssel“ erzeugen."
            ),
            self.tr("Code jetzt erzeugen"),
            later=self.tr("Später"),
        )
        question.accepted.connect(steps.add_recovery)
        question.open()

    def page(self, name: str) -> Page:
        """Return the page *name*."""
        return self._set.page(name)

    @property
    def front(self) -> Page:
        """The page in front."""
        return cast("Page", self._stack.currentWidget())

    def leave(self) -> None:
        """Write what is being edited."""
        keep_typing(self)
        for dialog in self.findChildren(BaseDialog):
            dialog.keep()
        for page in self._set.pages:
            page.leave()

    def start_new(self, page: str = "") -> None:
        """Begin a record on the page in front, or on *page*; where there is none, a note."""
        if page:
            self.show_page(page)
        if not self.front.start_new():
            self.show_page(_NOTES)
            self.page(_NOTES).start_new()

    def begin_note(self, template: str = "") -> None:
        """Open the quick note, perhaps with the questions of a template."""
        self.noting.begin(template)

    def focus_search(self) -> None:
        """Go to the search field."""
        self._bar.focus_search()

    def open_settings(self) -> None:
        """Open the settings."""
        self._settings_desk.show()

    def request_lock(self) -> None:
        """Ask for the vault to be closed."""
        self.lock_requested.emit()

    def show_help(self, dialog: QWidget | None = None) -> None:
        """Show what helps here, over *dialog* if one is open."""
        self._help.show_for(self._set.place_of(self.front), dialog)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show icons only when the window is narrow."""
        super().resizeEvent(event)
        self._fold()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Write what is being edited and remember the window's place."""
        self.leave()
        self._settings.window_geometry = self.saveGeometry()
        super().closeEvent(event)
        self.closed.emit()

    def _assemble(self) -> None:
        nav = Surface("bar", column(self._nav, margins=(0, 0.4, 0, 0.4)))
        nav.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        middle = row(nav, vertical_line(), self._stack, spacing=0)
        middle.setStretch(2, 1)
        content = column(self._bar, horizontal_line(), spacing=0)
        demo = Banner(self._desk.theme, Tone.WARN)
        is_demo = self._desk.session.info.is_demo
        content.addLayout(row(demo, margins=0.5 if is_demo else 0))
        faults = self._settings_desk.banner()
        content.addLayout(row(faults, margins=0 if faults.isHidden() else 0.5))
        content.addWidget(self.noting.banner)
        content.addLayout(middle, 1)
        content.addWidget(self._progress)
        self.setCentralWidget(panel(content))
        if is_demo:
            demo.show_message(self.tr("Beispieldaten: Bitte tragen Sie hier nichts Echtes ein."))
        self.statusBar().setSizeGripEnabled(False)
        self.statusBar().addWidget(status_line(self._desk.session.info), 1)
        if not self.restoreGeometry(self._settings.window_geometry):
            self.resize(1366, 728)

    def _connect(self) -> None:
        self._nav.chosen.connect(self._go_to)
        self._nav.chosen.connect(self.noting.banner.hide)
        self._nav.chosen_again.connect(lambda: self.front.show_start())  # noqa: PLW0108 - the one then
        self.noting.opened.connect(self.open_record)
        self._bar.menu_requested.connect(self._toggle_nav)
        self._bar.searched.connect(self.search)
        self._bar.search_entered.connect(self._focus_results)
        self._bar.search_left.connect(self._nav.setFocus)
        self._set.built.connect(self._take_page)
        self._settings_desk.help_requested.connect(partial(self._help.show_for, "settings"))
        self._settings_desk.page_requested.connect(self.show_page)
        FileCatcher(self).caught.connect(self.hand_over)
        exchange = self._set.row_of("exchange")
        self._decisions.counted.connect(partial(self._nav.set_waiting, exchange))
        self.action_set.bind(self)
        jobs = self._desk.jobs
        jobs.shown.connect(self._show_job)
        jobs.progressed.connect(self._show_progress)
        jobs.hidden.connect(self._progress.finish)
        self._progress.cancelled.connect(self._cancel_job)
        self._desk.theme.changed.connect(self._fold)

    def open_record(self, record_id: bytes, entry: str = "") -> None:
        """Show a record on its page; a child record in the list of what it belongs to."""
        session, show = self._desk.session, partial(self._show_path, entry=entry)
        self._desk.jobs.run(self, lambda _job: path_of(session, record_id), show)

    def _show_path(self, path: tuple[tuple[str, bytes], ...], entry: str) -> None:
        if (place := self._set.place_for(path, entry)) is not None:
            self.show_page(place.page)
            self.page(place.page).open_record(place.kind, place.record, place.entry)

    def _take_page(self, page: Page) -> None:
        self._stack.addWidget(page)
        page.record_requested.connect(self.open_record)
        page.entry_requested.connect(self.open_record)
        page.page_requested.connect(self.show_page)
        page.note_requested.connect(self.begin_note)

    def _go_to(self, row: int) -> None:
        self.leave()
        page = self._set.page_in(row)
        self._stack.setCurrentWidget(page)
        page.activate()

    def search(self, words: str) -> None:
        """Show what is found for *words*; nothing leads back to the page."""
        if words:
            page = self._results()
            if self._stack.currentWidget() is not page:
                self.leave()
            self._nav.clearSelection()
            self._stack.setCurrentWidget(page)
            page.search(words)
        elif self._stack.currentWidget() is self._search_page:
            self._nav.go_to(max(self._nav.currentIndex().row(), 0))

    def _results(self) -> SearchPage:
        if self._search_page is None:
            from innolab_desktop.ui.pages.search_page import SearchPage  # noqa: PLC0415 - as shown

            self._search_page = SearchPage(self._desk, self.action_set.find)
            self._search_page.action_requested.connect(self._run_action)
            self._take_page(self._search_page)
        return self._search_page

    def _run_action(self, action: Action) -> None:
        self._bar.clear_search()
        action.run()

    def _focus_results(self) -> None:
        if self._search_page is not None:
            self._search_page.focus_results()

    def _toggle_nav(self) -> None:
        self._nav_folded = not self._nav.compact
        self._fold()

    def _fold(self) -> None:
        is_small = self.width() < em_px(_COMPACT_EM)
        self._nav.set_compact(is_small if self._nav_folded is None else self._nav_folded)
        self._bar.set_narrow(self.width() < em_px(_NARROW_EM))

    def _show_job(self, job: Job) -> None:
        self._job = job
        self._progress.begin(job.title)

    def _show_progress(self, done: int, total: int, step: str) -> None:
        self._progress.report(done, total, step_name(step))

    def _cancel_job(self) -> None:
        if self._job is not None:
            self._job.cancel()
