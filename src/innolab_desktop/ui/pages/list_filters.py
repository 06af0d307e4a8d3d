"""What a list can be narrowed down by, beside the words: Stand, tag, mission or tandem, space."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from innolab_desktop.services.read_models import RowQuery
from innolab_desktop.ui.forms.section_grid import SectionGrid
from innolab_desktop.ui.space_names import space_label
from innolab_desktop.ui.theme.fonts import TypeSize
from innolab_desktop.ui.visible_text import single_line
from innolab_desktop.ui.widgets.boxes import column, panel
from innolab_desktop.ui.widgets.button import Button
from innolab_desktop.ui.widgets.combo_box import ComboBox
from innolab_desktop.ui.widgets.plain_label import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from innolab_desktop.formdefs.definition import FieldDefinition, FormDefinition
    from innolab_desktop.services.session import Session
    from innolab_desktop.ui.desk import Desk

STATE: Final = "status"
_ABOUT: Final = ("mission", "tandem")
"""What records can be about; a list is filtered by the first of them that its form names."""
_MOST_NAMED: Final = 500
_MOST_COLUMNS, _COLUMN_EM = 5, 12.5


@dataclass(frozen=True, slots=True)
class FilterOffers:
    """What can be chosen: pairs of a label and what stands for it."""

    tags: tuple[tuple[str, str], ...]
    about: tuple[tuple[str, bytes], ...]
    spaces: tuple[tuple[str, bytes], ...]


def read_filter_offers(session: Session, about: str | None) -> FilterOffers:
    """Return what lists can be filtered by, with the records of kind *about*; runs in the lane."""
    named = RowQuery(kind=about, limit=_MOST_NAMED)
    rows = session.records.list_rows(named).rows if about else ()
    return FilterOffers(
        tags=tuple((tag, tag) for tag in session.records.known_tags()),
        about=tuple((row.title, row.id) for row in rows),
        spaces=tuple((space_label(space), space.id) for space in session.spaces.all()),
    )


class ListFilters(QWidget):
    """One choice per thing that the form can be filtered by, beside each other if there is room.

    Signals:
        changed: another choice was made.
    """

    changed = Signal()

    def __init__(self, desk: Desk, definition: FormDefinition) -> None:
        super().__init__()
        self._desk = desk
        self._about = _field_about(definition)
        self.boxes: dict[str, ComboBox] = {}
        self._choices = SectionGrid(
            row_gap_em=0.4, most_columns=_MOST_COLUMNS, column_em=_COLUMN_EM
        )
        self._show_choices(definition)
        self._reset = Button(desk.theme, self.tr("Alle zeigen"), "x")
        self._reset.clicked.connect(self.reset)
        self._choices.add(panel(column(None, self._reset)), 1)
        self.setLayout(column(self._choices))
        self._show(FilterOffers((), (), ()))

    @property
    def is_active(self) -> bool:
        """Whether something is left out."""
        return any(box.currentData() for box in self.boxes.values())

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What Tab reaches, in its order."""
        return (*self.boxes.values(), self._reset)

    def read(self) -> None:
        """Offer what there is now; what was chosen stays chosen."""
        session, about = self._desk.session, self._about
        kind = about.references if about else None
        self._desk.jobs.run(self, lambda _job: read_filter_offers(session, kind), self._show)

    def apply(self, query: RowQuery) -> RowQuery:
        """Return *query* with what was chosen."""
        chosen = {name: box.currentData() for name, box in self.boxes.items()}
        about, status = chosen.get("about"), chosen.get(STATE)
        return replace(
            query,
            tag=str(chosen.get("tag") or ""),
            statuses=(str(status),) if status else (),
            reference=(self._about.id, about) if self._about and about else None,
            space=chosen.get("space"),
        )

    def reset(self) -> None:
        """Leave nothing out."""
        for box in self.boxes.values():
            box.setCurrentIndex(0)
        self.changed.emit()

    def _show_choices(self, definition: FormDefinition) -> None:
        if (state := definition.field(STATE)) is not None:
            self._add(STATE, state.label)
            self._fill(STATE, [(choice.label, choice.id) for choice in state.active_choices])
        if definition.tag_fields():
            self._add("tag", self.tr("Schlagwort"))
        if self._about is not None:
            self._add("about", self._desk.session.forms.form(self._about.references).label)
        self._add("space", self.tr("Raum"))

    def _add(self, name: str, text: str) -> None:
        box, label = ComboBox(self._desk.theme), PlainLabel(text, size=TypeSize.LABEL, wrap=False)
        box.setAccessibleName(self.tr("Nach {0} filtern").format(text))
        box.activated.connect(self.changed)
        label.setBuddy(box)
        self.boxes[name] = box
        self._choices.add(panel(column(label, box, spacing=0.15)), 1)

    def _show(self, offers: FilterOffers) -> None:
        self._fill("tag", offers.tags)
        self._fill("about", offers.about)
        self._fill("space", offers.spaces)

    def _fill(self, name: str, offers: Sequence[tuple[str, str | bytes]]) -> None:
        box = self.boxes.get(name)
        if box is None:
            return
        chosen = box.currentData()
        box.clear()
        box.addItem(self.tr("alle"), None)
        for label, data in offers:
            box.addItem(single_line(label) or self.tr("Ohne Titel"), data)
        place = next((i for i in range(box.count()) if box.itemData(i) == chosen), 0)
        box.setCurrentIndex(place)


def _field_about(definition: FormDefinition) -> FieldDefinition | None:
    """Return the field that names what a record is about."""
    fields = {item.references: item for item in reversed(definition.fields())}
    return next((fields[kind] for kind in _ABOUT if kind in fields), None)
