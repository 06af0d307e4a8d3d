"""What of everything that was learned is shown: its sort, its mission, how far it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from innolab_desktop.ui.theme.fonts import TypeSize
from innolab_desktop.ui.visible_text import single_line
from innolab_desktop.ui.widgets.boxes import column, panel, row
from innolab_desktop.ui.widgets.combo_box import ComboBox
from innolab_desktop.ui.widgets.plain_label import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from innolab_desktop.formdefs.forms import Forms
    from innolab_desktop.services.lessons import Lesson, Lessons
    from innolab_desktop.ui.theme.theme import Theme


class LessonFilters(QWidget):
    """Three choices side by side.

    Signals:
        changed: another choice was made.
    """

    changed = Signal()

    def __init__(self, theme: Theme, forms: Forms, kinds: Sequence[str]) -> None:
        super().__init__()
        self._theme = theme
        self.kind, kind = self._choice(self.tr("Art"))
        self.mission, mission = self._choice(self.tr("Mission"))
        self.state, state = self._choice(self.tr("Stand"))
        self.setLayout(row(kind, mission, state, spacing=0.6))
        self._fill(self.kind, [(forms.form(name).label_plural, name) for name in kinds])
        self.offer(None)

    def offer(self, lessons: Lessons | None) -> None:
        """Offer the missions and states that occur; what was chosen stays chosen."""
        missions = lessons.missions if lessons else ()
        states = lessons.states(str(self.kind.currentData() or "")) if lessons else ()
        self._fill(self.mission, [(title, mission) for mission, title in missions])
        self._fill(self.state, [(state, state) for state in states])

    def narrowed(self, lessons: Lessons) -> tuple[Lesson, ...]:
        """Return what the choices leave."""
        self.offer(lessons)
        return lessons.narrowed(
            kind=str(self.kind.currentData() or ""),
            mission=self.mission.currentData(),
            state=str(self.state.currentData() or ""),
        )

    def _choice(self, name: str) -> tuple[ComboBox, QWidget]:
        box, label = ComboBox(self._theme), PlainLabel(name, size=TypeSize.LABEL, wrap=False)
        box.setAccessibleName(self.tr("Nach {0} filtern").format(name))
        box.activated.connect(self.changed)
        label.setBuddy(box)
        return box, panel(column(label, box, spacing=0.15))

    def _fill(self, box: ComboBox, offers: Sequence[tuple[str, str | bytes]]) -> None:
        chosen = box.currentData()
        box.clear()
        box.addItem(self.tr("alle"), None)
        for label, data in offers:
            box.addItem(single_line(label) or self.tr("Ohne Titel"), data)
        box.setCurrentIndex(next((i for i in range(box.count()) if box.itemData(i) == chosen), 0))
