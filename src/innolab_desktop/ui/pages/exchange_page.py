"""Send and read packages, know contacts and spaces, settle Abweichungen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QTabWidget

from innolab_desktop.services.contacts import CARD_SUFFIX
from innolab_desktop.ui.pages.exchange.conflicts_panel import ConflictsPanel
from innolab_desktop.ui.pages.exchange.people_panel import PeoplePanel
from innolab_desktop.ui.pages.exchange.reports_panel import ReportsPanel
from innolab_desktop.ui.pages.exchange.transfer_panel import TransferPanel
from innolab_desktop.ui.pages.notice_banner import NoticeBanner
from innolab_desktop.ui.pages.page import Page
from innolab_desktop.ui.widgets.boxes import column
from innolab_desktop.ui.widgets.heading import Heading
from innolab_desktop.ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtCore import QObject

    from innolab_desktop.services.changes import Changes
    from innolab_desktop.ui.desk import Desk

_PACKAGES_TAB, _PEOPLE_TAB, _CONFLICTS_TAB = 0, 1, 2


class ExchangePage(Page):
    """Four tabs: packages, people and spaces, what is to be decided, what came."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.transfer = TransferPanel(desk)
        self.people = PeoplePanel(desk)
        self.conflicts = ConflictsPanel(desk)
        self.reports = ReportsPanel(desk)
        self._tabs = QTabWidget()
        self._tabs.setDocumentMode(True)
        self._tabs.tabBar().setAccessibleName(self.tr("Teile des Austauschs"))
        self._tabs.addTab(ScrollPage(self.transfer), self.tr("Pakete"))
        self._tabs.addTab(ScrollPage(self.people), self.tr("Kontakte und Räume"))
        self._tabs.addTab(ScrollPage(self.conflicts), self.tr("Zu entscheiden"))
        self._tabs.addTab(ScrollPage(self.reports), self.tr("Letzte Berichte"))
        self._notices = NoticeBanner(desk)
        content = column(
            Heading(self.tr("Austausch")),
            self._notices,
            self._tabs,
            margins=(1.3, 1, 1.3, 0),
            spacing=0.6,
        )
        content.setStretch(2, 1)
        self.setLayout(content)
        self.conflicts.counted.connect(self._show_count)
        self.conflicts.entry_requested.connect(self.entry_requested)
        self.reports.record_requested.connect(self.record_requested)
        self.transfer.people_requested.connect(lambda: self.show_tab(_PEOPLE_TAB))
        self.transfer.imported.connect(self.reports.show_report)
        desk.notifier.changed.connect(self._on_changed)

    def activate(self) -> None:
        """Read everything again."""
        self._notices.refresh()
        self.transfer.refresh()
        self.people.refresh()
        self.conflicts.refresh()
        self.reports.refresh()

    def hand_over(self, files: Sequence[Path]) -> None:
        """Ask about packages and cards that were double-clicked or dropped.

        Cards come first: they may be of those who sent the packages.
        """
        cards = [path for path in files if path.suffix.lower() == CARD_SUFFIX]
        packages = [path for path in files if path not in cards]
        self.show_tab(_PACKAGES_TAB if packages else _PEOPLE_TAB)
        if len(cards) == 1 and not packages:
            self.people.add_card(cards[0])
        elif cards:
            self.people.add_cards(cards)
        if packages:
            self.transfer.preview(packages)

    def show_tab(self, index: int) -> None:
        """Bring one of the tabs to the front."""
        self._tabs.setCurrentIndex(index)

    def _show_count(self, count: int) -> None:
        title = self.tr("Zu entscheiden")
        self._tabs.setTabText(_CONFLICTS_TAB, f"{title} ({count})" if count else title)

    def _on_changed(self, _changes: Changes, _initiator: QObject | None) -> None:
        if self.isVisible():
            self.activate()
