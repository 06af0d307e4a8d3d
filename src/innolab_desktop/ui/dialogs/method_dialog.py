"""Help to choose a method of advising: what each one is good for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QSplitter

from innolab_desktop.ui.counting import counted
from innolab_desktop.ui.dialogs.base_dialog import BaseDialog
from innolab_desktop.ui.models.plain_rows import PlainRowsModel
from innolab_desktop.ui.theme.fonts import em_px
from innolab_desktop.ui.widgets.boxes import column, panel
from innolab_desktop.ui.widgets.button import Button
from innolab_desktop.ui.widgets.heading import Heading
from innolab_desktop.ui.widgets.inside_line import ClearButton
from innolab_desktop.ui.widgets.muted import Muted
from innolab_desktop.ui.widgets.plain_label import PlainLabel
from innolab_desktop.ui.widgets.row_delegate import ListRow
from innolab_desktop.ui.widgets.row_list import RowList
from innolab_desktop.ui.widgets.scroll_page import ScrollPage
from innolab_desktop.ui.widgets.text_line import TextLine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from innolab_desktop.formdefs.catalogues import Method
    from innolab_desktop.ui.theme.theme import Theme

_LIST_EM = 26


class MethodDialog(BaseDialog):
    """The methods with the situation that each suits; what is chosen is only proposed.

    Signals:
        method_chosen: id of a method.
    """

    method_chosen = Signal(str)

    def __init__(
        self, parent: QWidget, theme: Theme, methods: Sequence[Method], current: object
    ) -> None:
        super().__init__(parent, theme, self.tr("Methode wählen"))
        self._methods = methods
        self._model: PlainRowsModel[Method] = PlainRowsModel(self)
        self._filter = TextLine()
        self._filter.setPlaceholderText(self.tr("Was hilft gerade? Zum Beispiel: Ideen, Blockade"))
        self._filter.setAccessibleName(self.tr("Methoden filtern"))
        ClearButton(self._filter)
        self._filter.textChanged.connect(self._show)
        self._list = RowList(theme, self._model, self.tr("Methoden"), has_status=False)
        self._list.chosen.connect(self._describe)
        self._list.activated.connect(self.accept)
        self._name = Heading("", 2)
        self._question = PlainLabel(weight=QFont.Weight.DemiBold)
        self._suits, self._note = Muted(), Muted()
        self._description = PlainLabel()
        detail = column(
            self._name,
            self._question,
            self._description,
            self._suits,
            self._note,
            None,
            margins=(1, 0.2, 0.2, 0.2),
            spacing=0.6,
        )
        split = QSplitter()
        split.setChildrenCollapsible(False)
        split.addWidget(self._list)
        split.addWidget(ScrollPage(panel(detail)))
        split.setSizes([em_px(_LIST_EM), em_px(_LIST_EM)])
        cancel = Button(theme, self.tr("Abbrechen"))
        cancel.clicked.connect(self.reject)
        self._take = Button(theme, self.tr("Diese Methode nehmen"), primary=True)
        self._take.clicked.connect(self.accept)
        content = column(self._filter, split, spacing=0.6)
        content.setStretch(1, 1)
        self.assemble(content, cancel, self._take)
        self.set_size(54, 36)
        self.accepted.connect(self._tell)
        self._show()
        chosen = (row for row, method in enumerate(methods) if method.id == current)
        self._list.select_row(next(chosen, 0))
        self._filter.setFocus()

    def _show(self) -> None:
        words = self._filter.text().casefold().split()
        found = [method for method in self._methods if _has(method, words)]
        rows = [ListRow(method.label, method.suits) for method in found]
        self._model.show_rows(found, rows)
        self._take.setEnabled(bool(found))
        if found:
            self._list.select_row(0)

    def _describe(self, row: int) -> None:
        method = self._model.thing_at(row)
        self._name.setText(method.label)
        self._question.setText(method.question)
        self._description.setText(method.description)
        self._suits.setText(self.tr("Passt, wenn: {0}").format(method.suits))
        minutes = counted(method.minutes or 0, self.tr("Minute"), self.tr("Minuten"))
        duration = self.tr("Dauert etwa {0}.").format(minutes) if method.minutes else ""
        self._note.setText(f"{duration} {method.note}".strip())
        self._note.setVisible(bool(self._note.text()))

    def _tell(self) -> None:
        row = self._list.selected_row
        if row is not None:
            self.method_chosen.emit(self._model.thing_at(row).id)


def _has(method: Method, words: Sequence[str]) -> bool:
    texts = (method.label, method.suits, method.description, method.question)
    everything = " ".join(texts).casefold()
    return all(word in everything for word in words)
