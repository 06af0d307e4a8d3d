"""What comes next in each space, and that a network is not asked to write for every newcomer."""

from __future__ import annotations

from dataclasses import replace

import pytest

from innolab_desktop.services.acknowledgement import DueReceipt, PartnerStatus
from innolab_desktop.services.outbox import SpaceOutbox, Step, outboxes
from innolab_desktop.services.read_models import Space

SPACE = Space(b"s" * 16, "Netz", "network", ())
FRESH = PartnerStatus(
    space=SPACE.id,
    space_name="Netz",
    person=b"p" * 16,
    device=b"d" * 16,
    name="Kim",
    open_commits=2,
    unsent_commits=2,
    exports=0,
    waiting_days=0,
    sent_days=30,
    is_blocked=False,
)
DONE = replace(FRESH, open_commits=0, unsent_commits=0)
NEWCOMER = replace(FRESH, sent_days=None)
LATE = replace(DONE, open_commits=2, exports=1, waiting_days=25, sent_days=25)
IN_PART = replace(LATE, waiting_days=1, sent_days=1, arrived_in_part=True)
JUST_REMINDED = replace(LATE, exports=2, sent_days=3)
BLOCKED = replace(FRESH, is_blocked=True)
DUE = DueReceipt(SPACE.id, "Netz", b"p" * 16, b"d" * 16, "Kim", 15, is_asked=False)
EARLY = replace(DUE, days=2)


@pytest.mark.parametrize(
    ("partners", "owed", "step"),
    [
        ((FRESH, DONE), (DUE,), Step.SEND),
        ((DONE,), (DUE,), Step.RECEIPT),
        ((DONE,), (EARLY,), Step.NOTHING),
        ((LATE,), (EARLY,), Step.REMIND),
        ((JUST_REMINDED,), (), Step.NOTHING),
        ((IN_PART,), (), Step.REMIND),
        ((replace(IN_PART, sent_days=0),), (), Step.NOTHING),
        ((BLOCKED,), (), Step.COMPARE),
        ((BLOCKED, DONE), (), Step.COMPARE),
        ((DONE, NEWCOMER), (), Step.NOTHING),
        ((NEWCOMER,), (), Step.SEND),
        ((FRESH, NEWCOMER), (), Step.SEND),
    ],
)
def test_the_next_step(
    partners: tuple[PartnerStatus, ...], owed: tuple[DueReceipt, ...], step: Step
) -> None:
    assert SpaceOutbox(SPACE, partners, owed).step is step


def test_in_a_tandem_somebody_who_was_never_written_to_is_new() -> None:
    tandem = replace(SPACE, type="tandem")
    assert SpaceOutbox(tandem, (DONE, NEWCOMER)).to_be_sent == (NEWCOMER,)


def test_the_most_urgent_space_comes_first() -> None:
    spaces = [replace(SPACE, id=bytes([number]) * 16, name=f"{number}") for number in range(5)]
    statuses = [
        replace(one, space=space.id)
        for space, one in zip(spaces, (DONE, LATE, FRESH, DONE, LATE), strict=True)
    ]
    statuses[4] = replace(statuses[4], waiting_days=40)
    receipts = [replace(DUE, space=spaces[3].id)]
    found = outboxes(spaces, statuses, receipts)
    assert [outbox.space.name for outbox in found] == ["2", "3", "4", "1", "0"]
    assert [outbox.unsent_commits for outbox in found] == [2, 0, 0, 0, 0]
