"""Files dragged onto a window as the window system brings them: never text of a line."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from innolab_desktop.ui.dialogs.new_record_dialog import NewRecordDialog
from innolab_desktop.ui.file_catcher import FileCatcher
from innolab_desktop.ui.widgets.text_line import TextLine

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from innolab_desktop.ui.desk import Desk
    from innolab_desktop.ui.main_window import MainWindow
    from ui.vaults import Lane


def drag_to(target: QWidget, data: QMimeData) -> None:
    """Let the window system drag *data* to the middle of *target* and drop it there."""
    at = target.mapTo(target.window(), target.rect().center())
    how = (
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    window = target.window().windowHandle()
    QGuiApplication.sendEvent(window, QDragEnterEvent(at, *how))
    QGuiApplication.sendEvent(window, QDragMoveEvent(at, *how))
    QGuiApplication.sendEvent(window, QDropEvent(QPointF(at), *how))


def package(path: Path) -> QMimeData:
    """Return what file managers offer for a file."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    data.setText(path.as_uri())
    return data


def test_a_line_lets_files_through_and_takes_text(qtbot: QtBot) -> None:
    window, line = QWidget(), TextLine()
    QVBoxLayout(window).addWidget(line)
    qtbot.addWidget(window)
    caught: list[list[Path]] = []
    FileCatcher(window).caught.connect(caught.append)
    window.show()

    path = Path.home() / "paket.ilpaket"
    drag_to(line, package(path))
    assert (line.text(), caught) == ("", [[path]])

    words = QMimeData()
    words.setText("Wegweiser")
    drag_to(line, words)
    assert (line.text(), caught) == ("Wegweiser", [[path]])

    elsewhere = QMimeData()
    elsewhere.setUrls([QUrl("https://example.org/paket.ilpaket")])
    drag_to(line, elsewhere)
    assert (line.text(), caught) == ("Wegweiser", [[path]])


def test_no_line_of_a_dialog_takes_the_address_of_a_file(
    window: MainWindow, desk: Desk, lane: Lane
) -> None:
    dialog = NewRecordDialog(window, desk, desk.session.forms.form("mission"))
    dialog.open()
    lane.settle()
    (line,) = dialog.findChildren(QLineEdit)
    drag_to(line, package(Path.home() / "paket.ilpaket"))
    assert line.text() == ""
    words = QMimeData()
    words.setText("Wegweiser")
    drag_to(line, words)
    assert line.text() == "Wegweiser"
    line.clear()
    dialog.reject()
