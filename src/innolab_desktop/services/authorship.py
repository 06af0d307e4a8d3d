"""Who made a record, by the device that signs for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from innolab_desktop.journal.operations import Create

if TYPE_CHECKING:
    from collections.abc import Collection

    from innolab_desktop.domain.records import RecordId
    from innolab_desktop.services.store_ports import Vault


class Author(NamedTuple):
    """The person who made a record; *municipality* is written alike however it was typed."""

    person: bytes
    municipality: str


class Authorship:
    """Looks up in the journal who made records of one open vault."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault

    def of(self, records: Collection[RecordId]) -> dict[RecordId, Author]:
        """Return the author of each of *records*; of a device without a card only the device."""
        devices: dict[RecordId, bytes] = {}
        for record, writes in self._vault.review.writes(records).items():
            for write in writes:
                if isinstance(write.operation, Create):
                    devices.setdefault(record, write.signer)
        known = {device: self._author(device) for device in set(devices.values())}
        return {record: known[device] for record, device in devices.items()}

    def _author(self, device: bytes) -> Author:
        card = self._vault.people.card_of_device(device)
        if card is None:
            return Author(device, "")
        return Author(card.person, " ".join(card.municipality.split()).casefold())
