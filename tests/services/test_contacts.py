"""Contacts and spaces of real vaults: whom to believe, and who receives what."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from innolab_desktop.domain.errors import ContactError, SpaceError
from innolab_desktop.journal import card as cards
from vaults import create, introduce, open_vault, rows

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from innolab_desktop.services.session import Session
    from vaults import Pair


def test_an_introduced_card_never_takes_a_persons_place(
    ben: Session, anna: Session, tmp_path: Path
) -> None:
    known = next(c for c in ben.contacts.all() if c.name == "Anna Weiß")
    false_anna = create(tmp_path / "false", "Anna Weiß")
    card = false_anna.vault.people.own_card()
    keys: Any = false_anna.exporting
    body = card.card._replace(person=known.id, created_ms=2**46).encoded()
    signed = cards.SignedCard(
        cards.decode(card.encoded()).card._replace(person=known.id, created_ms=2**46),
        body,
        keys._files._identity.sign(cards.PREFIX + body),
    )
    ben.vault.people.add_card(signed, cards.digits(signed.card), is_introduced=True)
    (chosen,) = ben.vault.people.signed_cards(known.id)
    assert chosen.card.device == known.device == anna.info.device
    (tmp_path / "false.ilkarte").write_bytes(cards.FILE_MAGIC + signed.encoded())
    with pytest.raises(ContactError) as failure:
        ben.contacts.add(tmp_path / "false.ilkarte")
    assert failure.value.code == "contact_key_changed"
    with pytest.raises(ContactError, match="digits_incomplete"):
        ben.contacts.verify(known.id, known.digits[:-1])
    verified = ben.contacts.verify(known.id, known.digits)
    assert verified.device == known.device
    assert not next(c for c in ben.contacts.all() if c.device == card.card.device).is_verified
    false_anna.close()


def test_cards_are_checked(anna: Session, ben: Session, tmp_path: Path) -> None:
    digits = anna.contacts.write_card(tmp_path / "anna.ilkarte")
    with pytest.raises(ContactError) as own:
        anna.contacts.add(tmp_path / "anna.ilkarte")
    with pytest.raises(ContactError) as wrong:
        ben.contacts.add(tmp_path / "anna.ilkarte", digits.replace(digits[0], "x"))
    changed = bytearray((tmp_path / "anna.ilkarte").read_bytes())
    changed[-1] ^= 1
    (tmp_path / "changed.ilkarte").write_bytes(changed)
    with pytest.raises(ContactError) as forged:
        ben.contacts.add(tmp_path / "changed.ilkarte")
    demo = create(tmp_path / "demo", "Übung", is_demo=True)
    with pytest.raises(ContactError) as mixed:
        demo.contacts.add(tmp_path / "anna.ilkarte")
    demo.close()
    codes = [failure.value.code for failure in (own, wrong, forged, mixed)]
    assert codes == [
        "card_is_own", "digits_do_not_fit", "card_signature_wrong", "card_demo_and_real",
    ]  # fmt: skip


def test_the_private_space_never_leaves(anna: Session, tmp_path: Path) -> None:
    (private,) = (s for s in anna.spaces.all() if s.type == "private")
    with pytest.raises(SpaceError) as failure:
        anna.exporting.run(private.id, tmp_path / "out")
    assert failure.value.code == "space_private"
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("name", "type_", "code"),
    [
        ("", "tandem", "space_name_invalid"),
        (" \n", "tandem", "space_name_invalid"),
        ("x" * 121, "tandem", "space_name_invalid"),
        ("Tandem", "tandem", "space_name_taken"),
        ("Neu", "private", "space_type_unknown"),
        ("Neu", "club", "space_type_unknown"),
    ],
)
def test_spaces_are_checked(anna: Session, name: str, type_: str, code: str) -> None:
    before = rows(anna)
    with pytest.raises(SpaceError) as failure:
        anna.spaces.create(name, type_, [anna.contacts.all()[0].id])
    assert failure.value.code == code
    assert rows(anna) == before
    with pytest.raises(SpaceError):
        anna.spaces.create("Leer", "tandem", [])
    with pytest.raises(SpaceError):
        anna.spaces.create("Fremd", "tandem", [bytes(16)])


def test_introductions_are_mutual(tmp_path: Path, anna: Session) -> None:
    other = create(tmp_path / "other", "Dora")
    introduce(anna, other, folder=tmp_path)
    assert next(c for c in anna.contacts.all() if c.name == "Dora").is_verified
    other.close()


def test_who_introduced_somebody_is_told_until_the_digits_are_compared(
    anna: Session, ben: Session, pair: Pair, tmp_path: Path
) -> None:
    clara = open_vault(pair.clara)
    group = anna.spaces.create("Gruppe", "case_group", [ben.info.person_id, clara.info.person_id])
    doro = create(tmp_path / "doro", "Doro")
    introduce(anna, doro, folder=tmp_path)
    anna.spaces.add(group.id, doro.info.person_id)
    ben.importing.run([file.path for file in anna.exporting.run(group.id, tmp_path).files])
    found = {c.name: c for c in ben.contacts.all()}
    assert (found["Doro"].introduced_by, found["Doro"].is_introduced) == ("Anna Weiß", True)
    assert found["Doro"].introduced_ms > 0
    assert (found["Anna Weiß"].introduced_by, found["Anna Weiß"].introduced_ms) == ("", 0)
    assert found["Doro"].digits == doro.contacts.own_digits()
    assert ben.contacts.to_compare() == frozenset(), "nobody knew Doro in another way"
    told = ben.contacts.verify(doro.info.person_id, doro.contacts.own_digits())
    assert (told.introduced_by, told.is_verified) == ("", True)
    for session in (clara, doro):
        session.close()
