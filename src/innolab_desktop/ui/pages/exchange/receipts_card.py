"""Who confirmed what, and who waits for a Quittung. Only bundles confirm: nobody is watched."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import Signal

from innolab_desktop.ui.receipt_words import partner_chip, partner_line, receipt_line
from innolab_desktop.ui.theme.tokens import Tone
from innolab_desktop.ui.visible_text import single_line
from innolab_desktop.ui.widgets.boxes import clear, column, panel, row
from innolab_desktop.ui.widgets.button import Button
from innolab_desktop.ui.widgets.card import Card
from innolab_desktop.ui.widgets.chip import Chip
from innolab_desktop.ui.widgets.heading import Heading
from innolab_desktop.ui.widgets.muted import Muted
from innolab_desktop.ui.widgets.plain_label import PlainLabel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QVBoxLayout, QWidget

    from innolab_desktop.services.acknowledgement import (
        Acknowledgement,
        DueReceipt,
        PartnerStatus,
    )
    from innolab_desktop.ui.theme.theme import Theme

_MOST_LINES: Final = 40
_WORST_FIRST: Final = ("blocked", "overdue", "sent", "unsent", "confirmed")


class Receipts(NamedTuple):
    """What the card shows."""

    partners: tuple[PartnerStatus, ...] = ()
    due: tuple[DueReceipt, ...] = ()


def read_receipts(acknowledgement: Acknowledgement) -> Receipts:
    """Return what the card shows; runs in the lane."""
    return Receipts(acknowledgement.partners(), acknowledgement.receipts())


class ReceiptsCard(Card):
    """One line per partner and space.

    Signals:
        receipt_requested: id of the space for which a Quittung should be written.
    """

    receipt_requested = Signal(bytes)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._due = column(spacing=0.7)
        self._partners = column(spacing=0.7)
        hint = Muted(
            self.tr(
                "Jedes Paket, das Sie einlesen, sagt auch, was angekommen ist. Was nicht bestätigt "
                "ist, steht im nächsten Paket wieder; verloren geht nichts."
            )
        )
        self.setLayout(
            column(
                Heading(self.tr("Quittungen"), 2),
                hint,
                self._due,
                self._partners,
                margins=0.9,
                spacing=0.7,
            )
        )
        self.hide()

    def show_receipts(self, found: Receipts) -> None:
        """Show what is open, the worst first; hidden while there is nobody else."""
        clear(self._due)
        clear(self._partners)
        for receipt in found.due[:_MOST_LINES]:
            self._due.addWidget(self._due_line(receipt))
        ordered = sorted(found.partners, key=lambda partner: _WORST_FIRST.index(partner.state))
        for partner in ordered[:_MOST_LINES]:
            self._partners.addWidget(self._partner_line(partner))
        self._tell_rest(self._partners, len(ordered) - _MOST_LINES)
        self.setVisible(bool(found.partners or found.due))

    def _tell_rest(self, lines: QVBoxLayout, count: int) -> None:
        if count > 0:
            lines.addWidget(Muted(self.tr("Und {0} weitere.").format(count)))

    def _due_line(self, receipt: DueReceipt) -> QWidget:
        name = single_line(receipt.name)
        words = column(PlainLabel(name), Muted(receipt_line(receipt)), spacing=0.1)
        if receipt.is_due:
            words.addLayout(row(Chip(self._theme, self.tr("Quittung fällig"), Tone.WARN), None))
        write = Button(self._theme, self.tr("Quittung …"), "mail")
        write.setAccessibleName(self.tr("Quittung für {0} schreiben").format(name))
        write.clicked.connect(lambda: self.receipt_requested.emit(receipt.space))
        content = row(words, write, spacing=0.6)
        content.setStretch(0, 1)
        return panel(content)

    def _partner_line(self, partner: PartnerStatus) -> QWidget:
        return panel(
            column(
                row(
                    PlainLabel(single_line(partner.name)), Chip(self._theme, *partner_chip(partner))
                ),
                Muted(partner_line(partner)),
                spacing=0.1,
            )
        )
