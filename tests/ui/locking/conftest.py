"""A vault that is open in the whole program, and what its lock starts."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from innolab_desktop import paths
from innolab_desktop.gate import Gate
from innolab_desktop.ui.app import Desktop
from innolab_desktop.ui.settings import Settings
from ui.vaults import FLOOR_KIB, HINTS, PASSPHRASE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from innolab_desktop.services.error_catalogue import ErrorCatalogue
    from innolab_desktop.ui.locking.lock_reason import LockReason


@pytest.fixture
def folder(vault_template: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "Tresor"
    shutil.copytree(vault_template, folder)
    return folder


@pytest.fixture
def desktop(
    qapp: QApplication, catalogue: ErrorCatalogue, tmp_path: Path, folder: Path, qtbot: QtBot
) -> Iterator[Desktop]:
    made = Desktop(
        qapp,
        Gate(FLOOR_KIB),
        Settings(tmp_path / "settings.ini"),
        catalogue,
        hints=HINTS,
        icons_dir=paths.resources_dir() / "icons",
        vaults_dir=tmp_path,
        relaunch=list["LockReason"]().append,
    )
    made.show()
    made._unlock(folder, PASSPHRASE)
    qtbot.waitUntil(lambda: made.main_window is not None, timeout=20_000)
    qtbot.waitUntil(lambda: made.jobs.is_idle, timeout=20_000)
    yield made
    made.shut_down()
    made.deleteLater()
