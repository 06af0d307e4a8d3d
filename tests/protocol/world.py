"""Devices that exchange bundles in memory: the real use cases and the real tables.

Only secrecy is a stand-in here (a signature is a keyed hash, a bundle is not encrypted), so that
thousands of histories fit into a test run. The real cryptography has its own tests.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from hashlib import sha384
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import create_engine, event
from sqlalchemy.pool import StaticPool

from innolab_desktop import paths
from innolab_desktop.bootstrap import load_forms
from innolab_desktop.domain.errors import BundleError
from innolab_desktop.journal import card as cards
from innolab_desktop.journal import cbor_sequence, stretch
from innolab_desktop.journal.card import Card, SignedCard
from innolab_desktop.journal.commit import Draft
from innolab_desktop.journal.operations import Erase
from innolab_desktop.services.acknowledgement import Acknowledgement
from innolab_desktop.services.bundle_import import BundleImport
from innolab_desktop.services.conflicts import Conflicts
from innolab_desktop.services.erasing import Erasing
from innolab_desktop.services.erasure_reasons import read_reasons
from innolab_desktop.services.exchange_models import (
    Carrier,
    Content,
    Envelope,
    Manifest,
    OpenedBundle,
    Outgoing,
    Parcel,
    ParcelKind,
    PastedText,
)
from innolab_desktop.services.export import Export
from innolab_desktop.services.forgetting import Forgetting
from innolab_desktop.services.records import Records
from innolab_desktop.services.release_trail import ReleaseTrail
from innolab_desktop.services.spaces import Spaces
from innolab_desktop.services.writing import CommitWriter
from innolab_desktop.storage import schema
from innolab_desktop.storage.connection import DatabaseKey
from innolab_desktop.storage.database import Database
from innolab_desktop.storage.vault_database import Owner, VaultDatabase

if TYPE_CHECKING:
    from collections.abc import Sequence

    from innolab_desktop.journal.card import Card as CardType
    from innolab_desktop.journal.commit import Commit
    from innolab_desktop.services.changes import Changes

NOWHERE = Path("/nonexistent")
REASONS = read_reasons(paths.resources_dir() / "erasure_reasons.toml")


class StandInIdentity:
    """Signs with a keyed hash that everybody can recompute."""

    def __init__(self, signing_key: bytes) -> None:
        self._signing_key = signing_key

    @property
    def device(self) -> bytes:
        return cards.device_id(self._signing_key)

    def sign(self, data: bytes) -> bytes:
        return _signature(self._signing_key, data)

    def unwrap(self, wrap: bytes, info: bytes) -> bytes:
        del wrap, info
        raise AssertionError("nothing is encrypted here")


class StandInChecks:
    """Checks what :class:`StandInIdentity` signs."""

    def verify(self, signing_key: bytes, data: bytes, signature: bytes) -> bool:
        return signature == _signature(signing_key, data)

    def is_usable(self, card: CardType) -> bool:
        return bool(card.encryption_key)


def _signature(key: bytes, data: bytes) -> bytes:
    digest = sha384(key + data).digest()
    return digest + digest


def travelled(commits: Sequence[Commit]) -> tuple[Commit, ...]:
    """Return *commits* as a reader unfolds them: the very ones that were sent."""
    found: list[Commit] = []
    for encoded in stretch.encode(commits):
        ((item, _),) = cbor_sequence.read_items(encoded, limit=1)
        if isinstance(item, list) and len(item) == stretch.COLUMNS:
            found += stretch.read(item, limit=1 << 28).unfold()
        else:
            found.append(commits[len(found)])
    assert [commit.encoded for commit in found] == [commit.encoded for commit in commits]
    return tuple(found)


class Post:
    """Bundle "files" that lie in memory under their names."""

    def __init__(self) -> None:
        self.bundles: dict[bytes, OpenedBundle] = {}

    def put(self, outgoing: Outgoing, identity: StandInIdentity) -> bytes:
        bundle_id = secrets.token_bytes(16)
        aliases = tuple(sorted(card.alias for card in outgoing.recipients))
        manifest_bytes = repr((bundle_id, outgoing.space)).encode()
        self.bundles[bundle_id] = OpenedBundle(
            Manifest(
                bundle_id,
                identity.device,
                aliases,
                outgoing.space,
                outgoing.announced,
                outgoing.created,
            ),
            manifest_bytes,
            identity.sign(OpenedBundle.MANIFEST_PREFIX + manifest_bytes),
            lambda: Content(outgoing.signed_tips, travelled(outgoing.commits)),
        )
        return bundle_id


class StandInFiles:
    """The bundle port over :class:`Post`; the "content" of a file is the id of a bundle."""

    def __init__(self, post: Post, identity: StandInIdentity) -> None:
        self._post = post
        self._identity = identity
        self.last = b""

    def encode(self, outgoing: Outgoing) -> bytes:
        self.last = self._post.put(outgoing, self._identity)
        return self.last

    def pack(self, content: bytes, envelope: Envelope) -> bytes:
        assert envelope.carrier is Carrier.FILE
        return content

    def store(self, content: bytes, target: Path) -> None:
        del content, target

    def armour(self, kind: ParcelKind, content: bytes) -> str:
        del kind, content
        raise AssertionError("files only")

    def open(self, content: bytes, alias: bytes) -> OpenedBundle:
        bundle = self._post.bundles[content]
        if alias not in bundle.manifest.aliases:
            raise BundleError("bundle_not_for_me")
        return bundle

    def unpack(self, handed: Path | PastedText) -> tuple[Parcel, ...]:
        assert isinstance(handed, Path)
        return (Parcel(ParcelKind.BUNDLE, bytes.fromhex(handed.name)),)


@dataclass
class SetClock:
    """A wall clock that tests set."""

    ms: int = 1_800_000_000_000

    def now_ms(self) -> int:
        self.ms += 7
        return self.ms


class Device:
    """A person's vault with its use cases, in memory."""

    has_ledger = False
    """Whether erasures outlive a restored backup, in a file beside the database."""

    def __init__(self, name: str, post: Post, card: SignedCard) -> None:
        self.name = name
        self.card = card
        self.post = post
        self.clock = SetClock()
        self.identity = StandInIdentity(card.card.signing_key)
        self.files = StandInFiles(post, self.identity)
        self._connection: Any = None
        self._start(None)

    @classmethod
    def new(cls, name: str, post: Post, role: str = "official") -> Device:
        device = cls(name, post, _card(name, role))
        device.spaces.create_private()
        return device

    def _start(self, content: Any) -> None:
        """Begin with an empty database, or with a copy of *content*."""
        self._connection = sqlcipher.connect(
            ":memory:", isolation_level=None, check_same_thread=False
        )
        if content is not None:
            content.backup(self._connection)
        engine = create_engine(
            "sqlite://", module=sqlcipher, creator=lambda: self._connection, poolclass=StaticPool
        )
        event.listen(engine, "begin", lambda c: c.exec_driver_sql("BEGIN IMMEDIATE"))
        database = Database(engine)
        forms = load_forms()
        if content is None:
            owner = Owner(bytes(16), self.card, "0", b"")
            with database.transaction() as connection:
                schema.create(connection)
                connection.execute(
                    schema.owner.insert().values(
                        id=1,
                        vault=owner.vault_id,
                        card=owner.card.encoded(),
                        digits=owner.digits,
                        secret=owner.secret,
                    )
                )
        self.vault = MemoryVault(NOWHERE, DatabaseKey(b"", b""), database, forms)
        if content is None:
            self.vault.people.add_card(self.card, "0", is_introduced=False)
        writer = CommitWriter(self.vault, self.clock, secrets.token_bytes)
        self.records = Records(self.vault, forms, writer)
        self.conflicts = Conflicts(self.vault, forms, writer)
        self.spaces = Spaces(self.vault, writer)
        self._writer = writer
        trail = ReleaseTrail(self.vault)
        self.erasing = Erasing(self.vault, writer, self.spaces, trail, REASONS)
        self.exporting = Export(self.vault, self.identity, self.files, writer)
        self.importing = BundleImport(self.vault, StandInChecks(), self.files, writer)
        self.acknowledgement = Acknowledgement(self.vault, writer)
        self.forgetting = Forgetting(self.vault, self.acknowledgement, REASONS, writer)

    def erase_ops(self, record: bytes, ops: tuple[bytes, ...]) -> Changes:
        """Erase these operations alone, as other programs may."""
        space = self.records.open(record).space
        return self._writer.write(space, (Draft(Erase(tuple(sorted(ops)), "request", record)),))

    # --- exchange ---------------------------------------------------------------------------

    def knows(self, other: Device) -> None:
        self.vault.people.add_card(other.card, "0", is_introduced=False)

    def send(self, space: bytes, *recipients: Device) -> bytes:
        persons = [other.card.card.person for other in recipients]
        self.exporting.run(space, NOWHERE / "..", recipients=persons or None)
        return self.files.last

    def send_receipt(self, space: bytes) -> bytes:
        self.exporting.run(space, NOWHERE / "..", only_confirms=True)
        return self.files.last

    def receive(self, mail: bytes) -> Any:
        (result,) = self.importing.run([Path(mail.hex())]).bundles
        return result

    def receive_again(self, mail: bytes) -> Any:
        """Receive the same content as a new file, past the digest of known files."""
        bundle = self.post.bundles[mail]
        twin = secrets.token_bytes(16)
        self.post.bundles[twin] = bundle
        return self.receive(twin)

    # --- copies of the disk -----------------------------------------------------------------

    def copy(self) -> Any:
        """Return a copy of the database, as a backup or a cloned profile would hold it."""
        copy = sqlcipher.connect(":memory:", isolation_level=None, check_same_thread=False)
        self._connection.backup(copy)
        return copy

    def put_back(self, copy: Any) -> None:
        """Put an older copy in place without telling the program (a silent restore)."""
        self._start(copy)

    def fork(self) -> Device:
        """Return a second program with the same keys and data."""
        twin = Device.__new__(Device)
        twin.__dict__.update(self.__dict__)
        twin.clock = SetClock(self.clock.ms)
        twin.files = StandInFiles(self.post, self.identity)
        twin._start(self.copy())
        return twin

    def close(self) -> None:
        """Free the memory of the database."""
        self._connection.close()

    # --- looking inside ---------------------------------------------------------------------

    def commit_ids(self, space: bytes | None = None) -> set[bytes]:
        where = "" if space is None else f" WHERE space.uid = x'{space.hex()}'"
        rows = self._connection.execute(
            "SELECT commit_id FROM entry JOIN log ON log.id = entry.id >> 32 "  # noqa: S608 - a hexadecimal id
            f"JOIN space ON space.id = log.space{where}"
        ).fetchall()
        return {row[0] for row in rows}

    def visible(self, record: bytes, field: str) -> set[Any]:
        """Return all visible values of a field."""
        found = self.records.open(record)
        if field in found.conflicts:
            return {variant.value for variant in found.conflicts[field]}
        return {found.values[field]} if field in found.values else set()

    def dump(self) -> dict[str, Any]:
        """Return everything the projection made, without surrogate numbers."""
        run = self._connection.execute
        names = dict(run("SELECT id, name FROM field").fetchall())
        uids = dict(run("SELECT id, uid FROM record").fetchall())
        cells = {
            (uids[row[0] >> 20], names[row[0] >> 8 & 0xFFF], row[1], row[2])
            for row in run("SELECT id, op, value FROM cell").fetchall()
        }
        columns = "uid, kind, parent, sort_order, title, status, created, changed, is_deleted"
        records = set(run(f"SELECT {columns}, has_conflict, is_merged FROM record").fetchall())  # noqa: S608 - constant
        run("CREATE VIRTUAL TABLE IF NOT EXISTS temp.word USING fts5vocab(main, search, instance)")
        search = {
            (uids[row[0]], *row[1:]) for row in run("SELECT doc, term, offset FROM word").fetchall()
        }
        return {"cells": cells, "records": records, "search": search}

    def table(self, name: str) -> list[tuple[Any, ...]]:
        """Return every row of a table."""
        return self._connection.execute(f'SELECT * FROM "{name}"').fetchall()  # noqa: S608 - names from the schema

    def insert(self, name: str, row: tuple[Any, ...]) -> None:
        """Put a row into a table, past everything that watches over it."""
        marks = ", ".join("?" * len(row))
        self._connection.execute(f'INSERT OR IGNORE INTO "{name}" VALUES ({marks})', row)  # noqa: S608 - names from the schema

    def raw_bytes(self) -> bytes:
        """Return the content of every table, to look for what must not be there."""
        tables = [
            row[0]
            for row in self._connection.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table'"
            ).fetchall()
        ]
        return b"\n".join(
            repr(self._connection.execute(f'SELECT * FROM "{name}"').fetchall()).encode()  # noqa: S608 - names from the schema
            for name in tables
        )


class MemoryVault(VaultDatabase):
    """A vault without a folder."""

    def write_head_marker(self) -> None:
        """Nothing lies beside a database in memory."""

    def back_up(self, reason: str) -> Path:
        del reason
        return NOWHERE

    def newest_backup_ms(self) -> int:
        return 2**62


def _card(name: str, role: str) -> SignedCard:
    random = Random(name)  # noqa: S311 - stand-in keys
    signing_key = random.randbytes(cards.SIGNING_KEY_BYTES)
    card = Card(
        device=cards.device_id(signing_key),
        person=random.randbytes(16),
        name=name,
        municipality="Musterstadt",
        department="Amt",
        role=role,
        signing_key=signing_key,
        encryption_key=random.randbytes(cards.ENCRYPTION_KEY_BYTES),
        alias=random.randbytes(8),
        created_ms=1,
        suites=(1,),
        is_demo=False,
    )
    body = card.encoded()
    return SignedCard(card, body, _signature(signing_key, cards.PREFIX + body))
