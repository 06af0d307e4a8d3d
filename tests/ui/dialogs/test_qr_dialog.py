"""The own card for cameras: dark on white in every theme, and on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QLabel, QPushButton

from innolab_desktop.ui.dialogs.qr_dialog import QrDialog
from innolab_desktop.ui.theme.theme import Appearance
from innolab_desktop.ui.widgets.qr_picture import QrPicture
from ui.accessibility import SMALLEST_SCREEN

if TYPE_CHECKING:
    from pathlib import Path

    from innolab_desktop.services.session import Session
    from innolab_desktop.ui.main_window import MainWindow
    from innolab_desktop.ui.theme.theme import Theme
    from ui.vaults import Lane


@pytest.fixture
def dialog(window: MainWindow, lane: Lane) -> QrDialog:
    window.show_page("exchange")
    lane.settle()
    buttons = window.findChildren(QPushButton)
    next(b for b in buttons if b.accessibleName() == "Meine Karte als QR-Code zeigen").click()
    lane.settle()
    return next(d for d in window.findChildren(QrDialog) if d.isVisible())


@pytest.mark.parametrize("appearance", [Appearance.LIGHT, Appearance.DARK])
def test_the_picture_is_the_card(
    dialog: QrDialog, session: Session, lane: Lane, theme: Theme, *, appearance: Appearance
) -> None:
    theme.apply(appearance)
    modules = lane.call(session.contacts.card_code)
    picture = dialog.findChild(QrPicture)
    assert isinstance(picture, QrPicture)
    image = picture.grab().toImage()
    step = image.width() / (len(modules) + 8)
    seen = [
        [
            image.pixelColor(int((x + 4.5) * step), int((y + 4.5) * step)).lightness() < 128
            for x in range(len(modules))
        ]
        for y in range(len(modules))
    ]
    assert seen == [list(row) for row in modules]
    assert image.pixelColor(1, 1).name() == "#ffffff"


def test_the_digits_are_seen_at_once_also_with_large_text(
    dialog: QrDialog, session: Session, lane: Lane, theme: Theme
) -> None:
    theme.apply(Appearance.LIGHT, 200)
    dialog.resize(SMALLEST_SCREEN.width() - 200, SMALLEST_SCREEN.height() - 30)
    lane.settle()
    expected = lane.call(session.contacts.own_digits)
    label = next(label for label in dialog.findChildren(QLabel) if label.text() == expected)
    assert label.visibleRegion().boundingRect() == label.rect()


def test_a_page_for_the_printer(
    dialog: QrDialog, session: Session, lane: Lane, tmp_path: Path
) -> None:
    dialog.save(tmp_path / "Karte.pdf")
    lane.settle()
    reader = PdfReader(tmp_path / "Karte.pdf")
    assert len(reader.pages) == 1
    assert reader.metadata is not None
    assert lane.call(session.contacts.own_digits) in str(reader.metadata.title)
