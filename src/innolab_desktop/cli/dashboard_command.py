"""``innolab dashboard``: what the overview of the window tells."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from innolab_desktop.cli.answer import Answer, Json, counted, local_time, utc_time
from innolab_desktop.formdefs.german_dates import format_date
from innolab_desktop.services.overview import read_overview

if TYPE_CHECKING:
    from collections.abc import Iterator

    from innolab_desktop.cli.invocation import Invocation
    from innolab_desktop.cli.parser import CommandGroup
    from innolab_desktop.services.overview import Overview
    from innolab_desktop.services.session import Session

_MOST_LINES: Final = 10


def add_commands(commands: CommandGroup) -> None:
    """Add the command."""
    commands.command("dashboard", "zeigt, was da ist, was wartet und was ansteht", _dashboard)


def _dashboard(invocation: Invocation) -> Answer:
    session = invocation.session
    overview = read_overview(session)
    return Answer(_value(session, overview), tuple(_lines(session, overview)))


def _value(session: Session, overview: Overview) -> dict[str, Json]:
    states = session.forms.field("mission", "status").active_choices
    return {
        "missions": {
            "running": overview.running_missions,
            "total": overview.missions,
            "by_status": {
                state.id: count for state, (_, count) in zip(states, overview.stages, strict=True)
            },
        },
        "notes": overview.notes,
        "consultations": overview.consultations,
        "waiting": {
            "conflicts": overview.conflicts,
            "merged": overview.merged,
            "held": overview.counts.held,
            "drafts": overview.drafts,
            "unread_reports": overview.unread_reports,
            "retention": overview.due,
            "restore_drill": overview.is_drill_due,
            "evaluations": overview.waves,
        },
        **_exchange_value(overview),
        "reminders": [
            {
                "id": reminder.shown_in.hex(),
                "kind": reminder.kind,
                "title": reminder.title,
                "day": reminder.day,
                "context": reminder.context,
            }
            for reminder in overview.reminders
        ],
        "recent": [
            {
                "id": row.id.hex(),
                "kind": row.kind,
                "title": row.title,
                "changed": utc_time(row.changed_ms),
            }
            for row in overview.recent
        ],
        "last_backup": utc_time(overview.backup_ms) if overview.backup_ms else None,
    }


def _exchange_value(overview: Overview) -> dict[str, Json]:
    return {
        "to_send": [
            {"space": space.id.hex(), "name": space.name, "changes": changes}
            for space, changes in overview.pending
        ],
        "receipts_missing": [
            {"space": partner.space.hex(), "name": partner.name, "days": partner.waiting_days}
            for partner in overview.overdue
        ],
        "receipts_due": [
            {"space": receipt.space.hex(), "name": receipt.name, "days": receipt.days}
            for receipt in overview.receipts
        ],
    }


def _lines(session: Session, overview: Overview) -> Iterator[str]:
    yield f"Laufende Missionen: {overview.running_missions} von {overview.missions}"
    yield from (f"  {label}: {count}" for label, count in overview.stages if count)
    yield f"Tandem-Notizen: {overview.notes}"
    yield f"Fallberatungen: {overview.consultations}"
    waiting = tuple(_waiting(overview))
    yield "Was auf Sie wartet:" if waiting else "Auf Sie wartet nichts."
    yield from (f"  {line}" for line in waiting)
    if overview.reminders:
        yield "Wiedervorlagen:"
    for reminder in overview.reminders[:_MOST_LINES]:
        form = session.forms[reminder.kind]
        yield f"  {format_date(reminder.day)}  {form.label}: {reminder.title} ({reminder.context})"
    if len(overview.reminders) > _MOST_LINES:
        yield f"  und {len(overview.reminders) - _MOST_LINES} weitere"
    if overview.recent:
        yield "Zuletzt bearbeitet:"
    for row in overview.recent:
        yield f"  {local_time(row.changed_ms)}  {session.forms[row.kind].label}: {row.title}"
    at_ms = overview.backup_ms
    yield f"Letzte Sicherung: {local_time(at_ms) if at_ms else 'noch keine'}"


def _waiting(overview: Overview) -> Iterator[str]:
    for count, text in (
        (overview.conflicts, "mit Abweichung"),
        (overview.merged, "mit zusammengeführtem Text zu lesen"),
        (overview.due, "mit abgelaufener Löschfrist zu prüfen"),
    ):
        if count:
            yield f"{counted(count, 'Eintrag', 'Einträge')} {text}"
    if overview.unread_reports:
        reports = counted(overview.unread_reports, "Bericht", "Berichte")
        yield f"Neues von anderen, noch nicht gelesen: {reports}"
    yield from _exchange(overview)
    if overview.counts.held:
        held = counted(overview.counts.held, "Änderung", "Änderungen")
        yield f"Auf ein früheres Paket warten: {held}"
    if overview.drafts:
        yield f"Noch nicht gespeichert: {counted(overview.drafts, 'Entwurf', 'Entwürfe')}"
    for title in overview.waves:
        yield f"Erhebung „{title}“ ausfüllen (freiwillig)"
    if overview.is_drill_due:
        yield "Das Zurückholen einer Sicherung üben (alle 90 Tage)"


def _exchange(overview: Overview) -> Iterator[str]:
    for space, changes in overview.pending[:_MOST_LINES]:
        yield f"Zu senden: {counted(changes, 'Änderung', 'Änderungen')} für „{space.name}“"
    if len(overview.pending) > _MOST_LINES:
        yield f"Zu senden: etwas für {len(overview.pending) - _MOST_LINES} weitere Räume"
    for receipt in overview.receipts[:_MOST_LINES]:
        yield f"Quittung an {receipt.name} fällig"
    if overview.overdue:
        late = counted(len(overview.overdue), "Quittung fehlt", "Quittungen fehlen")
        longest = max(partner.waiting_days for partner in overview.overdue)
        since = f", am längsten seit {counted(longest, 'Tag', 'Tagen')}" if longest else ""
        yield f"{late}{since}"
