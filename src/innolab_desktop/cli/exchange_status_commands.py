"""``innolab exchange``: what partners confirmed, and which Quittung is due."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from innolab_desktop.cli.answer import Answer, Json, counted, local_time, utc_time
from innolab_desktop.domain.errors import UsageError
from innolab_desktop.services.notices import (
    BACKUP_FAILED,
    DOUBLED,
    ERASURES_LOST,
    NO_RECOVERY,
    PUT_BACK,
    SECOND_PLACE_FAILED,
)

if TYPE_CHECKING:
    from innolab_desktop.cli.invocation import Invocation
    from innolab_desktop.cli.parser import CommandGroup
    from innolab_desktop.services.acknowledgement import DueReceipt, PartnerStatus
    from innolab_desktop.services.notices import Notice

_EVERYTHING: Final = "all"
_STATE_WORDS: Final = {
    "confirmed": "alles bestätigt",
    "unsent": "noch zu senden",
    "sent": "noch nicht bestätigt",
    "overdue": "Quittung fehlt",
    "blocked": "Schlüssel geändert – bitte vergleichen",
}

_SENTENCES: Final = {
    PUT_BACK: "Dieser Tresor wurde aus einer Sicherung zurückgeholt oder kopiert. "
    "Was fehlt, kommt mit dem nächsten Paket der anderen zurück.",
    DOUBLED: "Mit dem Schlüssel von {} wurde auf zwei Geräten geschrieben. Beides ist aufbewahrt.",
    ERASURES_LOST: "Neben dem Tresor fehlt, ganz oder zum Teil, die Liste dessen, was gelöscht "
    "ist; es kann deshalb wieder zu sehen sein. Schicken Sie die fälligen Quittungen (innolab "
    "exchange status): Danach bringen die Pakete der anderen die Löschungen wieder. Was nur hier "
    "lag, löschen Sie bitte noch einmal.",
    BACKUP_FAILED: "Die letzte automatische Sicherung ist nicht gelungen. "
    "Bitte prüfen Sie, ob genug Platz ist.",
    SECOND_PLACE_FAILED: "Die letzte Sicherung liegt nur neben dem Tresor: "
    "Der zweite Ort war nicht erreichbar.",
    NO_RECOVERY: "Für diesen Tresor gibt es keinen Wiederherstellungscode: "
    "innolab vault slots add recovery",
}
"""What is said of each notice; a name stands for ``{}``."""


def add_commands(commands: CommandGroup) -> None:
    """Add the commands about what is confirmed."""
    group = commands.group("exchange", "Austausch: was bestätigt ist und was fehlt")
    group.command("status", "zeigt, was die anderen bestätigt haben", _status)
    group.command("notices", "zeigt, was über Kopien von Tresoren bemerkt wurde", _notices)
    waiting = group.command("waiting", "zeigt Pakete, die aufbewahrt werden", _waiting)
    waiting.add_argument(
        "--discard",
        nargs="+",
        metavar="KENNUNG",
        help="verwirft diese Pakete; „all“ verwirft alles, was wartet",
    )


def _status(invocation: Invocation) -> Answer:
    acknowledgement = invocation.session.acknowledgement
    partners, receipts = acknowledgement.partners(), acknowledgement.receipts()
    lines = [_partner_line(partner) for partner in partners]
    lines += [_receipt_line(receipt) for receipt in receipts]
    return Answer(
        {
            "partners": [_partner(partner) for partner in partners],
            "receipts": [_receipt(receipt) for receipt in receipts],
        },
        tuple(lines) or ("Noch niemand, mit dem Sie einen Raum teilen.",),
    )


def _notices(invocation: Invocation) -> Answer:
    """Show the local log, and take it as read."""
    notices = invocation.session.notices
    found = notices.all()
    notices.mark_seen()
    value: list[Json] = [
        {
            "code": notice.code,
            "day": utc_time(notice.at_ms)[:10],
            "name": notice.name,
            "repeated": notice.is_repeated,
        }
        for notice in found
    ]
    lines = tuple(f"{local_time(notice.at_ms)[:10]}  {notice_line(notice)}" for notice in found)
    return Answer(value, lines or ("Nichts bemerkt.",))


def _waiting(invocation: Invocation) -> Answer:
    waiting = invocation.session.importing.waiting
    chosen: list[str] = invocation.arguments.discard or []
    if chosen:
        everything = frozenset(file.digest for file in waiting.all())
        named = frozenset(d for d in everything if d.hex() in chosen)
        if chosen != [_EVERYTHING] and len(named) != len(set(chosen)):
            raise UsageError("waiting_file_unknown")
        count = waiting.discard(None if chosen == [_EVERYTHING] else named)
        return Answer({"discarded": count}, (f"Verworfen: {counted(count, 'Paket', 'Pakete')}.",))
    files = waiting.all()
    value: list[Json] = [
        {
            "id": file.digest.hex(),
            "code": file.code,
            "size_bytes": file.size_bytes,
            "day": utc_time(file.at_ms)[:10],
        }
        for file in files
    ]
    lines = tuple(
        f"{local_time(file.at_ms)[:10]}  {file.digest.hex()}  {file.size_bytes} Byte  ({file.code})"
        for file in files
    )
    return Answer(value, lines or ("Es wartet kein Paket.",))


def notice_line(notice: Notice) -> str:
    """Return what happened, and what to do if there is something."""
    name = notice.name or "einer Person"
    text = _SENTENCES[notice.code].format(name)
    if notice.is_repeated and notice.code in (PUT_BACK, DOUBLED):
        text += " Das kam schon einmal vor; die Koordinierungsstelle hilft."
    return text


def _partner(partner: PartnerStatus) -> dict[str, Json]:
    return {
        "space": partner.space.hex(),
        "person": partner.person.hex(),
        "device": partner.device.hex(),
        "name": partner.name,
        "state": partner.state,
        "open": partner.open_commits,
        "unsent": partner.unsent_commits,
        "exports": partner.exports,
        "days": partner.waiting_days,
    }


def _receipt(receipt: DueReceipt) -> dict[str, Json]:
    return {
        "space": receipt.space.hex(),
        "person": receipt.person.hex(),
        "device": receipt.device.hex(),
        "name": receipt.name,
        "days": receipt.days,
        "asked": receipt.is_asked,
        "due": receipt.is_due,
    }


def _partner_line(partner: PartnerStatus) -> str:
    words = [f"{partner.name}, „{partner.space_name}“: {_STATE_WORDS[partner.state]}"]
    if partner.open_commits:
        words.append(f"{counted(partner.open_commits, 'Änderung', 'Änderungen')} offen")
    if partner.exports:
        words.append(f"{counted(partner.exports, 'Paket', 'Pakete')} ohne Quittung")
    if partner.waiting_days:
        words.append(f"seit {counted(partner.waiting_days, 'Tag', 'Tagen')}")
    return ", ".join(words)


def _receipt_line(receipt: DueReceipt) -> str:
    if receipt.is_of_unknown_space:
        return (
            f"Quittung an {receipt.name}: der Raum {receipt.space.hex()} fehlt hier, "
            "nach der Quittung kommt alles noch einmal"
        )
    due = "ist fällig" if receipt.is_due else "geht mit dem nächsten Paket mit"
    return f"Quittung an {receipt.name}, „{receipt.space_name}“: {due}"
