"""Quittungen in the window: one sentence for all, and the longest open first."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from innolab_desktop.services.acknowledgement import PartnerStatus
from innolab_desktop.ui.pages.exchange.receipts_card import ReceiptsCard
from innolab_desktop.ui.receipt_words import overdue_sentence, partner_chip, partner_line
from innolab_desktop.ui.theme.theme import Appearance
from innolab_desktop.ui.widgets.chip import Chip
from innolab_desktop.ui.widgets.scroll_page import ScrollPage
from ui.accessibility import audit

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from innolab_desktop.ui.theme.theme import Theme

SPACE, OWN = b"s" * 16, b"own".ljust(16, b"-")


def partner(
    name: str,
    commits: int,
    exports: int,
    days: int,
    *,
    blocked: bool = False,
    sent_days: int | None = 1,
) -> PartnerStatus:
    """Return somebody who confirmed all but *commits*, which were written here."""
    device = name.encode().ljust(16, b"-")
    unsent = 0 if exports else commits
    return PartnerStatus(
        SPACE,
        "Bürgerbüro & Personal",
        OWN if name == "Aylin Demir" else device,
        device,
        name,
        commits,
        unsent,
        exports,
        days,
        sent_days,
        blocked,
    )


FEW = (
    partner("Jonas Weiß", 0, 0, 0),
    partner("Kim Fechner", 4, 1, 25),
    partner("Petra Süß", 2, 1, 3),
    partner("Ute Klein", 2, 0, 0, blocked=True, sent_days=None),
    partner("Aylin Demir", 2, 0, 0, sent_days=None),
)


def network(count: int) -> tuple[PartnerStatus, ...]:
    """Return *count* partners of whom every tenth did not confirm, the third of these late."""
    return tuple(
        partner(f"Person {number:03}", 3, 1, number if number % 3 else 21 + number)
        if number % 10 == 0
        else partner(f"Person {number:03}", 0, 0, 0)
        for number in range(1, count + 1)
    )


def shown(card: ReceiptsCard) -> str:
    labels = card.findChildren(QLabel)
    return " ".join(label.text() for label in labels if label.isVisibleTo(card))


def open_in_window(qtbot: QtBot, card: ReceiptsCard) -> ScrollPage:
    window = ScrollPage(card)
    qtbot.addWidget(window)
    window.setWindowTitle("Quittungen")
    window.resize(700, 600)
    window.show()
    window.activateWindow()
    qtbot.wait(20)
    return window


@pytest.mark.parametrize(
    ("appearance", "zoom_percent"),
    [(Appearance.LIGHT, 100), (Appearance.LIGHT, 200), (Appearance.DARK, 100)],
)
def test_few_partners_are_all_shown_with_the_worst_first(
    qtbot: QtBot, qapp: QApplication, theme: Theme, *, appearance: Appearance, zoom_percent: int
) -> None:
    theme.apply(appearance, zoom_percent)
    card = ReceiptsCard(theme, OWN)
    card.show_partners(FEW)
    window = open_in_window(qtbot, card)
    card.lines.more.click()
    qtbot.wait(20)
    assert [chip.text for chip in card.findChildren(Chip) if chip.isVisible()] == [
        "Schlüssel geändert – bitte vergleichen",
        "Quittung fehlt",
        "noch nicht bestätigt",
        "noch zu senden",
        "alles bestätigt",
    ]
    texts = shown(card)
    assert "1 von 3 haben bestätigt, was Sie gesendet haben." in texts
    assert "2 offen, am längsten seit 25 Tagen." in texts
    assert "4 Änderungen nicht bestätigt · 1 Paket ohne Quittung · seit 25 Tagen" in texts
    assert "Aylin Demir (Ihr anderes Gerät)" in texts
    assert not card.choice.isVisible()
    assert audit(window, qapp, looks=zoom_percent == 100) == []


def test_nobody_is_said_to_owe_what_others_sent() -> None:
    """Of what a third person wrote, that person hears; here there is nothing to confirm."""
    reader = replace(partner("Petra Süß", 0, 0, 0, sent_days=None), open_commits=2)
    assert partner_chip(reader)[0] == "nichts zu bestätigen"
    assert partner_line(reader) == "„Bürgerbüro & Personal“"


@pytest.mark.parametrize("count", [40, 400])
def test_many_partners_are_a_sentence_and_the_open_ones_by_age(
    qtbot: QtBot, qapp: QApplication, theme: Theme, count: int
) -> None:
    card = ReceiptsCard(theme, OWN)
    card.show_partners(network(count))
    window = open_in_window(qtbot, card)
    late = list(range(10, count + 1, 10))
    days = sorted((n if n % 3 else 21 + n for n in late), reverse=True)
    assert f"{count - len(late)} von {count} haben bestätigt" in shown(card)
    assert f"{len(late)} offen, am längsten seit {days[0]} Tagen." in shown(card)
    chips = [chip for chip in card.findChildren(Chip) if chip.isVisible()]
    assert len(chips) == 4
    lines = [label.text() for label in card.findChildren(QLabel) if " · seit " in label.text()]
    assert [int(line.split()[-2]) for line in lines] == days[:4]
    assert card.choice.currentText() == f"Offen ({len(late)})"
    assert audit(window, qapp, looks=False) == []


def test_the_list_is_chosen_filtered_and_unfolded(qtbot: QtBot, theme: Theme) -> None:
    card = ReceiptsCard(theme, OWN)
    card.show_partners(network(60))
    window = open_in_window(qtbot, card)
    card.choice.setCurrentIndex(2)
    card.choice.activated.emit(2)
    qtbot.wait(20)
    assert "56 sind noch nicht zu sehen." in shown(card)
    card.lines.more.setFocus()
    qtbot.keyClick(card.lines.more, Qt.Key.Key_Return)
    qtbot.wait(20)
    assert len([chip for chip in card.findChildren(Chip) if chip.isVisible()]) == 24
    qtbot.keyClicks(card.lines.field, "person 007")
    qtbot.wait(20)
    assert "1 von 60 passen dazu." in shown(card)
    assert "Person 007" in shown(card)
    assert window.isVisible()
    card.show_partners(network(60))
    assert card.choice.currentIndex() == 2, "reading again keeps what was chosen"


def test_folding_keeps_the_keyboard(qtbot: QtBot, theme: Theme) -> None:
    card = ReceiptsCard(theme, OWN)
    card.show_partners(network(60))
    window = open_in_window(qtbot, card)
    card.lines.more.setFocus()
    card.lines.more.click()
    qtbot.wait(20)
    assert window.window().focusWidget() is card.lines.fewer
    card.lines.fewer.click()
    assert window.window().focusWidget() is card.lines.more


def test_nothing_is_shown_while_alone(qtbot: QtBot, theme: Theme) -> None:
    card = ReceiptsCard(theme, OWN)
    qtbot.addWidget(card)
    card.show_partners(())
    assert card.isHidden()


def test_one_partner_is_named(qtbot: QtBot, theme: Theme) -> None:
    card = ReceiptsCard(theme, OWN)
    qtbot.addWidget(card)
    for one, said in (
        (partner("Kim", 0, 0, 0), "Kim hat bestätigt, was Sie gesendet haben."),
        (partner("Kim", 1, 1, 0), "Kim hat noch nicht bestätigt, was Sie gesendet haben."),
        (partner("Kim", 1, 1, 3), "was Sie gesendet haben, seit 3 Tagen."),
        (partner("Kim", 1, 0, 0, sent_days=None), "Noch ist nichts gesendet"),
    ):
        card.show_partners((one,))
        assert said in shown(card)


def test_late_by_time_or_by_packages() -> None:
    late = partner("Kim", 1, 1, 21)
    lost = partner("Kim", 1, 3, 2)
    assert overdue_sentence(late) == "Seit 21 Tagen keine Quittung von Kim"
    assert overdue_sentence(lost) == "3 Pakete ohne Quittung von Kim"
