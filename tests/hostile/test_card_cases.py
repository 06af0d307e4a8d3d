"""Cases 65 to 72 of the catalogue: contact cards."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from bundle.sealing import Person
from innolab_desktop.cli.contact_commands import _state
from innolab_desktop.domain.errors import ContactError
from innolab_desktop.journal import card as cards
from innolab_desktop.journal import cbor
from vaults import create

if TYPE_CHECKING:
    from pathlib import Path

    from hostile.conftest import Target
    from innolab_desktop.services.session import Session


def file_of(signed: cards.SignedCard) -> bytes:
    return cards.FILE_MAGIC + signed.encoded()


def resigned(owner: Person, **changes: Any) -> bytes:
    """Return the card of *owner* with other content, rightly signed."""
    card = owner.card._replace(**changes)
    body = card.encoded()
    return file_of(cards.SignedCard(card, body, owner.keys.sign(cards.PREFIX + body)))


def refused(target: Target, content: bytes, suffix: str = ".ilkarte") -> str:
    """Hand in a card and return why it is refused; nothing may have changed."""
    before = target.files()
    with pytest.raises(ContactError) as failure:
        target.session.contacts.add(target.put(content, suffix))
    assert target.files() == before
    return failure.value.code


def test_case_065_same_name_and_other_key(ben: Target, anna: Session) -> None:
    known = next(c for c in ben.session.contacts.all() if c.device == anna.info.device)
    impostor = Person(known.name)
    added = ben.session.contacts.add(ben.put(file_of(impostor.signed), ".ilkarte"))
    assert not added.is_verified
    assert added.id != known.id
    again = next(c for c in ben.session.contacts.all() if c.device == known.device)
    assert again == known, "the person one knows is untouched"
    (space,) = [s for s in ben.session.spaces.all() if s.type == "tandem"]
    readers = {card.device for card in ben.session.vault.people.member_cards(space.id)}
    assert impostor.card.device not in readers


def test_case_066_key_change_of_a_verified_contact(target: Target) -> None:
    known = next(c for c in target.session.contacts.all() if c.is_verified)
    changed = resigned(Person(known.name), person=known.id, created_ms=2**40)
    assert refused(target, changed) == "contact_key_changed"


def test_case_067_own_card(target: Target) -> None:
    own = target.session.vault.people.own_card()
    assert refused(target, file_of(own)) == "card_is_own"


DECEPTIVE_NAMES = {
    "direction": "Anna\u202eßieW",
    "isolate": "Anna\u2066Weiß\u2069",
    "zero width": "Anna\u200bWeiß",
    "joiner": "Anna\u200dWeiß",
    "line break": "Anna\nKoordinierungsstelle",
    "line separator": "Anna\u2028Koordinierungsstelle",
    "control": "Anna\x07",
    "private use": "Anna\ue000",
    "surrounding blanks": " Anna ",
    "not composed": "Anna Mu\u0308ller",
    "too long": "A" * 121,
    "empty": "",
}


@pytest.mark.parametrize("name", DECEPTIVE_NAMES)
@pytest.mark.parametrize("field", ["name", "municipality", "department"])
def test_case_068_names_that_deceive(target: Target, name: str, field: str) -> None:
    """A program never writes such a name, so the whole card is refused, not cleaned."""
    if name == "empty" and field != "name":
        return
    card = resigned(Person(), **{field: DECEPTIVE_NAMES[name]})
    assert refused(target, card) == "card_malformed"


def test_case_069_names_that_imitate(ben: Target) -> None:
    """A Cyrillic А before "nna Weiß": taken in, and pointed out wherever it is listed."""
    imitation = Person("\u0410nna Weiß")
    added = ben.session.contacts.add(ben.put(file_of(imitation.signed), ".ilkarte"))
    assert not added.is_verified
    assert "mischt Schriften (kyrillisch, lateinisch)" in _state(added, is_changed=False)
    known = next(c for c in ben.session.contacts.all() if c.name == "Anna Weiß")
    assert "mischt" not in _state(known, is_changed=False)


@pytest.mark.parametrize("created_ms", [0, 1, 2**46, 2**47 - 1])
def test_case_070_cards_from_the_past_and_the_future(ben: Target, created_ms: int) -> None:
    """Cards do not expire; what one says of its age changes nothing but its own order."""
    person = Person("Zeitreise")
    added = ben.session.contacts.add(ben.put(resigned(person, created_ms=created_ms), ".ilkarte"))
    assert not added.is_verified
    newer = resigned(person, created_ms=2**47)
    with pytest.raises(ContactError, match="card_malformed"):
        ben.session.contacts.add(ben.put(newer, ".ilkarte"))


POINT = b"\x04" + b"\x01" * 96
UNUSABLE: dict[str, tuple[dict[str, Any], str]] = {
    "short ML-KEM key": ({"encryption_key": bytes(1567 + 97)}, "card_malformed"),
    "long ML-KEM key": ({"encryption_key": bytes(1569 + 97)}, "card_malformed"),
    "all zero": ({"encryption_key": bytes(1665)}, "card_keys_unusable"),
    "point off the curve": ({"encryption_key": bytes([1]) * 1568 + POINT}, "card_keys_unusable"),
    "ML-KEM out of range": (
        {"encryption_key": b"\xff" * 1568 + Person().card.encryption_key[1568:]},
        "card_keys_unusable",
    ),
    "zero ML-KEM, good point": (
        {"encryption_key": bytes(1568) + Person().card.encryption_key[1568:]},
        "card_keys_unusable",
    ),
    "short signing key": ({"signing_key": bytes(96)}, "card_malformed"),
    "device of another key": ({"device": bytes(16)}, "card_malformed"),
    "unknown role": ({"role": "admin"}, "card_malformed"),
    "no suite": ({"suites": (0,)}, "card_malformed"),
}


@pytest.mark.parametrize("name", UNUSABLE)
def test_case_071_keys_that_cannot_be_used(target: Target, name: str) -> None:
    changes, code = UNUSABLE[name]
    assert refused(target, resigned(Person(), **changes)) == code


@pytest.mark.parametrize("suffix", [".ilkarte", ".txt", ".eml"])
def test_case_072_card_of_five_megabytes(target: Target, suffix: str) -> None:
    body = cbor.encode(b"x" * 5_000_000)
    huge = cards.FILE_MAGIC + b"\x82" + body + cbor.encode(bytes(96))
    assert refused(target, huge, suffix) in ("card_too_large", "card_not_a_card")


def test_the_cases_start_from_a_good_card(ben: Target, tmp_path: Path) -> None:
    other = create(tmp_path / "other", "Gute Karte")
    other.contacts.write_card(tmp_path / "good.ilkarte")
    assert ben.session.contacts.add(tmp_path / "good.ilkarte").name == "Gute Karte"
    other.close()
    assert ben.session.contacts.add(ben.put(resigned(Person("Noch eine")))).name == "Noch eine"
