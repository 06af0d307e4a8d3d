"""Which devices of a person may be believed to be the person's, before anything is sent to them."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class Trust(IntEnum):
    """How a device became known; more is better."""

    INTRODUCED = 0
    """Somebody else named it as a member of a space."""

    CARD = 1
    """Its card came as a file or text."""

    COMPARED = 2
    """Its Prüfzeichen was compared."""


def devices_to_compare(
    devices: Iterable[tuple[bytes, bytes, Trust]], own_person: bytes
) -> frozenset[bytes]:
    """Return the devices that are less trusted than another one of the same person.

    A person who was known gets a further or a changed key: nothing is sent to it until its
    Prüfzeichen was compared. The own person is known by this device itself.

    Args:
        devices: (person, device, trust) of everybody else's devices.
        own_person: whom this device belongs to.
    """
    found = list(devices)
    best: dict[bytes, Trust] = {own_person: Trust.CARD}
    for person, _, trust in found:
        best[person] = max(best.get(person, trust), trust)
    return frozenset(device for person, device, trust in found if trust < best[person])
