"""``innolab contact``: the own card, other people's cards, and the Prüfzeichen."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from innolab_desktop.cli.answer import Answer, Json, local_time
from innolab_desktop.cli.identifiers import find_contact
from innolab_desktop.cli.invocation import handed_over
from innolab_desktop.domain.errors import UsageError
from innolab_desktop.domain.mixed_scripts import mixed_scripts
from innolab_desktop.services.exchange_settings import ExchangeSettings

if TYPE_CHECKING:
    from innolab_desktop.cli.invocation import Invocation
    from innolab_desktop.cli.parser import CommandGroup
    from innolab_desktop.services.read_models import Contact


def add_commands(commands: CommandGroup) -> None:
    """Add the commands about contacts."""
    group = commands.group("contact", "Kontakte und Prüfzeichen")
    card = group.command("card", "schreibt die eigene Kontaktkarte", _card)
    card.add_argument(
        "--out", type=Path, metavar="DATEI", help="Name auf .ilkarte, oder auf .txt für Text"
    )
    card.add_argument("--text", action="store_true", help="gibt die Karte als Text aus")
    add = group.command("add", "nimmt eine Kontaktkarte auf", _add)
    add.add_argument(
        "file",
        metavar="DATEI",
        help="Karte, Textdatei, Mail (.eml) oder Mailordner (.mbox); - liest Text von der Eingabe",
    )
    add.add_argument(
        "--digits", metavar="PRÜFZEICHEN", help="die 30 Ziffern, die Sie am Telefon gehört haben"
    )
    group.command("list", "zeigt die Kontakte", _list)
    mail = group.command("mail", "merkt sich die Mailadresse für Mail-Entwürfe", _mail)
    mail.add_argument("contact", metavar="KONTAKT", help="Kennung oder Name")
    mail.add_argument("address", metavar="ADRESSE", help="leer, um sie zu vergessen")


def _card(invocation: Invocation) -> Answer:
    contacts, target = invocation.session.contacts, invocation.arguments.out
    text = contacts.card_text() if invocation.arguments.text else ""
    if target is None and not text:
        raise UsageError("card_target_missing")
    lines = text.splitlines()
    if target is not None:
        contacts.write_card(target)
        lines.append(f"Ihre Kontaktkarte liegt in {target}.")
    digits = contacts.own_digits()
    answer: dict[str, Json] = {"path": str(target) if target else None, "digits": digits}
    if text:
        answer["text"] = text
    return Answer(answer, (*lines, f"Ihr Prüfzeichen: {digits}"))


def _add(invocation: Invocation) -> Answer:
    session, arguments = invocation.session, invocation.arguments
    contact = session.contacts.add(handed_over(invocation, arguments.file), arguments.digits)
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
    changed = invocation.session.contacts.to_compare()
    lines = tuple(
        f"{contact.id.hex()}  {contact.name}, {contact.department}, {contact.municipality}"
        f"  ({_state(contact, is_changed=contact.device in changed)})"
        for contact in contacts
    )
    return Answer(
        [{**_summary(contact), "blocked": contact.device in changed} for contact in contacts],
        lines or ("Keine Kontakte.",),
    )


def _state(contact: Contact, *, is_changed: bool) -> str:
    words = "geprüft" if contact.is_verified else "noch nicht geprüft"
    if is_changed:
        words = "Schlüssel geändert – bitte vergleichen"
    if contact.introduced_by:
        day = local_time(contact.introduced_ms)[:10]
        words += f", vorgestellt von {contact.introduced_by} am {day}"
    if scripts := mixed_scripts(contact.name):
        words += f", Achtung: der Name mischt Schriften ({', '.join(scripts)})"
    return words


def _mail(invocation: Invocation) -> Answer:
    session, address = invocation.session, invocation.arguments.address
    person = find_contact(session, invocation.arguments.contact)
    ExchangeSettings(session.desk).keep_mail_address(person, address)
    return Answer({"id": person.hex(), "address": address.strip()}, ("Die Adresse ist notiert.",))


def _summary(contact: Contact) -> dict[str, Json]:
    return {
        "id": contact.id.hex(),
        "name": contact.name,
        "municipality": contact.municipality,
        "verified": contact.is_verified,
        "department": contact.department,
        "role": contact.role,
        "digits": contact.digits,
        "device": contact.device.hex(),
        "introduced_by": contact.introduced_by or None,
    }
