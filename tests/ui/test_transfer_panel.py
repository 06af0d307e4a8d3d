"""Ways to travel in the window: choose a way, copy, paste, drop, inbox, double click."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QLabel, QLineEdit, QPushButton

from innolab_desktop.services.exchange_models import Carrier, PastedText
from innolab_desktop.services.exchange_settings import ExchangeSettings
from innolab_desktop.ui.desk import Desk
from innolab_desktop.ui.dialogs.import_dialog import ImportDialog
from innolab_desktop.ui.dialogs.send_dialog import SendDialog, SendingChoice
from innolab_desktop.ui.main_window import MainWindow
from innolab_desktop.ui.notifier import Notifier
from innolab_desktop.ui.pages.exchange.reading_card import ReadingCard
from innolab_desktop.ui.pages.exchange_page import ExchangePage
from innolab_desktop.ui.settings import Settings
from innolab_desktop.ui.widgets.choice_line import ChoiceLine
from ui.accessibility import audit
from ui.vaults import HINTS
from vaults import open_vault

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication, QWidget
    from pytestqt.qtbot import QtBot

    from innolab_desktop.services.error_catalogue import ErrorCatalogue
    from innolab_desktop.services.session import Session
    from innolab_desktop.ui.theme.theme import Theme
    from ui.vaults import Lane
    from vaults import Pair


class Office:
    """The window of one official."""

    def __init__(self, session: Session, window: MainWindow, lane: Lane) -> None:
        self.session = session
        self.window = window
        self.lane = lane

    @property
    def exchange(self) -> ExchangePage:
        page = self.window.page("exchange")
        assert isinstance(page, ExchangePage)
        return page

    def texts(self) -> str:
        labels = self.exchange.transfer.findChildren(QLabel)
        return " ".join(label.text() for label in labels if label.isVisible())

    def press(self, text: str, where: QWidget | None = None) -> None:
        buttons = (where or self.window).findChildren(QPushButton)
        next(b for b in buttons if b.text() == text and b.isVisible()).click()
        self.lane.settle()

    def dialog(self, kind: type[QDialog]) -> QDialog:
        return next(d for d in self.window.findChildren(kind) if d.isVisible())


@pytest.fixture
def offices(
    qtbot: QtBot, lane: Lane, theme: Theme, catalogue: ErrorCatalogue, pair: Pair
) -> Iterator[tuple[Office, Office]]:
    made: list[Office] = []
    for folder in (pair.anna, pair.ben):
        session = lane.call(lambda folder=folder: open_vault(folder))
        desk = Desk(session, lane.jobs, Notifier(lane.jobs), theme, catalogue, HINTS)
        window = MainWindow(desk, Settings(folder.with_suffix(".ini")))
        qtbot.addWidget(window)
        window.show()
        window.show_page("exchange")
        lane.settle()
        made.append(Office(session, window, lane))
    yield made[0], made[1]
    lane.settle()
    for one in made:
        lane.jobs.finish_with(one.session.close)


def choose(dialog: QDialog, text: str) -> None:
    lines = dialog.findChildren(ChoiceLine)
    next(line for line in lines if line.button.accessibleName() == text).set_checked(True)


def _dragged(
    data: QMimeData,
) -> tuple[Qt.DropAction, QMimeData, Qt.MouseButton, Qt.KeyboardModifier]:
    no_key = Qt.KeyboardModifier.NoModifier
    return Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, no_key


def test_copy_here_and_paste_there(offices: tuple[Office, Office]) -> None:
    anna, ben = offices
    anna.press("Paket schreiben …")
    dialog = anna.dialog(SendDialog)
    choose(dialog, "Text in die Zwischenablage")
    anna.press("Kopieren", dialog)
    assert "Fügen Sie es in eine Mail ein." in anna.texts()
    assert "-----BEGIN INNOLAB PAKET 1-----" in QGuiApplication.clipboard().text()

    ben.press("Aus Zwischenablage einfügen")
    ben.press("Einlesen", ben.dialog(ImportDialog))
    assert "1 von 1 Paketen eingelesen" in ben.texts()

    ben.press("Aus Zwischenablage einfügen")
    again = ben.dialog(ImportDialog)
    shown = " ".join(label.text() for label in again.findChildren(QLabel))
    assert "Sicherung" not in shown
    assert "nichts, was eingelesen werden könnte" in shown
    again.reject()


def test_a_quittung_is_read_like_any_package(
    offices: tuple[Office, Office], pair: Pair, tmp_path: Path
) -> None:
    anna, ben = offices
    space = next(s for s in anna.lane.call(anna.session.spaces.all) if s.type == "tandem")
    assert anna.lane.call(lambda: anna.session.exporting.pending(space.id))
    ben.exchange.transfer.preview([pair.bundle])
    ben.lane.settle()
    ben.press("Einlesen", ben.dialog(ImportDialog))
    ben.exchange.transfer.writing.export(space, tmp_path / "quittung", only_confirms=True)
    ben.lane.settle()
    (receipt,) = (tmp_path / "quittung").iterdir()

    anna.exchange.transfer.preview([receipt])
    anna.lane.settle()
    dialog = anna.dialog(ImportDialog)
    assert "nur Quittung" in " ".join(label.text() for label in dialog.findChildren(QLabel))
    anna.press("Einlesen", dialog)
    assert "Quittung eingelesen" in anna.texts()
    assert not anna.lane.call(lambda: anna.session.exporting.pending(space.id))
    anna.exchange.transfer.preview([receipt])
    anna.lane.settle()
    again = anna.dialog(ImportDialog)
    assert not [b for b in again.findChildren(QPushButton) if b.text() == "Einlesen"]
    again.reject()


def test_the_way_is_remembered(offices: tuple[Office, Office], tmp_path: Path) -> None:
    anna, ben = offices
    space = next(s for s in anna.lane.call(anna.session.spaces.all) if s.type == "tandem")
    anna.exchange.transfer.writing.go(space, SendingChoice(None, 3_000_000))
    anna.lane.settle()
    settings = ExchangeSettings(anna.session.desk)
    assert anna.lane.call(lambda: (settings.carrier, settings.max_part_bytes)) == (None, 3_000_000)
    anna.exchange.transfer.writing.export(
        space, tmp_path / "post", Carrier.MAIL_WITH_TEXT, 7_000_000
    )
    anna.lane.settle()
    assert "öffnet den Entwurf im Mailprogramm" in anna.texts()
    (draft,) = (tmp_path / "post").iterdir()
    drop = ben.exchange.findChild(ReadingCard)
    assert isinstance(drop, ReadingCard)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in (draft, draft)])
    event = QDropEvent(QPointF(5, 5), *_dragged(data))
    drop.dropEvent(event)
    ben.lane.settle()
    ben.press("Einlesen", ben.dialog(ImportDialog))
    assert "1 von 1 Paketen eingelesen" in ben.texts()


def test_the_inbox_is_asked_for_once(
    offices: tuple[Office, Office], pair: Pair, tmp_path: Path
) -> None:
    _, ben = offices
    inbox = tmp_path / "Eingang"
    inbox.mkdir()
    reading = ben.exchange.transfer._reading
    assert not reading._change.isVisible()
    reading._keep_inbox(inbox)
    ben.lane.settle()
    assert "keine Pakete" in ben.texts()
    assert reading._change.isVisible()
    pair.bundle.rename(inbox / pair.bundle.name)
    (inbox / "notiz.txt").write_text("nichts", encoding="utf-8")
    ben.press("Posteingang einlesen")
    ben.press("Einlesen", ben.dialog(ImportDialog))
    assert "1 von 1 Paketen eingelesen" in ben.texts()
    ben.press("Posteingang einlesen")
    ben.dialog(ImportDialog).accept()
    ben.lane.settle()
    assert "Nichts Neues" in ben.texts()


def test_what_was_said_goes_when_the_person_goes_on(
    offices: tuple[Office, Office], pair: Pair
) -> None:
    _, ben = offices
    ben.window.hand_over([pair.bundle])
    ben.lane.settle()
    ben.press("Einlesen", ben.dialog(ImportDialog))
    assert "eingelesen" in ben.texts()
    for dialog in ben.window.findChildren(QDialog):
        dialog.reject()
    ben.exchange.show_tab(1)
    ben.exchange.show_tab(0)
    ben.lane.settle()
    assert "eingelesen" not in ben.texts()


def test_packages_that_are_opened_one_by_one_are_asked_about_together(
    offices: tuple[Office, Office], pair: Pair, tmp_path: Path
) -> None:
    _, ben = offices
    broken = tmp_path / "kaputt.ilpaket"
    broken.write_bytes(b"nichts")
    ben.window.hand_over([pair.bundle])
    ben.window.hand_over([broken])  # while the first one is being looked at
    ben.lane.settle()
    more = QMimeData()
    more.setUrls([QUrl.fromLocalFile(str(tmp_path / "fehlt.ilpaket"))])
    question = ben.dialog(ImportDialog)
    QGuiApplication.sendEvent(question, QDragEnterEvent(QPoint(5, 5), *_dragged(more)))
    QGuiApplication.sendEvent(question, QDropEvent(QPointF(5, 5), *_dragged(more)))
    ben.lane.settle()
    (dialog,) = (d for d in ben.window.findChildren(ImportDialog) if d.isVisible())
    said = {label.text() for label in dialog.findChildren(QLabel)}
    assert "3 Pakete: 1 einlesbar, 2 abgelehnt" in said
    ben.press("Einlesen", dialog)
    assert "1 von 3 Paketen eingelesen" in ben.texts()
    ben.window.hand_over([broken])
    ben.lane.settle()
    again = ben.dialog(ImportDialog)
    assert "3 Pakete" not in " ".join(label.text() for label in again.findChildren(QLabel))
    again.reject()


def test_files_may_be_dropped_anywhere_and_cards_go_first(
    offices: tuple[Office, Office], pair: Pair, tmp_path: Path
) -> None:
    anna, ben = offices
    cards = [tmp_path / f"karte{number}.ilkarte" for number in range(2)]
    anna.lane.call(lambda: anna.session.contacts.write_card(cards[0]))
    cards[1].write_bytes(b"keine Karte")
    ben.window.show_page("overview")
    ben.lane.settle()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in (pair.bundle, *cards)])
    drag = QDragEnterEvent(QPoint(5, 5), *_dragged(data))
    QGuiApplication.sendEvent(ben.window, drag)
    assert drag.isAccepted()
    drop = QDropEvent(QPointF(5, 5), *_dragged(data))
    QGuiApplication.sendEvent(ben.window, drop)
    ben.lane.settle()
    ben.press("Einlesen", ben.dialog(ImportDialog))
    assert "1 von 1 Paketen eingelesen" in ben.texts()
    ben.exchange.show_tab(1)
    said = " ".join(label.text() for label in ben.exchange.people.findChildren(QLabel))
    assert "Jetzt Kontakte: Anna Weiß." in said
    assert "karte1.ilkarte: " in said


def test_a_link_from_a_browser_is_no_file(offices: tuple[Office, Office]) -> None:
    _, ben = offices
    data = QMimeData()
    data.setUrls([QUrl("https://example.org/paket.ilpaket")])
    drag = QDragEnterEvent(QPoint(5, 5), *_dragged(data))
    drag.ignore()
    QGuiApplication.sendEvent(ben.window, drag)
    assert not drag.isAccepted()


def test_a_card_that_is_double_clicked(offices: tuple[Office, Office], tmp_path: Path) -> None:
    anna, ben = offices
    card = tmp_path / "anna.ilkarte"
    anna.lane.call(lambda: anna.session.contacts.write_card(card))
    ben.window.hand_over([card])
    ben.lane.settle()
    assert ben.exchange.people.isVisible()


def test_the_dialog_is_accessible(offices: tuple[Office, Office], qapp: QApplication) -> None:
    anna, _ = offices
    space = next(s for s in anna.lane.call(anna.session.spaces.all) if s.type == "tandem")
    for number, carrier in ((1, Carrier.TEXT), (2, Carrier.MAIL)):
        before = SendingChoice(carrier, 3_000_000)
        dialog = SendDialog(anna.window, anna.window._desk, space, space.members[:1], before)
        dialog.show()
        chosen = [line.is_checked for line in dialog.findChildren(ChoiceLine)]
        assert chosen.index(True) == number
        assert audit(dialog, qapp) == []
        dialog.close()


def test_addresses_are_typed_once(offices: tuple[Office, Office]) -> None:
    anna, _ = offices
    ben_id = next(c.id for c in anna.lane.call(anna.session.contacts.all) if "Ben" in c.name)
    settings = ExchangeSettings(anna.session.desk)
    for typed, kept in (("ben@kreis.de", "ben@kreis.de"), ("kein Wort", "ben@kreis.de")):
        anna.press("Paket schreiben …")
        dialog = anna.dialog(SendDialog)
        choose(dialog, "Mail-Entwurf mit Paketdatei")
        line = dialog.findChild(QLineEdit)
        assert isinstance(line, QLineEdit)
        assert line.isVisible()
        line.setText(typed)
        anna.press("Schreiben …", dialog)
        for chooser in anna.window.findChildren(QFileDialog):
            chooser.reject()
        assert anna.lane.call(lambda: settings.mail_address(ben_id)) == kept
    assert "keine Mailadresse" in anna.texts()


def test_cards_are_copied_and_pasted(offices: tuple[Office, Office]) -> None:
    anna, ben = offices
    anna.exchange.show_tab(1)
    anna.press("Meine Karte als Text kopieren")
    text = QGuiApplication.clipboard().text()
    assert "-----BEGIN INNOLAB KARTE 1-----" in text
    QGuiApplication.clipboard().setText("> " + text)
    ben.exchange.show_tab(1)
    ben.press("Karte einfügen")
    labels = ben.exchange.people.findChildren(QLabel)
    assert any("Anna Weiß ist jetzt ein Kontakt." in label.text() for label in labels)


def test_asking_for_a_space_whose_beginning_was_lost(
    offices: tuple[Office, Office], tmp_path: Path
) -> None:
    anna, ben = offices

    def write() -> Path:
        session = anna.session
        space = session.spaces.create("Zweiter", "tandem", [ben.session.info.person_id]).id
        for _ in range(3):
            values = {"title": "N", "text": secrets.token_hex(4000)}
            session.records.new("tandem_note", values, space=space)
        return session.exporting.run(space, tmp_path, max_bytes=6000).files[-1].path

    last = anna.lane.call(write)
    ben.lane.call(lambda: ben.session.importing.run([last]))
    ben.exchange.transfer.refresh()
    ben.lane.settle()
    assert "von einem Raum, der hier fehlt" in ben.texts()
    ben.press("Quittung schreiben …")
    dialog = ben.dialog(SendDialog)
    assert "Ein Raum, der hier fehlt" in {label.text() for label in dialog.findChildren(QLabel)}
    _choose_clipboard(dialog)
    ben.press("Kopieren", dialog)
    text = PastedText(QGuiApplication.clipboard().text())
    (result,) = anna.lane.call(lambda: anna.session.importing.run([text])).bundles
    assert (result.status, result.space) == ("unchanged", "Zweiter")
    assert "der hier fehlt" not in ben.texts()


def _choose_clipboard(dialog: QDialog) -> None:
    lines = dialog.findChildren(ChoiceLine)
    names = {line.button.accessibleName(): line for line in lines}
    next(line for name, line in names.items() if "Zwischenablage" in name).set_checked(True)


def test_a_package_for_one_of_several(offices: tuple[Office, Office]) -> None:
    anna, ben = offices
    people = {contact.id for contact in anna.lane.call(anna.session.contacts.all)}
    space = anna.lane.call(lambda: anna.session.spaces.create("Netz", "network", [*people]))
    ben_id = ben.session.info.person_id
    anna.exchange.transfer.writing.ask(space, (ben_id,))
    dialog = anna.dialog(SendDialog)
    assert len(dialog.findChildren(QLineEdit)) == 1, "one address is asked for"
    _choose_clipboard(dialog)
    anna.press("Kopieren", dialog)
    partners = anna.lane.call(anna.session.acknowledgement.partners)
    never = {p.person for p in partners if p.space == space.id and p.sent_days is None}
    assert never == people - {ben_id} != set()


def test_a_receipt_in_the_window(offices: tuple[Office, Office], tmp_path: Path) -> None:
    anna, ben = offices
    space = next(s for s in ben.lane.call(anna.session.spaces.all) if s.type == "tandem")
    anna.exchange.transfer.writing.export(space, tmp_path)
    anna.lane.settle()
    assert "ohne Quittung" in anna.texts()
    ben.lane.call(lambda: ben.session.importing.run([tmp_path]))
    ben.exchange.transfer.refresh()
    ben.lane.settle()
    assert "1 Quittung geht mit" in ben.texts()
    ben.press("Quittung schreiben …")
    dialog = ben.dialog(SendDialog)
    headings = [label.text() for label in dialog.findChildren(QLabel)]
    assert "Quittung schreiben" in headings
    _choose_clipboard(dialog)
    ben.press("Kopieren", dialog)
    text = PastedText(QGuiApplication.clipboard().text())
    (result,) = anna.lane.call(lambda: anna.session.importing.run([text])).bundles
    assert (result.status, result.commits) == ("unchanged", 0)
    anna.exchange.transfer.refresh()
    anna.lane.settle()
    assert "ohne Quittung" not in anna.texts()
    assert "geht mit" not in ben.texts()
