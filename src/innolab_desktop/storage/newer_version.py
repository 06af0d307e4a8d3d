"""Refuses a vault of a newer version before its write-ahead log is touched.

After an unclean end the version may stand in the log alone, and whoever opens a database with a
log writes the log into the file when closing. So only a second name of the file is opened, for
reading, beside a copy of the log.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Final

import sqlcipher3.dbapi2 as sqlcipher

from innolab_desktop.domain.errors import VaultError
from innolab_desktop.storage import schema
from innolab_desktop.storage.leftovers import PREFIX

if TYPE_CHECKING:
    from innolab_desktop.storage.connection import DatabaseKey

_LOG: Final = "-wal"


def refuse_newer(path: Path, key: DatabaseKey) -> None:
    """Refuse the database at *path*, whose log was left, if its version is too new.

    Where the disk knows no second names (FAT), or nothing can be read, nothing is refused: whoever
    opens the database then says what is wrong.

    Raises:
        VaultError: the vault was written by a newer version; every byte of it is as before.
    """
    try:
        found = _version_of(path, key)
    except (OSError, VaultError, sqlcipher.DatabaseError):
        return
    schema.check_version(found)


def _version_of(path: Path, key: DatabaseKey) -> int:
    with tempfile.TemporaryDirectory(
        prefix=PREFIX, dir=path.parent, ignore_cleanup_errors=True
    ) as place:
        name = Path(place) / path.name
        os.link(path, name)
        shutil.copyfile(f"{path}{_LOG}", f"{name}{_LOG}")
        address = f"{name.absolute().as_uri()}?mode=ro"
        opened = sqlcipher.connect(address, timeout=0, isolation_level=None, uri=True)
        with closing(opened) as connection:  # if another program has it, opening will say so
            key.unlock(connection)
            ((found,),) = connection.execute("PRAGMA user_version").fetchall()
            return int(found)
