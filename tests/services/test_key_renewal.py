from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from innolab_desktop.services.key_renewal import KEEP_RETIRED_MS, RENEW_AFTER_MS
from vaults import create, introduce, open_vault

if TYPE_CHECKING:
    from pathlib import Path

    from innolab_desktop.services.session import Session
    from vaults import Pair


class SetClock:
    """A clock that the test sets."""

    def __init__(self) -> None:
        self.ms = 1_800_000_000_000

    def now_ms(self) -> int:
        self.ms += 5
        return self.ms


@pytest.fixture
def clock() -> SetClock:
    return SetClock()


@pytest.fixture
def people(tmp_path: Path, clock: SetClock) -> Any:
    anna = create(tmp_path / "anna", "Anna", clock=clock)
    ben = create(tmp_path / "ben", "Ben", clock=clock)
    introduce(anna, ben, folder=tmp_path)
    anna.spaces.create("Tandem", "tandem", [ben.info.person_id])
    yield anna, ben
    anna.close()
    ben.close()


def mail(sender: Session, receiver: Session, folder: Path) -> list[tuple[str, str]]:
    space = sender.spaces.find("Tandem").id
    files = sender.exporting.run(space, folder).files
    return [
        (bundle.status, bundle.code)
        for file in files
        for bundle in receiver.importing.run([file.path]).bundles
    ]


def test_keys_are_renewed_after_a_year(people: Any, clock: SetClock) -> None:
    anna, _ = people
    assert not anna.keys.look_after()
    clock.ms += RENEW_AFTER_MS
    before = anna.vault.people.own_card().card
    assert anna.keys.look_after()
    after = anna.vault.people.own_card().card
    assert (before.device, before.person, before.signing_key) == (
        after.device,
        after.person,
        after.signing_key,
    )
    assert before.encryption_key != after.encryption_key
    assert before.alias != after.alias
    assert not anna.keys.look_after()
    assert anna.contacts.own_digits() != ""


def test_a_partner_learns_the_new_key_and_stays_verified(people: Any, tmp_path: Path) -> None:
    anna, ben = people
    assert mail(anna, ben, tmp_path / "a") == [("applied", "")]
    digits = anna.keys.renew()
    assert mail(ben, anna, tmp_path / "b") == [("unchanged", "")]  # to the former key
    assert mail(anna, ben, tmp_path / "c") == [("applied", "")]
    (contact,) = (c for c in ben.contacts.all() if c.name == "Anna")
    assert contact.is_verified
    assert contact.digits == digits
    assert mail(ben, anna, tmp_path / "d") == [("unchanged", "")]  # to the new key


def test_a_destroyed_key_opens_nothing(people: Any, clock: SetClock, tmp_path: Path) -> None:
    anna, ben = people
    assert mail(anna, ben, tmp_path / "a") == [("applied", "")]
    late = ben.exporting.run(ben.spaces.find("Tandem").id, tmp_path / "late").files[0].path
    anna.keys.renew()
    assert anna.keys.destroy_expired() == 0
    clock.ms += KEEP_RETIRED_MS
    assert anna.keys.destroy_expired() == 1
    (result,) = anna.importing.run([late]).bundles
    assert (result.status, result.code) == ("rejected", "bundle_not_for_me")


def test_looking_after_the_keys_destroys_former_ones_in_time(people: Any, clock: SetClock) -> None:
    anna, _ = people
    anna.keys.renew()
    clock.ms += KEEP_RETIRED_MS // 2
    anna.keys.look_after()
    assert len(anna.vault.people.retired_secrets()) == 1
    clock.ms += KEEP_RETIRED_MS // 2
    anna.keys.look_after()
    assert anna.vault.people.retired_secrets() == ()


def test_former_keys_survive_closing(pair: Pair, tmp_path: Path) -> None:
    anna = open_vault(pair.anna)
    anna.keys.renew()
    anna.close()
    again, ben = open_vault(pair.anna), open_vault(pair.ben)
    ben.importing.run([pair.bundle])
    file = ben.exporting.run(pair.space, tmp_path / "x").files[0].path
    (result,) = again.importing.run([file]).bundles
    assert result.status == "unchanged"
    again.close()
    ben.close()
