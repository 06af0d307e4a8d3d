"""One line to write a contribution down while people speak."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import shiboken6
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from innolab_desktop.ui.typed_draft import TypedDraft, draft_key
from innolab_desktop.ui.widgets.boxes import column, row
from innolab_desktop.ui.widgets.button import Button
from innolab_desktop.ui.widgets.muted import Muted
from innolab_desktop.ui.widgets.text_line import TextLine

if TYPE_CHECKING:
    from collections.abc import Mapping

    from innolab_desktop.domain.records import RecordId
    from innolab_desktop.domain.values import Value
    from innolab_desktop.services.records import Saved
    from innolab_desktop.ui.desk import Desk

CONTRIBUTION: Final = "contribution"

_TEXT: Final = "text"
_MOST_CHARACTERS = 2000


class ContributionLine(QWidget):
    """Type, Return, next one; what is half typed waits for the person, also after a lock.

    Args:
        case: the consultation that the contributions belong to.

    Signals:
        failed: the error that kept a contribution from being written; its text is back.
    """

    failed = Signal(object)

    def __init__(self, desk: Desk, case: RecordId) -> None:
        super().__init__()
        self._desk = desk
        self._case = case
        self.field = TextLine()
        self.field.setMaxLength(_MOST_CHARACTERS)
        self.field.setPlaceholderText(self.tr("Beitrag in Stichworten"))
        self.field.setAccessibleName(self.tr("Neuer Beitrag, ohne Namen"))
        self.field.returnPressed.connect(self._write)
        self._draft = TypedDraft(self, desk, draft_key("contribution_line", case), self._typed)
        self._draft.found.connect(self._take_up)
        self.field.textEdited.connect(self._draft.touch)
        add = Button(desk.theme, self.tr("Notieren"), "plus")
        add.clicked.connect(self._write)
        line = row(self.field, add, spacing=0.5)
        line.setStretch(0, 1)
        hint = Muted(
            self.tr("Mit der Eingabetaste wird notiert: ein Gedanke je Beitrag, nie wer ihn hatte.")
        )
        self.setLayout(column(line, hint, spacing=0.3))

    def _typed(self) -> Mapping[str, Value]:
        text = self.field.text().strip()
        return {_TEXT: text} if text else {}

    def _take_up(self, typed: Mapping[str, Value]) -> None:
        self.field.setText(str(typed.get(_TEXT) or ""))

    def _write(self) -> None:
        text = self.field.text().strip()
        if text:
            desk, case, records = self._desk, self._case, self._desk.session.records
            desk.jobs.run(
                desk.notifier,  # outlives the page: what was said must not get lost
                self._draft.saved_by(lambda: records.new(CONTRIBUTION, {_TEXT: text}, parent=case)),
                self._tell,
                failed=lambda error: self._give_back(text, error),
                keeps_work=True,
            )
            self.field.clear()
        self.field.setFocus()

    def _tell(self, saved: Saved) -> None:
        self._desk.notifier.announce(saved.changes, self)

    def _give_back(self, text: str, error: Exception) -> None:
        """Put *text* before what was typed since; without a line it is in the draft."""
        if not shiboken6.isValid(self):
            self._desk.jobs.failed.emit(error)
            return
        self.field.setText(f"{text} {self.field.text()}".rstrip())
        self._draft.touch()
        self.failed.emit(error)
