"""Where the passphrase comes from: a file, the environment, or the person."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from innolab_desktop.domain.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path

    from innolab_desktop.cli.terminal import Terminal

VARIABLE: Final = "INNOLAB_PASSPHRASE"
_LONGEST_FILE_BYTES: Final = 4096


def read_passphrase(terminal: Terminal, file: Path | None, *, is_new: bool = False) -> str:
    """Return the passphrase of a vault; a new one is asked for twice.

    Raises:
        UsageError: there is none, the file cannot be read, or the two do not agree.
    """
    if file is not None:
        return _from_file(file)
    if given := terminal.environment.get(VARIABLE):
        return given
    if terminal.ask is None:
        raise UsageError("passphrase_missing")
    typed = terminal.ask("Passwortsatz: ")
    if is_new and terminal.ask("Passwortsatz noch einmal: ") != typed:
        raise UsageError("passphrases_differ")
    return typed


def _from_file(file: Path) -> str:
    try:
        with file.open("rb") as opened:
            content = opened.read(_LONGEST_FILE_BYTES).decode()
    except (OSError, UnicodeDecodeError) as failure:
        raise UsageError("passphrase_file_unreadable", name=file.name) from failure
    passphrase = content.removeprefix("\ufeff").rstrip("\r\n")
    if not passphrase:
        raise UsageError("passphrase_missing")
    return passphrase
