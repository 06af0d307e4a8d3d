"""Devices whose bundles have sizes, so that exports are divided."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from innolab_desktop.services.export import Export
from protocol.world import NOWHERE, Device, Post, StandInFiles

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from innolab_desktop.services.exchange_models import OpenedBundle, Outgoing
    from innolab_desktop.services.export import ExportReceipt

HEADER_BYTES = 100


class SizedFiles(StandInFiles):
    """A bundle is as large as its commits and a header; what is stored is remembered."""

    def __init__(self, device: Device) -> None:
        super().__init__(device.post, device.identity)
        self.sent: list[bytes] = []

    def encode(self, outgoing: Outgoing) -> bytes:
        size_bytes = HEADER_BYTES + sum(len(commit.encoded) for commit in outgoing.commits)
        return super().encode(outgoing).ljust(size_bytes, b"\0")

    def open(self, content: bytes, alias: bytes) -> OpenedBundle:
        return super().open(content[:16], alias)

    def store(self, content: bytes, target: Path) -> None:
        super().store(content, target)
        self.sent.append(content[:16])


class Office(NamedTuple):
    """Three members of a space; the third has nothing yet."""

    anna: Device
    ben: Device
    clara: Device
    space: bytes
    mission: bytes


@cache
def template() -> Office:
    """Return the office before anything but its foundation was exchanged."""
    post = Post()
    anna, ben, clara = (Device.new(name, post) for name in ("Anna", "Ben", "Clara"))
    for one in (anna, ben, clara):
        for other in (anna, ben, clara):
            if one is not other:
                one.knows(other)
    persons = [ben.card.card.person, clara.card.card.person]
    space = anna.spaces.create("Tandem", "coordination", persons).id
    mission = anna.records.new("mission", {"title": "Zugänge"}, space=space).record
    ben.receive(anna.send(space, ben))
    return Office(anna, ben, clara, space, mission)


def office() -> Office:
    """Return a copy of the office."""
    found = template()
    return found._replace(anna=found.anna.fork(), ben=found.ben.fork(), clara=found.clara.fork())


def write(device: Device, office: Office, texts: Sequence[str]) -> None:
    """Let a device write records, one commit each."""
    for text in texts:
        device.records.new("tandem_note", {"title": text}, space=office.space)


def send_in_parts(
    device: Device, office: Office, recipient: Device, max_bytes: int
) -> tuple[list[bytes], ExportReceipt]:
    """Export everything the recipient lacks; return the mails and the receipt."""
    files = SizedFiles(device)
    exporting: Any = device.exporting
    export = Export(device.vault, device.identity, files, exporting._writer)
    receipt = export.run(
        office.space,
        NOWHERE / "..",
        max_bytes=max_bytes,
        recipients=[recipient.card.card.person],
    )
    return files.sent, receipt


def commits_of(device: Device, office: Office) -> set[bytes]:
    """Return the ids of the commits of the space that count on a device."""
    return {commit.id for commit in device.vault.journal.missing(office.space, [{}])}


def receive(device: Device, mails: Iterable[bytes]) -> list[str]:
    """Import mails one by one and return what became of each."""
    return [device.receive(mail).status for mail in mails]
