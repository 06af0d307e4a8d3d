"""Logs that members write by hand, past the program, and how they reach others."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Final

from innolab_desktop.journal import commit as commits
from innolab_desktop.journal import signed_tip
from innolab_desktop.journal.clock import Instant
from innolab_desktop.journal.commit import Commit, Draft, Origin, Position, Tip
from innolab_desktop.journal.signed_tip import SignedTip
from innolab_desktop.services.exchange_models import Outgoing
from protocol.circle import Circle, circle_of
from protocol.world import Post

if TYPE_CHECKING:
    from collections.abc import Sequence

    from protocol.world import Device

START_MS: Final = 1_800_000_100_000


@dataclass
class Writer:
    """A log that somebody writes by hand."""

    device: Device
    origin: Origin
    commits: list[Commit] = field(default_factory=list[Commit])

    @classmethod
    def new(cls, circle: Circle, name: str, incarnation: bytes) -> Writer:
        """Return a log of *name* in the space of *circle* that their program knows nothing of."""
        device = circle[name]
        return cls(device, Origin(circle.space, device.card.card.device, incarnation))

    def write(self, *drafts: Draft, at_ms: int = START_MS, after: Commit | None = None) -> Commit:
        """Write a commit after the newest one, or after an earlier one: a branch."""
        log = self.origin.log
        last = after or (self.commits[-1] if self.commits else None)
        position = (
            Position(log, 1, None, self.origin)
            if last is None
            else Position(log, last.seq + 1, last.id, None)
        )
        number = len(self.commits)
        commit = commits.write(
            position,
            drafts,
            at=Instant(at_ms, 0),
            person=self.device.card.card.person,
            salts=[self.origin.incarnation + number.to_bytes(8, "big")] * len(drafts),
        )
        self.commits.append(commit)
        return commit

    def tips(self) -> list[SignedTip]:
        """Return every commit as a signed tip, as if each had been sent by itself."""
        found: list[SignedTip] = []
        for commit in self.commits:
            tip = Tip(commit.seq, commit.id)
            body = signed_tip.body_of(self.origin.log, tip)
            signature = self.device.identity.sign(signed_tip.PREFIX + body)
            found.append(SignedTip(self.origin.log, tip, body, signature))
        return found


@cache
def circle_of_four() -> Circle:
    """Return a network of four, of whom D only listens."""
    circle = circle_of("network").copied()
    circle["A"].spaces.add(circle.space, circle.person("D"))
    circle.send("A", "B", "C", "D")
    return circle


def copied(device: Device) -> Device:
    """Return a copy of a device with a post of its own."""
    copy = device.fork()
    copy.post = copy.files._post = Post()
    return copy


def send(reader: Device, writers: Sequence[Writer], part: Sequence[Commit]) -> None:
    """Let *reader* receive some commits of *writers*."""
    tips = tuple(tip for writer in writers for tip in writer.tips())
    space = writers[0].origin.space
    outgoing = Outgoing(space, (reader.card.card,), {}, tips, tuple(part), Instant(START_MS, 0))
    result = reader.receive(reader.post.put(outgoing, writers[0].device.identity))
    assert result.status != "rejected", result.code
