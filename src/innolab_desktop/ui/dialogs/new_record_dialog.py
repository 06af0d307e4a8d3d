"""A new record: its title, perhaps a template, and the space it lives in."""

from __future__ import annotations

from datetime import UTC, datetime
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from innolab_desktop.formdefs.outline import outlines_of
from innolab_desktop.ui.dialogs.creation_dialog import CreationDialog
from innolab_desktop.ui.space_names import space_audience, space_label
from innolab_desktop.ui.theme.fonts import TypeSize
from innolab_desktop.ui.theme.tokens import Tone
from innolab_desktop.ui.typed_draft import TypedDraft, draft_key, draft_sentence
from innolab_desktop.ui.widgets.boxes import column, panel
from innolab_desktop.ui.widgets.button import Button
from innolab_desktop.ui.widgets.combo_box import ComboBox
from innolab_desktop.ui.widgets.muted import Muted
from innolab_desktop.ui.widgets.plain_label import PlainLabel
from innolab_desktop.ui.widgets.text_line import TextLine

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

    from innolab_desktop.domain.records import SpaceId
    from innolab_desktop.domain.values import Value
    from innolab_desktop.formdefs.definition import FormDefinition
    from innolab_desktop.services.read_models import Space
    from innolab_desktop.ui.desk import Desk

_TITLE: Final = "title"
_USUALLY: Final = ("tandem",)
_USUAL: Final = MappingProxyType(
    {
        "case_consultation": ("case_group", "tandem"),
        "evaluation_wave": ("network", "coordination", "tandem"),
    }
)
"""Types of spaces that records of a kind are made for, the best first."""


class NewRecordDialog(CreationDialog):
    """Asks what it is called and who may read it, because that cannot be taken back.

    Args:
        space: where it is offered to live; if not given, where records of the kind usually do.
    """

    def __init__(
        self,
        parent: QWidget,
        desk: Desk,
        definition: FormDefinition,
        space: SpaceId | None = None,
    ) -> None:
        save = Button(desk.theme, self.tr("Anlegen"), "plus", primary=True)
        super().__init__(parent, desk, definition.label_new, save)
        self._definition = definition
        self._wanted_space = space
        field = definition.field(definition.title_field)
        self._title = TextLine()
        self._draft = TypedDraft(self, desk, draft_key(f"new_{definition.id}"), self._typed)
        self._draft.found.connect(self._take_up)
        self._title.textEdited.connect(self._draft.touch)
        label = PlainLabel(field.label if field else self.tr("Titel"), size=TypeSize.LABEL)
        label.setBuddy(self._title)
        self._title.setAccessibleName(label.text())
        self._space = ComboBox(desk.theme)
        self._space.setAccessibleName(self.tr("Raum"))
        space_name = PlainLabel(self.tr("Raum"), size=TypeSize.LABEL)
        space_name.setBuddy(self._space)
        self._audience = Muted()
        self._template = ComboBox(desk.theme)
        template = self._build_template()
        cancel = Button(desk.theme, self.tr("Abbrechen"))
        cancel.clicked.connect(self._draft.drop)
        cancel.clicked.connect(self.reject)
        self._spaces: tuple[Space, ...] = ()
        self._space.currentIndexChanged.connect(self._show_audience)
        content = column(
            self._error,
            column(label, self._title, spacing=0.25),
            template,
            column(space_name, self._space, self._audience, spacing=0.25),
            spacing=0.8,
        )
        self.assemble(content, cancel, self._save)
        self._title.setFocus()
        session = desk.session
        desk.jobs.run(self, lambda _job: session.spaces.own(), self._show_spaces)

    def _typed(self) -> Mapping[str, Value]:
        title = self._title.text().strip()
        return {_TITLE: title} if title else {}

    def _take_up(self, typed: Mapping[str, Value]) -> None:
        self._title.setText(str(typed.get(_TITLE) or ""))
        self._error.show_message(draft_sentence(), Tone.INFO)

    def _build_template(self) -> QWidget:
        """Offer the templates that the form has; the questions stand in the form then."""
        outlines = outlines_of(self._definition)
        name = PlainLabel(self.tr("Vorlage"), size=TypeSize.LABEL)
        name.setBuddy(self._template)
        self._template.setAccessibleName(name.text())
        field = self._definition.field(outlines[0].field) if outlines else None
        for choice in field.active_choices if field else ():
            self._template.addItem(choice.label, choice.id)
        holder = panel(column(name, self._template, spacing=0.25))
        if not outlines:
            holder.hide()
        return holder

    def _show_spaces(self, spaces: tuple[Space, ...]) -> None:
        self._spaces = spaces
        for space in spaces:
            self._space.addItem(space_label(space), space.id)
        types = [space.type for space in spaces]
        usual = _USUAL.get(self._definition.id, _USUALLY)
        wanted = [place for place, space in enumerate(spaces) if space.id == self._wanted_space]
        found = (types.index(name) for name in usual if name in types)
        self._space.setCurrentIndex(next(iter(wanted), next(found, 0)))

    def _show_audience(self, index: int) -> None:
        if 0 <= index < len(self._spaces):
            self._audience.setText(space_audience(self._spaces[index]))

    def _submit(self) -> None:
        title = " ".join(self._title.text().split())
        if not title:
            self._error.show_message(self.tr("Bitte geben Sie einen Titel ein."), Tone.BAD)
            self._title.setFocus()
            return
        session, definition = self._desk.session, self._definition
        space, template = self._space.currentData(), self._template.currentData()
        today = datetime.now(tz=UTC).astimezone().date()
        values = {**definition.beginning(today), definition.title_field: title}
        if template:
            values[outlines_of(definition)[0].field] = str(template)
        self._make(
            self._draft.saved_by(lambda: session.records.new(definition.id, values, space=space))
        )
