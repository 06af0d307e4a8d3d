"""Use case: change the encryption key of this device once a year, and destroy old ones.

What was encrypted to a destroyed key can never be opened again: old mails in mailboxes and their
backups become worthless. Source: ``docs/formats/space.md``, Renewed cards.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from innolab_desktop.domain.errors import SpaceError
from innolab_desktop.journal import card as cards
from innolab_desktop.journal.commit import Draft
from innolab_desktop.journal.operations import NewCard

if TYPE_CHECKING:
    from innolab_desktop.services.bundle_ports import OwnKeys
    from innolab_desktop.services.store_ports import Vault
    from innolab_desktop.services.writing import CommitWriter

_DAY_MS: Final = 24 * 3600 * 1000
RENEW_AFTER_MS: Final = 365 * _DAY_MS
KEEP_RETIRED_MS: Final = 180 * _DAY_MS


class KeyRenewal:
    """The age of this device's keys."""

    def __init__(self, vault: Vault, keys: OwnKeys, writer: CommitWriter) -> None:
        self._vault = vault
        self._keys = keys
        self._writer = writer

    def is_due(self) -> bool:
        """Tell whether the encryption key is older than a year."""
        created_ms = self._vault.people.own_card().card.created_ms
        return self._writer.now_ms() - created_ms >= RENEW_AFTER_MS

    def look_after(self) -> bool:
        """Renew the key if it is due, destroy expired ones; return whether it was renewed."""
        self.destroy_expired()
        if not self.is_due():
            return False
        self.renew()
        return True

    def renew(self) -> str:
        """Change the encryption key now, tell every space, and return the new Prüfzeichen.

        Contacts that compared the former one need not compare again: the signing key stays.
        """
        people = self._vault.people
        former = people.own_card().card
        signed, secret = self._keys.prepare(former, self._writer.now_ms())
        digits = cards.digits(signed.card)
        until_ms = self._writer.now_ms() + KEEP_RETIRED_MS
        with self._vault.transaction():
            people.replace_own_card(signed, digits, secret, until_ms)
            for space in people.spaces():
                if space.type != "private":
                    self._tell(space.id, signed.encoded())
        self._keys.switch_to(secret)
        return digits

    def _tell(self, space: bytes, card: bytes) -> None:
        try:
            self._writer.write(space, (Draft(NewCard(card)),))
        except SpaceError as refusal:
            if refusal.code != "space_left":
                raise

    def destroy_expired(self) -> int:
        """Destroy former keys that were kept long enough for late mail; return how many."""
        destroyed = self._vault.people.destroy_retired_keys(self._writer.now_ms())
        if destroyed:
            self._keys.forget_retired(self._vault.people.retired_secrets())
        return destroyed
