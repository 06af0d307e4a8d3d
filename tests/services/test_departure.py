"""Who left a space still sees it, has nothing to send there but that, and is not reminded."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from innolab_desktop.bootstrap import load_forms
from innolab_desktop.services.outbox import SpaceOutbox, Step, read_outboxes
from innolab_desktop.services.quick_notes import QuickNotes
from protocol.circle import Circle, circle_of

if TYPE_CHECKING:
    from protocol.world import Device


@pytest.fixture
def circle() -> Circle:
    return circle_of("tandem").copied()


def outbox_of(device: Device) -> SpaceOutbox:
    (found,) = read_outboxes(device.acknowledgement, device.spaces.all())
    return found


def test_a_member_has_not_left(circle: Circle) -> None:
    assert [space.left for space in circle["C"].spaces.all()] == [None, None]
    assert circle["C"].spaces.own() == circle["C"].spaces.all()


def test_who_left_has_only_that_to_send(circle: Circle) -> None:
    leaving = circle["C"]
    circle.write("A", "1")
    leaving.receive(circle["A"].send(circle.space, leaving))
    before_ms = leaving.clock.now_ms()
    leaving.spaces.leave(circle.space)
    left = leaving.spaces.get(circle.space).left
    assert left is not None
    assert left.is_own
    assert before_ms < left.at_ms < leaving.clock.now_ms()
    assert outbox_of(leaving).step is Step.SEND
    assert leaving.acknowledgement.receipts() == ()
    mail = leaving.send(circle.space)
    outbox = outbox_of(leaving)
    assert (outbox.step, outbox.partners, outbox.owed) == (Step.NOTHING, (), ())
    leaving.clock.ms += 40 * 86_400_000
    assert leaving.acknowledgement.overdue() == ()
    assert circle["A"].receive(mail).status == "applied"


def test_who_was_removed_has_nothing_to_send(circle: Circle) -> None:
    removed = circle["C"]
    circle["A"].spaces.remove(circle.space, circle.device("C"))
    circle.write("C", "2")  # not heard of it yet
    mail = circle["A"].send(circle.space)
    opened = circle.post.bundles[mail]
    aliases = (*opened.manifest.aliases, removed.card.card.alias)
    circle.post.bundles[mail] = replace(opened, manifest=replace(opened.manifest, aliases=aliases))
    assert removed.receive(mail).status == "applied"
    left = removed.spaces.get(circle.space).left
    assert left is not None
    assert not left.is_own
    assert left.at_ms > 0
    outbox = outbox_of(removed)
    assert (outbox.step, outbox.partners) == (Step.NOTHING, ())
    assert removed.records.open(circle.record).space == circle.space


def test_who_comes_back_has_not_left(circle: Circle) -> None:
    leaving = circle["C"]
    leaving.spaces.leave(circle.space)
    circle["A"].receive(leaving.send(circle.space))
    circle["A"].spaces.add(circle.space, circle.person("C"))
    assert leaving.receive(circle["A"].send(circle.space, leaving)).status == "applied"
    assert leaving.spaces.get(circle.space).left is None


def test_nothing_new_is_offered_a_place_there(circle: Circle) -> None:
    leaving = circle["C"]
    notes = QuickNotes(leaving.vault, load_forms(), leaving.records)
    assert circle.space in {space.id for space in notes.places()}
    leaving.spaces.leave(circle.space)
    assert circle.space not in {space.id for space in notes.places()}
    assert circle.space not in {space.id for space in leaving.spaces.own()}
    assert leaving.records.open(circle.record).space == circle.space
