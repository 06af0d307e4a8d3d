"""Contacts in the window: a further key of a known person has to be compared again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPushButton

from innolab_desktop import bootstrap
from innolab_desktop.ui.dialogs.digits_dialog import DigitsDialog
from innolab_desktop.ui.dialogs.space_dialog import SpaceDialog
from innolab_desktop.ui.pages.exchange_page import ExchangePage
from innolab_desktop.ui.widgets.banner import Banner
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


def test_a_new_space_is_told_of_and_can_be_sent_to_at_once(
    window: MainWindow, session: Session, lane: Lane, tmp_path: Path
) -> None:
    def meet() -> None:
        jonas = create_session(tmp_path / "jonas", "Jonas")
        digits = jonas.contacts.write_card(tmp_path / "jonas.ilkarte")
        jonas.close()
        session.contacts.add(tmp_path / "jonas.ilkarte", digits)

    window.show_page("exchange")
    lane.settle()
    page = window.page("exchange")
    assert isinstance(page, ExchangePage)
    next(b for b in page.findChildren(QPushButton) if b.text() == "Zu Kontakten und Räumen").click()
    assert page.people.isVisible()
    lane.call(meet)
    page.people.refresh()
    lane.settle()
    next(b for b in page.people.findChildren(QPushButton) if b.text() == "Neuer Raum …").click()
    dialog = window.findChild(SpaceDialog)
    assert dialog is not None
    offered = [box.accessibleName() for box in dialog.findChildren(QCheckBox)]
    assert offered == ["Jonas, Bürgerbüro, Musterstadt"]
    dialog.findChildren(QLineEdit)[0].setText("Tandem Übersee")
    dialog.findChildren(QCheckBox)[0].setChecked(True)
    lane.qtbot.keyClick(dialog.findChildren(QLineEdit)[0], Qt.Key.Key_Return)
    lane.settle()
    said = [banner.text for banner in page.people.findChildren(Banner) if banner.isVisible()]
    assert said == [
        "Der Raum „Tandem Übersee“ ist angelegt. Die anderen erhalten ihn mit Ihrem Paket."
    ]
    page.show_tab(0)
    buttons = [b for b in page.transfer.findChildren(QPushButton) if b.isVisible()]
    names = {button.accessibleName() or button.text() for button in buttons}
    assert "Paket für „Tandem Übersee“ schreiben" in names
    assert "Zu Kontakten und Räumen" not in names


def test_a_package_that_waited_for_a_contact_is_told_of(
    window: MainWindow, session: Session, lane: Lane, tmp_path: Path
) -> None:
    def meet() -> None:
        jonas = create_session(tmp_path / "jonas", "Jonas")
        digits = session.contacts.write_card(tmp_path / "own.ilkarte")
        jonas.contacts.add(tmp_path / "own.ilkarte", digits)
        jonas.contacts.write_card(tmp_path / "jonas.ilkarte")
        space = jonas.spaces.create("Tandem", "tandem", [session.info.person_id])
        receipt = jonas.exporting.run(space.id, tmp_path)
        jonas.close()
        session.importing.run([receipt.files[0].path])

    lane.call(meet)
    window.show_page("exchange")
    page = window.page("exchange")
    assert isinstance(page, ExchangePage)
    page.show_tab(1)
    page.people.add_card(tmp_path / "jonas.ilkarte")
    lane.settle()
    said = [banner.text for banner in page.people.findChildren(Banner) if banner.isVisible()]
    assert said == [
        "Jonas ist jetzt ein Kontakt. Eingelesen, weil es darauf gewartet hat: 1 Paket."
    ]


def test_the_own_second_device_is_no_other_person(
    window: MainWindow, session: Session, lane: Lane, tmp_path: Path
) -> None:
    def second() -> None:
        info = session.info
        owner = bootstrap.NewOwner(info.person, "M", "P", person_id=info.person_id)
        laptop = bootstrap.create_vault(
            tmp_path / "laptop", owner, PASSPHRASE, memory_kib=FLOOR_KIB
        )
        laptop.contacts.write_card(tmp_path / "laptop.ilkarte")
        laptop.close()

    lane.call(second)
    window.show_page("exchange")
    page = window.page("exchange")
    assert isinstance(page, ExchangePage)
    page.show_tab(1)
    page.people.add_card(tmp_path / "laptop.ilkarte")
    lane.settle()
    dialog = window.findChild(DigitsDialog)
    assert dialog is not None
    asked = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert "auf Ihrem anderen Gerät" in asked
    assert "Rufen Sie" not in asked
    dialog.reject()
    lane.settle()
    shown = [label.text() for label in page.people.findChildren(QLabel) if label.isVisible()]
    assert "Aylin Demir (Ihr anderes Gerät)" in shown
    assert any(text.startswith("Ihr anderes Gerät ist jetzt bekannt.") for text in shown)
