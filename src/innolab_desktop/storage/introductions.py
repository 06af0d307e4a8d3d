"""Who introduced a device: the author of its earliest addition to a space, by that one's clock."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from innolab_desktop.journal import card as cards
from innolab_desktop.journal.clock import Instant
from innolab_desktop.storage.packed_keys import BRANCH_BITS, SEQ_BITS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from innolab_desktop.storage.database import Database

_PLACE: Final = f"(((log.id << {SEQ_BITS}) + membership.seq) << {BRANCH_BITS})"
_FIRST: Final = f"(((log.id << {SEQ_BITS}) + 1) << {BRANCH_BITS})"
_LAST_BRANCH: Final = (1 << BRANCH_BITS) - 1
SAID_IN: Final = f"""
JOIN log ON log.uid = membership.log
JOIN entry ON entry.id BETWEEN {_PLACE} AND {_PLACE} + {_LAST_BRANCH}
  AND entry.commit_id = membership.commit_id"""
"""Joins what was said about members with the stored commits that say it."""

_ADDED: Final = f"""
SELECT membership.device, card.body, entry.at FROM membership {SAID_IN}
JOIN card ON card.device = membership.author
WHERE membership.kind = 'add' AND membership.author <> membership.device
  AND membership.device IN (?)"""  # noqa: S608 - numbers of the schema
_FOUNDED: Final = f"""
SELECT membership.device, card.body, entry.at FROM membership
JOIN log ON log.space = membership.space AND log.device = membership.author
JOIN entry ON entry.id = {_FIRST}
JOIN card ON card.device = membership.author
WHERE membership.kind = 'founding' AND membership.author <> membership.device
  AND membership.device IN (?)"""  # noqa: S608 - numbers of the schema


class Introduction(NamedTuple):
    """Who said that a device belongs to somebody, and when."""

    at_ms: int
    name: str


def introductions(database: Database, devices: Sequence[bytes]) -> dict[bytes, Introduction]:
    """Return the earliest introduction of each of *devices*."""
    found: dict[bytes, Introduction] = {}
    for statement in (_ADDED, _FOUNDED):
        for row in database.select_in(statement, devices):
            said = Introduction(Instant.unpack(row.at).ms, cards.decode(row.body).card.name)
            found[row.device] = min(said, found.get(row.device, said))
    return found
