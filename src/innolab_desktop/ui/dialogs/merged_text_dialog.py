"""A text that a machine merged: what each person had written, and what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innolab_desktop.domain.word_differences import compare
from innolab_desktop.ui.author_name import author_name
from innolab_desktop.ui.dialogs.decision_dialog import DecisionDialog, side_by_side
from innolab_desktop.ui.moments import full_moment
from innolab_desktop.ui.typed_draft import TypedDraft, draft_key, draft_sentence
from innolab_desktop.ui.widgets.boxes import column, panel
from innolab_desktop.ui.widgets.button import Button
from innolab_desktop.ui.widgets.card import Card
from innolab_desktop.ui.widgets.compared_text import ComparedText
from innolab_desktop.ui.widgets.muted import Muted
from innolab_desktop.ui.widgets.plain_label import PlainLabel
from innolab_desktop.ui.widgets.scroll_page import ScrollPage
from innolab_desktop.ui.widgets.text_area import TextArea

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

    from innolab_desktop.domain.values import Value
    from innolab_desktop.services.review_models import Branch, MergedText
    from innolab_desktop.ui.desk import Desk


_TEXT, _MERGED = "text", "merged"


class MergedTextDialog(DecisionDialog):
    """Shows the texts before the merge side by side; the merged one can be corrected."""

    def __init__(self, parent: QWidget, desk: Desk, merged: MergedText) -> None:
        super().__init__(parent, desk, self.tr("Zusammengeführten Text prüfen"), merged.place)
        self._merged = merged
        self._area = TextArea(4)
        self._area.setPlainText(merged.text)
        self._area.setAccessibleName(self.tr("Zusammengeführter Text"))
        self._area.textChanged.connect(self._follow_text)
        key = draft_key("merged_text", merged.place.record, merged.place.field)
        self._typed = TypedDraft(self, desk, key, self._written)
        self._typed.found.connect(self._take_up)
        self._area.edited.connect(self._typed.touch)
        self._button = Button(desk.theme, self.tr("In Ordnung"), "check", primary=True)
        self._button.clicked.connect(self._submit)
        self.arrange(ScrollPage(self._content()), None, self._button)

    def _content(self) -> QWidget:
        intro = Muted(
            self.tr(
                "Unterstrichen ist, was neu ist; durchgestrichen, was entfallen ist; jeweils "
                "gegenüber dem gemeinsamen Anfang."
            )
        )
        branches = [self._branch(branch) for branch in self._merged.branches]
        hint = self.tr(
            "Das wird gespeichert. Sie können den Text hier ändern. „Rückgängig“ nimmt das "
            "zurück; was jede Person geschrieben hat, bleibt im Verlauf."
        )
        result = Card(
            column(
                PlainLabel(self.tr("Zusammengeführt")),
                ComparedText(
                    self.desk.theme,
                    compare(self._merged.base, self._merged.text),
                    self.tr("Zusammengeführt, mit Markierungen"),
                ),
                Muted(hint),
                self._area,
                margins=0.7,
                spacing=0.4,
            )
        )
        self._parts = column(intro, side_by_side(self, branches), result, None, spacing=0.6)
        return panel(self._parts)

    def _written(self) -> Mapping[str, Value]:
        text = self._area.toPlainText()
        is_own = text != self._merged.text
        return {_TEXT: text, _MERGED: self._merged.text} if is_own else {}

    def _take_up(self, typed: Mapping[str, Value]) -> None:
        """Go on with the draft; beside a text that was merged anew it is only offered."""
        text = str(typed.get(_TEXT) or "")
        if typed.get(_MERGED) == self._merged.text:
            self._area.setPlainText(text)
            self.tell(draft_sentence())
            return
        take = Button(self.desk.theme, self.tr("Entwurf anfügen"))
        take.clicked.connect(lambda: self._append(text))
        note = self.tr("Inzwischen wurde der Text anders zusammengeführt.")
        offered = (PlainLabel(self.tr("Ihr Entwurf vom letzten Mal")), PlainLabel(text))
        self._parts.insertWidget(1, Card(column(*offered, Muted(note), take, margins=0.7)))

    def _append(self, text: str) -> None:
        self._area.appendPlainText(text)
        self._typed.touch()

    def _supplement(self, branch: Branch) -> QWidget:
        who = author_name(branch.person)
        name = self.tr("Nachtrag von {0} zu gelöschter Fassung").format(who)
        take = Button(self.desk.theme, self.tr("Nachtrag anfügen"))
        take.setAccessibleName(self.tr("Nachtrag von {0} anfügen").format(who))
        take.clicked.connect(lambda: self._area.appendPlainText(branch.text))
        note = self.tr(
            "Beim Schreiben war noch nicht bekannt, dass der Text gelöscht ist. Er steht "
            "nicht im zusammengeführten Text; prüfen Sie, ob er hineingehört."
        )
        content = column(
            PlainLabel(name),
            Muted(full_moment(branch.at_ms)),
            PlainLabel(branch.text),
            Muted(note),
            None,
            take,
            margins=0.7,
            spacing=0.3,
        )
        return Card(content)

    def _branch(self, branch: Branch) -> QWidget:
        if branch.is_supplement:
            return self._supplement(branch)
        who = author_name(branch.person)
        pieces = compare(self._merged.base, branch.text)
        name = self.tr("Text von {0}").format(who)
        take = Button(self.desk.theme, self.tr("Nur diesen Text nehmen"))
        take.setAccessibleName(self.tr("Nur den Text von {0} nehmen").format(who))
        take.clicked.connect(lambda: self._area.setPlainText(branch.text))
        content = column(
            PlainLabel(name),
            Muted(full_moment(branch.at_ms)),
            ComparedText(self.desk.theme, pieces, name),
            margins=0.7,
            spacing=0.3,
        )
        if not branch.is_exact:
            note = self.tr(
                "Nicht genau der Text von damals: Teile sind nicht oder erst später angekommen "
                "oder wurden endgültig gelöscht."
            )
            content.addWidget(Muted(note))
        content.addStretch(1)
        content.addWidget(take)
        return Card(content)

    def _follow_text(self) -> None:
        is_same = self._area.toPlainText() == self._merged.text
        self._button.setText(self.tr("In Ordnung") if is_same else self.tr("Fassung speichern"))

    def _submit(self) -> None:
        edits, place, seen = self.desk.session.edits, self._merged.place, self._merged.seen
        text = self._area.toPlainText()
        self.save(
            self._typed.saved_by(lambda: edits.review(place.record, place.field, text, seen=seen))
        )
