"""What a person has to decide: Abweichungen, deletions, and texts that a machine merged."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from innolab_desktop.domain.records import DELETED
from innolab_desktop.ui.author_name import author_name
from innolab_desktop.ui.counting import counted
from innolab_desktop.ui.dialogs.decisions import decide_conflict, review_text
from innolab_desktop.ui.theme.tokens import Tone
from innolab_desktop.ui.visible_text import single_line
from innolab_desktop.ui.widgets.boxes import clear, column
from innolab_desktop.ui.widgets.button import Button
from innolab_desktop.ui.widgets.card import Card
from innolab_desktop.ui.widgets.chip import Chip
from innolab_desktop.ui.widgets.heading import Heading
from innolab_desktop.ui.widgets.muted import Muted
from innolab_desktop.ui.widgets.plain_label import PlainLabel
from innolab_desktop.ui.widgets.tail_row import TailRow

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from innolab_desktop.domain.records import Record
    from innolab_desktop.services.review_models import Place
    from innolab_desktop.services.session import Session
    from innolab_desktop.ui.desk import Desk

_MOST_LINES: Final = 100


@dataclass(frozen=True, slots=True)
class _Waiting:
    """Places that wait, each with the people who wrote what stands there."""

    conflicts: tuple[tuple[Place, str], ...]
    deletions: tuple[tuple[Place, str], ...]
    merged: tuple[tuple[Place, str], ...]

    @property
    def count(self) -> int:
        return len(self.conflicts) + len(self.deletions) + len(self.merged)


def _read(session: Session) -> _Waiting:
    conflicts = session.conflicts
    found = [
        (conflicts.place(record, field), _people(record, field))
        for record in conflicts.records()
        for field in record.conflicts
    ]
    return _Waiting(
        tuple(item for item in found if item[0].field != DELETED),
        tuple(item for item in found if item[0].field == DELETED),
        tuple(
            (conflicts.place(record, field), "")
            for record in conflicts.merged()
            for field in sorted(record.merged)
        ),
    )


def _people(record: Record, field: str) -> str:
    return ", ".join(sorted({author_name(side.person) for side in record.conflicts[field]}))


class ConflictsPanel(QWidget):
    """One line per field that waits.

    Signals:
        counted: how many fields wait.
        entry_requested: the person wants to see the whole record, and the field in it.
    """

    counted = Signal(int)
    entry_requested = Signal(bytes, str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._headings = [Heading("", 2) for _ in range(3)]
        self._groups = [column(spacing=0.7) for _ in range(3)]
        intro = Muted(
            self.tr(
                "Haben zwei Personen dasselbe Feld verschieden ausgefüllt, bleibt beides stehen, "
                "bis jemand entscheidet. Lange Texte werden zusammengeführt; bitte lesen Sie sie."
            )
        )
        cards = [
            Card(column(heading, group, margins=0.9, spacing=0.6))
            for heading, group in zip(self._headings, self._groups, strict=True)
        ]
        self.setLayout(column(intro, *cards, None, margins=(0.1, 0.8, 0.6, 0.8), spacing=0.9))
        self._show(_Waiting((), (), ()))

    def refresh(self) -> None:
        """Read what waits."""
        session = self._desk.session
        self._desk.jobs.run(self, lambda _job: _read(session), self._show)

    def _show(self, found: _Waiting) -> None:
        theme = self._desk.theme
        self._fill(
            0,
            self.tr("Abweichungen"),
            found.conflicts,
            lambda place, people: self._line(
                place,
                self.tr("Verschiedene Angaben von {0}").format(people),
                Chip(theme, self.tr("Abweichung"), Tone.BAD),
                self.tr("Entscheiden …"),
                decide_conflict,
            ),
        )
        self._fill(
            1,
            self.tr("Gelöscht oder bearbeitet"),
            found.deletions,
            lambda place, people: self._line(
                place,
                self.tr("Gelöscht von {0}, zugleich bearbeitet").format(people),
                Chip(theme, self.tr("Abweichung"), Tone.BAD),
                self.tr("Entscheiden …"),
                decide_conflict,
            ),
        )
        self._fill(
            2,
            self.tr("Zusammengeführte Texte"),
            found.merged,
            lambda place, _people: self._line(
                place,
                self.tr("Aus mehreren Bearbeitungen zusammengeführt"),
                Chip(theme, self.tr("bitte lesen"), Tone.WARN),
                self.tr("Öffnen …"),
                review_text,
            ),
        )
        self.counted.emit(found.count)

    def _fill(
        self,
        group: int,
        title: str,
        places: Sequence[tuple[Place, str]],
        make: Callable[[Place, str], QWidget],
    ) -> None:
        lines: QVBoxLayout = self._groups[group]
        clear(lines)
        self._headings[group].setText(f"{title} ({len(places)})" if places else title)
        for place, people in places[:_MOST_LINES]:
            lines.addWidget(make(place, people))
        if len(places) > _MOST_LINES:
            more = counted(
                len(places) - _MOST_LINES, self.tr("weitere Stelle"), self.tr("weitere Stellen")
            )
            lines.addWidget(Muted(self.tr("Und {0}, sobald diese geklärt sind.").format(more)))
        if not places:
            lines.addWidget(Muted(self.tr("Keine.")))

    def _line(
        self,
        place: Place,
        text: str,
        chip: Chip,
        action: str,
        decide: Callable[[QWidget, Desk, bytes, str], None],
    ) -> QWidget:
        theme = self._desk.theme
        title = single_line(place.title) or self.tr("Ohne Titel")
        named = f"{place.kind_label}: {title}"
        button = Button(theme, action)
        button.setAccessibleName(f"{action} {named}, {place.label}")
        button.clicked.connect(lambda: decide(self, self._desk, place.record, place.field))
        record = Button(theme, self.tr("Zum Eintrag"))
        record.setAccessibleName(self.tr("Zum Eintrag {0}").format(named))
        record.clicked.connect(lambda: self.entry_requested.emit(place.record, place.field))
        words = column(
            PlainLabel(named), Muted(f"{single_line(place.label)} · {text}"), spacing=0.1
        )
        return TailRow(words, chip, record, button)
