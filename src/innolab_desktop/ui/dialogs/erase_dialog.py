"""Endgültig löschen: what goes, where it goes from and where it stays, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innolab_desktop.ui.counting import counted
from innolab_desktop.ui.dialogs.erasure_dialog import ErasureDialog, labelled
from innolab_desktop.ui.quoting import quoted
from innolab_desktop.ui.theme.tokens import Tone
from innolab_desktop.ui.typed_draft import TypedDraft, draft_key, draft_sentence
from innolab_desktop.ui.visible_text import single_line
from innolab_desktop.ui.widgets.boxes import column, panel
from innolab_desktop.ui.widgets.card import Card
from innolab_desktop.ui.widgets.choice_line import ChoiceLine
from innolab_desktop.ui.widgets.muted import Muted
from innolab_desktop.ui.widgets.plain_label import PlainLabel
from innolab_desktop.ui.widgets.text_area import TextArea

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget

    from innolab_desktop.domain.records import FieldId, Record
    from innolab_desktop.domain.values import Value
    from innolab_desktop.services.changes import Changes
    from innolab_desktop.services.erasure_models import ErasurePlan
    from innolab_desktop.ui.desk import Desk

_LONG_TEXT = "long_text"
_REST = "rest"


class EraseDialog(ErasureDialog):
    """Shows what an erasure destroys, asks for the reason, and erases."""

    def __init__(
        self,
        parent: QWidget,
        desk: Desk,
        plan: ErasurePlan,
        field: FieldId | None,
        done: Callable[[FieldId | None], None] | None = None,
    ) -> None:
        super().__init__(parent, desk, self.tr("Endgültig löschen"))
        self._plan = plan
        self._field = field
        self._done = done
        self._rest = TextArea(rows=4)
        key = draft_key("erasure", plan.record.id, field or "")
        self._draft = TypedDraft(self, desk, key, self._typed)
        self._draft.found.connect(self._take_up)
        self._rest.edited.connect(self._draft.touch)
        self._with_copies = ChoiceLine(
            desk.theme, self.tr("Auch die freigegebenen Einträge löschen, soweit ich das darf")
        )
        self.show_content(self._content())

    def _typed(self) -> Mapping[str, Value]:
        text = self._rest.toPlainText().strip()
        return {_REST: text} if text else {}

    def _take_up(self, typed: Mapping[str, Value]) -> None:
        self._rest.show_text(str(typed.get(_REST) or ""))
        self.error.show_message(draft_sentence(), Tone.INFO)

    def _content(self) -> QWidget:
        layout = column(self.error, self._what(), spacing=0.7)
        if self._is_text():
            layout.addWidget(labelled(self.tr("Was von dem Text stehen bleibt"), self._rest))
        layout.addWidget(self.ask_reason())
        if self._plan.copies and self._field is None:
            layout.addWidget(self._with_copies)
        layout.addWidget(self.with_backups)
        for text in self._consequences():
            layout.addWidget(Muted(text))
        layout.addStretch(1)
        return panel(layout)

    def _what(self) -> QWidget:
        lines = [self._name(self._plan.record)]
        if self._field is not None:
            lines = [self.tr("{0}, mit allen früheren Werten").format(self._label()), *lines]
        below, revisions = len(self._plan.below), len(self._plan.revisions)
        if below:
            names = "; ".join(self._name(item) for item in self._plan.below)
            count = counted(below, self.tr("Eintrag"), self.tr("Einträge"))
            lines.append(self.tr("Dazu {0} darunter: {1}").format(count, names))
        if revisions:
            count = counted(revisions, self.tr("Fassung"), self.tr("Fassungen"))
            lines.append(self.tr("Dazu {0}, denn darin steht es auch.").format(count))
        spaces = sorted({single_line(copy.space.name) for copy in self._plan.copies})
        if spaces:
            names = ", ".join(map(quoted, spaces))
            lines.append(self.tr("Freigegeben in: {0}").format(names))
        return Card(column(*(PlainLabel(line) for line in lines), margins=0.8, spacing=0.3))

    def _consequences(self) -> tuple[str, ...]:
        return (
            self.tr(
                "Die Angaben werden hier sofort vernichtet und bei allen, die mitlesen, mit dem "
                "nächsten Paket. Ein Zurück gibt es nicht, auch nicht aus einer Sicherung."
            ),
            self.tr(
                "Nicht erreicht werden: Mails mit früheren Paketen, solange sie in Postfächern "
                "liegen, ausgegebene PDF, Ausdrucke, Sicherungen der anderen und Kopien Ihrer IT."
            ),
            self.tr(
                "Im Löschprotokoll bleibt stehen, wann, durch wen, aus welchem Grund und in "
                "welchem Umfang gelöscht wurde, aber nichts vom Inhalt."
            ),
        )

    def _name(self, record: Record) -> str:
        form = self.desk.session.forms.get(record.kind)
        title = form.title_of(record.values) if form else ""
        label = form.label if form else record.kind
        return single_line(f"{label}: {title}" if title else label)

    def _label(self) -> str:
        form = self.desk.session.forms.get(self._plan.record.kind)
        field = form.field(self._field or "") if form else None
        return single_line(field.label if field else self._field or "")

    def _is_text(self) -> bool:
        form = self.desk.session.forms.get(self._plan.record.kind)
        field = form.field(self._field or "") if form else None
        return field is not None and field.kind == _LONG_TEXT

    def begin(self) -> Callable[[str], Changes]:
        """Return what erases the record or its field; what was typed is kept until then."""
        self._draft.keep()  # what is erased takes it along
        erasing, record, field = self.desk.session.erasing, self._plan.record.id, self._field
        with_copies, rest = self._with_copies.is_checked, self._rest.toPlainText().strip()

        def erase(reason: str) -> Changes:
            if field is None:
                return erasing.erase(record, reason, with_copies=with_copies)
            return erasing.erase_field(record, field, reason, text=rest)

        return erase

    def finish(self) -> None:
        """Tell whoever asked for it."""
        if self._done is not None:
            self._done(self._field)
