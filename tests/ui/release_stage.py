"""A person at the dialog „Freigeben“, with the keyboard alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel

from innolab_desktop.ui.dialogs.release.release_dialog import ReleaseDialog
from innolab_desktop.ui.widgets.tool_button import ToolButton
from ui.vaults import create_session

if TYPE_CHECKING:
    from pathlib import Path

    from innolab_desktop.domain.records import Record
    from innolab_desktop.services.session import Session
    from innolab_desktop.ui.main_window import MainWindow
    from ui.vaults import Lane

TEXT = "Frau Kowalski 😀 rief am 12.03.2026 an. Später kam Frau Kowalski wieder."


@dataclass
class Stage:
    """A window with a private mission, and a space it may be released to."""

    window: MainWindow
    session: Session
    lane: Lane
    mission: bytes
    space: bytes

    @property
    def dialog(self) -> ReleaseDialog:
        return next(d for d in self.window.findChildren(ReleaseDialog) if d.isVisible())

    def open(self) -> None:
        self.window.open_record(self.mission)
        self.lane.settle()
        tools = self.window.findChildren(ToolButton)
        next(t for t in tools if t.accessibleName() == "Freigeben …" and t.isVisible()).click()
        self.lane.settle()

    def type_key(self, key: Qt.Key) -> None:
        focused = self.dialog.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key)
        self.lane.settle()

    def reach(self, text: str) -> QAbstractButton:
        """Go with the Tab key to the button that is called *text*."""
        for _ in range(200):
            focused = self.dialog.focusWidget()
            if isinstance(focused, QAbstractButton) and text in (
                focused.text(),
                focused.accessibleName(),
            ):
                return focused
            self.type_key(Qt.Key.Key_Tab)
        raise AssertionError(text)

    def press(self, text: str) -> None:
        self.reach(text)
        self.type_key(Qt.Key.Key_Space)

    def texts(self) -> str:
        labels = self.dialog.findChildren(QLabel)
        return "\n".join(label.text() for label in labels if label.isVisible())


def make_space(session: Session, folder: Path) -> bytes:
    coordinator = create_session(folder / "Kim", "Kim Sommer", "coordinator")
    digits = coordinator.contacts.write_card(folder / "kim.ilkarte")
    coordinator.close()
    contact = session.contacts.add(folder / "kim.ilkarte", digits)
    return session.spaces.create("Koordination", "coordination", [contact.id]).id


def copy_of(stage: Stage) -> Record:
    def read() -> Record:
        (copy,) = stage.session.trail.of(stage.session.records.open(stage.mission)).copies
        return stage.session.records.open(copy.record)

    return stage.lane.call(read)
