"""Real vaults for windows: created and used in the lane, as the program does."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject

from innolab_desktop import bootstrap, paths
from innolab_desktop.services.hint_catalogue import read_hints

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from innolab_desktop.services.session import Session
    from innolab_desktop.ui.jobs import Jobs

T = TypeVar("T")
PASSPHRASE = "vier ruhige Pferde am Fluss"
FLOOR_KIB = 65_536
TITLE = "Öffnungszeiten im Bürgerbüro neu ordnen"
"""Of the mission that was worked on."""
HINTS = read_hints(paths.resources_dir() / "hints.toml")


class Lane:
    """Runs work in the lane and waits for its result."""

    def __init__(self, qtbot: QtBot, jobs: Jobs) -> None:
        self.qtbot = qtbot
        self.jobs = jobs
        self._owner = QObject()

    def call(self, work: Callable[[], T]) -> T:
        results: list[T] = []
        errors: list[Exception] = []
        self.jobs.run(self._owner, lambda _job: work(), results.append, failed=errors.append)
        self.qtbot.waitUntil(lambda: bool(results or errors), timeout=30_000)
        if errors:
            raise errors[0]
        return results[0]

    def settle(self) -> None:
        """Wait until nothing runs, also nothing that a result started."""
        self.qtbot.waitUntil(lambda: self.jobs.is_idle, timeout=30_000)
        self.qtbot.wait(20)
        self.qtbot.waitUntil(lambda: self.jobs.is_idle, timeout=30_000)


def create_session(folder: Path, person: str = "Aylin Demir", role: str = "official") -> Session:
    owner = bootstrap.NewOwner(person, "Musterstadt", "Bürgerbüro", role)
    return bootstrap.create_vault(folder, owner, PASSPHRASE, memory_kib=FLOOR_KIB)


def fill(session: Session) -> None:
    """Three missions, one of them worked on, a note and a consultation."""
    records = session.records
    mission = records.new(
        "mission",
        {
            "code": "MUS-2026-01",
            "title": TITLE,
            "challenge": "Dienstag und Donnerstag bilden sich ab 15 Uhr Schlangen.",
            "vision": "Niemand wartet länger als 15 Minuten.",
            "review_date": "2026-12-10",
        },
    ).record
    goal = {"title": "Wartezeit unter 15 Minuten"}
    form = session.forms.form("smart_goal")
    records.new("smart_goal", {form.title_field: goal["title"]}, parent=mission)
    records.new("smart_goal", {form.title_field: "60 % mit Termin"}, parent=mission)
    records.new("mission", {"title": "Formulare in Leichter Sprache", "code": "MUS-2026-02"})
    records.new("mission", {"title": "Straßenbau: Beteiligung", "code": "MUS-2026-03"})
    records.new("tandem_note", {"title": "Gespräch mit J. Weiß"})
    records.new("case_consultation", {"title": "Beschwerdewelle"})
