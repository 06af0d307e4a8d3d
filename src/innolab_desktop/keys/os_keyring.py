"""The key store of the operating system, held at arm's length.

Only stores that are known to keep secrets are used, by their exact class: neither an environment
variable nor a configuration file can put another one in their place. Every call may block for
ever, so each runs in a thread that nobody waits for longer than a few seconds.

Source: keyring 25.7; measured traps: ADR 0017.
"""

from __future__ import annotations

import os
import sys
from threading import Thread
from typing import TYPE_CHECKING, Any, Final, TypeVar

from innolab_desktop.domain.errors import VaultError
from innolab_desktop.keys.slot_seal import decode, encode

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")

_PATIENCE_S: Final = 5.0
_USER: Final = "vault"


class OsKeyring:
    """Reads, writes and deletes secrets by name.

    Args:
        patience_s: how long a call may take.
    """

    def __init__(self, patience_s: float = _PATIENCE_S) -> None:
        self._patience_s = patience_s

    def read(self, name: str) -> bytes:
        """Return the secret *name*.

        Raises:
            VaultError: there is none, or the store is missing, locked or silent.
        """
        found = self._ask(lambda store: store.get_password(name, _USER))
        if not isinstance(found, str):
            raise VaultError("keyring_entry_missing")
        try:
            return decode(found)
        except ValueError:
            raise VaultError("keyring_entry_missing") from None

    def write(self, name: str, secret: bytes) -> None:
        """Keep *secret* under *name* and read it back.

        Raises:
            VaultError: the store is missing, locked or silent, or did not keep it.
        """
        text = encode(secret)

        def keep(store: Any) -> object:  # noqa: ANN401 - keyring's stores share no typed interface
            store.set_password(name, _USER, text)
            return store.get_password(name, _USER)

        if self._ask(keep) != text:
            raise VaultError("keyring_refused")

    def delete(self, name: str) -> None:
        """Forget the secret *name*.

        Raises:
            VaultError: the store is missing, locked or silent, or there is no such secret.
        """
        self._ask(lambda store: store.delete_password(name, _USER))

    def _ask(self, question: Callable[[Any], object]) -> object:
        """Ask the store in a thread of its own.

        Raises:
            VaultError: no answer in time, or none that helps.
        """
        answers: list[object] = []
        failures: list[Exception] = []

        def ask() -> None:
            try:
                answers.append(question(_store()))
            except Exception as failure:  # noqa: BLE001 - stores raise what they like
                failures.append(failure)

        thread = Thread(target=ask, name="keyring", daemon=True)
        thread.start()
        thread.join(self._patience_s)
        if failures:
            raise VaultError(_code_of(failures[0]))
        if not answers:
            raise VaultError("keyring_silent")
        return answers[0]


class _Missing(Exception):  # noqa: N818 - a state, told to the person in other words
    """There is no store that can be trusted."""


def _store() -> Any:  # noqa: ANN401 - keyring's stores share no typed interface
    """Return the first trusted store that works here; none is asked to choose itself."""
    for candidate in _trusted():
        try:
            _ = candidate.priority  # keyring's way to say that a store works here
        except RuntimeError:
            continue
        store = candidate()
        if sys.platform == "win32":
            store.persist = "local machine"  # must not roam with the profile
        return store
    raise _Missing


def _trusted() -> tuple[Any, ...]:
    """Return the classes of the trusted stores of this operating system."""
    if os.name == "nt":
        from keyring.backends.Windows import WinVaultKeyring  # noqa: PLC0415 - Windows alone

        return (WinVaultKeyring,)
    if sys.platform == "darwin":
        from keyring.backends.macOS import Keyring as Keychain  # noqa: PLC0415 - macOS alone

        return (Keychain,)
    from keyring.backends.kwallet import DBusKeyring  # noqa: PLC0415 - only when it is needed
    from keyring.backends.SecretService import Keyring as SecretService  # noqa: PLC0415

    return (SecretService, DBusKeyring)


def _code_of(failure: Exception) -> str:
    from keyring import errors  # noqa: PLC0415 - loaded by the call that failed

    if isinstance(failure, _Missing):
        return "keyring_missing"
    if isinstance(failure, errors.KeyringLocked | errors.InitError):
        return "keyring_locked"
    is_gone = isinstance(failure, errors.PasswordDeleteError)
    return "keyring_entry_missing" if is_gone else "keyring_refused"
