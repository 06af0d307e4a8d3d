"""``innolab record erase`` and ``innolab erasures``: erase, the Löschprotokoll, the backups."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innolab_desktop.cli.answer import Answer, Json, counted, local_time, saved, utc_time
from innolab_desktop.cli.identifiers import find_record
from innolab_desktop.services.changes import NoProgress

if TYPE_CHECKING:
    from collections.abc import Iterator

    from innolab_desktop.cli.invocation import Invocation
    from innolab_desktop.cli.parser import CommandGroup
    from innolab_desktop.services.erasure_models import ErasurePlan, LoggedErasure
    from innolab_desktop.services.session import Session


def add_erase(group: CommandGroup) -> None:
    """Add ``erase`` to the commands about records."""
    erase = group.command(
        "erase", "vernichtet einen Eintrag, hier und bei allen Beteiligten", _erase
    )
    erase.add_argument("id", metavar="EINTRAG", help="Kennung oder ihr Anfang, ab acht Zeichen")
    erase.add_argument("--reason", metavar="GRUND", help="siehe innolab erasures reasons")
    erase.add_argument("--field", metavar="FELD", help="nur dieses Feld, auch seine früheren Werte")
    erase.add_argument("--text", default="", help="was von einem langen Text stehen bleibt")
    erase.add_argument("--copies", action="store_true", help="auch die freigegebenen Einträge")
    erase.add_argument("--preview", action="store_true", help="zeigt, was dazugehört")


def add_commands(commands: CommandGroup) -> None:
    """Add the commands about what was erased."""
    group = commands.group("erasures", "Löschprotokoll, Löschgründe, Sicherungen bereinigen")
    group.command("list", "zeigt das Löschprotokoll, ohne Inhalte", _list)
    group.command("reasons", "zeigt die Löschgründe", _reasons)
    group.command("clean", "entfernt Gelöschtes aus den Sicherungen dieses Geräts", _clean)


def _erase(invocation: Invocation) -> Answer:
    session, arguments = invocation.session, invocation.arguments
    record = find_record(session, arguments.id)
    if arguments.preview:
        return _preview(session, session.erasing.plan(record, arguments.field))
    reason = arguments.reason or ""
    if arguments.field:
        changes = session.erasing.erase_field(record, arguments.field, reason, text=arguments.text)
    else:
        changes = session.erasing.erase(record, reason, with_copies=arguments.copies)
    return saved(
        record,
        changes,
        "Der Inhalt ist vernichtet. Mit dem nächsten Paket verschwindet er auch bei den anderen.",
    )


def _preview(session: Session, plan: ErasurePlan) -> Answer:
    value: dict[str, Json] = {
        "id": plan.record.id.hex(),
        "below": [item.id.hex() for item in plan.below],
        "revisions": [item.id.hex() for item in plan.revisions],
        "copies": [copy.record.hex() for copy in plan.copies],
        "is_allowed": plan.is_allowed,
    }
    return Answer(value, tuple(_plan_lines(session, plan)))


def _plan_lines(session: Session, plan: ErasurePlan) -> Iterator[str]:
    yield "Gelöscht würde dieser Eintrag."
    for item in (*plan.below, *plan.revisions):
        form = session.forms.get(item.kind)
        title = form.title_of(item.values) if form else ""
        yield f"Mit gelöscht würde: {form.label if form else item.kind} {title}".rstrip()
    for copy in plan.copies:
        yield f"Freigegeben in „{copy.space.name}“: {copy.record.hex()} (mit --copies)"
    if not plan.is_allowed:
        yield "Dieses Löschen ist Ihnen nicht möglich."


def _list(invocation: Invocation) -> Answer:
    session = invocation.session
    log = session.erasing.log()
    due = session.erasing.backups_due()
    values: list[Json] = [
        {
            "at": utc_time(item.at_ms),
            "person": item.person,
            "space": item.space.hex(),
            "record_hash": item.record_hash,
            "kind": item.kind,
            "reason": item.reason,
            "operations": item.operations,
            "fields": item.fields,
            "is_whole": item.is_whole,
            "devices": len(item.devices),
            "confirmed": item.confirmed,
            "space_records": item.records,
        }
        for item in log
    ]
    lines = [_line(session, item) for item in log] or ["Es wurde noch nichts gelöscht."]
    if due:
        backups = counted(due, "Sicherung enthält", "Sicherungen enthalten")
        lines.append(f"{backups} noch Gelöschtes: innolab erasures clean")
    return Answer({"erasures": values, "backups_due": due}, tuple(lines))


def _line(session: Session, item: LoggedErasure) -> str:
    if item.records is not None:
        return _space_line(session, item, item.records)
    form = session.forms.get(item.kind)
    what = form.label if form else "Angaben"
    scope = "ganz" if item.is_whole else counted(item.fields, "Feld", "Felder")
    reach = f"gelöscht bei {item.confirmed} von {len(item.devices)} Geräten"
    reason = session.erasing.reasons.label(item.reason)
    moment = local_time(item.at_ms)
    return f"{moment}  {item.person}  {what} {item.record_hash[:8]}, {scope}: {reason}; {reach}"


def _space_line(session: Session, item: LoggedErasure, records: int) -> str:
    reason = session.erasing.reasons.label(item.reason)
    what = f"Raum, {counted(records, 'Eintrag', 'Einträge')}"
    return f"{local_time(item.at_ms)}  {item.person}  {what}: {reason}; nur auf diesem Gerät"


def _reasons(invocation: Invocation) -> Answer:
    offered = invocation.session.erasing.reasons.offered
    return Answer(dict(offered), tuple(f"{code}: {label}" for code, label in offered.items()))


def _clean(invocation: Invocation) -> Answer:
    cleaned = invocation.session.erasing.clean_backups(NoProgress())
    lines = [f"{counted(cleaned.cleaned, 'Sicherung', 'Sicherungen')} bereinigt."]
    if cleaned.failed:
        failed = counted(cleaned.failed, "Sicherung ließ", "Sicherungen ließen")
        lines.append(f"{failed} sich nicht öffnen und ist unverändert.")
    value: dict[str, Json] = {"cleaned": cleaned.cleaned, "failed": cleaned.failed}
    return Answer(value, tuple(lines), exit_code=int(cleaned.failed > 0))
