"""The file dialog of the import offers what the import can read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from innolab_desktop.services.incoming_files import SUFFIXES
from innolab_desktop.ui.pages.exchange.reading_card import ReadingCard
from innolab_desktop.ui.pages.exchange_page import ExchangePage

if TYPE_CHECKING:
    from innolab_desktop.ui.main_window import MainWindow


def test_the_dialog_names_everything_that_a_folder_is_searched_for(window: MainWindow) -> None:
    page = window.page("exchange")
    assert isinstance(page, ExchangePage)
    card = page.findChild(ReadingCard)
    assert isinstance(card, ReadingCard)
    card.requested.emit()
    dialog = card.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    named = dialog.nameFilters()[0]
    dialog.reject()
    assert [suffix for suffix in SUFFIXES if f"*{suffix}" not in named] == []
