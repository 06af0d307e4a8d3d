"""A key store for tests that need none of the operating system."""

from __future__ import annotations

from innolab_desktop.domain.errors import VaultError
from innolab_desktop.keys.os_keyring import OsKeyring


class MemoryKeyring(OsKeyring):
    """Keeps secrets in memory; the real ones are tested in test_keyring_real.py."""

    def __init__(self) -> None:
        super().__init__()
        self.entries: dict[str, bytes] = {}
        self.is_silent = False

    def read(self, name: str) -> bytes:
        """Return a secret."""
        if name not in self.entries:
            raise VaultError("keyring_entry_missing")
        return self.entries[name]

    def write(self, name: str, secret: bytes) -> None:
        """Keep a secret."""
        if self.is_silent:
            raise VaultError("keyring_silent")
        self.entries[name] = secret

    def delete(self, name: str) -> None:
        """Forget a secret."""
        if self.entries.pop(name, None) is None:
            raise VaultError("keyring_entry_missing")
