"""One state of the board with its cards."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QPoint, Signal

from innolab_desktop.ui.moments import moment
from innolab_desktop.ui.pages.board.card_list import CardList, CardsModel
from innolab_desktop.ui.theme.fonts import em_px
from innolab_desktop.ui.theme.tokens import Tone
from innolab_desktop.ui.visible_text import single_line
from innolab_desktop.ui.widgets.boxes import column
from innolab_desktop.ui.widgets.card import Card
from innolab_desktop.ui.widgets.heading import Heading
from innolab_desktop.ui.widgets.muted import Muted
from innolab_desktop.ui.widgets.row_delegate import ListRow

if TYPE_CHECKING:
    from innolab_desktop.formdefs.definition import Choice
    from innolab_desktop.services.read_models import RecordRow, RowPage
    from innolab_desktop.ui.theme.theme import Theme

MOST_CARDS: Final = 200
_WIDTH_EM: Final = 15


class BoardColumn(Card):
    """A heading with the number of cards, and the cards.

    Signals:
        chosen: a card of this column was selected.
        opened: id of a record the person wants to see.
        dropped: id of a card that was let go here, and the state it is to take.
        menu_requested: place on the screen for the menu of the selected card.
    """

    chosen = Signal()
    opened = Signal(bytes)
    dropped = Signal(bytes, str)
    menu_requested = Signal(QPoint)

    def __init__(self, theme: Theme, choice: Choice) -> None:
        super().__init__()
        self.state = choice.id
        self.label = choice.label
        self._model = CardsModel(self)
        self.cards = CardList(theme, self._model, choice.label)
        self._title = Heading(choice.label, 3)
        self._more = Muted()
        self._more.hide()
        content = column(self._title, self.cards, self._more, margins=0.6, spacing=0.4)
        content.setStretch(1, 1)
        self.setLayout(content)
        self._widen()
        theme.changed.connect(self._widen)
        self.cards.chosen.connect(self._announce)
        self.cards.activated.connect(self._open)
        self.cards.doubleClicked.connect(self._open)
        self.cards.dropped.connect(self._drop)
        self.cards.menu_requested.connect(self.menu_requested)

    @property
    def selected(self) -> RecordRow | None:
        """The selected card."""
        row = self.cards.selected_row
        return None if row is None else self._model.thing_at(row)

    @property
    def title(self) -> str:
        """What the heading says."""
        return self._title.text()

    def show_page(self, page: RowPage, words: str = "") -> None:
        """Show the first cards, with *words* marked, and how many there are in all."""
        self._model.show_rows(page.rows, [_line(row, words) for row in page.rows])
        self._title.setText(f"{self.label} ({page.total})")
        self.cards.setAccessibleName(self._title.text())
        hidden = page.total - len(page.rows)
        self._more.setText(self.tr("… und {0} weitere in der Liste").format(hidden))
        self._more.setVisible(hidden > 0)

    def select(self, record_id: bytes) -> bool:
        """Select the card of a record and bring the keyboard there, if it is here."""
        for row, thing in enumerate(self._model.things):
            if thing.id == record_id:
                self.cards.select_row(row)
                self.cards.setFocus()
                return True
        return False

    def _widen(self) -> None:
        self.setMinimumWidth(em_px(_WIDTH_EM))

    def _announce(self, _row: int) -> None:
        self.chosen.emit()

    def _drop(self, record_id: bytes) -> None:
        self.dropped.emit(record_id, self.state)

    def _open(self) -> None:
        if (card := self.selected) is not None:
            self.opened.emit(card.id)


def _line(row: RecordRow, words: str) -> ListRow:
    title = single_line(row.title) or QCoreApplication.translate("BoardColumn", "Ohne Titel")
    changed = QCoreApplication.translate("BoardColumn", "Geändert {0}")
    meta = changed.format(moment(row.changed_ms))
    conflict = QCoreApplication.translate("BoardColumn", "Abweichung")
    chip = (conflict, Tone.BAD) if row.has_conflict else ("", None)
    return ListRow(title, meta, *chip, excerpt=single_line(row.excerpt), words=words)
