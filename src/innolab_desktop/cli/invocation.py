"""One run of the command: its arguments, and the vault that they name."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from innolab_desktop.cli.passphrase import read_passphrase, read_recovery_code
from innolab_desktop.domain.errors import UsageError
from innolab_desktop.services.exchange_models import PastedText
from innolab_desktop.services.given_key import (
    GivenCode,
    GivenEscrow,
    GivenPassphrase,
    KeyringAsked,
)

if TYPE_CHECKING:
    from argparse import Namespace

    from innolab_desktop.cli.terminal import Terminal
    from innolab_desktop.services.error_catalogue import ErrorCatalogue
    from innolab_desktop.services.given_key import GivenKey
    from innolab_desktop.services.session import Session
    from innolab_desktop.services.vault_gate import VaultGate


class Invocation:
    """What every command is given.

    Attributes:
        arguments: as argparse read them.
        gate: opens and creates vaults.
        terminal: to the person.
        catalogue: explains errors.
    """

    def __init__(
        self,
        arguments: Namespace,
        gate: VaultGate,
        terminal: Terminal,
        catalogue: ErrorCatalogue,
    ) -> None:
        self.arguments = arguments
        self.gate = gate
        self.terminal = terminal
        self.catalogue = catalogue
        self._session: Session | None = None

    @property
    def session(self) -> Session:
        """The vault that ``--vault`` names; opened when first asked for.

        Raises:
            UsageError: no vault or no passphrase was given.
            VaultError: it cannot be opened.
        """
        if self._session is not None:
            return self._session
        vault = self.vault  # looked at before anybody is asked for a passphrase
        return self.use(self.gate.open_session(vault, self.given_key()))

    @property
    def vault(self) -> Path:
        """The folder that ``--vault`` names.

        Raises:
            UsageError: none was given.
        """
        folder: Path | None = self.arguments.vault
        if folder is None:
            raise UsageError("vault_not_named")
        return folder

    def given_key(self) -> GivenKey:
        """Return what opens the vault in the way that was asked for; a passphrase if none was.

        Raises:
            UsageError: it was not given, or cannot be read.
        """
        if self.arguments.keyring:
            return KeyringAsked()
        if (secret_file := self.arguments.escrow_key) is not None:
            return GivenEscrow(secret_file, self.passphrase())
        code_file = self.arguments.recovery_file
        if code_file is not None or self.arguments.passphrase_file is None:
            code = read_recovery_code(self.terminal, code_file)
            if code is not None:
                return GivenCode(code)
        return GivenPassphrase(self.passphrase())

    def open_with(self, given: GivenKey) -> Session:
        """Open the vault with *given* and work with it from now on.

        Raises:
            UsageError: no vault was named.
            VaultError: it cannot be opened.
        """
        return self.use(self.gate.open_session(self.vault, given))

    def release(self) -> None:
        """Let go of a session that closed itself; the next use opens the vault again."""
        self._session = None

    def use(self, session: Session) -> Session:
        """Work with *session* from now on and close it in the end."""
        self._session = session
        return session

    def passphrase(self, *, is_new: bool = False) -> str:
        """Return the passphrase of the vault.

        Raises:
            UsageError: there is none.
        """
        return read_passphrase(self.terminal, self.arguments.passphrase_file, is_new=is_new)

    def explain(self, code: str) -> str:
        """Return the German text of an error that was noted by its code."""
        return str(self.catalogue.describe_code(code, {}))

    def forget(self) -> None:
        """Let a session go that closed itself."""
        self._session = None

    def close(self) -> None:
        """Close the vault, if one was opened."""
        if self._session is not None:
            self._session.finish()
            self._session = None


def handed_over(invocation: Invocation, name: str) -> Path | PastedText:
    """Return the file *name*, or the text from standard input if it is ``-``.

    Raises:
        UsageError: there is no standard input.
    """
    if name != "-":
        return Path(name)
    return PastedText(invocation.terminal.read())
