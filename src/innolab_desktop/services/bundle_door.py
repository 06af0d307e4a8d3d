"""Who may hand in a bundle, and what of it is signed by whom it claims."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innolab_desktop.domain.errors import BundleError, ContactError
from innolab_desktop.journal import card as cards
from innolab_desktop.journal.commit import operations_of
from innolab_desktop.journal.operations import Genesis, added_cards
from innolab_desktop.services.contacts import check_card
from innolab_desktop.services.spaces import SHARED_TYPES, space_id

if TYPE_CHECKING:
    from innolab_desktop.journal.card import Card, SignedCard
    from innolab_desktop.journal.signed_tip import SignedTip
    from innolab_desktop.services.bundle_ports import Cryptography
    from innolab_desktop.services.exchange_models import OpenedBundle
    from innolab_desktop.services.store_ports import Vault


class Door:
    """The checks every bundle passes before and after its commits are taken in."""

    def __init__(self, vault: Vault, cryptography: Cryptography) -> None:
        self._vault = vault
        self._cryptography = cryptography

    def sender(self, bundle: OpenedBundle) -> Card:
        """Return the sender's card after checking the signature.

        Raises:
            BundleError: unknown sender, wrong signature, demo and real mixed.
        """
        card = self._vault.people.card_of_device(bundle.manifest.sender)
        if card is None:
            raise BundleError("sender_unknown")
        if card.is_demo != self._vault.info.is_demo:
            raise BundleError("bundle_demo_and_real")
        if not self._cryptography.verify(card.signing_key, bundle.signed_bytes, bundle.signature):
            raise BundleError("bundle_signature_wrong")
        return card

    def members(self, space: bytes) -> set[bytes]:
        """Return the devices that belong to *space* now."""
        return {card.device for card in self._vault.people.member_cards(space)}

    def refuse_outsiders(self, space: bytes, sender: bytes, before: set[bytes]) -> None:
        """Let the sender be a member before or after the bundle, and this device ever one.

        The bundle may bring the sender's own addition, or say that the sender leaves. What a
        removed device sends later is kept until somebody adds it again.

        Raises:
            BundleError: the sender does not belong to the space, or this device never did.
        """
        if sender not in before | self.members(space):
            raise BundleError("sender_not_member")
        if self._vault.info.device not in self._vault.people.entitled(space):
            raise BundleError("space_unknown")

    # --- new spaces -------------------------------------------------------------------------

    def found_if_new(self, bundle: OpenedBundle) -> bytes | None:
        """Let a space in whose genesis the bundle brings; return the founder if it is new.

        Raises:
            BundleError: the space is unknown or was forgotten, and its genesis is missing or wrong.
        """
        space = bundle.manifest.space
        if self._vault.people.space(space) is not None:
            return None
        for commit in bundle.commits:
            if commit.origin is None or commit.origin.space != space:
                continue
            founder = commit.origin.device
            for _, operation in operations_of((commit,))[0]:
                if isinstance(operation, Genesis) and space_id(founder, operation.nonce) == space:
                    self._check_genesis(operation, founder)
                    self._vault.people.found_space(space, operation, founder)
                    return founder
        raise BundleError(
            "space_forgotten" if self._vault.forgotten.holds(space) else "space_unknown"
        )

    def refuse_unsigned_genesis(self, space: bytes, founder: bytes | None) -> None:
        """Anybody can write a genesis in another's name: the founder must have signed the log.

        Args:
            space: whose genesis it is.
            founder: who seems to have founded it just now, None if it was known before.

        Raises:
            BundleError: the founder's signature is missing, or covers more than is here.
        """
        authors = {info.origin.device for info in self._vault.journal.logs(space)}
        if founder is not None and founder not in authors:
            raise BundleError("space_unknown")

    def refuse_forgotten(self, space: bytes) -> None:
        """Let a space that was forgotten come back only if its members took this device in anew.

        Raises:
            BundleError: they do not know yet that it left.
        """
        forgotten = self._vault.forgotten
        if forgotten.holds(space) and not forgotten.take_back(space):
            raise BundleError("space_departure_unheard")

    def _check_genesis(self, genesis: Genesis, founder: bytes) -> None:
        devices: set[bytes] = set()
        for encoded, _ in genesis.members:
            signed = cards.decode(encoded)
            check_card(signed, self._cryptography)
            if signed.card.is_demo != self._vault.info.is_demo:
                raise BundleError("bundle_demo_and_real")
            devices.add(signed.card.device)
        is_doubled = len(devices) != len(genesis.members)
        if genesis.type not in SHARED_TYPES or is_doubled or founder not in devices:
            raise BundleError("space_genesis_wrong")

    # --- signatures -------------------------------------------------------------------------

    def is_genuine(self, signed: SignedCard) -> bool:
        """Tell whether a card is signed by its device, usable, and of this kind of vault."""
        try:
            check_card(signed, self._cryptography)
        except ContactError:
            return False
        return signed.card.is_demo == self._vault.info.is_demo

    def genuine_tips(self, bundle: OpenedBundle) -> tuple[SignedTip, ...]:
        """Return the signed tips of known devices' logs after checking each signature.

        Raises:
            BundleError: a signature is wrong.
        """
        space = bundle.manifest.space
        owners = {info.log: info.origin.device for info in self._vault.journal.logs(space)}
        for commit in bundle.commits:
            if commit.origin is not None:
                owners[commit.log] = commit.origin.device
        keys = {card.device: card.signing_key for card in self._vault.people.entitled_cards(space)}
        if any(owners.get(tip.log) not in keys for tip in bundle.signed_tips):
            keys = _brought_keys(bundle) | keys
        genuine: list[SignedTip] = []
        for tip in bundle.signed_tips:
            key = keys.get(owners.get(tip.log, b""))
            if key is None:
                continue  # of a log that is not here yet: nothing to cover
            if not self._cryptography.verify(key, tip.signed_bytes, tip.signature):
                raise BundleError("bundle_signature_wrong")
            genuine.append(tip)
        return tuple(genuine)


def _brought_keys(bundle: OpenedBundle) -> dict[bytes, bytes]:
    """Return the keys on the cards that the bundle itself brings, by device.

    They will do for a signed tip: a device's id is the hash of its key.
    """
    keys: dict[bytes, bytes] = {}
    for encoded in added_cards(bundle.commits):
        try:
            card = cards.decode(encoded).card
        except ContactError:
            continue  # that operation is void, the rest of the bundle is not
        keys[card.device] = card.signing_key
    return keys
