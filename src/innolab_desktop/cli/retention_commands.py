"""``innolab retention``: what is due to be looked at, and what to do with it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from innolab_desktop.cli.answer import Answer, Json, saved
from innolab_desktop.cli.identifiers import find_record
from innolab_desktop.domain.errors import UsageError

if TYPE_CHECKING:
    from innolab_desktop.cli.invocation import Invocation
    from innolab_desktop.cli.parser import CommandGroup
    from innolab_desktop.services.retention import DueRecord
    from innolab_desktop.services.session import Session


def add_commands(commands: CommandGroup) -> None:
    """Add the commands about retention."""
    group = commands.group("retention", "Löschfristen: prüfen, dem Archiv anbieten, löschen")
    group.command("list", "zeigt, was zu prüfen ist", _list)
    keep = group.command("keep", "behält einen Eintrag und prüft ihn später wieder", _keep)
    archive = group.command("archive", "schreibt einen Eintrag lesbar für das Archiv", _archive)
    erase = group.command("erase", "löscht einen Eintrag, dessen Frist abgelaufen ist", _erase)
    for command in (keep, archive, erase):
        command.add_argument("id", metavar="EINTRAG", help="Kennung oder ihr Anfang")
    keep.add_argument(
        "--until", required=True, metavar="JJJJ-MM-TT", help="wann wieder zu prüfen ist"
    )
    archive.add_argument("--out", required=True, type=Path, metavar="ORDNER", help="wohin")


def _list(invocation: Invocation) -> Answer:
    session = invocation.session
    due = session.retention.due(_today())
    values: list[Json] = [
        {
            "id": item.record.hex(),
            "kind": item.kind,
            "title": item.title,
            "due": item.due.isoformat(),
            "kept_until": item.kept_until.isoformat() if item.kept_until else None,
            "archived": item.archived.isoformat() if item.archived else None,
            "deleted": item.is_deleted,
        }
        for item in due
    ]
    return Answer(values, tuple(_line(session, item) for item in due) or ("Nichts zu prüfen.",))


def _line(session: Session, item: DueRecord) -> str:
    form = session.forms.get(item.kind)
    archived = f", angeboten am {item.archived:%d.%m.%Y}" if item.archived else ""
    label = form.label if form else item.kind
    return f"{item.record.hex()}  seit {item.due:%d.%m.%Y}  {label}: {item.title}{archived}"


def _keep(invocation: Invocation) -> Answer:
    session, arguments = invocation.session, invocation.arguments
    record = find_record(session, arguments.id)
    try:
        until = date.fromisoformat(arguments.until)
    except ValueError:
        raise UsageError("retention_date_past") from None
    changes = session.retention.keep(record, until, today=_today())
    return saved(record, changes, f"Der Eintrag ist am {until:%d.%m.%Y} wieder zu prüfen.")


def _archive(invocation: Invocation) -> Answer:
    session, arguments = invocation.session, invocation.arguments
    record = find_record(session, arguments.id)
    files = session.retention.archive(record, arguments.out, today=_today())
    value: dict[str, Json] = {"id": record.hex(), "files": [str(path) for path in files]}
    return Answer(value, tuple(f"Geschrieben, unverschlüsselt: {path}" for path in files))


def _erase(invocation: Invocation) -> Answer:
    record = find_record(invocation.session, invocation.arguments.id)
    changes = invocation.session.retention.erase(record)
    return saved(record, changes, "Der Eintrag ist vernichtet.")


def _today() -> date:
    return datetime.now(tz=UTC).astimezone().date()
