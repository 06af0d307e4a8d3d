"""``innolab vault salvage``: a new vault from everything of a damaged one that still verifies."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from innolab_desktop.cli.answer import Answer, counted
from innolab_desktop.services.changes import CancelToken, NoProgress

if TYPE_CHECKING:
    from collections.abc import Iterator

    from innolab_desktop.cli.invocation import Invocation
    from innolab_desktop.cli.parser import CommandGroup
    from innolab_desktop.services.salvage_models import MissingPart, Salvaged


def add_salvage(group: CommandGroup) -> None:
    """Add the command to the group about the vault."""
    salvage = group.command("salvage", "rettet aus einem beschädigten Tresor, was geht", _salvage)
    salvage.add_argument("folder", type=Path, metavar="ORDNER", help="neu oder leer")


def _salvage(invocation: Invocation) -> Answer:
    target: Path = invocation.arguments.folder
    found = invocation.gate.rescue.salvage(
        invocation.vault, target, invocation.given_key(), NoProgress(), CancelToken()
    )
    value = {
        "path": str(target),
        "records": found.records,
        "commits": found.commits,
        "rescued": found.rescued,
        "pages": found.pages,
        "broken_pages": found.broken_pages,
        "missing": [
            {
                "log": part.log.hex(),
                "space": part.space,
                "person": part.person,
                "first_seq": part.first_seq,
                "last_seq": part.last_seq,
            }
            for part in found.missing
        ],
    }
    return Answer(value, tuple(_lines(target, found)))


def _lines(target: Path, found: Salvaged) -> Iterator[str]:
    entries = counted(found.records, "Eintrag", "Einträge")
    changes = counted(found.commits, "Änderung", "Änderungen")
    yield f"Der gerettete Tresor liegt in {target}: {entries}, {changes}."
    yield f"Beschädigt waren {found.broken_pages} von {found.pages} Seiten der Datei."
    if not found.missing:
        yield "Es fehlt nichts, was bekannt ist."
    for part in found.missing:
        yield _sentence(part)


def _sentence(part: MissingPart) -> str:
    count = counted(part.last_seq - part.first_seq + 1, "Änderung", "Änderungen")
    person, space = part.person or "unbekannt", part.space or "unbekannt"
    numbers = f"Nummer {part.first_seq} bis {part.last_seq}, Protokoll {part.log.hex()}"
    return f"Es fehlt: {count} von {person} im Raum „{space}“ ({numbers})"
