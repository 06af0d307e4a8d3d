"""A played demo with its vaults open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from innolab_desktop import bootstrap, paths
from innolab_desktop.demo.script import Script, read_script
from innolab_desktop.services.read_models import RowQuery

if TYPE_CHECKING:
    from pathlib import Path

    from innolab_desktop.domain.records import Record
    from innolab_desktop.services.session import Session

STORY = paths.resources_dir() / "demo" / "story.toml"
EVERYTHING = 10_000


@dataclass(frozen=True)
class Played:
    """What the demo left behind."""

    folder: Path
    first: Path
    sentences: tuple[str, ...]
    script: Script
    sessions: dict[str, Session]

    def records(self, actor: str) -> list[Record]:
        """Return all records in an actor's vault."""
        session = self.sessions[actor]
        rows = session.records.list_rows(RowQuery(limit=EVERYTHING)).rows
        return [session.records.open(row.id) for row in rows]

    def record(self, actor: str, kind: str, title: str) -> Record:
        """Return the one record of a kind with this title in an actor's vault."""
        (found,) = (
            record
            for record in self.records(actor)
            if record.kind == kind and record.values.get("title") == title
        )
        return found


def play(folder: Path) -> Played:
    """Play the demo and open its vaults."""
    sentences: list[str] = []
    first = bootstrap.create_demo(folder, sentences.append)
    script = read_script(STORY)
    sessions = {
        actor.key: bootstrap.open_vault(folder / actor.folder, script.passphrase)
        for actor in script.actors
    }
    return Played(folder, first, tuple(sentences), script, sessions)
