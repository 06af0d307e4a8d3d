"""Checks of a database file: a quick one at every start, a deep one of every page."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any, Final

import sqlcipher3.dbapi2 as sqlcipher

from innolab_desktop.domain.errors import Cancelled, VaultError

if TYPE_CHECKING:
    from collections.abc import Callable

    from innolab_desktop.services.changes import CancelToken
    from innolab_desktop.storage.database import Database

_ASKED_EVERY: Final = 1000
"""Steps of SQLite's machine between two questions whether to stop."""
_INTERRUPTED: Final = "interrupted"


def check_quickly(database: Database, limit_s: float) -> bool:
    """Let the database check itself for a while.

    Returns:
        Whether the check came to its end.

    Raises:
        VaultError: something is damaged.
    """
    end = time.monotonic() + limit_s
    return _is_sound(database, "PRAGMA quick_check(1)", lambda: time.monotonic() > end)


def check_pages(database: Database, cancel: CancelToken) -> None:
    """Check the seal of every page, then everything that SQLite knows about its tables.

    Raises:
        VaultError: something is damaged.
        Cancelled: the person stopped it.
    """
    database.empty_log()
    for check in ("PRAGMA cipher_integrity_check", "PRAGMA integrity_check(1)"):
        cancel.raise_if_cancelled()
        if not _is_sound(database, check, lambda: cancel.is_cancelled):
            raise Cancelled


def _is_sound(database: Database, check: str, must_stop: Callable[[], bool]) -> bool:
    """Run *check* until *must_stop*; return whether it came to its end."""
    driver: Any = database.connection.connection.driver_connection
    driver.set_progress_handler(must_stop, _ASKED_EVERY)
    try:
        found = [str(row[0]) for row in driver.execute(check)]
    except sqlcipher.OperationalError as failure:
        if _INTERRUPTED in str(failure):
            return False
        raise VaultError("vault_damaged") from None
    except sqlcipher.DatabaseError:
        raise VaultError("vault_damaged") from None
    finally:
        driver.set_progress_handler(None, 0)
    if found not in ([], ["ok"]):
        raise VaultError("vault_damaged")
    return True
