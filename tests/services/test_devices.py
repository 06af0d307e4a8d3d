"""A person with two devices: the second one joins the spaces of the first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innolab_desktop.gate import Gate
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
    gate = Gate(FLOOR_KIB)
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


def test_a_file_that_waited_for_another_of_the_same_batch_is_reported_as_read(
    pair: Pair, tmp_path: Path
) -> None:
    anna, ben, clara = (open_vault(folder) for folder in (pair.anna, pair.ben, pair.clara))
    ben.importing.run([pair.bundle])
    anna.spaces.add(pair.space, clara.info.person_id)
    first = anna.exporting.run(pair.space, tmp_path / "a").files[0].path
    clara.importing.run([first])
    clara.records.save(pair.mission, {"next_step": "Termin mit dem Bauhof"})
    second = clara.exporting.run(pair.space, tmp_path / "b").files[0].path
    anna.spaces.remove(pair.space, clara.info.device)
    removal = anna.exporting.run(pair.space, tmp_path / "a").files[0].path
    assert ben.importing.run([removal]).is_clean
    ben.spaces.add(pair.space, clara.info.person_id)
    back = ben.exporting.run(pair.space, tmp_path / "c").files[0].path

    preview = anna.importing.preview([second]).bundles
    assert [(b.status, b.code) for b in preview] == [("held", "sender_not_member")]
    read = anna.importing.run([second, back]).bundles
    assert [(b.path, b.status) for b in read] == [(str(second), "applied"), (str(back), "applied")]
    assert anna.records.open(pair.mission).values["next_step"] == "Termin mit dem Bauhof"
    for session in (anna, ben, clara):
        session.close()
