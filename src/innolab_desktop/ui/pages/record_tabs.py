"""The parts of an open record, of which one is in front."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QTabWidget, QWidget

from innolab_desktop.ui.models.links import has_links
from innolab_desktop.ui.pages.attachments_view import AttachmentsView
from innolab_desktop.ui.pages.history_view import HistoryView
from innolab_desktop.ui.pages.links_view import LinksView
from innolab_desktop.ui.pages.revisions_view import RevisionsView
from innolab_desktop.ui.theme.fonts import em_px
from innolab_desktop.ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from innolab_desktop.ui.desk import Desk
    from innolab_desktop.ui.models.opened_record import OpenedRecord

REVISION = "revision"
_REVISIONS, _ATTACHMENTS, _LINKS = 1, 3, 4


class RecordTabs(QTabWidget):
    """Form, Fassungen, history, attachments, and what is linked.

    Attributes:
        form_page: holds the form.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.form_page = ScrollPage(QWidget())
        self.revisions = RevisionsView(desk)
        self.history = HistoryView(desk.theme)
        self.attachments = AttachmentsView(desk)
        self.links = LinksView(desk)
        self.setDocumentMode(True)
        self.tabBar().setAccessibleName(self.tr("Teile des Eintrags"))
        self.addTab(self.form_page, self.tr("Angaben"))
        self.addTab(ScrollPage(self.revisions), self.tr("Fassungen"))
        self.addTab(ScrollPage(self.history), self.tr("Verlauf"))
        self.addTab(ScrollPage(self.attachments), self.tr("Anhänge"))
        self.addTab(ScrollPage(self.links), self.tr("Verknüpft"))

    def minimumSizeHint(self) -> QSize:
        """Return room for the tabs and two lines: the parts scroll, the head above does not."""
        return QSize(
            super().minimumSizeHint().width(), self.tabBar().sizeHint().height() + em_px(2)
        )

    def show_record(self, opened: OpenedRecord) -> None:
        """Show everything about a record but its form."""
        self.history.show_history(opened)
        self.attachments.show_attachments(opened)
        count = f" ({len(opened.attachments)})" if opened.attachments else ""
        self.setTabText(_ATTACHMENTS, self.tr("Anhänge") + count)
        self.revisions.show_revisions(opened)
        self.setTabVisible(_REVISIONS, REVISION in opened.children)
        self.links.show_record(opened.record.id)
        self.setTabVisible(_LINKS, has_links(self._desk.session.forms, opened.definition.id))
