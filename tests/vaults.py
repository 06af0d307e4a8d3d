"""Small real vaults that exchange bundles: made once per run, copied for each test."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import sqlcipher3.dbapi2 as sqlcipher

from innolab_desktop import bootstrap
from innolab_desktop.keys import vault_file
from innolab_desktop.storage.connection import DatabaseKey

if TYPE_CHECKING:
    from pathlib import Path

    from innolab_desktop.services.session import Session

PASSPHRASE = "vier ruhige Pferde am Fluss"
FLOOR_KIB = 65_536
ANNA, BEN, CLARA, STRANGER = "Anna Weiß", "Ben Öztürk", "Clara Groß", "Fremde Person"
_VOLATILE = frozenset(("setting",))


def create(
    folder: Path, name: str, role: str = "official", *, is_demo: bool = False, clock: Any = None
) -> Session:
    """Create a vault of the lowest cost."""
    owner = bootstrap.NewOwner(name, "Musterstadt", "Bürgerbüro", role, is_demo=is_demo)
    return bootstrap.create_vault(folder, owner, PASSPHRASE, memory_kib=FLOOR_KIB, clock=clock)


def introduce(*sessions: Session, folder: Path) -> None:
    """Let everybody know everybody, with compared digits."""
    for session in sessions:
        card = folder / f"{session.info.device.hex()}.ilkarte"
        digits = session.contacts.write_card(card)
        for other in sessions:
            if other is not session:
                other.contacts.add(card, digits)


@dataclass(frozen=True)
class Pair:
    """Anna's bundle for Ben, and Ben's vault before he got it."""

    anna: Path
    ben: Path
    clara: Path
    stranger: Path
    bundle: Path
    space: bytes
    mission: bytes

    def copy(self, folder: Path) -> Pair:
        """Return a copy of everything below *folder*."""
        for name in ("anna", "ben", "clara", "stranger"):
            shutil.copytree(getattr(self, name), folder / name)
        bundle = folder / self.bundle.name
        shutil.copy2(self.bundle, bundle)
        return Pair(
            folder / "anna",
            folder / "ben",
            folder / "clara",
            folder / "stranger",
            bundle,
            self.space,
            self.mission,
        )


def make_pair(folder: Path) -> Pair:
    """Create four vaults; Anna shares a mission with Ben; the stranger knows Ben's card only."""
    names = {"anna": ANNA, "ben": BEN, "clara": CLARA, "stranger": STRANGER}
    people = {key: create(folder / key, name) for key, name in names.items()}
    anna, ben, clara, stranger = people.values()
    introduce(anna, ben, clara, folder=folder)
    stranger.contacts.add(folder / f"{ben.info.device.hex()}.ilkarte")
    space = anna.spaces.create("Tandem", "tandem", [ben.info.person_id])
    mission = anna.records.new(
        "mission",
        {"title": "Öffnungszeiten", "challenge": "Lange Schlangen am Dienstag"},
        space=space.id,
    ).record
    (file,) = anna.exporting.run(space.id, folder).files
    for session in people.values():
        session.close()
    return Pair(
        folder / "anna",
        folder / "ben",
        folder / "clara",
        folder / "stranger",
        file.path,
        space.id,
        mission,
    )


def open_vault(folder: Path) -> Session:
    """Open a vault."""
    return bootstrap.open_vault(folder, PASSPHRASE)


def rows(session: Session) -> dict[str, list[tuple[Any, ...]]]:
    """Return the rows of every table of an open vault, local settings left out.

    As plain tuples: SQLAlchemy's rows leave out the middle of long values when they are printed,
    and what is searched in them would be found nowhere.
    """
    database: Any = session.vault
    with database.transaction() as connection:
        tables = connection.exec_driver_sql(
            "SELECT name FROM sqlite_master WHERE type = 'table'"
        ).scalars()
        return {
            name: sorted(
                map(tuple, connection.exec_driver_sql(f'SELECT * FROM "{name}"')),  # noqa: S608 - names from the schema
                key=repr,
            )
            for name in tables.all()
            if name not in _VOLATILE
        }


def database_key(folder: Path) -> DatabaseKey:
    """Return the key of a vault."""
    opened = vault_file.open_with_passphrase(folder, PASSPHRASE)
    return DatabaseKey(opened.key, opened.salt)


def raw_connection(path: Path, key: DatabaseKey) -> Any:
    """Open a database file past the application."""
    connection = sqlcipher.connect(str(path), isolation_level=None)
    key.unlock(connection)
    return connection
