"""Where secrets come from: a file, the environment, or the person; never the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from innolab_desktop.domain.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path

    from innolab_desktop.cli.terminal import Terminal

VARIABLE: Final = "INNOLAB_PASSPHRASE"
NEW_VARIABLE: Final = "INNOLAB_NEW_PASSPHRASE"
RECOVERY_VARIABLE: Final = "INNOLAB_RECOVERY_CODE"
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


def read_new_passphrase(terminal: Terminal, file: Path | None) -> str:
    """Return the passphrase that is to replace another one; asked for twice.

    Raises:
        UsageError: there is none, the file cannot be read, or the two do not agree.
    """
    if file is not None:
        return _from_file(file)
    if given := terminal.environment.get(NEW_VARIABLE):
        return given
    if terminal.ask is None:
        raise UsageError("new_passphrase_missing")
    typed = terminal.ask("Neuer Passwortsatz: ")
    if terminal.ask("Neuer Passwortsatz noch einmal: ") != typed:
        raise UsageError("passphrases_differ")
    return typed


def read_recovery_code(terminal: Terminal, file: Path | None) -> str | None:
    """Return the recovery code if one was given, as it was typed.

    Raises:
        UsageError: the file cannot be read.
    """
    return terminal.environment.get(RECOVERY_VARIABLE) if file is None else _from_file(file)


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
