"""Files dragged onto a window as the window system brings them: never text of a line."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from innolab_desktop.ui.file_catcher import FileCatcher

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


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
    QGuiApplication.sendEvent(window, QDropEvent(QPointF(at), *how))


def test_a_line_lets_files_through_and_takes_text(qtbot: QtBot) -> None:
    window, line = QWidget(), QLineEdit()
    QVBoxLayout(window).addWidget(line)
    qtbot.addWidget(window)
    caught: list[list[Path]] = []
    FileCatcher(window).caught.connect(caught.append)
    window.show()

    path = Path.home() / "paket.ilpaket"
    package = QMimeData()
    package.setUrls([QUrl.fromLocalFile(str(path))])
    package.setText(path.as_uri())  # as file managers do
    drag_to(line, package)
    assert (line.text(), caught) == ("", [[path]])

    words = QMimeData()
    words.setText("Wegweiser")
    drag_to(line, words)
    assert (line.text(), caught) == ("Wegweiser", [[path]])

    elsewhere = QMimeData()
    elsewhere.setUrls([QUrl("https://example.org/paket.ilpaket")])
    drag_to(line, elsewhere)
    assert (line.text(), caught) == ("Wegweiser", [[path]])
