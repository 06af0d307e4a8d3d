"""What waits is shown while it waits, and can be thrown away by keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton

from innolab_desktop.ui.dialogs.message_dialog import MessageDialog
from innolab_desktop.ui.pages.exchange.waiting_card import WaitingCard
from innolab_desktop.ui.pages.exchange_page import ExchangePage
from ui.accessibility import audit

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from innolab_desktop.services.session import Session
    from innolab_desktop.ui.main_window import MainWindow
    from ui.vaults import Lane


def test_what_waits_is_shown_and_can_go(
    window: MainWindow, session: Session, lane: Lane, qapp: QApplication
) -> None:
    window.show_page("exchange")
    lane.settle()
    page = window.page("exchange")
    assert isinstance(page, ExchangePage)
    (card,) = page.findChildren(WaitingCard)
    assert not card.isVisible()
    waiting = session.importing.waiting
    for number in range(2):
        lane.call(
            lambda n=number: waiting.keep(bytes([n]) * 32, "sender_unknown", bytes(600_000), n)
        )
    page.activate()
    lane.settle()
    assert card.isVisible()
    assert "2 Pakete (1,2 MB)" in card._text.text()
    assert "2 von Personen, deren Karte hier fehlt" in card._text.text()
    assert audit(window, qapp) == []
    (button,) = card.findChildren(QPushButton)
    button.click()
    (question,) = [d for d in window.findChildren(MessageDialog) if d.isVisible()]
    next(b for b in question.findChildren(QPushButton) if b.text() == "Verwerfen").click()
    lane.settle()
    assert not card.isVisible()
    assert lane.call(waiting.all) == ()
