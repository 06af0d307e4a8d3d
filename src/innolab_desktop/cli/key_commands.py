"""``innolab vault slots|rekey`` and ``innolab escrow``: the ways to open a vault."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from innolab_desktop.cli.answer import Answer, Json, counted
from innolab_desktop.cli.passphrase import read_new_passphrase
from innolab_desktop.domain.errors import UsageError
from innolab_desktop.services.changes import CancelToken, NoProgress
from innolab_desktop.services.given_key import GivenEscrow, GivenPassphrase
from innolab_desktop.services.key_ports import ESCROW, KEYRING, PASSPHRASE, RECOVERY

if TYPE_CHECKING:
    from datetime import date

    from innolab_desktop.cli.invocation import Invocation
    from innolab_desktop.cli.parser import CommandGroup, GermanParser
    from innolab_desktop.services.key_ports import KeySlot

_NAMES: Final = {
    PASSPHRASE: "Passwortsatz",
    KEYRING: "Schlüsselspeicher dieses Rechners",
    RECOVERY: "Wiederherstellungscode",
    ESCROW: "Hinterlegung",
}


def add_vault_commands(group: CommandGroup) -> None:
    """Add the commands about keys to the group ``vault``."""
    slots = group.group("slots", "Schlüssel des Tresors: zeigen, ergänzen, ändern, entfernen")
    slots.command("list", "zeigt, womit sich der Tresor öffnen lässt", _list)
    added = slots.group("add", "ergänzt einen Schlüssel")
    added.command("keyring", "hinterlegt einen im Schlüsselspeicher dieses Rechners", _add_keyring)
    recovery = added.command("recovery", "erzeugt einen Wiederherstellungscode", _add_recovery)
    _add_sheet_option(recovery)
    escrow = added.command("escrow", "lässt eine Stelle den Tresor öffnen", _add_escrow)
    escrow.add_argument(
        "--key", type=Path, required=True, metavar="DATEI", help="öffentliche Datei der Stelle"
    )
    change = slots.command("change", "ändert den Passwortsatz", _change)
    _add_new_passphrase_option(change)
    remove = slots.command("remove", "entfernt einen Schlüssel", _remove)
    remove.add_argument("slot", metavar="SCHLÜSSEL", help="Kennung oder Art aus der Liste")
    rekey = group.command("rekey", "verschlüsselt den ganzen Tresor mit neuem Schlüssel", _rekey)
    _add_sheet_option(rekey)
    rekey.add_argument(
        "--delete-former-backups",
        action="store_true",
        help="löscht danach die Sicherungen mit dem früheren Schlüssel",
    )


def add_commands(commands: CommandGroup) -> None:
    """Add the commands for the holder of an escrow key."""
    group = commands.group("escrow", "Hinterlegungsschlüssel einer Stelle")
    create = group.command("create", "legt einen Hinterlegungsschlüssel an", _create_escrow)
    create.add_argument("--name", required=True, help="Name der Stelle, wie ihn alle sehen")
    create.add_argument("--out", type=Path, required=True, metavar="ORDNER", help="neu oder leer")
    opened = group.command("open", "öffnet einen Tresor und gibt ihm einen Passwortsatz", _open)
    opened.add_argument(
        "--key", type=Path, required=True, metavar="DATEI", help="geheime Datei der Stelle"
    )
    _add_new_passphrase_option(opened)


def _add_sheet_option(parser: GermanParser) -> None:
    parser.add_argument(
        "--out", type=Path, metavar="PDF", help="schreibt den Code als Blatt zum Ausdrucken"
    )


def _add_new_passphrase_option(parser: GermanParser) -> None:
    parser.add_argument(
        "--new-passphrase-file",
        type=Path,
        metavar="DATEI",
        help="liest den neuen Passwortsatz aus dieser Datei statt aus INNOLAB_NEW_PASSPHRASE",
    )


def _list(invocation: Invocation) -> Answer:
    slots = invocation.session.key_slots.slots()
    return Answer([_value(slot) for slot in slots], tuple(_line(slot) for slot in slots))


def _add_keyring(invocation: Invocation) -> Answer:
    invocation.session.key_slots.add_keyring()
    lines = (
        "Der Schlüsselspeicher dieses Rechners öffnet den Tresor jetzt ohne Passwortsatz.",
        "Er schützt nur so gut wie die Anmeldung: Jedes Programm Ihres Kontos kann ihn lesen.",
    )
    return Answer({"type": KEYRING}, lines)


def _add_recovery(invocation: Invocation) -> Answer:
    session = invocation.session
    code = session.key_slots.add_recovery(confirmed_by=_confirmation(invocation))
    return _recovery_answer(invocation, code)


def _recovery_answer(invocation: Invocation, code: str) -> Answer:
    """Write the sheet, or show the code where no sheet was asked for."""
    target: Path | None = invocation.arguments.out
    if target is None:
        return Answer(
            {"type": RECOVERY, "code": code},
            (f"Wiederherstellungscode: {code}", "Schreiben Sie ihn auf; er wird nie mehr gezeigt."),
        )
    pages = invocation.session.recovery_sheets.write(code, _today(), target)
    lines = (f"Der Code steht in {target}. Drucken Sie das Blatt, und löschen Sie die Datei.",)
    return Answer({"type": RECOVERY, "path": str(target), "pages": pages}, lines)


def _add_escrow(invocation: Invocation) -> Answer:
    slots = invocation.session.key_slots
    holder = slots.add_escrow(invocation.arguments.key, confirmed_by=_confirmation(invocation))
    lines = (
        f"„{holder.name}“ kann diesen Tresor jetzt öffnen. Das Programm zeigt es immer an.",
        f"Prüfzeichen, das Sie mit der Stelle vergleichen: {holder.digits}",
    )
    return Answer({"type": ESCROW, "holder": holder.name, "digits": holder.digits}, lines)


def _change(invocation: Invocation) -> Answer:
    slots = invocation.session.key_slots
    passphrase = read_new_passphrase(invocation.terminal, invocation.arguments.new_passphrase_file)
    slots.change_passphrase(passphrase, confirmed_by=_confirmation(invocation))
    lines = (
        "Der Passwortsatz ist geändert.",
        "Ältere Kopien und Sicherungen öffnet der bisherige weiterhin.",
        "Das beendet nur ein neuer Schlüssel für alles: innolab vault rekey",
    )
    return Answer({"type": PASSPHRASE}, lines)


def _remove(invocation: Invocation) -> Answer:
    slots = invocation.session.key_slots
    wanted: str = invocation.arguments.slot
    found = [slot for slot in slots.slots() if wanted in {slot.id, slot.type}]
    if len(found) != 1:
        raise UsageError("slot_ambiguous", found=len(found))
    removed = slots.remove(found[0].id)
    return Answer(_value(removed), (f"Entfernt: {_line(removed)}",))


def _rekey(invocation: Invocation) -> Answer:
    passphrase = invocation.passphrase()
    rekeyed = invocation.session.key_slots.rekey(passphrase, NoProgress(), CancelToken())
    invocation.release()
    session = invocation.open_with(GivenPassphrase(passphrase))
    former = session.key_slots.former_backups()
    deleted = 0
    if invocation.arguments.delete_former_backups:
        deleted = session.key_slots.delete_former_backups()
    else:
        session.vault.back_up("rekey")
    value: dict[str, Json] = {
        "former_backups": former - deleted,
        "deleted_backups": deleted,
        "lost": list(rekeyed.lost),
    }
    lines = ["Der ganze Tresor ist mit einem neuen Schlüssel verschlüsselt."]
    if former - deleted:
        kept = counted(former, "Sicherung hat", "Sicherungen haben")
        lines.append(f"{kept} noch den früheren Schlüssel und den Passwortsatz von damals.")
    lines += [f"Nicht übernommen: {_NAMES.get(kind, kind)}" for kind in rekeyed.lost]
    if rekeyed.recovery_code:
        recovery = _recovery_answer(invocation, rekeyed.recovery_code)
        value["recovery"] = recovery.value
        lines += recovery.lines
    return Answer(value, tuple(lines))


def _create_escrow(invocation: Invocation) -> Answer:
    arguments = invocation.arguments
    passphrase = invocation.passphrase(is_new=True)
    files = invocation.gate.create_escrow_key(arguments.name, passphrase, arguments.out)
    value: dict[str, Json] = {
        "public": str(files.public),
        "secret": str(files.secret),
        "name": files.holder.name,
        "digits": files.holder.digits,
    }
    lines = (
        f"Für alle, deren Tresore Sie öffnen können sollen: {files.public}",
        f"Nur für Sie, an einem sicheren Ort: {files.secret}",
        f"Prüfzeichen: {files.holder.digits}",
    )
    return Answer(value, lines)


def _open(invocation: Invocation) -> Answer:
    arguments = invocation.arguments
    session = invocation.open_with(GivenEscrow(arguments.key, invocation.passphrase()))
    session.key_slots.change_passphrase(
        read_new_passphrase(invocation.terminal, arguments.new_passphrase_file)
    )
    lines = (
        "Der Tresor hat jetzt einen neuen Passwortsatz; der bisherige öffnet ihn nicht mehr.",
        "Im Tresor steht, dass er mit dem Hinterlegungsschlüssel geöffnet wurde.",
    )
    return Answer({"vault_id": session.info.vault_id.hex()}, lines)


def _confirmation(invocation: Invocation) -> str:
    """Return the passphrase where a change asks for it again."""
    asks = invocation.session.key_slots.asks_passphrase
    return invocation.passphrase() if asks else ""


def _value(slot: KeySlot) -> dict[str, Json]:
    return {
        "id": slot.id,
        "type": slot.type,
        "made": slot.made,
        "holder": slot.holder,
        "digits": slot.digits,
    }


def _line(slot: KeySlot) -> str:
    parts = [_NAMES.get(slot.type, slot.type), slot.holder, slot.made and f"seit {slot.made}"]
    return ", ".join(filter(None, [*parts, slot.id]))


def _today() -> date:
    return datetime.now(tz=UTC).astimezone().date()
