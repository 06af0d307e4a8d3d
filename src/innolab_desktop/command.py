"""``innolab``: wires the command line to the composition root; never loads Qt."""

from __future__ import annotations

import os
import sys
from getpass import getpass
from io import TextIOWrapper
from typing import TYPE_CHECKING

from innolab_desktop import bootstrap, paths
from innolab_desktop.cli.main import CommandLine
from innolab_desktop.cli.terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from innolab_desktop.cli.gate import NewVault
    from innolab_desktop.services.error_catalogue import ErrorCatalogue
    from innolab_desktop.services.session import Session


class BootstrapGate:
    """Opens and creates vaults for the command line.

    Args:
        memory_kib: what deriving the key of a new vault costs; calibrated if not given.
    """

    def __init__(self, memory_kib: int | None = None) -> None:
        self._memory_kib = memory_kib

    def open_session(self, folder: Path, passphrase: str) -> Session:
        """Open the vault in *folder*."""
        return bootstrap.open_vault(folder, passphrase)

    def create_session(self, vault: NewVault, passphrase: str) -> Session:
        """Create a vault and open it."""
        owner = bootstrap.NewOwner(vault.person, vault.municipality, vault.department, vault.role)
        return bootstrap.create_vault(vault.folder, owner, passphrase, memory_kib=self._memory_kib)

    def create_demo(self, folder: Path, tell: Callable[[str], None]) -> Path:
        """Create the demo vaults below *folder* and return the one to open first."""
        return bootstrap.create_demo(folder, tell)


def read_catalogue() -> ErrorCatalogue:
    """Return the German texts of all errors."""
    from innolab_desktop.services import error_catalogue  # noqa: PLC0415 - not for --version

    return error_catalogue.read_catalogue(paths.resources_dir() / "errors.toml")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    ask = getpass if sys.stdin is not None and sys.stdin.isatty() else None
    terminal = Terminal(sys.stdout, sys.stderr, os.environ, ask)
    command = CommandLine(BootstrapGate(), terminal, read_catalogue)
    exit_code = command.run(sys.argv[1:] if arguments is None else arguments)
    try:
        sys.stdout.flush()
    except BrokenPipeError:  # nobody reads any more; Python must not flush again at its end
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return exit_code


if __name__ == "__main__":
    sys.exit(main())
