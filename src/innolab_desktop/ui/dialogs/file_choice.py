"""Choosing files and folders, without blocking and without a preview."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING
from weakref import ref

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable


def choose_folder(parent: QWidget, title: str, take: Callable[[Path], None]) -> None:
    """Hand a folder to *take*, if the person chooses one."""
    dialog = _dialog(parent, title, take)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
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
    parent: QWidget, title: str, name: str, name_filter: str, take: Callable[[Path], None]
) -> None:
    """Hand a file to be written, *name* if nothing else is typed, to *take*.

    Asks before a file that exists is replaced. A name that ends like no file of this kind, as
    „Stand 23.11." does, gets the ending of *name*.
    """
    endings = [ending.casefold() for ending in re.findall(r"\*(\.\w+)", name_filter)]

    # The dialog may not hold its parent: the last to let go of a widget deletes it.
    window = ref(parent)

    def take_complete(chosen: Path) -> None:
        if not endings or chosen.name.casefold().endswith(tuple(endings)):
            take(chosen)
            return
        complete = chosen.with_name(chosen.name.rstrip(".") + Path(name).suffix)
        still_there = window()
        if complete.exists() and still_there is not None:  # nobody was asked about this one yet
            choose_target(still_there, title, str(complete), name_filter, take)
        elif not complete.exists():
            take(complete)

    dialog = _dialog(parent, title, take_complete)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilter(name_filter)
    dialog.setDefaultSuffix(Path(name).suffix.removeprefix("."))
    dialog.selectFile(name)
    dialog.open()


def _dialog(parent: QWidget, title: str, take: Callable[[Path], None] | None) -> QFileDialog:
    def take_one(name: str) -> None:
        if take is not None:
            take(Path(name))

    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    start = documents if Path(documents).is_dir() else str(Path.home())
    dialog = QFileDialog(parent, title, start)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(take_one)
    return dialog
