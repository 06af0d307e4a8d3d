"""Since when this device does not belong to a space any more, and who said so."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from innolab_desktop.journal.clock import Instant
from innolab_desktop.services.read_models import Departure
from innolab_desktop.storage.introductions import SAID_IN

if TYPE_CHECKING:
    from innolab_desktop.storage.database import Database

_REMOVED: Final = f"""
SELECT entry.at, membership.author FROM membership {SAID_IN}
WHERE membership.kind = 'remove' AND membership.space = ? AND membership.device = ?
ORDER BY entry.at DESC LIMIT 1"""  # noqa: S608 - numbers of the schema


def departure(database: Database, space: int, device: bytes) -> Departure:
    """Return how *device*, which is no member, left the space with this number.

    Whoever was taken in by somebody who may not do that was never removed: then nobody knows
    since when.
    """
    row = database.connection.exec_driver_sql(_REMOVED, (space, device)).first()
    if row is None:
        return Departure(0, is_own=False)
    return Departure(Instant.unpack(row.at).ms, is_own=row.author == device)
