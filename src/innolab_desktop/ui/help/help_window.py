"""The window of the handbook; it stays open beside the work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter

from innolab_desktop.ui.dialogs.base_dialog import BaseDialog
from innolab_desktop.ui.help.topic_view import TopicView
from innolab_desktop.ui.models.plain_rows import PlainRowsModel
from innolab_desktop.ui.theme.fonts import em_px
from innolab_desktop.ui.widgets.boxes import column, panel
from innolab_desktop.ui.widgets.button import Button
from innolab_desktop.ui.widgets.inside_line import ClearButton
from innolab_desktop.ui.widgets.muted import Muted
from innolab_desktop.ui.widgets.row_delegate import ListRow
from innolab_desktop.ui.widgets.row_list import RowList
from innolab_desktop.ui.widgets.text_line import TextLine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from innolab_desktop.ui.help.handbook import Handbook, Topic
    from innolab_desktop.ui.theme.theme import Theme

_WIDTH_EM, _HEIGHT_EM = 52, 36
_SIDE_BY_SIDE_EM = 32


class HelpWindow(BaseDialog):
    """Topics and what is found in them at one side, the page at the other."""

    def __init__(self, parent: QWidget, theme: Theme, handbook: Handbook) -> None:
        super().__init__(parent, theme, self.tr("Hilfe"))
        self.setModal(False)
        self._handbook = handbook
        self._search = TextLine()
        self._search.setPlaceholderText(self.tr("In der Hilfe suchen"))
        self._search.setAccessibleName(self.tr("In der Hilfe suchen"))
        ClearButton(self._search)
        self._search.textChanged.connect(self._find)
        self._none = Muted(self.tr("Nichts gefunden. Alle Wörter müssen auf einer Seite stehen."))
        self._none.hide()
        self._model: PlainRowsModel[Topic] = PlainRowsModel(self)
        self._list = RowList(theme, self._model, self.tr("Themen"), has_status=False)
        self._view = TopicView(theme)
        self._split = QSplitter()
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(panel(column(self._search, self._none, self._list, spacing=0.5)))
        self._split.addWidget(self._view)
        self._split.setStretchFactor(1, 1)
        self._list.chosen.connect(self._show)
        close = Button(theme, self.tr("Schließen"), primary=True)
        close.clicked.connect(self.close)
        self.assemble(self._split, close)
        self.set_size(_WIDTH_EM, _HEIGHT_EM)
        self._split.setSizes([em_px(16), em_px(_WIDTH_EM - 16)])
        self._find("")

    def show_topic(self, topic_id: str) -> None:
        """Show a page and come to the front."""
        self._search.clear()
        topics = [topic.id for topic in self._handbook.topics]
        self._list.select_row(topics.index(topic_id))
        self.show()
        self.raise_()
        self.activateWindow()
        self._view.setFocus()

    @property
    def topics(self) -> Sequence[Topic]:
        """The pages that are offered at the moment."""
        return self._model.things

    @property
    def shown_text(self) -> str:
        """What the page says."""
        return self._view.toPlainText()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the topics above the page where there is little room."""
        super().resizeEvent(event)
        is_wide = self.width() >= em_px(_SIDE_BY_SIDE_EM)
        direction = Qt.Orientation.Horizontal if is_wide else Qt.Orientation.Vertical
        if direction is not self._split.orientation():
            self._split.setOrientation(direction)
            self._split.setSizes([1, 2])

    def _find(self, words: str) -> None:
        if words.strip():
            hits = self._handbook.search(words)
            rows = [ListRow(hit.topic.title, hit.place) for hit in hits]
            self._model.show_rows([hit.topic for hit in hits], rows)
        else:
            topics = self._handbook.topics
            self._model.show_rows(topics, [ListRow(topic.title, topic.lead) for topic in topics])
        found = bool(self._model.rowCount())
        self._none.setVisible(not found)
        if found:
            self._list.select_row(0)

    def _show(self, row: int) -> None:
        self._view.show_topic(self._model.thing_at(row))
