"""What a new entry is about, chosen from a catalogue or in own words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from innolab_desktop.domain.german_folding import fold
from innolab_desktop.ui.dialogs.base_dialog import BaseDialog
from innolab_desktop.ui.models.plain_rows import PlainRowsModel
from innolab_desktop.ui.widgets.boxes import column
from innolab_desktop.ui.widgets.button import Button
from innolab_desktop.ui.widgets.inside_line import ClearButton
from innolab_desktop.ui.widgets.muted import Muted
from innolab_desktop.ui.widgets.row_delegate import ListRow
from innolab_desktop.ui.widgets.row_list import RowList
from innolab_desktop.ui.widgets.text_line import TextLine

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from innolab_desktop.domain.values import Value
    from innolab_desktop.formdefs.definition import Choice, FieldDefinition, FormDefinition
    from innolab_desktop.ui.theme.theme import Theme

_OTHER = "other"


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The field of a form that a catalogue fills, and the one for own words."""

    field: FieldDefinition
    own_words: FieldDefinition | None

    @property
    def choices(self) -> Sequence[Choice]:
        """The entries, group by group in the order in which the groups appear first."""
        groups = list(dict.fromkeys(choice.group for choice in self.field.active_choices))
        return sorted(self.field.active_choices, key=lambda choice: groups.index(choice.group))


def catalogue_of(definition: FormDefinition) -> Catalogue | None:
    """Return the catalogue that names the records of a form, if there is one."""
    field = definition.field(definition.title_field)
    if field is None or not any(choice.group for choice in field.active_choices):
        return None
    texts = (item for item in definition.fields() if item.kind == "long_text")
    return Catalogue(field, next(texts, None))


class CatalogueDialog(BaseDialog):
    """The entries of a catalogue by group, with a search; own words are an entry as well.

    Signals:
        entry_chosen: values by field, to begin the new entry with.
    """

    entry_chosen = Signal(object)

    def __init__(
        self, parent: QWidget, theme: Theme, definition: FormDefinition, catalogue: Catalogue
    ) -> None:
        super().__init__(parent, theme, definition.label_new)
        self._catalogue = catalogue
        self._model: PlainRowsModel[Choice | None] = PlainRowsModel(self)
        self.filter = TextLine()
        self.filter.setAccessibleName(self.tr("Im Katalog suchen"))
        self.filter.setPlaceholderText(self.tr("Im Katalog suchen oder eigene Worte eingeben"))
        ClearButton(self.filter)
        self.filter.textChanged.connect(self._show)
        self.list = RowList(theme, self._model, definition.label_plural, has_status=False)
        self.list.activated.connect(self.accept)
        hint = Muted(self.tr("Was Sie wählen, können Sie danach beschreiben und jederzeit ändern."))
        cancel = Button(theme, self.tr("Abbrechen"))
        cancel.clicked.connect(self.reject)
        self._take = Button(theme, self.tr("Übernehmen"), "check", primary=True)
        self._take.clicked.connect(self.accept)
        content = column(hint, self.filter, self.list, spacing=0.6)
        content.setStretch(2, 1)
        self.assemble(content, cancel, self._take)
        self.set_size(40, 34)
        self.accepted.connect(self._tell)
        self._show()
        self.filter.setFocus()

    def _show(self) -> None:
        words = fold(self.filter.text()).split()
        found: list[Choice | None] = [
            choice
            for choice in self._catalogue.choices
            if choice.id != _OTHER and all(word in _words_of(choice) for word in words)
        ]
        rows = [
            ListRow(choice.label, choice.group, words=self.filter.text())
            for choice in found
            if choice is not None
        ]
        if self._catalogue.field.choice(_OTHER) is not None:
            found.append(None)
            rows.append(self._own_row())
        self._model.show_rows(found, rows)
        self._take.setEnabled(bool(found))
        if found:
            self.list.select_row(0)

    def _own_row(self) -> ListRow:
        written = " ".join(self.filter.text().split())
        title = self.tr("Eigene Worte: „{0}“").format(written) if written else ""
        return ListRow(title or self.tr("Etwas anderes"), self.tr("frei beschreiben"))

    def _tell(self) -> None:
        row = self.list.selected_row
        if row is None:
            return
        choice = self._model.thing_at(row)
        values: dict[str, Value] = {self._catalogue.field.id: choice.id if choice else _OTHER}
        written, own = " ".join(self.filter.text().split()), self._catalogue.own_words
        if choice is None and written and own is not None:
            values[own.id] = written
        begun: Mapping[str, Value] = values
        self.entry_chosen.emit(begun)


def _words_of(choice: Choice) -> str:
    return fold(f"{choice.label} {choice.group} {choice.help}")
