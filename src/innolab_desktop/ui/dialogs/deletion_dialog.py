"""A record that one person deleted while another worked on it: keep it, or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QButtonGroup, QWidget

from innolab_desktop.domain.records import DELETED
from innolab_desktop.formdefs.kinds import KINDS
from innolab_desktop.ui.author_name import author_name
from innolab_desktop.ui.dialogs.decision_dialog import DecisionDialog
from innolab_desktop.ui.moments import full_moment
from innolab_desktop.ui.visible_text import single_line
from innolab_desktop.ui.widgets.boxes import column, panel
from innolab_desktop.ui.widgets.button import Button
from innolab_desktop.ui.widgets.card import Card
from innolab_desktop.ui.widgets.choice_card import ChoiceCard, ValueLabel
from innolab_desktop.ui.widgets.muted import Muted
from innolab_desktop.ui.widgets.plain_label import PlainLabel
from innolab_desktop.ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from innolab_desktop.services.review_models import DeletedOrEdited, UnseenEdit
    from innolab_desktop.ui.desk import Desk


class DeletionDialog(DecisionDialog):
    """Shows who deleted, and what they had not seen; then asks."""

    def __init__(self, parent: QWidget, desk: Desk, found: DeletedOrEdited) -> None:
        super().__init__(parent, desk, self.tr("Eintrag behalten?"), found.place)
        self._found = found
        self._form = desk.session.forms.get(found.place.kind)
        self._group = QButtonGroup(self)
        button = Button(desk.theme, self.tr("Übernehmen"), "check", primary=True)
        button.clicked.connect(self._submit)
        self.arrange(ScrollPage(self._content()), None, button)
        self.follow(self._group)

    def _content(self) -> QWidget:
        deletions = [
            self.tr("{0} hat den Eintrag gelöscht: {1}").format(
                author_name(variant.person), full_moment(variant.at_ms)
            )
            for variant in self._found.deletions
        ]
        unseen = self.tr("Dabei war das noch nicht bekannt")
        keep = self.tr(
            "Der Eintrag kommt mit allen Angaben zurück in die Listen, auch bei den anderen."
        )
        drop = self.tr(
            "Der Eintrag bleibt im Papierkorb. Die Bearbeitung bleibt im Verlauf lesbar."
        )
        choices = [
            ChoiceCard(self.desk.theme, self.tr("Wiederherstellen"), Muted(keep)),
            ChoiceCard(self.desk.theme, self.tr("Löschung behalten"), Muted(drop)),
        ]
        for number, choice in enumerate(choices):
            self._group.addButton(choice.line.button, number)
        edits = column(*(self._edit(edit) for edit in self._found.edits), spacing=0.4)
        return panel(
            column(
                *(PlainLabel(text) for text in deletions),
                Muted(unseen),
                edits,
                *choices,
                None,
                spacing=0.6,
            )
        )

    def _edit(self, edit: UnseenEdit) -> QWidget:
        who = f"{author_name(edit.value.person)}, {full_moment(edit.value.at_ms)}"
        head = Muted(f"{single_line(edit.label)} · {who}")
        field = self._form.field(edit.field) if self._form else None
        text = KINDS[field.kind].format(field, edit.value.value) if field else ""
        value = ValueLabel(text or self.tr("(leer)"))
        return Card(column(head, column(value, margins=(1.9, 0, 0, 0)), margins=0.6, spacing=0.1))

    def _submit(self) -> None:
        chosen = self._group.checkedId()
        if chosen < 0:
            self.say(self.tr("Bitte wählen Sie, was gelten soll."))
            return
        edits, found = self.desk.session.edits, self._found
        record, seen, delete = found.place.record, found.seen, chosen == 1
        self.save(lambda _job: edits.settle(record, DELETED, delete, seen=seen))
