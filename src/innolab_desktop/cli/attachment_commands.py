"""``innolab attachment``: files that belong to a record."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from innolab_desktop.cli.answer import Answer, Json
from innolab_desktop.cli.identifiers import find_record

if TYPE_CHECKING:
    from innolab_desktop.cli.invocation import Invocation
    from innolab_desktop.cli.parser import CommandGroup
    from innolab_desktop.services.attachments import Attachment


def add_commands(commands: CommandGroup) -> None:
    """Add the commands about attachments."""
    group = commands.group("attachment", "Dateien an Einträgen")
    add = group.command("add", "hängt eine Datei an einen Eintrag", _add)
    add.add_argument("record", metavar="EINTRAG", help="Kennung oder ihr Anfang")
    add.add_argument("file", type=Path, metavar="DATEI")
    listing = group.command("list", "zeigt die Dateien eines Eintrags", _list)
    listing.add_argument("record", metavar="EINTRAG", help="Kennung oder ihr Anfang")
    save = group.command("save", "schreibt eine unverschlüsselte Kopie", _save)
    save.add_argument("id", metavar="ANHANG", help="Kennung aus „attachment list“")
    save.add_argument("--out", type=Path, required=True, metavar="DATEI", help="wird ersetzt")


def _add(invocation: Invocation) -> Answer:
    session, arguments = invocation.session, invocation.arguments
    record = find_record(session, arguments.record)
    before = {item.id for item in session.attachments.of(record)}
    changes = session.attachments.add(record, arguments.file)
    (added,) = (item for item in session.attachments.of(record) if item.id not in before)
    commit = changes.commit.hex() if changes.commit else ""
    lines = (f"„{added.name}“ ist angehängt.",)
    return Answer({**_described(added), "commit": commit}, lines)


def _list(invocation: Invocation) -> Answer:
    session = invocation.session
    found = session.attachments.of(find_record(session, invocation.arguments.record))
    lines = [
        f"{item.id.hex()}  {item.size_bytes:>10} Byte  {item.name}"
        + ("" if item.is_complete else "  (noch nicht vollständig angekommen)")
        for item in found
    ]
    return Answer([_described(item) for item in found], tuple(lines) or ("Keine Dateien.",))


def _save(invocation: Invocation) -> Answer:
    session, target = invocation.session, invocation.arguments.out
    attachment = find_record(session, invocation.arguments.id)
    size_bytes = session.attachments.save(attachment, target)
    return Answer(
        {"path": str(target), "size_bytes": size_bytes}, (f"{target}: {size_bytes} Byte",)
    )


def _described(item: Attachment) -> dict[str, Json]:
    return {
        "id": item.id.hex(),
        "name": item.name,
        "size_bytes": item.size_bytes,
        "complete": item.is_complete,
    }
