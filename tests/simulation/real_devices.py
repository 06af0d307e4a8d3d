"""Devices of a simulated region with nothing but real parts: vault files, keys, bundle files."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Any

from innolab_desktop.bootstrap import load_forms
from innolab_desktop.bundle.bundle_files import BundleFileAdapter
from innolab_desktop.journal import card as cards
from innolab_desktop.keys import device_keys
from innolab_desktop.keys.key_ring import KeyRing
from innolab_desktop.keys.signatures import PublicKeyChecks
from innolab_desktop.services.acknowledgement import Acknowledgement
from innolab_desktop.services.bundle_import import BundleImport
from innolab_desktop.services.conflicts import Conflicts
from innolab_desktop.services.exchange_models import BUNDLE_SUFFIX
from innolab_desktop.services.export import Export
from innolab_desktop.services.forgetting import Forgetting
from innolab_desktop.services.records import Records
from innolab_desktop.services.spaces import Spaces
from innolab_desktop.services.writing import CommitWriter
from innolab_desktop.storage.connection import DatabaseKey
from innolab_desktop.storage.vault_database import DATABASE_NAME, Owner, VaultDatabase
from protocol.world import REASONS, Device, Post, SetClock

if TYPE_CHECKING:
    from pathlib import Path

    from innolab_desktop.journal.card import SignedCard
    from innolab_desktop.services.exchange_models import Outgoing


class RealFiles(BundleFileAdapter):
    """Encrypts for real; the name of each file stands in the post, for the region to find."""

    def __init__(self, post: Post, keys: KeyRing, folder: Path) -> None:
        super().__init__(keys, secrets.token_bytes)
        self._post = post
        self._keys = keys
        self._folder = folder
        self.last = b""

    def encode(self, outgoing: Outgoing) -> bytes:
        content = super().encode(outgoing)
        self.last = self._post.put(outgoing, self._keys)  # pyright: ignore[reportArgumentType] - it signs as well
        (self._folder / f"{self.last.hex()}{BUNDLE_SUFFIX}").write_bytes(content)
        return content

    def store(self, content: bytes, target: Path) -> None:
        """Nothing more: the file is written already."""


class _Rows:
    """Lets the region look into the tables of an open vault."""

    def __init__(self, vault: VaultDatabase) -> None:
        self._vault = vault

    def execute(self, sql: str) -> Any:
        with self._vault.transaction() as connection:  # pyright: ignore[reportGeneralTypeIssues] - a real connection
            found = connection.exec_driver_sql(sql)  # type: ignore[attr-defined]
            return _Found([tuple(row) for row in found] if found.returns_rows else [])


class _Found(list[Any]):
    def fetchall(self) -> list[Any]:
        return self


class RealDevice(Device):
    """A person's vault on disk, with the program's own cryptography."""

    has_ledger = True

    def __init__(
        self, name: str, post: Post, card: SignedCard, secret: bytes, folder: Path
    ) -> None:
        self.name = name
        self.card = card
        self.post = post
        self.clock = SetClock()
        self._mails = folder
        self._folder = folder / card.card.device.hex()
        self._folder.mkdir()
        self._key = DatabaseKey(secrets.token_bytes(32), secrets.token_bytes(16))
        self._ring = KeyRing(secret, (), secrets.token_bytes)
        owner = Owner(secrets.token_bytes(16), card, cards.digits(card.card), secret)
        self._use(VaultDatabase.create(self._folder, self._key, load_forms(), owner))
        self.spaces.create_private()

    @classmethod
    def on_disk(cls, name: str, post: Post, role: str, folder: Path) -> RealDevice:
        """Create a device whose files lie in *folder*, as all mails do."""
        _, secret = device_keys.generate(secrets.token_bytes)
        card = device_keys.make_card(
            secret,
            person=secrets.token_bytes(16),
            name=name,
            municipality="Musterstadt",
            department="Amt",
            role=role,
            alias=secrets.token_bytes(8),
            created_ms=1,
            is_demo=False,
        )
        return cls(name, post, card, secret, folder)

    def _use(self, vault: VaultDatabase) -> None:
        forms, checks = load_forms(), PublicKeyChecks()
        self.vault: Any = vault
        self._connection = _Rows(vault)
        self.files: Any = RealFiles(self.post, self._ring, self._mails)
        self._writer = writer = CommitWriter(vault, self.clock, secrets.token_bytes)
        self.records = Records(vault, forms, writer)
        self.conflicts = Conflicts(vault, forms, writer)
        self.spaces = Spaces(vault, writer)
        self.exporting = Export(vault, self._ring, self.files, writer)
        self.importing = BundleImport(vault, checks, self.files, writer)
        self.acknowledgement = Acknowledgement(vault, writer)
        self.forgetting = Forgetting(vault, self.acknowledgement, REASONS, writer)

    def knows(self, other: Device) -> None:
        digits = cards.digits(other.card.card)
        self.vault.people.add_card(other.card, digits, is_introduced=False)

    def receive(self, mail: bytes) -> Any:
        path = self._mails / f"{mail.hex()}{BUNDLE_SUFFIX}"
        (result,) = self.importing.run([path]).bundles
        return result

    def receive_again(self, mail: bytes) -> Any:
        """A file that comes twice is the same file here."""
        return self.receive(mail)

    def copy(self) -> Path:
        target = self._folder / f"{secrets.token_hex(8)}.copy"
        with self.vault.transaction():
            pass
        self.vault.backups._copy_to(target)
        return target

    def put_back(self, copy: Path) -> None:
        self.vault.close()
        for path in self._folder.glob(f"{DATABASE_NAME}*"):
            path.unlink()
        (self._folder / DATABASE_NAME).write_bytes(copy.read_bytes())
        self._use(VaultDatabase.open(self._folder, self._key, load_forms()))
