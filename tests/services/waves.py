"""An evaluation wave in one space, answered by people of several municipalities."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innolab_desktop import bootstrap
from vaults import FLOOR_KIB, PASSPHRASE, introduce

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from innolab_desktop.services.session import Session

PEOPLE = (
    ("Anna Weiß", "Musterstadt"),
    ("Ben Öztürk", "Neustadt"),
    ("Clara Groß", "Altdorf"),
    ("Deniz Kaya", "Musterstadt"),
    ("Eva Süß", "Neustadt"),
    ("Finn Maß", "Altdorf"),
)
SHEETS = (
    {"pulse_after_event_1": 1, "pulse_after_event_5": "Geheim A"},
    {"pulse_after_event_1": 1, "pulse_after_event_5": "Geheim B"},
    {"pulse_after_event_1": 3, "pulse_after_event_2": "not_judged", "pulse_after_event_5": "C"},
    {"pulse_after_event_1": 4, "pulse_after_event_2": 2, "pulse_after_event_5": "D"},
    {
        "pulse_after_event_1": 4,
        "pulse_after_event_5": "Mut zum Fragen",
        "pulse_after_event_5:quote": True,
    },
    {"pulse_after_event_1": 2, "pulse_after_event_5": "zu spät"},
)


def make_people(folder: Path, count: int) -> list[Session]:
    """Create the vaults of the first *count* people, who know each other."""
    sessions = [
        bootstrap.create_vault(
            folder / str(number),
            bootstrap.NewOwner(name, place, "Amt"),
            PASSPHRASE,
            memory_kib=FLOOR_KIB,
        )
        for number, (name, place) in enumerate(PEOPLE[:count])
    ]
    introduce(*sessions, folder=folder)
    return sessions


def open_wave(session: Session, space: bytes | None, **values: int) -> bytes:
    """Make a wave that takes answers."""
    filled = {"title": "Puls", "question_set": "pulse_after_event", "state": "open", **values}
    return session.records.new("evaluation_wave", filled, space=space).record


def post(sender: Session, space: bytes, folder: Path, receivers: Sequence[Session]) -> None:
    """Send what is new in *space*."""
    receipt = sender.exporting.run(space, folder)
    for receiver in receivers:
        receiver.importing.run([file.path for file in receipt.files])
