"""What a filled form would change, before anything is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from innolab_desktop.ui.dialogs.base_dialog import BaseDialog
from innolab_desktop.ui.visible_text import label_text
from innolab_desktop.ui.widgets.boxes import column, panel
from innolab_desktop.ui.widgets.button import Button
from innolab_desktop.ui.widgets.card import Card
from innolab_desktop.ui.widgets.choice_line import ChoiceLine
from innolab_desktop.ui.widgets.muted import Muted
from innolab_desktop.ui.widgets.plain_label import PlainLabel
from innolab_desktop.ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from innolab_desktop.services.error_catalogue import ErrorCatalogue
    from innolab_desktop.services.paper_forms import FormAnswer, FormPreview
    from innolab_desktop.ui.theme.theme import Theme


class FormAnswersDialog(BaseDialog):
    """Shows each answer beside what stands there now, and lets the person choose.

    Signals:
        chosen: the ids of the fields that are to be written, a list.
    """

    chosen = Signal(list)

    def __init__(
        self, parent: QWidget, theme: Theme, preview: FormPreview, catalogue: ErrorCatalogue
    ) -> None:
        super().__init__(parent, theme, self.tr("Aus dem Formular übernehmen"))
        self._catalogue = catalogue
        self.lines: dict[str, ChoiceLine] = {}
        cards = [self._card(answer) for answer in preview.answers]
        listed = ScrollPage(panel(column(*cards, None, spacing=0.6)))
        listed.setAccessibleName(self.tr("Antworten"))
        text = (
            self.tr("Wählen Sie, was übernommen wird. Alles andere bleibt, wie es ist.")
            if cards
            else self.tr("In diesem Formular steht nichts Neues.")
        )
        content = column(PlainLabel(text), listed, spacing=0.6)
        content.setStretch(1, 1)
        cancel = Button(theme, self.tr("Abbrechen"))
        cancel.clicked.connect(self.reject)
        self.take = Button(theme, self.tr("Übernehmen"), "check", primary=True)
        self.take.setEnabled(bool(self.lines))
        self.take.clicked.connect(self._submit)
        self.assemble(content, cancel, self.take)
        self.set_size(44, 34)
        cancel.setFocus()

    def _card(self, answer: FormAnswer) -> Card:
        before = self.tr("Bisher: {0}").format(label_text(answer.before) or self.tr("nichts"))
        if answer.problem:
            why = str(self._catalogue.describe_code(answer.problem, {"field": answer.field.label}))
            typed = self.tr("Im Formular: {0}").format(label_text(answer.after))
            parts = (PlainLabel(answer.field.label), PlainLabel(typed), Muted(why))
            return Card(column(*parts, margins=0.7, spacing=0.3))
        line = ChoiceLine(self.theme, answer.field.label)
        line.set_checked(True)
        self.lines[answer.field.id] = line
        after = self.tr("Neu: {0}").format(label_text(answer.after))
        return Card(column(line, Muted(before), PlainLabel(after), margins=0.7, spacing=0.3))

    def _submit(self) -> None:
        fields = [name for name, line in self.lines.items() if line.is_checked]
        self.accept()
        self.chosen.emit(fields)
