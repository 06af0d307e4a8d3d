"""Who wrote stored commits, told only as far as the form of the record allows.

Whoever hands out an author asks here, and has to say for a record of which kind: of a nameless
one nobody learns more than when it was written.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from innolab_desktop.journal.card import decode as decode_card

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from innolab_desktop.formdefs.forms import Forms
    from innolab_desktop.storage.database import Database


class Author(NamedTuple):
    """Who wrote a stored commit, on which device, and when."""

    person: str
    device: str
    at_ms: int


class Authors:
    """The authors of some stored commits."""

    def __init__(self, database: Database, forms: Forms, entries: Iterable[int]) -> None:
        self._forms = forms
        rows = database.select_in(
            "SELECT entry.id, entry.at, log.device FROM entry "
            "JOIN log ON log.id = entry.id >> 32 WHERE entry.id IN (?)",
            sorted(set(entries)),
        )
        self._entries = {row.id: row for row in rows}
        self._names = card_names(database, (row.device for row in self._entries.values()))

    def of(self, entry: int, kind: str) -> Author:
        """Return who wrote what *entry* says about a record of this kind.

        Nobody is told of a nameless kind, nor of one whose form is not known: a newer version
        may know it as nameless, or the beginning of the record has not arrived yet.
        """
        row, form = self._entries[entry], self._forms.get(kind)
        at_ms = row.at >> 16
        if form is None or form.nameless:
            return Author("", "", at_ms)
        return Author(self._names.get(row.device, ""), row.device.hex(), at_ms)

    def signer(self, entry: int) -> bytes:
        """Return the device that signs for *entry*: for rights and counts, never to be shown."""
        return self._entries[entry].device


def card_names(database: Database, devices: Iterable[bytes]) -> Mapping[bytes, str]:
    """Return the names on the cards of *devices*."""
    rows = database.select_in(
        "SELECT device, body FROM card WHERE device IN (?)", sorted(set(devices))
    )
    return {row.device: decode_card(row.body).card.name for row in rows}
