"""Quittungen in the window: the worst first, and one click to write one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from innolab_desktop.services.acknowledgement import DueReceipt, PartnerStatus
from innolab_desktop.ui.pages.exchange.receipts_card import Receipts, ReceiptsCard
from innolab_desktop.ui.receipt_words import overdue_sentence
from innolab_desktop.ui.theme.theme import Appearance
from innolab_desktop.ui.widgets.chip import Chip
from innolab_desktop.ui.widgets.scroll_page import ScrollPage
from ui.accessibility import audit

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from innolab_desktop.ui.theme.theme import Theme

SPACE = b"s" * 16


def partner(name: str, commits: int, exports: int, days: int, *, blocked: bool) -> PartnerStatus:
    device = name.encode().ljust(16, b"-")
    return PartnerStatus(
        SPACE, "Bürgerbüro & Personal", device, device, name, commits, exports, days, blocked
    )


FOUND = Receipts(
    (
        partner("Jonas Weiß", 0, 0, 0, blocked=False),
        partner("Kim Fechner", 4, 1, 25, blocked=False),
        partner("Petra Süß", 2, 1, 3, blocked=False),
        partner("Ute Klein", 2, 0, 0, blocked=True),
        partner("Zoë Maß", 2, 0, 0, blocked=False),
    ),
    (
        DueReceipt(SPACE, "Bürgerbüro & Personal", b"p", b"d", "Jonas Weiß", 15, False),
        DueReceipt(SPACE, "Bürgerbüro & Personal", b"p", b"e", "Petra Süß", 1, False),
    ),
)


@pytest.mark.parametrize(
    ("appearance", "zoom_percent"),
    [(Appearance.LIGHT, 100), (Appearance.LIGHT, 200), (Appearance.DARK, 100)],
)
def test_the_worst_comes_first_for_everybody(
    qtbot: QtBot, qapp: QApplication, theme: Theme, *, appearance: Appearance, zoom_percent: int
) -> None:
    theme.apply(appearance, zoom_percent)
    card = ReceiptsCard(theme)
    window = ScrollPage(card)
    qtbot.addWidget(window)
    card.show_receipts(FOUND)
    window.setWindowTitle("Quittungen")
    window.resize(700, 400)
    window.show()
    window.activateWindow()
    qtbot.wait(20)
    assert [chip.text for chip in card.findChildren(Chip)] == [
        "Quittung fällig",
        "Schlüssel geändert – bitte vergleichen",
        "Quittung fehlt",
        "noch nicht bestätigt",
        "noch zu senden",
        "alles bestätigt",
    ]
    texts = " ".join(label.text() for label in card.findChildren(QLabel))
    assert "4 Änderungen nicht bestätigt · 1 Paket ohne Quittung · seit 25 Tagen" in texts
    assert "wartet seit 15 Tagen auf eine Quittung" in texts
    assert "geht mit Ihrem nächsten Paket mit" in texts
    assert audit(window, qapp, looks=zoom_percent == 100) == []


def test_one_click_asks_for_the_receipt(qtbot: QtBot, theme: Theme) -> None:
    card = ReceiptsCard(theme)
    qtbot.addWidget(card)
    card.show_receipts(FOUND)
    (button, *_) = card.findChildren(QPushButton)
    assert button.accessibleName() == "Quittung für Jonas Weiß schreiben"
    with qtbot.waitSignal(card.receipt_requested) as asked:
        button.click()
    assert asked.args == [SPACE]


def test_nothing_is_shown_while_alone(qtbot: QtBot, theme: Theme) -> None:
    card = ReceiptsCard(theme)
    qtbot.addWidget(card)
    card.show_receipts(Receipts())
    assert card.isHidden()


def test_late_by_time_or_by_packages() -> None:
    late = partner("Kim", 1, 1, 21, blocked=False)
    lost = partner("Kim", 1, 3, 2, blocked=False)
    assert overdue_sentence(late) == "Seit 21 Tagen keine Quittung von Kim"
    assert overdue_sentence(lost) == "3 Pakete ohne Quittung von Kim"
