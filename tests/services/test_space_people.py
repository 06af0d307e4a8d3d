"""Who is in a space, as people see it: persons with devices, who may come, what does not count."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from innolab_desktop.domain.errors import SpaceError
from vaults import open_vault

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from innolab_desktop.services.session import Session
    from vaults import Pair


@pytest.fixture
def ben(pair: Pair) -> Iterator[Session]:
    session = open_vault(pair.ben)
    session.importing.run([pair.bundle])
    yield session
    session.close()


def test_members_candidates_and_rights(anna: Session, pair: Pair) -> None:
    found = anna.spaces.people(pair.space)
    assert [(p.name, p.role, p.devices, p.unverified, p.is_self) for p in found.people] == [
        ("Anna Weiß", "founder", 1, 0, True),
        ("Ben Öztürk", "member", 1, 0, False),
    ]
    assert [p.may_be_removed for p in found.people] == [False, True]
    assert [c.name for c in found.candidates] == ["Clara Groß"]
    assert found.space.left is None
    assert found.discounted == ()


def test_the_founder_cannot_be_removed_by_others(ben: Session, pair: Pair) -> None:
    found = ben.spaces.people(pair.space)
    assert [p.may_be_removed for p in found.people] == [False, False]
    assert [c.name for c in found.candidates] == ["Clara Groß"]
    with pytest.raises(SpaceError) as failure:
        ben.spaces.remove_person(pair.space, found.people[0].person_id)
    assert failure.value.code == "space_founder_stays"
    with pytest.raises(SpaceError) as unknown:
        ben.spaces.remove_person(pair.space, bytes(16))
    assert unknown.value.code == "space_member_unknown"


def test_a_group_is_managed_by_its_founder_alone(
    anna: Session, ben: Session, tmp_path: Path
) -> None:
    group = anna.spaces.create("Fallgruppe", "case_group", [ben.info.person_id])
    ben.importing.run([file.path for file in anna.exporting.run(group.id, tmp_path).files])
    found = ben.spaces.people(group.id)
    assert found.candidates == ()
    assert not any(person.may_be_removed for person in found.people)


def test_what_does_not_count_is_told_until_the_person_returns(
    anna: Session, ben: Session, pair: Pair, tmp_path: Path
) -> None:
    anna.spaces.remove_person(pair.space, ben.info.person_id)
    ben.records.save(pair.mission, {"vision": "Niemand wartet."})
    ben.records.save(pair.mission, {"title": "Andere Öffnungszeiten"})
    (file,) = ben.exporting.run(pair.space, tmp_path).files
    anna.importing.run([file.path])
    (clara_and_ben,) = (anna.spaces.people(pair.space).candidates,)
    assert {c.name for c in clara_and_ben} == {"Ben Öztürk", "Clara Groß"}
    assert anna.spaces.people(pair.space).discounted == ()  # a stranger's bundle is kept whole
    anna.spaces.add(pair.space, ben.info.person_id)
    anna.importing.retry_waiting()
    assert anna.records.open(pair.mission).values["vision"] == "Niemand wartet."
    after = anna.spaces.people(pair.space)
    assert after.discounted == ()
    assert [p.name for p in after.people] == ["Anna Weiß", "Ben Öztürk"]


def test_who_left_sees_the_space_and_may_do_nothing(ben: Session, pair: Pair) -> None:
    ben.spaces.leave(pair.space)
    found = ben.spaces.people(pair.space)
    assert found.space.left is not None
    assert [p.name for p in found.people] == ["Anna Weiß"]
    assert found.candidates == ()
