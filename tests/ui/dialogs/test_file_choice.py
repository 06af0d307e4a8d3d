"""File dialogs begin where people keep their documents, with a name for what is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from innolab_desktop.ui.dialogs.file_choice import choose_folder, choose_target

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from pytestqt.qtbot import QtBot


def test_a_target_has_a_name_and_a_place(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = QStandardPaths.StandardLocation.DocumentsLocation
    monkeypatch.setattr(
        QStandardPaths, "writableLocation", lambda asked: str(tmp_path) if asked == place else ""
    )
    window = QWidget()
    qtbot.addWidget(window)
    taken: list[Path] = []
    choose_target(window, "Speichern", "Steckbrief.pdf", "PDF (*.pdf)", taken.append)
    dialog = window.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    assert dialog.selectedFiles() == [str(tmp_path / "Steckbrief.pdf")]
    dialog.accept()
    assert taken == [tmp_path / "Steckbrief.pdf"]


def test_a_folder_is_chosen_among_folders(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    choose_folder(window, "Ordner", lambda _folder: None)
    dialog = window.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    assert dialog.testOption(QFileDialog.Option.ShowDirsOnly)
    dialog.reject()
