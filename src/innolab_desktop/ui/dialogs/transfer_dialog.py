"""A Transfer-Steckbrief from a mission: proposals that a person takes, changes or leaves."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from innolab_desktop.services.read_models import RowQuery
from innolab_desktop.ui.dialogs.creation_dialog import CreationDialog
from innolab_desktop.ui.theme.fonts import TypeSize
from innolab_desktop.ui.theme.tokens import Tone
from innolab_desktop.ui.typed_draft import (
    TypedDraft,
    draft_key,
    draft_sentence,
    keep_typing,
)
from innolab_desktop.ui.visible_text import single_line
from innolab_desktop.ui.widgets.banner import Banner
from innolab_desktop.ui.widgets.boxes import clear, column, panel
from innolab_desktop.ui.widgets.button import Button
from innolab_desktop.ui.widgets.combo_box import ComboBox
from innolab_desktop.ui.widgets.muted import Muted
from innolab_desktop.ui.widgets.plain_label import PlainLabel
from innolab_desktop.ui.widgets.scroll_page import ScrollPage
from innolab_desktop.ui.widgets.text_area import TextArea

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from innolab_desktop.domain.values import Value
    from innolab_desktop.services.read_models import RecordRow
    from innolab_desktop.services.transfer import Proposal
    from innolab_desktop.ui.desk import Desk

_MOST_MISSIONS = 500


class TransferDialog(CreationDialog):
    """Asks for the mission, shows what its Steckbrief could say, and makes it.

    Attributes:
        areas: the texts by the field that they go to.

    """

    def __init__(self, parent: QWidget, desk: Desk) -> None:
        save = Button(desk.theme, self.tr("Steckbrief anlegen"), "plus", primary=True)
        super().__init__(parent, desk, self.tr("Transfer-Steckbrief aus einer Mission"), save)
        self.areas: dict[str, TextArea] = {}
        self._proposed: dict[str, str] = {}
        self._draft: TypedDraft | None = None
        self._notice = Banner(desk.theme, action=self.tr("Vorschläge neu holen"))
        self._notice.acted.connect(self._start_over)
        self.mission = ComboBox(desk.theme)
        name = PlainLabel(self.tr("Mission"), size=TypeSize.LABEL, wrap=False)
        name.setBuddy(self.mission)
        self.mission.setAccessibleName(name.text())
        self.mission.activated.connect(self._read)
        self._fields = column(spacing=0.7)
        hint = Muted(
            self.tr(
                "Die Texte sind Vorschläge aus der Mission. Kürzen Sie, ändern Sie, oder leeren "
                "Sie ein Feld. Weiter geht der Steckbrief erst, wenn Sie ihn freigeben."
            )
        )
        content = column(self._fields, None, margins=(0.1, 0.1, 0.6, 0.1))
        cancel = Button(desk.theme, self.tr("Abbrechen"))
        cancel.clicked.connect(self.reject)
        self._save.setEnabled(False)
        body = column(
            self._error,
            self._notice,
            column(name, self.mission, spacing=0.25),
            hint,
            ScrollPage(panel(content)),
            spacing=0.6,
        )
        body.setStretch(4, 1)
        self.assemble(body, cancel, self._save)
        self.set_size(48, 40)
        records = desk.session.records
        query = RowQuery(kind="mission", limit=_MOST_MISSIONS)
        desk.jobs.run(self, lambda _job: records.list_rows(query).rows, self._show_missions)

    def _show_missions(self, rows: Sequence[RecordRow]) -> None:
        for row in rows:
            self.mission.addItem(single_line(row.title) or self.tr("Ohne Titel"), row.id)
        if rows:
            self._read()
        else:
            self._error.show_message(self.tr("Es gibt noch keine Mission."), Tone.INFO)

    def _read(self) -> None:
        keep_typing(self)
        mission: bytes = self.mission.currentData()
        transfer = self._desk.session.reflection.transfer
        self._desk.jobs.run(
            self, lambda _job: transfer.propose(mission), partial(self._show_proposals, mission)
        )

    def _show_proposals(self, mission: bytes, proposals: Sequence[Proposal]) -> None:
        clear(self._fields)
        self.areas = {}
        self._notice.hide()
        self._proposed = {proposal.field.id: proposal.text for proposal in proposals}
        self._draft = TypedDraft(self, self._desk, draft_key("transfer", mission), self._typed)
        self._draft.found.connect(self._take_up)
        for proposal in proposals:
            area = TextArea(2)
            area.show_text(proposal.text)
            area.edited.connect(self._draft.touch)
            label = PlainLabel(proposal.field.label, size=TypeSize.LABEL)
            label.setBuddy(area)
            source = Muted(self._source(proposal), size=TypeSize.HINT)
            area.setAccessibleName(proposal.field.label)
            area.setAccessibleDescription(source.text())
            self._fields.addWidget(panel(column(label, area, source, spacing=0.2)))
            self.areas[proposal.field.id] = area
        for before, after in pairwise([self.mission, *self.areas.values()]):
            self.setTabOrder(before, after)
        self._save.setEnabled(bool(proposals))

    def _typed(self) -> Mapping[str, Value]:
        texts = {name: area.toPlainText() for name, area in self.areas.items()}
        return {name: text for name, text in texts.items() if text != self._proposed[name]}

    def _take_up(self, typed: Mapping[str, Value]) -> None:
        for name in typed.keys() & self.areas.keys():
            self.areas[name].show_text(str(typed[name]))
        self._notice.show_message(draft_sentence())

    def _start_over(self) -> None:
        if self._draft is not None:
            self._draft.drop()
        self._read()

    def _source(self, proposal: Proposal) -> str:
        if not proposal.sources:
            return self.tr("In der Mission steht dazu noch nichts.")
        return self.tr("Aus: {0}").format(", ".join(proposal.sources))

    def _submit(self) -> None:
        texts, draft = {name: area.toPlainText() for name, area in self.areas.items()}, self._draft
        if draft is None or not any(text.strip() for text in texts.values()):
            self._error.show_message(self.tr("Bitte füllen Sie mindestens ein Feld aus."), Tone.BAD)
            return
        mission: bytes = self.mission.currentData()
        transfer = self._desk.session.reflection.transfer
        self._make(draft.saved_by(lambda: transfer.make(mission, texts)))
