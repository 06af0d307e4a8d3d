"""What is to be sent: the most urgent space first, with the one button for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont

from innolab_desktop.services.outbox import SpaceOutbox, Step
from innolab_desktop.ui.sending_words import outbox_chip, outbox_line
from innolab_desktop.ui.space_names import space_label
from innolab_desktop.ui.visible_text import single_line
from innolab_desktop.ui.widgets.boxes import column, panel, row
from innolab_desktop.ui.widgets.button import Button
from innolab_desktop.ui.widgets.card import Card
from innolab_desktop.ui.widgets.chip import Chip
from innolab_desktop.ui.widgets.heading import Heading
from innolab_desktop.ui.widgets.muted import Muted
from innolab_desktop.ui.widgets.plain_label import PlainLabel
from innolab_desktop.ui.widgets.tail_row import TailRow
from innolab_desktop.ui.widgets.unfolding_list import UnfoldingList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from innolab_desktop.ui.theme.theme import Theme

_FIRST_LINES: Final = 4


class SendingCard(Card):
    """One line per space, the most urgent first and filled with the accent.

    Signals:
        package_requested: the `Space` for which a package should be written, and for whom: a
            tuple of persons, or None for all.
        receipt_requested: the `Space` for which a Quittung should be written.
        people_requested: the person wants to see contacts and spaces.
    """

    package_requested = Signal(object, object)
    receipt_requested = Signal(object)
    people_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._most_urgent: bytes | None = None
        self._state = Muted()
        self.lines = UnfoldingList[SpaceOutbox](
            theme,
            self._line,
            lambda outbox: outbox.space.name,
            first=_FIRST_LINES,
            filter_name=self.tr("Nach dem Namen des Raums filtern"),
        )
        self._start = self._way_to_people()
        self.setLayout(
            column(
                Heading(self.tr("Senden"), 2),
                self._state,
                self.lines,
                self._start,
                margins=0.9,
                spacing=0.7,
            )
        )

    def show_outboxes(self, outboxes: Sequence[SpaceOutbox]) -> None:
        """Show *outboxes*, which come with the most urgent first."""
        waiting = [outbox for outbox in outboxes if outbox.step is not Step.NOTHING]
        self._most_urgent = waiting[0].space.id if waiting else None
        self._start.setVisible(not outboxes)
        self.lines.setVisible(bool(outboxes))
        self.lines.show_items(outboxes)
        if len(waiting) > 1:
            told = self.tr("In {0} von {1} Räumen ist etwas zu tun, das Dringendste zuerst.")
            self._state.setText(told.format(len(waiting), len(outboxes)))
        else:
            self._state.setText(self.tr("Alles, was Sie geschrieben haben, ist gesendet."))
        self._state.setVisible(bool(outboxes) and len(waiting) != 1)

    def _line(self, outbox: SpaceOutbox) -> QWidget:
        is_first = outbox.space.id == self._most_urgent
        weight = QFont.Weight.DemiBold if is_first else QFont.Weight.Normal
        words = column(
            PlainLabel(space_label(outbox.space), weight=weight),
            Muted(outbox_line(outbox)),
            spacing=0.1,
        )
        chip = Chip(self._theme, *outbox_chip(outbox))
        if outbox.space.left is not None and outbox.step is Step.NOTHING:
            return TailRow(words, chip)
        return TailRow(words, chip, self._button(outbox, primary=is_first))

    def _button(self, outbox: SpaceOutbox, *, primary: bool) -> Button:
        space, name = outbox.space, single_line(outbox.space.name)
        if outbox.step is Step.COMPARE:
            button = Button(self._theme, self.tr("Vergleichen …"), primary=primary)
            button.setAccessibleName(self.tr("Prüfzeichen für „{0}“ vergleichen").format(name))
            button.clicked.connect(self.people_requested)
            return button
        if outbox.step is Step.RECEIPT or (outbox.owed and not outbox.unsent_commits):
            button = Button(self._theme, self.tr("Quittung schreiben …"), "mail", primary=primary)
            button.setAccessibleName(
                self.tr("Quittung für „{0}“ schreiben").format(name or space_label(space))
            )
            button.clicked.connect(lambda: self.receipt_requested.emit(space))
            return button
        text, late = self.tr("Paket schreiben …"), None
        if outbox.step is Step.REMIND:
            text = self.tr("Noch einmal senden …")
            late = tuple({partner.person for partner in outbox.to_be_reminded})
        button = Button(self._theme, text, "mail", primary=primary)
        button.setAccessibleName(self.tr("Paket für „{0}“ schreiben").format(name))
        button.clicked.connect(lambda: self.package_requested.emit(space, late))
        return button

    def _way_to_people(self) -> QWidget:
        text = Muted(
            self.tr(
                "Es gibt noch keinen gemeinsamen Raum. Unter „Kontakte und Räume“ legen Sie einen "
                "an."
            )
        )
        go = Button(self._theme, self.tr("Zu Kontakten und Räumen"), "users-group")
        go.clicked.connect(self.people_requested)
        content = row(text, go, spacing=0.6)
        content.setStretch(0, 1)
        return panel(content)
