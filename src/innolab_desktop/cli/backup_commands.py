"""``innolab vault backups``, ``restore`` and ``drill``: backups, putting them back, practice."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from innolab_desktop.cli.answer import Answer, Json, counted, local_time, utc_time
from innolab_desktop.domain.errors import UsageError, VaultError
from innolab_desktop.services.changes import CancelToken, NoProgress
from innolab_desktop.services.rescue_ports import RESCUED_FROM

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from innolab_desktop.cli.invocation import Invocation
    from innolab_desktop.cli.parser import CommandGroup
    from innolab_desktop.services.backup_ports import BackupInfo, Differences, RecordLine
    from innolab_desktop.services.session import Session

_MOST_SHOWN: Final = 20
_REASONS: Final = {
    "before-restore": "vor dem Zurückholen",
    "closing": "beim Schließen",
    "daily": "täglich",
    "import": "vor dem Einlesen",
    "manual": "von Hand",
    "migration": "vor der Aktualisierung",
    "update": "vor der Aktualisierung",
}


def add_backups(group: CommandGroup) -> None:
    """Add the commands to the group about the vault."""
    group.command("backup", "schreibt eine geprüfte Sicherung", _back_up)
    backups = group.group("backups", "Sicherungen ansehen, zweiten Ort wählen")
    backups.command("list", "nennt alle Sicherungen neben dem Tresor", _list)
    place = backups.command("place", "wählt den zweiten Ort für Sicherungen", _place)
    choice = place.add_mutually_exclusive_group(required=True)
    choice.add_argument("folder", type=Path, nargs="?", metavar="ORDNER", help="zum Beispiel Stick")
    choice.add_argument("--none", action="store_true", help="kopiert nirgendwohin mehr")
    restore = group.command("restore", "holt eine Sicherung zurück", _restore)
    restore.add_argument("backup", metavar="SICHERUNG", help="Name oder Ordner")
    restore.add_argument("--preview", action="store_true", help="zeigt nur, was sich ändern würde")
    export = group.command("export-open", "schreibt alles als offene Dateien", _export_open)
    export.add_argument("folder", type=Path, metavar="ORDNER", help="neu oder leer")
    export.add_argument(
        "--yes", action="store_true", help="ich weiß, dass die Dateien unverschlüsselt sind"
    )
    group.command("drill", "übt das Zurückholen der neuesten Sicherung", _drill)


def _back_up(invocation: Invocation) -> Answer:
    made = invocation.session.safekeeping.backups.make()
    lines = [f"Die Sicherung liegt in {made.backup.folder}."]
    error = made.second_place_error
    if error is not None:
        lines.append(str(invocation.catalogue.describe(error)))
    value = {"path": str(made.backup.folder), "second_place": None if error is None else error.code}
    return Answer(value, tuple(lines))


def _list(invocation: Invocation) -> Answer:
    found = invocation.session.safekeeping.backups.all()
    lines = [
        f"{info.folder.name}  {local_time(info.made_ms)}  {_megabytes(info.size_bytes)}  "
        f"{_REASONS.get(info.reason, info.reason)}"
        for info in found
    ]
    return Answer([_described(info) for info in found], tuple(lines or ["Keine Sicherungen."]))


def _described(info: BackupInfo) -> dict[str, Json]:
    return {
        "name": info.folder.name,
        "path": str(info.folder),
        "at": utc_time(info.made_ms),
        "reason": info.reason,
        "size_bytes": info.size_bytes,
    }


def _place(invocation: Invocation) -> Answer:
    folder: Path | None = invocation.arguments.folder
    invocation.session.safekeeping.backups.use_second_place(folder)
    if folder is None:
        return Answer({"second_place": None}, ("Sicherungen liegen nur noch neben dem Tresor.",))
    line = f"Die neueste Sicherung liegt nun auch in {folder}; neue werden dorthin kopiert."
    return Answer({"second_place": str(folder)}, (line,))


def _restore(invocation: Invocation) -> Answer:
    try:
        session = invocation.session
    except VaultError as failure:
        if failure.code not in RESCUED_FROM or invocation.arguments.preview:
            raise
        return _rescue(invocation)
    backup = session.safekeeping.restoring.find(invocation.arguments.backup)
    nothing = NoProgress(), CancelToken()
    found = session.safekeeping.restoring.preview(backup, *nothing)
    if invocation.arguments.preview:
        return Answer(_compared(found), tuple(_differences(session, found)))
    session.safekeeping.restoring.run(backup, *nothing)
    invocation.forget()
    counts = invocation.session.vault.records.counts()
    lines = (
        "Die Sicherung ist zurückgeholt. Der Stand davor liegt als eigene Sicherung bereit.",
        f"Jetzt im Tresor: {counted(counts.records, 'Eintrag', 'Einträge')}.",
    )
    return Answer({"records": counts.records, "commits": counts.commits}, lines)


def _rescue(invocation: Invocation) -> Answer:
    """Put a backup back for a vault that does not open."""
    vault, name = invocation.vault, invocation.arguments.backup
    rescue = invocation.gate.rescue
    named = [info.folder for info in rescue.look(vault).backups if info.folder.name == name]
    backup = named[0] if named else Path(name)
    rescue.put_back(vault, backup, invocation.given_key(), NoProgress(), CancelToken())
    counts = invocation.session.vault.records.counts()
    line = (
        "Der Tresor war beschädigt oder fehlte. Die Sicherung liegt an seiner Stelle; seine "
        "Dateien sind im Ordner „damaged“ aufgehoben."
    )
    return Answer({"records": counts.records, "commits": counts.commits}, (line,))


def _drill(invocation: Invocation) -> Answer:
    drill = invocation.session.safekeeping.restoring.drill(NoProgress(), CancelToken())
    found = drill.found
    changes = counted(found.commits, "Änderung", "Änderungen")
    lines = (
        f"Geübt: Die Sicherung vom {local_time(drill.backup.made_ms)} lässt sich zurückholen.",
        f"Geprüft: {counted(found.records, 'Eintrag', 'Einträge')}, {changes}.",
    )
    value = {
        "backup": drill.backup.folder.name,
        "records": found.records,
        "commits": found.commits,
    }
    return Answer(value, lines)


def _export_open(invocation: Invocation) -> Answer:
    if not invocation.arguments.yes:
        raise UsageError("open_export_unconfirmed")
    export = invocation.session.safekeeping.open_export
    written = export.run(invocation.arguments.folder, NoProgress(), CancelToken())
    entries = counted(written.records, "Eintrag", "Einträge")
    line = f"Unverschlüsselt geschrieben nach {written.folder}: {entries}."
    value: dict[str, Json] = {
        "path": str(written.folder),
        "records": written.records,
        "answers_left_out": written.answers_left_out,
    }
    return Answer(value, (line,))


def _compared(found: Differences) -> dict[str, Json]:
    def described(lines: Sequence[RecordLine]) -> list[Json]:
        return [{"id": line.record.hex(), "kind": line.kind, "title": line.title} for line in lines]

    return {
        "missing": described(found.missing),
        "changed": described(found.changed),
        "returning": described(found.returning),
        "commits": found.commits,
    }


def _differences(session: Session, found: Differences) -> Iterator[str]:
    groups = (
        ("Seitdem entstanden, danach nicht mehr da", found.missing),
        ("Seitdem geändert, danach wieder wie damals", found.changed),
        ("Jetzt nicht da, danach wieder da", found.returning),
    )
    for heading, lines in groups:
        yield f"{heading}: {len(lines)}"
        for line in lines[:_MOST_SHOWN]:
            form = session.forms.get(line.kind)
            yield f"  {form.label if form else line.kind}: {line.title}"
        if len(lines) > _MOST_SHOWN:
            yield f"  und {len(lines) - _MOST_SHOWN} weitere"
    yield f"Spätere Änderungen, die nicht mehr zählen: {found.commits}"


def _megabytes(size_bytes: int) -> str:
    return f"{size_bytes / 1_000_000:.1f} MB".replace(".", ",")
