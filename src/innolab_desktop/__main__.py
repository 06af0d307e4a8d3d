"""Starts the window: ``innolab-desktop`` or ``python -m innolab_desktop``."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QProcess, QTranslator
from PySide6.QtWidgets import QApplication

from innolab_desktop import bootstrap, paths
from innolab_desktop.services.error_catalogue import read_catalogue
from innolab_desktop.ui.app import Desktop, install_excepthook
from innolab_desktop.ui.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

    from innolab_desktop.services.session import Session
    from innolab_desktop.ui.vault_gate import NewVault


class BootstrapGate:
    """The composition root as the window knows it."""

    def warm_up(self) -> None:
        """Import what opening a vault needs."""
        bootstrap.warm_up()

    def open_session(self, folder: Path, passphrase: str) -> Session:
        """Open a vault."""
        return bootstrap.open_vault(folder, passphrase)

    def create_session(self, vault: NewVault, passphrase: str) -> Session:
        """Create a vault and open it."""
        owner = bootstrap.NewOwner(vault.person, vault.municipality, vault.department, vault.role)
        return bootstrap.create_vault(vault.folder, owner, passphrase)

    def create_demo(self, folder: Path) -> Path:
        """Create the demo vaults and return the one to open first."""
        return bootstrap.create_demo(folder, lambda _sentence: None)


def main() -> int:
    """Run the window until it is closed."""
    app = QApplication(sys.argv)
    app.setApplicationName("InnoLab Desktop")
    german = QLocale(QLocale.Language.German, QLocale.Country.Germany)
    QLocale.setDefault(german)
    translator = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(german, "qtbase", "_", folder):
        app.installTranslator(translator)
    data_dir, resources = paths.user_data_dir(), paths.resources_dir()
    desktop = Desktop(
        app,
        BootstrapGate(),
        Settings(data_dir / "settings.ini"),
        read_catalogue(resources / "errors.toml"),
        icons_dir=resources / "icons",
        vaults_dir=data_dir,
        relaunch=lambda: QProcess.startDetached(sys.executable, _own_arguments()),
    )
    install_excepthook(desktop)
    desktop.show()
    return app.exec()


def _own_arguments() -> list[str]:
    """Return the arguments that start this program again."""
    return [] if getattr(sys, "frozen", False) else ["-m", "innolab_desktop"]


if __name__ == "__main__":
    sys.exit(main())
