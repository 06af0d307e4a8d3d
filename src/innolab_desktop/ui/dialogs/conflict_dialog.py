"""An Abweichung: the values side by side, one of them to choose or a new one to write."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QButtonGroup, QWidget

from innolab_desktop.domain.errors import FormError
from innolab_desktop.domain.word_differences import Mark, compare
from innolab_desktop.formdefs.kinds import KINDS
from innolab_desktop.ui.author_name import author_name
from innolab_desktop.ui.dialogs.decision_dialog import DecisionDialog, side_by_side
from innolab_desktop.ui.error_sentence import error_sentence
from innolab_desktop.ui.forms.editors import create_editor
from innolab_desktop.ui.forms.field_editor import EditorContext
from innolab_desktop.ui.moments import full_moment
from innolab_desktop.ui.typed_draft import TypedDraft, draft_key, draft_sentence
from innolab_desktop.ui.widgets.boxes import column, panel
from innolab_desktop.ui.widgets.button import Button
from innolab_desktop.ui.widgets.card import Card
from innolab_desktop.ui.widgets.choice_card import ChoiceCard, ValueLabel
from innolab_desktop.ui.widgets.compared_text import ComparedText
from innolab_desktop.ui.widgets.muted import Muted
from innolab_desktop.ui.widgets.plain_label import PlainLabel
from innolab_desktop.ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from collections.abc import Mapping

    from innolab_desktop.domain.records import Variant
    from innolab_desktop.domain.values import Value
    from innolab_desktop.services.review_models import Difference
    from innolab_desktop.ui.desk import Desk
    from innolab_desktop.ui.forms.field_editor import FieldEditor

_OWN = "value"
_TEXTS = frozenset(("text", "long_text"))


class ConflictDialog(DecisionDialog):
    """Settles one field; nothing is decided until the person does."""

    def __init__(self, parent: QWidget, desk: Desk, difference: Difference) -> None:
        super().__init__(parent, desk, self.tr("Abweichung lösen"), difference.place)
        self._difference = difference
        place = difference.place
        form = desk.session.forms.get(place.kind)
        self._field = form.field(place.field) if form else None
        self._values: list[Value] = []
        self._group = QButtonGroup(self)
        self._editor: FieldEditor | None = None
        key = draft_key("conflict", place.record, place.field)
        self._typed = TypedDraft(self, desk, key, self._own_value)
        self._preview = PlainLabel()
        button = Button(desk.theme, self.tr("Übernehmen"), "check", primary=True)
        button.clicked.connect(self._submit)
        preview = column(Muted(self.tr("Das wird gespeichert")), self._preview, spacing=0.1)
        self.arrange(ScrollPage(self._choices()), preview, button)
        self.follow(self._group)
        self._group.buttonToggled.connect(self._show_preview)
        self._show_preview()

    def _choices(self) -> QWidget:
        found = self._difference
        intro = Muted(self.tr("Welche Angabe soll gelten? Die anderen bleiben im Verlauf lesbar."))
        sides = [
            self._card(_who(side), side.value, self._value(side.value, _who(side)))
            for side in found.sides
        ]
        choices = column(intro, self._base(found.base), side_by_side(self, sides), spacing=0.6)
        if found.proposal is not None and found.proposal not in [s.value for s in found.sides]:
            name = self.tr("Beide zusammen")
            choices.addWidget(self._card(name, found.proposal, self._value(found.proposal, name)))
        if self._field is not None:
            self._editor = create_editor(self._field, EditorContext(self.desk.theme))
            name = self.tr("Eigene Angabe")
            self._editor.first_widget.setAccessibleName(name)
            own = self._card(name, None, self._editor)
            self._editor.set_value(
                found.proposal if found.proposal is not None else found.sides[0].value
            )
            self._editor.edited.connect(own.choose)
            self._editor.edited.connect(self._typed.touch)
            self._typed.found.connect(partial(self._take_up, own))
            self._editor.edited.connect(lambda: QTimer.singleShot(0, self._show_preview))
            choices.addWidget(own)
        choices.addStretch(1)
        return panel(choices)

    def _own_value(self) -> Mapping[str, Value]:
        try:
            return {} if self._editor is None else {_OWN: self._editor.value()}
        except FormError:
            return {}

    def _take_up(self, own: ChoiceCard, typed: Mapping[str, Value]) -> None:
        if self._editor is not None:
            self._editor.set_value(typed.get(_OWN))
            own.choose()
            self._show_preview()
            self.tell(draft_sentence())

    def _base(self, base: Variant | None) -> QWidget:
        if base is None:
            return Muted(self.tr("Einen gemeinsamen früheren Wert gibt es nicht."))
        who = self.tr("Vorher stand dort ({0})").format(_who(base))
        shown = column(ValueLabel(self._text(base.value)), margins=(1.9, 0, 0, 0))
        return Card(column(Muted(who), shown, margins=0.7, spacing=0.2))

    def _card(self, name: str, value: Value, content: QWidget) -> ChoiceCard:
        card = ChoiceCard(self.desk.theme, name, content)
        self._group.addButton(card.line.button, len(self._values))
        self._values.append(value)
        card.line.button.setAccessibleDescription(self._text(value) if value is not None else "")
        return card

    def _value(self, value: Value, name: str) -> QWidget:
        base = self._difference.base
        is_text = self._field is not None and self._field.kind in _TEXTS
        if base is None or not is_text or not isinstance(base.value, str):
            return ValueLabel(self._text(value))
        pieces = compare(base.value, self._text(value))
        if not any(piece.mark is Mark.SAME and piece.text.strip() for piece in pieces):
            return ValueLabel(self._text(value))
        return ComparedText(self.desk.theme, pieces, self.tr("Text: {0}").format(name))

    def _text(self, value: Value) -> str:
        field = self._field
        if field is not None:
            text = KINDS[field.kind].format(field, value)
        else:
            items = value if isinstance(value, tuple) else (value,)
            text = "; ".join("" if item is None else str(item) for item in items)
        return text or self.tr("(leer)")

    def _show_preview(self) -> None:
        chosen = self._group.checkedId()
        if chosen < 0:
            self._preview.setText(self.tr("Noch nichts gewählt."))
            return
        try:
            self._preview.setText(self._text(self._chosen(chosen)))
        except FormError as error:
            self._preview.setText(error_sentence(self.desk.catalogue, error))

    def _chosen(self, number: int) -> Value:
        if self._editor is not None and number == len(self._values) - 1:
            return self._editor.value()
        return self._values[number]

    def _submit(self) -> None:
        chosen = self._group.checkedId()
        if chosen < 0:
            self.say(self.tr("Bitte wählen Sie eine der Angaben."))
            return
        try:
            value = self._chosen(chosen)
        except FormError as error:
            self.say(error_sentence(self.desk.catalogue, error))
            return
        edits, place = self.desk.session.edits, self._difference.place
        seen = self._difference.seen
        self.save(
            self._typed.saved_by(lambda: edits.settle(place.record, place.field, value, seen=seen))
        )


def _who(variant: Variant) -> str:
    return f"{author_name(variant.person)}, {full_moment(variant.at_ms)}"
