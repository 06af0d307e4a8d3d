"""Choosing files and folders, without blocking and without a preview."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable


def choose_folder(parent: QWidget, title: str, take: Callable[[Path], None]) -> None:
    """Hand a folder to *take*, if the person chooses one."""
    dialog = _dialog(parent, title, take)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.open()


def choose_file(
    parent: QWidget, title: str, name_filter: str, take: Callable[[Path], None]
) -> None:
    """Hand an existing file to *take*, if the person chooses one."""
    dialog = _dialog(parent, title, take)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilter(name_filter)
    dialog.open()


def choose_files(
    parent: QWidget, title: str, name_filter: str, take: Callable[[list[Path]], None]
) -> None:
    """Hand existing files to *take*, if the person chooses some."""

    def take_all(names: list[str]) -> None:
        take([Path(name) for name in names])

    dialog = _dialog(parent, title, None)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.setNameFilter(name_filter)
    dialog.filesSelected.connect(take_all)
    dialog.open()


def choose_target(
    parent: QWidget, title: str, suffix: str, name_filter: str, take: Callable[[Path], None]
) -> None:
    """Hand a file to be written to *take*; asks before one that exists is replaced."""
    dialog = _dialog(parent, title, take)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilter(name_filter)
    dialog.setDefaultSuffix(suffix.removeprefix("."))
    dialog.open()


def _dialog(parent: QWidget, title: str, take: Callable[[Path], None] | None) -> QFileDialog:
    def take_one(name: str) -> None:
        if take is not None:
            take(Path(name))

    dialog = QFileDialog(parent, title)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(take_one)
    return dialog
