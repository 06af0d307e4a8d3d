"""The audit bites: one bad window violates every rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QApplication,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QWidget,
)

from ui.accessibility import audit

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


class Unlabelled(QWidget):
    """Takes the focus, shows nothing of it and says nothing about itself."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(40, 40)
        self.setAccessibleName("irgendwas")


@pytest.fixture
def bad_window(qtbot: QtBot, qapp: QApplication) -> QWidget:
    qapp.setStyleSheet("QLineEdit { border: 1px solid #f0f0f0; }")
    window = QWidget()
    grid = QGridLayout(window)
    line, area = QLineEdit(), QPlainTextEdit()
    save, send, tool = QPushButton("&Speichern"), QPushButton("&Senden"), QToolButton()
    save.setFixedSize(60, 18)
    tool.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    faint = QLabel("kaum lesbar")
    palette = faint.palette()
    palette.setColor(faint.foregroundRole(), QColor("#b0b0b0"))
    faint.setPalette(palette)
    wrapped = QLabel("Ein langer Text, der umbricht und abgeschnitten wird. " * 5)
    wrapped.setWordWrap(True)
    wrapped.setMaximumHeight(20)
    for row, widget in enumerate((QLabel("Titel:"), line, area, save, tool, faint, send, wrapped)):
        grid.addWidget(widget, row, 0)
    grid.addWidget(Unlabelled(), 8, 0)
    QWidget.setTabOrder(area, line)
    window.setMinimumWidth(2000)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    return window


def test_every_rule_bites(bad_window: QWidget, qapp: QApplication) -> None:
    rules = {finding.rule for finding in audit(bad_window, qapp)}
    qapp.setStyleSheet("")
    assert rules == {
        "name",
        "role",
        "label",
        "trap",
        "taborder",
        "mnemonic",
        "fixed",
        "clipped",
        "target",
        "contrast",
        "boundary",
        "focus",
        "minsize",
    }
