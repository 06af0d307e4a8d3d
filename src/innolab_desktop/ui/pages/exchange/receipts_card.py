"""Who confirmed what: one sentence, and the list of those who did not. Nobody is watched."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from innolab_desktop.services.acknowledgement import OVERDUE_DAYS
from innolab_desktop.ui.receipt_words import partner_chip, partner_line, receipts_sentence
from innolab_desktop.ui.visible_text import single_line
from innolab_desktop.ui.widgets.boxes import column, row
from innolab_desktop.ui.widgets.card import Card
from innolab_desktop.ui.widgets.chip import Chip
from innolab_desktop.ui.widgets.combo_box import ComboBox
from innolab_desktop.ui.widgets.heading import Heading
from innolab_desktop.ui.widgets.muted import Muted
from innolab_desktop.ui.widgets.person_filter import FILTERED_FROM
from innolab_desktop.ui.widgets.plain_label import PlainLabel
from innolab_desktop.ui.widgets.tail_row import TailRow
from innolab_desktop.ui.widgets.unfolding_list import UnfoldingList

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from innolab_desktop.services.acknowledgement import PartnerStatus
    from innolab_desktop.ui.theme.theme import Theme

_FIRST_LINES: Final = 4
_CHOICES: Final[tuple[Callable[[PartnerStatus], bool], ...]] = (
    lambda partner: bool(partner.exports) or partner.is_blocked,
    lambda partner: partner.is_overdue,
    lambda _partner: True,
)
"""What is open, what is late, and everything; in the order of the labels."""


class ReceiptsCard(Card):
    """A sentence for all, and one line per partner and space: the longest open first."""

    def __init__(self, theme: Theme, own_person: bytes) -> None:
        super().__init__()
        self._theme = theme
        self._own_person = own_person
        self._partners: Sequence[PartnerStatus] = ()
        self._summary = PlainLabel()
        self.choice = ComboBox(theme)
        self.choice.setAccessibleName(self.tr("Welche Quittungen die Liste zeigt"))
        self.choice.setMinimumContentsLength(20)
        self.choice.activated.connect(self._choose)
        self.lines = UnfoldingList["PartnerStatus"](
            theme,
            self._line,
            lambda partner: f"{partner.name} {partner.space_name}",
            first=_FIRST_LINES,
            filter_name=self.tr("Nach Person oder Raum filtern"),
        )
        hint = Muted(
            self.tr(
                "Jedes Paket, das Sie einlesen, sagt auch, was angekommen ist. Was nicht bestätigt "
                "ist, steht im nächsten Paket wieder; verloren geht nichts."
            )
        )
        head = row(self._summary, self.choice, spacing=0.6)
        head.setStretch(0, 1)
        self.setLayout(
            column(
                Heading(self.tr("Quittungen"), 2),
                head,
                self.lines,
                hint,
                margins=0.9,
                spacing=0.7,
            )
        )
        self.hide()

    def show_partners(self, partners: Sequence[PartnerStatus]) -> None:
        """Show what *partners* confirmed; hidden while there is nobody else."""
        self._partners = sorted(partners, key=_age)
        self._summary.setText(receipts_sentence(partners))
        is_long = len(partners) >= FILTERED_FROM
        chosen = max(self.choice.currentIndex(), 0)
        self.choice.setVisible(is_long)
        self.choice.clear()
        for label, fits in zip(self._labels(), _CHOICES, strict=True):
            self.choice.addItem(f"{label} ({sum(map(fits, partners))})")
        self.choice.setCurrentIndex(chosen if is_long else len(_CHOICES) - 1)
        self._narrow()
        self.setVisible(bool(partners))

    def _labels(self) -> tuple[str, ...]:
        return (
            self.tr("Offen"),
            self.tr("Überfällig, meist seit {0} Tagen").format(OVERDUE_DAYS),
            self.tr("Alle"),
        )

    def _choose(self) -> None:
        self.lines.fold()
        self._narrow()

    def _narrow(self) -> None:
        fits = _CHOICES[self.choice.currentIndex()]
        self.lines.show_items([partner for partner in self._partners if fits(partner)])

    def _line(self, partner: PartnerStatus) -> QWidget:
        name = single_line(partner.name)
        if partner.person == self._own_person:
            name = self.tr("{0} (Ihr anderes Gerät)").format(name)
        words = column(PlainLabel(name), Muted(partner_line(partner)), spacing=0.1)
        return TailRow(words, Chip(self._theme, *partner_chip(partner)))


def _age(partner: PartnerStatus) -> tuple[bool, bool, int, str]:
    """Return an order: blocked ones first, then who did not confirm for the longest."""
    is_open = bool(partner.exports)
    return not partner.is_blocked, not is_open, -partner.waiting_days, partner.name.casefold()
