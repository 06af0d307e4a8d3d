"""A person with two devices: the second one joins the spaces of the first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innolab_desktop import bootstrap
from innolab_desktop.services.vault_gate import NewVault
from vaults import FLOOR_KIB, PASSPHRASE, open_vault

if TYPE_CHECKING:
    from pathlib import Path

    from vaults import Pair


def test_a_second_device_joins_and_the_lost_first_one_is_removed(
    pair: Pair, tmp_path: Path
) -> None:
    anna, ben = open_vault(pair.anna), open_vault(pair.ben)
    ben.importing.run([pair.bundle])
    digits = anna.contacts.write_card(tmp_path / "first.ilkarte")
    gate = bootstrap.Gate(FLOOR_KIB)
    vault = NewVault(
        tmp_path / "laptop",
        "Anna Weiß",
        "Musterstadt",
        "Bürgerbüro",
        "official",
        tmp_path / "first.ilkarte",
    )
    laptop = gate.create_session(vault, PASSPHRASE)
    assert laptop.info.person_id == anna.info.person_id
    second = laptop.contacts.write_card(tmp_path / "second.ilkarte")
    laptop.contacts.add(tmp_path / "first.ilkarte", digits)
    anna.contacts.add(tmp_path / "second.ilkarte", second)

    space = anna.spaces.add(pair.space, anna.info.person_id)
    assert [member.role for member in space.members] == ["founder", "member", "founder"]
    for file in anna.exporting.run(pair.space, tmp_path / "out").files:
        for reader in (ben, laptop):
            assert [b.status for b in reader.importing.run([file.path]).bundles] == ["applied"]
    assert laptop.records.open(pair.mission).values == anna.records.open(pair.mission).values

    left = laptop.spaces.remove(pair.space, anna.info.device)
    assert {member.device for member in left.members} == {laptop.info.device, ben.info.device}
    (card,) = [c for c in laptop.contacts.all() if c.name == "Ben Öztürk"]
    assert card.is_introduced
    file = laptop.exporting.run(pair.space, tmp_path / "out").files[0]
    assert [b.status for b in ben.importing.run([file.path]).bundles] == ["applied"]
    assert len(ben.vault.people.member_cards(pair.space)) == 2
    for session in (anna, ben, laptop):
        session.close()
