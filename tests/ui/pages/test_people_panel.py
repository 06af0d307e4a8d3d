"""Contacts in the window: a further key of a known person has to be compared again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innolab_desktop import bootstrap
from innolab_desktop.ui.pages.exchange_page import ExchangePage
from innolab_desktop.ui.widgets.chip import Chip
from ui.vaults import FLOOR_KIB, PASSPHRASE, create_session

if TYPE_CHECKING:
    from pathlib import Path

    from innolab_desktop.services.session import Session
    from innolab_desktop.ui.main_window import MainWindow
    from ui.vaults import Lane


def test_a_changed_key_is_shown_until_compared(
    window: MainWindow, session: Session, lane: Lane, tmp_path: Path
) -> None:
    def meet() -> str:
        jonas = create_session(tmp_path / "jonas", "Jonas")
        digits = jonas.contacts.write_card(tmp_path / "jonas.ilkarte")
        session.contacts.add(tmp_path / "jonas.ilkarte", digits)
        owner = bootstrap.NewOwner("Jonas", "M", "P", person_id=jonas.info.person_id)
        laptop = bootstrap.create_vault(
            tmp_path / "laptop", owner, PASSPHRASE, memory_kib=FLOOR_KIB
        )
        card, number = laptop.vault.people.own_card(), laptop.contacts.own_digits()
        session.vault.people.add_card(card, number, is_introduced=True)
        jonas.close()
        laptop.close()
        return number

    def chips() -> list[str]:
        page = window.page("exchange")
        assert isinstance(page, ExchangePage)
        page.show_tab(1)
        page.people.refresh()
        lane.settle()
        return sorted(chip.text for chip in page.people.findChildren(Chip) if chip.isVisible())

    number = lane.call(meet)
    window.show_page("exchange")
    assert chips() == ["Prüfzeichen verglichen", "Schlüssel geändert – bitte vergleichen"]
    (person,) = {contact.id for contact in lane.call(session.contacts.all)}
    lane.call(lambda: session.contacts.verify(person, number))
    assert chips() == ["Prüfzeichen verglichen", "Prüfzeichen verglichen"]
