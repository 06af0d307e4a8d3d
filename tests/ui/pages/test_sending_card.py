"""What is to be sent, in the window: one thing first, whatever else there is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel

from innolab_desktop.services.outbox import SpaceOutbox, outboxes
from innolab_desktop.services.read_models import Departure, Space
from innolab_desktop.ui.pages.exchange.sending_card import SendingCard
from innolab_desktop.ui.sending_words import outbox_chip, outbox_line
from innolab_desktop.ui.theme.theme import Appearance
from innolab_desktop.ui.widgets.button import Button
from innolab_desktop.ui.widgets.chip import Chip
from innolab_desktop.ui.widgets.scroll_page import ScrollPage
from services.test_outbox import BLOCKED, DONE, DUE, EARLY, FRESH, IN_PART, LATE, NEWCOMER
from ui.accessibility import audit

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from innolab_desktop.services.acknowledgement import DueReceipt, PartnerStatus
    from innolab_desktop.ui.theme.theme import Theme

NET = Space(b"n" * 16, "Netz", "network", ())
TANDEM = Space(b"t" * 16, "Bürgerbüro", "tandem", ())


def people(count: int) -> tuple[SpaceOutbox, ...]:
    """Return a network with *count* people and a tandem that has all it needs."""
    partners = [
        replace(FRESH, space=NET.id, person=bytes([n >> 8, n & 255]) * 8, name=f"Person {n}")
        for n in range(count)
    ]
    return outboxes([TANDEM, NET], [*partners, replace(DONE, space=TANDEM.id)], [])


def shown(card: SendingCard) -> str:
    return " ".join(label.text() for label in card.findChildren(QLabel) if label.isVisible())


def open_in_window(qtbot: QtBot, card: SendingCard) -> ScrollPage:
    window = ScrollPage(card)
    qtbot.addWidget(window)
    window.setWindowTitle("Senden")
    window.resize(760, 420)
    window.show()
    window.activateWindow()
    qtbot.wait(20)
    return window


def test_the_one_thing_comes_first_and_its_button_alone_is_filled(
    qtbot: QtBot, qapp: QApplication, theme: Theme
) -> None:
    for count, said in ((2, "geht an Person 0, Person 1"), (400, "geht an 400 Personen")):
        card = SendingCard(theme)
        card.show_outboxes(people(count))
        window = open_in_window(qtbot, card)
        assert said in shown(card)
        buttons = [button for button in card.findChildren(Button) if button.isVisible()]
        assert [bool(button.property("primary")) for button in buttons] == [True, False]
        assert buttons[0].accessibleName() == "Paket für „Netz“ schreiben"
        with qtbot.waitSignal(card.package_requested) as asked:
            buttons[0].click()
        assert asked.args == [NET, None]
        for appearance, zoom_percent in ((Appearance.DARK, 100), (Appearance.LIGHT, 200)):
            theme.apply(appearance, zoom_percent)
            qtbot.wait(20)
            assert audit(window, qapp, looks=zoom_percent == 100) == []
        theme.apply(Appearance.LIGHT, 100)


def test_four_hundred_spaces_begin_with_four(qtbot: QtBot, theme: Theme) -> None:
    card = SendingCard(theme)
    spaces = [replace(TANDEM, id=n.to_bytes(16, "big"), name=f"Tandem {n:03}") for n in range(400)]
    partners = [replace(FRESH if n % 2 else DONE, space=s.id) for n, s in enumerate(spaces)]
    card.show_outboxes(outboxes(spaces, partners, []))
    window = open_in_window(qtbot, card)
    assert "In 200 von 400 Räumen ist etwas zu tun, das Dringendste zuerst." in shown(card)
    assert "Tandem 001" in shown(card)
    buttons = [b for b in card.findChildren(Button) if b.isVisible() and "Paket" in b.text()]
    assert len(buttons) == 4
    card.lines.field.setText("tandem 398")
    qtbot.wait(20)
    assert "Tandem 398" in shown(card)
    assert window.isVisible()


def test_a_quittung_is_written_where_nothing_else_is_to_be_sent(qtbot: QtBot, theme: Theme) -> None:
    card = SendingCard(theme)
    card.show_outboxes(
        outboxes([TANDEM], [replace(DONE, space=TANDEM.id)], [replace(DUE, space=TANDEM.id)])
    )
    window = open_in_window(qtbot, card)
    assert "Kim: wartet seit 15 Tagen auf eine Quittung" in shown(card)
    (button,) = [button for button in card.findChildren(Button) if button.isVisible()]
    with qtbot.waitSignal(card.receipt_requested) as asked:
        button.click()
    assert asked.args == [TANDEM]
    assert window.isVisible()


def test_only_who_is_late_is_written_to_again(qtbot: QtBot, theme: Theme) -> None:
    card = SendingCard(theme)
    late = replace(LATE, space=NET.id, person=b"k" * 16)
    card.show_outboxes(outboxes([NET], [replace(DONE, space=NET.id), late], []))
    window = open_in_window(qtbot, card)
    (button,) = [button for button in card.findChildren(Button) if button.isVisible()]
    assert button.text() == "Noch einmal senden …"
    with qtbot.waitSignal(card.package_requested) as asked:
        button.click()
    assert asked.args == [NET, (b"k" * 16,)]
    assert window.isVisible()


def test_a_changed_key_leads_to_the_contacts(qtbot: QtBot, theme: Theme) -> None:
    card = SendingCard(theme)
    card.show_outboxes(outboxes([TANDEM], [replace(BLOCKED, space=TANDEM.id)], []))
    window = open_in_window(qtbot, card)
    (button,) = [button for button in card.findChildren(Button) if button.isVisible()]
    assert button.accessibleName() == "Prüfzeichen für „Bürgerbüro“ vergleichen"
    with qtbot.waitSignal(card.people_requested):
        button.click()
    assert window.isVisible()


def test_what_is_said_of_a_space() -> None:
    def line(*partners: PartnerStatus, owed: tuple[DueReceipt, ...] = ()) -> str:
        return outbox_line(SpaceOutbox(TANDEM, partners, owed))

    other = replace(NEWCOMER, person=b"z" * 16, name="Zoë")
    assert line(replace(DONE, name="Kim"), other) == (
        "Noch nicht gesendet, geht an Kim, Zoë; neu für Zoë"
    )
    assert line(FRESH, owed=(EARLY,)) == "Noch nicht gesendet, geht an Kim · 1 Quittung geht mit"
    assert line(LATE) == "Seit 25 Tagen keine Quittung von Kim"
    assert line(LATE, replace(LATE, person=b"z" * 16, waiting_days=40)) == (
        "Von 2 Personen fehlt eine Quittung, am längsten seit 40 Tagen"
    )
    in_part = line(IN_PART)
    assert in_part == "Vom letzten Paket fehlen Teile bei Kim; noch einmal gesendet, ist alles da"
    assert outbox_chip(SpaceOutbox(TANDEM, (IN_PART,)))[0] == "Teile fehlen"
    assert line(DONE) == "Geteilt mit Kim"
    blocked = replace(BLOCKED, person=b"z" * 16, name="Zoë")
    assert line(FRESH, blocked).endswith("· nicht an Zoë: Schlüssel geändert")
    two = (DUE, replace(DUE, days=20))
    assert line(DONE, owed=two) == "2 Personen warten auf eine Quittung, am längsten seit 20 Tagen"
    assert outbox_chip(SpaceOutbox(TANDEM, (FRESH,)))[0] == "2 neue Änderungen"


def test_a_space_that_one_left_is_named_last_and_offers_nothing(
    qtbot: QtBot, qapp: QApplication, theme: Theme
) -> None:
    card = SendingCard(theme)
    left = replace(NET, name="Altes Netz", left=Departure(1_800_000_000_000, is_own=False))
    unknown = replace(left, id=b"u" * 16, name="Fremdes Netz", left=Departure(0, is_own=False))
    card.show_outboxes(outboxes([left, unknown, TANDEM], [replace(DONE, space=TANDEM.id)], []))
    window = open_in_window(qtbot, card)
    text = shown(card)
    assert text.index("Bürgerbüro") < text.index("Altes Netz")
    assert "seit 15.01.2027 nicht mehr Mitglied. Was da ist, können Sie weiter lesen." in text
    assert "Sie sind hier nicht Mitglied." in text
    chips = [chip.text for chip in card.findChildren(Chip) if chip.isVisible()]
    assert chips == ["alles gesendet", "nicht mehr Mitglied", "nicht mehr Mitglied"]
    assert [b.accessibleName() for b in card.findChildren(Button) if b.isVisible()] == [
        "Paket für „Bürgerbüro“ schreiben"
    ]
    assert audit(window, qapp) == []
