"""``innolab contact``: the own card, other people's cards, and the Prüfzeichen."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from innolab_desktop.cli.answer import Answer, Json

if TYPE_CHECKING:
    from innolab_desktop.cli.invocation import Invocation
    from innolab_desktop.cli.parser import CommandGroup
    from innolab_desktop.services.read_models import Contact


def add_commands(commands: CommandGroup) -> None:
    """Add the commands about contacts."""
    group = commands.group("contact", "Kontakte und Prüfzeichen")
    card = group.command("card", "schreibt die eigene Kontaktkarte", _card)
    card.add_argument("--out", type=Path, required=True, metavar="DATEI", help="Name auf .ilkarte")
    add = group.command("add", "nimmt eine Kontaktkarte auf", _add)
    add.add_argument("file", type=Path, metavar="DATEI")
    add.add_argument(
        "--digits", metavar="PRÜFZEICHEN", help="die 30 Ziffern, die Sie am Telefon gehört haben"
    )
    group.command("list", "zeigt die Kontakte", _list)


def _card(invocation: Invocation) -> Answer:
    target: Path = invocation.arguments.out
    digits = invocation.session.contacts.write_card(target)
    return Answer(
        {"path": str(target), "digits": digits},
        (f"Ihre Kontaktkarte liegt in {target}.", f"Ihr Prüfzeichen: {digits}"),
    )


def _add(invocation: Invocation) -> Answer:
    session, arguments = invocation.session, invocation.arguments
    contact = session.contacts.add(arguments.file, arguments.digits)
    waiting = session.importing.retry_waiting().bundles
    applied = sum(bundle.status == "applied" for bundle in waiting)
    lines = [f"{contact.name} ist aufgenommen.", *_advice(contact)]
    if applied:
        lines.append(f"Pakete, die auf diesen Kontakt gewartet haben: {applied} übernommen.")
    return Answer({**_summary(contact), "applied": applied}, tuple(lines))


def _advice(contact: Contact) -> tuple[str, ...]:
    if contact.is_verified:
        return ("Das Prüfzeichen stimmt.",)
    return (
        "Noch nicht geprüft. Vergleichen Sie am Telefon das Prüfzeichen:",
        contact.digits,
    )


def _list(invocation: Invocation) -> Answer:
    contacts = invocation.session.contacts.all()
    lines = tuple(
        f"{contact.id.hex()}  {contact.name}, {contact.department}, {contact.municipality}"
        f"  ({'geprüft' if contact.is_verified else 'noch nicht geprüft'})"
        for contact in contacts
    )
    return Answer([_summary(contact) for contact in contacts], lines or ("Keine Kontakte.",))


def _summary(contact: Contact) -> dict[str, Json]:
    return {
        "id": contact.id.hex(),
        "name": contact.name,
        "municipality": contact.municipality,
        "verified": contact.is_verified,
        "department": contact.department,
        "role": contact.role,
        "digits": contact.digits,
    }
