"""The keys of this device: those of now, and encryption keys that were replaced not long ago.

Source: ``docs/formats/space.md``, Renewed cards.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from innolab_desktop.domain.errors import BundleError
from innolab_desktop.keys import device_keys

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from innolab_desktop.journal.card import Card, SignedCard
    from innolab_desktop.keys.device_keys import DeviceKeys

_ALIAS_BYTES = 8


class KeyRing:
    """Signs and opens wraps; changes its encryption key once in a while.

    Args:
        secret: the secret of the keys of now.
        retired: secrets whose encryption keys still open late mail.
        random: returns that many unpredictable bytes.
    """

    __slots__ = ("_current", "_random", "_retired", "_secret")

    def __init__(
        self, secret: bytes, retired: Iterable[bytes], random: Callable[[int], bytes]
    ) -> None:
        self._secret = secret
        self._current: DeviceKeys = device_keys.restore(secret)
        self._retired = [device_keys.restore(old) for old in retired]
        self._random = random

    def __repr__(self) -> str:
        return "KeyRing(…)"

    @property
    def device(self) -> bytes:
        """The id of this device; it never changes."""
        return self._current.device

    def sign(self, data: bytes) -> bytes:
        """Return a signature over *data* (which begins with its domain prefix)."""
        return self._current.sign(data)

    def unwrap(self, wrap: bytes, info: bytes) -> bytes:
        """Open an HPKE wrap addressed to this device, with the newest key that fits.

        Raises:
            BundleError: it is damaged or not for this device.
        """
        for keys in (self._current, *self._retired):
            try:
                return keys.unwrap(wrap, info)
            except BundleError:
                continue
        raise BundleError("bundle_damaged")

    def prepare(self, card: Card, created_ms: int) -> tuple[SignedCard, bytes]:
        """Return a card like *card* with a fresh encryption key and alias, and the new secret.

        Nothing changes here before :meth:`switch_to`.
        """
        secret = device_keys.renew(self._secret, self._random)
        signed = device_keys.make_card(
            secret,
            person=card.person,
            name=card.name,
            municipality=card.municipality,
            department=card.department,
            role=card.role,
            alias=self._random(_ALIAS_BYTES),
            created_ms=created_ms,
            is_demo=card.is_demo,
        )
        return signed, secret

    def switch_to(self, secret: bytes) -> None:
        """Use the keys in *secret* from now on; the former ones still open mail."""
        self._retired.insert(0, self._current)
        self._secret, self._current = secret, device_keys.restore(secret)

    def forget_retired(self, kept: Iterable[bytes]) -> None:
        """Forget all former keys except those of the secrets in *kept*."""
        self._retired = [device_keys.restore(old) for old in kept]
