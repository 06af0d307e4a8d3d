"""What a list can be narrowed down by, beside the words: tag, mission, space."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from innolab_desktop.services.read_models import RowQuery
from innolab_desktop.ui.space_names import space_label
from innolab_desktop.ui.theme.fonts import TypeSize
from innolab_desktop.ui.visible_text import single_line
from innolab_desktop.ui.widgets.boxes import column, panel
from innolab_desktop.ui.widgets.button import Button
from innolab_desktop.ui.widgets.combo_box import ComboBox
from innolab_desktop.ui.widgets.plain_label import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from innolab_desktop.formdefs.definition import FormDefinition
    from innolab_desktop.services.session import Session
    from innolab_desktop.ui.desk import Desk

_MISSION = "mission"
_MOST_MISSIONS = 500


@dataclass(frozen=True, slots=True)
class FilterOffers:
    """What can be chosen: pairs of a label and what stands for it."""

    tags: tuple[tuple[str, str], ...]
    missions: tuple[tuple[str, bytes], ...]
    spaces: tuple[tuple[str, bytes], ...]


def read_filter_offers(session: Session) -> FilterOffers:
    """Return what lists can be filtered by; runs in the lane."""
    missions = session.records.list_rows(RowQuery(kind=_MISSION, limit=_MOST_MISSIONS)).rows
    return FilterOffers(
        tags=tuple((tag, tag) for tag in session.records.known_tags()),
        missions=tuple((row.title, row.id) for row in missions),
        spaces=tuple((space_label(space), space.id) for space in session.spaces.all()),
    )


class ListFilters(QWidget):
    """One choice per thing that the form can be filtered by.

    Signals:
        changed: another choice was made.
    """

    changed = Signal()

    def __init__(self, desk: Desk, definition: FormDefinition) -> None:
        super().__init__()
        self._desk = desk
        self._mission_field = next(
            (item.id for item in definition.fields() if item.references == _MISSION), ""
        )
        self.tag, tag = self._choice(self.tr("Schlagwort"))
        self.mission, mission = self._choice(self.tr("Mission"))
        self.space, space = self._choice(self.tr("Raum"))
        if not definition.tag_fields():
            tag.hide()
        if not self._mission_field:
            mission.hide()
        reset = Button(desk.theme, self.tr("Alle zeigen"), "x")
        reset.clicked.connect(self.reset)
        self.setLayout(column(tag, mission, space, reset, spacing=0.4))
        self._show(FilterOffers((), (), ()))

    @property
    def is_active(self) -> bool:
        """Whether something is left out."""
        return any(box.currentData() for box in self._boxes)

    @property
    def _boxes(self) -> tuple[ComboBox, ...]:
        return (self.tag, self.mission, self.space)

    def read(self) -> None:
        """Offer what there is now; what was chosen stays chosen."""
        session = self._desk.session
        self._desk.jobs.run(self, lambda _job: read_filter_offers(session), self._show)

    def apply(self, query: RowQuery) -> RowQuery:
        """Return *query* with what was chosen."""
        mission = self.mission.currentData()
        return replace(
            query,
            tag=str(self.tag.currentData() or ""),
            reference=(self._mission_field, mission) if mission else None,
            space=self.space.currentData(),
        )

    def reset(self) -> None:
        """Leave nothing out."""
        for box in self._boxes:
            box.setCurrentIndex(0)
        self.changed.emit()

    def _choice(self, name: str) -> tuple[ComboBox, QWidget]:
        box, label = ComboBox(self._desk.theme), PlainLabel(name, size=TypeSize.LABEL, wrap=False)
        box.setAccessibleName(self.tr("Nach {0} filtern").format(name))
        box.activated.connect(self.changed)
        label.setBuddy(box)
        return box, panel(column(label, box, spacing=0.15))

    def _show(self, offers: FilterOffers) -> None:
        self._fill(self.tag, offers.tags)
        self._fill(self.mission, offers.missions)
        self._fill(self.space, offers.spaces)

    def _fill(self, box: ComboBox, offers: Sequence[tuple[str, str | bytes]]) -> None:
        chosen = box.currentData()
        box.clear()
        box.addItem(self.tr("alle"), None)
        for label, data in offers:
            box.addItem(single_line(label) or self.tr("Ohne Titel"), data)
        place = next((i for i in range(box.count()) if box.itemData(i) == chosen), 0)
        box.setCurrentIndex(place)
