"""``innolab vault``: create, status, verify, rebuild, and what belongs to it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from innolab_desktop.cli import key_commands
from innolab_desktop.cli.answer import Answer, Json, counted
from innolab_desktop.cli.backup_commands import add_backups
from innolab_desktop.cli.salvage_command import add_salvage
from innolab_desktop.services.changes import CancelToken, NoProgress
from innolab_desktop.services.vault_gate import NewVault

if TYPE_CHECKING:
    from innolab_desktop.cli.invocation import Invocation
    from innolab_desktop.cli.parser import CommandGroup
    from innolab_desktop.services.read_models import Counts
    from innolab_desktop.services.session import Session


def add_commands(commands: CommandGroup) -> None:
    """Add the commands about the vault as a whole."""
    group = commands.group("vault", "Tresor anlegen, prüfen, sichern")
    create = group.command("create", "legt einen Tresor an", _create)
    create.add_argument("folder", type=Path, metavar="ORDNER", help="neu oder leer")
    create.add_argument("--name", required=True, help="Vor- und Nachname")
    create.add_argument("--municipality", required=True, metavar="KOMMUNE", help="Kommune")
    create.add_argument("--department", required=True, metavar="BEREICH", help="Fachbereich")
    create.add_argument(
        "--role",
        choices=("official", "coordinator"),
        default="official",
        help="official: Fachbereich (Vorgabe); coordinator: Koordinierungsstelle",
    )
    create.add_argument(
        "--same-person-as",
        type=Path,
        metavar="KARTE",
        help="Karte Ihres ersten Geräts: dies ist ein weiteres Gerät derselben Person",
    )
    group.command("status", "sagt, was im Tresor ist", _status)
    verify = group.command("verify", "prüft jede gespeicherte Änderung", _verify)
    verify.add_argument("--deep", action="store_true", help="prüft auch jede Seite der Datei")
    add_backups(group)
    add_salvage(group)
    group.command("rebuild", "baut alle Einträge aus dem Protokoll neu auf", _rebuild)
    key_commands.add_vault_commands(group)
    group.command("renew-keys", "tauscht den Schlüssel für eingehende Pakete", _renew_keys)


def _create(invocation: Invocation) -> Answer:
    arguments = invocation.arguments
    vault = NewVault(
        arguments.folder,
        arguments.name,
        arguments.municipality,
        arguments.department,
        arguments.role,
        arguments.same_person_as,
    )
    passphrase = invocation.passphrase(is_new=True)
    session = invocation.use(invocation.gate.create_session(vault, passphrase))
    return Answer(_summary(session), (f"Der Tresor in {arguments.folder} ist angelegt.",))


def _status(invocation: Invocation) -> Answer:
    session = invocation.session
    info, counts = session.info, session.vault.records.counts()
    conflicts, _merged = session.conflicts.counts()
    lines = (
        f"{info.person}, {info.department}, {info.municipality}",
        f"Einträge: {counts.records}",
        f"Gespeicherte Änderungen: {counts.commits}",
        f"Einträge mit Abweichung: {conflicts}",
        f"Wartet auf ein früheres Paket: {counts.held}",
    )
    if info.is_demo:
        lines = ("Übungstresor mit erfundenen Inhalten", *lines)
    return Answer(
        {
            **_summary(session),
            "conflicts": conflicts,
            "held": counts.held,
            "is_demo": info.is_demo,
        },
        lines,
    )


def _verify(invocation: Invocation) -> Answer:
    session = invocation.session
    if invocation.arguments.deep:
        counts = session.safekeeping.checking.check(NoProgress(), CancelToken())
    else:
        counts = session.vault.journal.verify()
    return Answer(
        {
            "ok": True,
            "records": counts.records,
            "commits": counts.commits,
            "conflicts": counts.conflicts,
            "held": counts.held,
        },
        (f"In Ordnung; geprüft: {_amount(counts)}.",),
    )


def _rebuild(invocation: Invocation) -> Answer:
    vault = invocation.session.vault
    vault.journal.rebuild(NoProgress())
    counts = vault.records.counts()
    return Answer(
        {"records": counts.records, "commits": counts.commits, "conflicts": counts.conflicts},
        (f"Neu aufgebaut: {_amount(counts)}.",),
    )


def _renew_keys(invocation: Invocation) -> Answer:
    digits = invocation.session.keys.renew()
    lines = (
        "Der Schlüssel ist erneuert. Senden Sie in jedem Raum ein Paket, damit es alle wissen.",
        f"Neues Prüfzeichen: {digits}",
    )
    return Answer({"digits": digits}, lines)


def _amount(counts: Counts) -> str:
    changes = counted(counts.commits, "Änderung", "Änderungen")
    return f"{counted(counts.records, 'Eintrag', 'Einträge')}, {changes}"


def _summary(session: Session) -> dict[str, Json]:
    info, counts = session.info, session.vault.records.counts()
    return {
        "vault_id": info.vault_id.hex(),
        "device_id": info.device.hex(),
        "person": info.person,
        "municipality": info.municipality,
        "department": info.department,
        "role": info.role,
        "records": counts.records,
        "commits": counts.commits,
        "schema_version": info.schema_version,
    }
