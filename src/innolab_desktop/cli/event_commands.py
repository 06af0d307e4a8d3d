"""``innolab event``: events and Wiedervorlagen as calendar files."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from innolab_desktop.cli.answer import Answer, counted
from innolab_desktop.cli.identifiers import find_record

if TYPE_CHECKING:
    from innolab_desktop.cli.invocation import Invocation
    from innolab_desktop.cli.parser import CommandGroup


def add_commands(commands: CommandGroup) -> None:
    """Add the commands about calendars."""
    group = commands.group("event", "Termine für den eigenen Kalender")
    ics = group.command("ics", "schreibt eine Veranstaltung als Kalenderdatei", _event)
    ics.add_argument("record", metavar="EINTRAG", help="Kennung oder ihr Anfang")
    reminders = group.command("reminders", "schreibt die Wiedervorlagen", _reminders)
    for command in (ics, reminders):
        command.add_argument(
            "--out", type=Path, required=True, metavar="DATEI", help="Name auf .ics; wird ersetzt"
        )


def _event(invocation: Invocation) -> Answer:
    session, target = invocation.session, invocation.arguments.out
    session.calendar.write_event(find_record(session, invocation.arguments.record), target)
    return Answer({"path": str(target), "entries": 1}, (f"{target}: 1 Termin",))


def _reminders(invocation: Invocation) -> Answer:
    target = invocation.arguments.out
    today = date.today()  # noqa: DTZ011 - the day on the desk of the person who asks
    count = invocation.session.calendar.write_reminders(today, target)
    lines = (f"{target}: {counted(count, 'Wiedervorlage', 'Wiedervorlagen')}",)
    return Answer({"path": str(target), "entries": count}, lines)
