"""Use cases of contacts: cards, and the Prüfzeichen that two people compare."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from innolab_desktop.domain.errors import BundleError, ContactError
from innolab_desktop.domain.trust import devices_to_compare
from innolab_desktop.journal import card as cards
from innolab_desktop.services.exchange_models import ParcelKind

if TYPE_CHECKING:
    from innolab_desktop.journal.card import SignedCard
    from innolab_desktop.services.bundle_ports import (
        BundleFiles,
        CardCode,
        Clock,
        Cryptography,
    )
    from innolab_desktop.services.exchange_models import PastedText
    from innolab_desktop.services.read_models import Contact
    from innolab_desktop.services.store_ports import Vault

CARD_SUFFIX = ".ilkarte"
DIGITS = 30
"""How many digits a Prüfzeichen has."""


class Contacts:
    """Contacts of one open vault."""

    def __init__(
        self,
        vault: Vault,
        cryptography: Cryptography,
        clock: Clock,
        files: BundleFiles,
        code: CardCode,
    ) -> None:
        self._vault = vault
        self._cryptography = cryptography
        self._clock = clock
        self._files = files
        self._code = code

    def all(self) -> tuple[Contact, ...]:
        """Return all contacts by name."""
        return self._vault.people.contacts()

    def to_compare(self) -> frozenset[bytes]:
        """Return devices of known persons whose key is new: nothing is sent to them for now."""
        people = self._vault.people
        return devices_to_compare(people.rival_devices(), self._vault.info.person_id)

    def own_digits(self) -> str:
        """Return the own Prüfzeichen, to be read out on the phone."""
        return self._vault.people.own_digits()

    def write_card(self, target: Path) -> str:
        """Write the own card to *target* and return the Prüfzeichen.

        Args:
            target: a name that ends with ``.txt`` makes it text, for mails.

        Raises:
            ContactError: the file cannot be written.
        """
        is_text = target.suffix.lower() == ".txt"
        content = self.card_text().encode("ascii") if is_text else self._own_card_file()
        try:
            self._files.store(content, target)
        except BundleError as failure:
            raise ContactError("card_unwritable", folder=str(target.parent)) from failure
        return self.own_digits()

    def card_text(self) -> str:
        """Return the own card as text, for a mail or the clipboard."""
        return self._files.armour(ParcelKind.CARD, self._own_card_file())

    def card_code(self) -> tuple[tuple[bool, ...], ...]:
        """Return the own card as the rows of a QR code, dark modules true.

        Raises:
            ContactError: the names on the card are too long for a QR code.
        """
        return self._code.modules(self._own_card_file())

    def add(self, handed: Path | PastedText, digits: str | None = None) -> Contact:
        """Add the person on a card (file, text or mail); with *digits* they are verified at once.

        Raises:
            ContactError: no valid card, the own one, of another kind of vault, with changed
                keys, or the digits do not fit.
        """
        signed = self._read(handed)
        number = cards.digits(signed.card)
        if digits is not None:
            _compare(digits, number)
        self._refuse_changed_keys(signed, is_compared=digits is not None)
        with self._vault.transaction():
            self._vault.people.add_card(signed, number, is_introduced=False)
            if digits is not None:
                self._vault.people.mark_verified(signed.card.device, self._clock.now_ms())
            return self._contact(signed.card.person, signed.card.device)

    def verify(self, person: bytes, digits: str) -> Contact:
        """Note that the Prüfzeichen heard on the phone fits.

        Raises:
            ContactError: no such contact, or the digits do not fit.
        """
        typed = _only_digits(digits)
        if len(typed) != DIGITS:
            raise ContactError("digits_incomplete", count=len(typed), needed=DIGITS)
        devices = [c.device for c in self._cards(person) if _only_digits(c.digits) == typed]
        if not devices:
            raise ContactError("digits_do_not_fit")
        self._vault.people.mark_verified(devices[0], self._clock.now_ms())
        return self._contact(person, devices[0])

    def _own_card_file(self) -> bytes:
        return cards.FILE_MAGIC + self._vault.people.own_card().encoded()

    def _unpack(self, handed: Path | PastedText) -> bytes:
        name = handed.name if isinstance(handed, Path) else ""
        try:
            parcels = self._files.unpack(handed)
        except BundleError as failure:
            raise ContactError("card_unreadable", name=name) from failure
        found = [parcel for parcel in parcels if parcel.kind is ParcelKind.CARD]
        whole = {parcel.content for parcel in found if not parcel.refusal}
        if len(whole) > 1:
            raise ContactError("cards_several", count=len(whole))
        if found and not whole:
            raise ContactError("card_text_damaged")
        if not found:
            raise ContactError("card_not_a_card")
        return whole.pop()

    def _read(self, handed: Path | PastedText) -> SignedCard:
        signed = cards.decode_file(self._unpack(handed))
        check_card(signed, self._cryptography)
        own = self._vault.people.own_card().card
        if signed.card.device == own.device:
            raise ContactError("card_is_own")
        if signed.card.is_demo != own.is_demo:
            raise ContactError("card_demo_and_real")
        return signed

    def _refuse_changed_keys(self, signed: SignedCard, *, is_compared: bool) -> None:
        for contact in self.all():
            is_same_person = contact.id == signed.card.person
            if is_same_person and contact.device != signed.card.device and not is_compared:
                raise ContactError("contact_key_changed", name=contact.name)

    def _cards(self, person: bytes) -> list[Contact]:
        found = [contact for contact in self.all() if contact.id == person]
        if not found:
            raise ContactError("contact_unknown")
        return found

    def _contact(self, person: bytes, device: bytes) -> Contact:
        return next(c for c in self._cards(person) if c.device == device)


def check_card(signed: SignedCard, cryptography: Cryptography) -> None:
    """Refuse a card that its device did not sign or whose keys cannot be used.

    Raises:
        ContactError: it is such a card.
    """
    if not cryptography.verify(signed.card.signing_key, signed.signed_bytes, signed.signature):
        raise ContactError("card_signature_wrong")
    if not cryptography.is_usable(signed.card):
        raise ContactError("card_keys_unusable")


def _compare(typed: str, expected: str) -> None:
    if _only_digits(typed) != _only_digits(expected):
        raise ContactError("digits_do_not_fit")


def _only_digits(typed: str) -> str:
    return "".join(character for character in typed if character.isdigit())
