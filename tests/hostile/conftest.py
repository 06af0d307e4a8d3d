"""Ben's vault, what hostile files do to it, and what of it lies on the disk afterwards."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from hashlib import sha256
from itertools import count
from typing import TYPE_CHECKING, Any

import pytest

from hostile.workshop import Workshop
from vaults import open_vault

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from innolab_desktop.services.exchange_models import PastedText
    from innolab_desktop.services.session import Session
    from vaults import Pair


@dataclass
class Target:
    """An open vault that is attacked."""

    session: Session
    folder: Path
    inbox: Path
    _numbers: Any = field(default_factory=count)

    def files(self) -> dict[str, str]:
        """Return the hash of every file of the vault, with nothing left in the write-ahead log."""
        database: Any = self.session.vault
        driver = database._database.connection.connection.driver_connection
        driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        return {
            str(path.relative_to(self.folder)): sha256(path.read_bytes()).hexdigest()
            for path in sorted(self.folder.rglob("*"))
            if path.is_file()
        }

    def put(self, content: bytes, suffix: str = ".ilpaket") -> Path:
        """Return the path of a file with *content*, as it was saved from a mail."""
        self.inbox.mkdir(exist_ok=True)
        path = self.inbox / f"{next(self._numbers)}{suffix}"
        path.write_bytes(content)
        return path

    def read(self, handed: bytes | Path | PastedText) -> list[tuple[str, str]]:
        """Read something in and return status and code of each bundle."""
        given = self.put(handed) if isinstance(handed, bytes) else handed
        return [(b.status, b.code) for b in self.session.importing.run([given]).bundles]

    def refuses(self, handed: bytes | Path | PastedText, code: str) -> None:
        """Expect a refusal after which not one byte of the vault is another."""
        before = self.files()
        assert self.read(handed) == [("rejected", code)]
        assert self.files() == before

    def holds(self, handed: bytes | Path | PastedText, code: str) -> None:
        """Expect that it is put aside, and that nothing of it shows."""
        shown = self.shown()
        assert self.read(handed) == [("held", code)]
        assert self.shown() == shown

    def shown(self) -> object:
        """Return what people see: how much there is, spaces, and contacts."""
        session = self.session
        counts = replace(session.vault.records.counts(), held=0)
        return counts, session.spaces.all(), session.contacts.all()


def open_target(pair: Pair) -> Target:
    """Open Ben's vault; he got Anna's first bundle, so the backup of this hour is made."""
    target = Target(open_vault(pair.ben), pair.ben, pair.ben.parent / "inbox")
    assert target.read(pair.bundle) == [("applied", "")]
    return target


@pytest.fixture(scope="module")
def besieged(
    first_pair: Pair, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Target, Workshop, Pair]]:
    """One vault for all files that must change nothing."""
    pair = first_pair.copy(tmp_path_factory.mktemp("besieged"))
    anna, target = open_vault(pair.anna), open_target(pair)
    yield target, Workshop(anna, target.session, pair.space), pair
    anna.close()
    target.session.close()


@pytest.fixture(scope="module")
def target(besieged: tuple[Target, Workshop, Pair]) -> Target:
    return besieged[0]


@pytest.fixture(scope="module")
def workshop(besieged: tuple[Target, Workshop, Pair]) -> Workshop:
    return besieged[1]


@pytest.fixture
def anna(pair: Pair) -> Iterator[Session]:
    session = open_vault(pair.anna)
    yield session
    session.close()


@pytest.fixture
def ben(pair: Pair) -> Iterator[Target]:
    """A vault of one test: what is put aside or accepted changes it."""
    target = open_target(pair)
    yield target
    target.session.close()


@pytest.fixture
def forgery(anna: Session, ben: Target, pair: Pair) -> Workshop:
    """The workshop for the vault of one test."""
    return Workshop(anna, ben.session, pair.space)
