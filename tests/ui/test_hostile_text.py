"""Cases 73 to 80 of the catalogue: texts of others in real windows, and case 100, the settings."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from innolab_desktop.services.read_models import RowQuery
from innolab_desktop.ui.dialogs.message_dialog import MessageDialog
from innolab_desktop.ui.settings import Settings
from innolab_desktop.ui.theme.theme import Appearance
from innolab_desktop.ui.visible_text import label_text, single_line, without_mnemonic
from innolab_desktop.ui.widgets.plain_label import PlainLabel
from innolab_desktop.ui.widgets.text_area import TextArea

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from innolab_desktop.services.session import Session
    from innolab_desktop.ui.main_window import MainWindow
    from innolab_desktop.ui.theme.theme import Theme
    from ui.vaults import Lane

IMAGE = "<img src=file:///etc/passwd>"
NESTED = "<table><tr><td>" * 300
LINK = '<a href="https://example.org">hier klicken</a>'
REVERSED = "Rechnung\u202efdp.exe"
OFFICIAL = "InnoLab Desktop: Ihr Tresor ist gesperrt. Bitte Passwortsatz eingeben."
NAMES = (IMAGE, LINK, REVERSED, "Müller & Söhne &Co", OFFICIAL, NESTED[:110])


@pytest.fixture
def hostile_window(window: MainWindow, session: Session, lane: Lane) -> MainWindow:
    """A window on a vault with records that are called like traps, which saw all of its pages."""

    def write() -> None:
        for name in NAMES:
            session.records.new("mission", {"title": name[:120], "challenge": (name * 40)[:1500]})

    lane.call(write)
    for row in range(len(window._set.items)):
        window._nav.go_to(row)
        lane.settle()
    return window


def labels_with(window: MainWindow, word: str, session: Session, lane: Lane) -> list[QLabel]:
    """Open the record whose title holds *word*, and return the labels that show it."""
    rows = lane.call(lambda: session.records.list_rows(RowQuery("mission"))).rows
    window.open_record(next(row.id for row in rows if word in row.title))
    lane.settle()
    labels = [label for label in window.findChildren(QLabel) if word in label.text()]
    assert labels != []
    return labels


def all_widgets(window: QWidget) -> list[QWidget]:
    return window.findChildren(QWidget)


def test_case_073_images_are_shown_as_text(
    hostile_window: MainWindow, session: Session, lane: Lane
) -> None:
    assert any(label.text() == IMAGE for label in labels_with(hostile_window, IMAGE, session, lane))
    for label in hostile_window.findChildren(QLabel):
        is_plain = label.textFormat() == Qt.TextFormat.PlainText
        assert is_plain or not label.text(), label.text()[:80]
    for widget in all_widgets(hostile_window):
        assert "<img" not in widget.toolTip(), "a tool tip would load it"


@pytest.mark.parametrize("size", ["message", "label"])
def test_case_073_in_messages(qtbot: QtBot, theme: Theme, size: str) -> None:
    if size == "label":
        label = PlainLabel(IMAGE)
        qtbot.addWidget(label)
        assert label.text() == IMAGE
        assert label.textFormat() == Qt.TextFormat.PlainText
        return
    dialog = MessageDialog(None, theme, IMAGE, IMAGE)
    qtbot.addWidget(dialog)
    assert all(
        label.textFormat() == Qt.TextFormat.PlainText
        for label in dialog.findChildren(QLabel)
        if label.text()
    )


def test_case_074_formatted_text_is_pasted_plain(qtbot: QtBot) -> None:
    area = TextArea()
    qtbot.addWidget(area)
    rich = QMimeData()
    rich.setHtml(f"<b>fett</b>{IMAGE}")
    rich.setText("fett")
    area.insertFromMimeData(rich)
    assert area.toPlainText() == "fett"
    only_html = QMimeData()
    only_html.setHtml(IMAGE)
    area.insertFromMimeData(only_html)
    assert "passwd" not in area.toPlainText()


def test_case_074_no_window_has_a_field_for_formatted_text(hostile_window: MainWindow) -> None:
    assert hostile_window.findChildren(QTextEdit) == []


def test_case_075_nested_tables_do_not_hang(qtbot: QtBot) -> None:
    started = time.process_time()
    area, label = TextArea(), PlainLabel(NESTED)
    for widget in (area, label):
        qtbot.addWidget(widget)
        widget.show()
    area.setPlainText(NESTED)
    label.adjustSize()
    assert time.process_time() - started < 5, "parsed as HTML it takes more than 20 s"
    assert area.toPlainText() == NESTED


def test_case_076_links_cannot_be_clicked(
    hostile_window: MainWindow, session: Session, lane: Lane
) -> None:
    for label in labels_with(hostile_window, "example.org", session, lane):
        assert label.textFormat() == Qt.TextFormat.PlainText, "only rich text has links"
        assert not label.openExternalLinks()


def test_case_077_reversed_names_show_their_mark(
    hostile_window: MainWindow, session: Session, lane: Lane
) -> None:
    for label in labels_with(hostile_window, "Rechnung", session, lane):
        assert "\u202e" not in label.text()
        assert "⟦U+202E⟧" in label.text()


def test_case_078_a_megabyte_in_one_line(qtbot: QtBot) -> None:
    line = "x" * 1_000_000
    started = time.process_time()
    label = PlainLabel(line)
    qtbot.addWidget(label)
    label.show()
    assert time.process_time() - started < 2
    assert len(label.text()) < 5000
    assert len(single_line(line)) < 5000


def test_case_079_foreign_text_stands_where_titles_stand(
    hostile_window: MainWindow, session: Session, lane: Lane
) -> None:
    """A title that looks like a message of the program is never a dialog of its own."""
    for label in labels_with(hostile_window, OFFICIAL, session, lane):
        assert label.window() is hostile_window
        assert label.parentWidget() is not hostile_window


def test_case_080_ampersands_are_no_shortcuts(
    hostile_window: MainWindow, session: Session, lane: Lane
) -> None:
    assert without_mnemonic("Müller & Söhne &Co") == "Müller && Söhne &&Co"
    labels_with(hostile_window, "Söhne", session, lane)
    texts = [button.text() for button in hostile_window.findChildren(QAbstractButton)]
    texts += [action.text() for action in hostile_window.findChildren(QAction)]
    assert [text for text in texts if "Söhne" in text and "&" in text.replace("&&", "")] == []


def test_titles_in_fields_are_editable_as_they_are(qtbot: QtBot) -> None:
    for widget in (QLineEdit(), QPlainTextEdit()):
        qtbot.addWidget(widget)
        widget.setText(IMAGE) if isinstance(widget, QLineEdit) else widget.setPlainText(IMAGE)
        text = widget.text() if isinstance(widget, QLineEdit) else widget.toPlainText()
        assert text == IMAGE
    assert label_text(IMAGE) == IMAGE


@pytest.mark.parametrize(
    "content",
    [b"", b"[" * 100_000, b"{]", b"\xff\xfe\x00", b"[General]\nzoom_percent=@Variant(\\0"],
)
def test_case_100_settings_that_make_no_sense(tmp_path: Path, content: bytes) -> None:
    """Nothing of them is about security: that is inside the vault."""
    path = tmp_path / "settings.ini"
    path.write_bytes(content)
    settings = Settings(path)
    assert settings.appearance is Appearance.SYSTEM
    assert settings.zoom_percent == 100
    assert list(settings.recent_vaults) == []
    settings.zoom_percent = 150
    assert Settings(path).zoom_percent == 150
