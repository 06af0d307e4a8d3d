"""``innolab space``: who receives what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from innolab_desktop.cli.answer import Answer, Json, counted, local_time, utc_time
from innolab_desktop.cli.identifiers import find_contact
from innolab_desktop.domain.errors import SpaceError

if TYPE_CHECKING:
    from innolab_desktop.cli.invocation import Invocation
    from innolab_desktop.cli.parser import CommandGroup
    from innolab_desktop.services.read_models import Space
    from innolab_desktop.services.space_people import SpacePerson

_TYPE_NAMES: Final = {
    "private": "nur ich",
    "tandem": "Tandem",
    "case_group": "Fallgruppe",
    "coordination": "Tandem + Koordinierungsstelle",
    "network": "Netzwerk",
}

_ROLE_NAMES: Final = {
    "founder": "hat den Raum angelegt",
    "coordinator": "Koordinierungsstelle",
    "member": "Mitglied",
}


def add_commands(commands: CommandGroup) -> None:
    """Add the commands about spaces."""
    group = commands.group("space", "Räume: wer was erhält")
    create = group.command("create", "legt einen Raum an", _create)
    create.add_argument("name", metavar="NAME")
    create.add_argument(
        "--type",
        required=True,
        choices=[name for name in _TYPE_NAMES if name != "private"],
        help="Art des Raums",
    )
    create.add_argument(
        "--member",
        action="extend",
        nargs="+",
        required=True,
        dest="members",
        metavar="KONTAKT",
        help="Kennungen oder Namen von Kontakten",
    )
    group.command("list", "zeigt die Räume", _list)
    for name, about, run in (
        ("add", "nimmt eine Person in einen Raum auf", _add),
        ("remove", "nimmt eine Person oder ein Gerät aus einem Raum", _remove),
    ):
        change = group.command(name, about, run)
        change.add_argument("space", metavar="RAUM", help="Kennung oder Name")
        change.add_argument("member", metavar="KONTAKT", help="Kennung oder Name; auch ein Gerät")
    for name, about, run in (
        ("members", "zeigt, wer in einem Raum mitliest", _members),
        ("leave", "verlässt einen Raum", _leave),
        ("quarantine", "zeigt, wessen Einträge nicht zählen", _quarantine),
    ):
        group.command(name, about, run).add_argument("space", metavar="RAUM")
    forget = group.command(
        "forget", "löscht einen verlassenen Raum als Ganzes, nur auf diesem Gerät", _forget
    )
    forget.add_argument("space", metavar="RAUM")
    forget.add_argument("--reason", metavar="GRUND", help="siehe innolab erasures reasons")


def _create(invocation: Invocation) -> Answer:
    session, arguments = invocation.session, invocation.arguments
    members = [find_contact(session, member) for member in arguments.members]
    space = session.spaces.create(arguments.name, arguments.type, list(dict.fromkeys(members)))
    return Answer(_summary(space), (f"Der Raum ist angelegt: {space.id.hex()}",))


def _list(invocation: Invocation) -> Answer:
    spaces = invocation.session.spaces.all()
    return Answer([_summary(space) for space in spaces], tuple(map(_space_line, spaces)))


def _space_line(space: Space) -> str:
    people = ", ".join(member.name for member in space.members)
    if space.left is not None:
        day = local_time(space.left.at_ms)[:10]
        people = f"nicht mehr Mitglied seit {day}" if space.left.at_ms else "nicht Mitglied"
    return f"{space.id.hex()}  {space.name} ({_TYPE_NAMES.get(space.type, space.type)}): {people}"


def _add(invocation: Invocation) -> Answer:
    session, arguments = invocation.session, invocation.arguments
    person = find_contact(session, arguments.member)
    space = session.spaces.add(session.spaces.find(arguments.space).id, person)
    line = f"Aufgenommen. Im Raum „{space.name}“ lesen jetzt {len(space.members)} Geräte mit."
    return Answer(_summary(space), (line,))


def _remove(invocation: Invocation) -> Answer:
    session, arguments = invocation.session, invocation.arguments
    space = session.spaces.find(arguments.space)
    devices = [
        member.device
        for member in space.members
        if arguments.member in (member.device.hex(), member.person_id.hex(), member.name)
    ]
    if not devices:
        raise SpaceError("space_member_unknown")
    for device in devices:
        space = session.spaces.remove(space.id, device)
    line = (
        "Herausgenommen. Das nächste Paket geht nur noch an die übrigen; "
        "sagen Sie es der Person, das Programm tut es nicht."
    )
    return Answer(_summary(space), (line,))


def _members(invocation: Invocation) -> Answer:
    session = invocation.session
    found = session.spaces.people(session.spaces.find(invocation.arguments.space).id)
    people: list[Json] = [
        {
            "id": person.person_id.hex(),
            "name": person.name,
            "role": person.role,
            "devices": person.devices,
            "unverified": person.unverified,
            "removable": person.may_be_removed,
        }
        for person in found.people
    ]
    lines = [_member_line(person) for person in found.people]
    lines += [
        f"{entry.name}: {entry.commits} Änderungen zählen nicht" for entry in found.discounted
    ]
    return Answer(people, tuple(lines))


def _member_line(person: SpacePerson) -> str:
    devices = counted(person.devices, "Gerät", "Geräte")
    unverified = f", {person.unverified} nicht verglichen" if person.unverified else ""
    return f"{person.name} ({_ROLE_NAMES[person.role]}): {devices}{unverified}"


def _leave(invocation: Invocation) -> Answer:
    session = invocation.session
    space = session.spaces.leave(session.spaces.find(invocation.arguments.space).id)
    line = f"Sie haben „{space.name}“ verlassen. Senden Sie noch ein Paket, damit es alle wissen."
    return Answer(_summary(space), (line,))


def _forget(invocation: Invocation) -> Answer:
    session, arguments = invocation.session, invocation.arguments
    space = session.spaces.find(arguments.space)
    changes = session.forgetting.forget(space.id, arguments.reason or "")
    gone = counted(len(changes.records), "Eintrag", "Einträge")
    lines = [f"Der Raum „{space.name}“ ist auf diesem Gerät gelöscht, mit ihm {gone}."]
    if due := session.erasing.backups_due():
        backups = counted(due, "Sicherung enthält", "Sicherungen enthalten")
        lines.append(f"{backups} ihn noch: innolab erasures clean")
    value: dict[str, Json] = {"id": space.id.hex(), "records": len(changes.records)}
    return Answer(value | {"backups_due": due}, tuple(lines))


def _quarantine(invocation: Invocation) -> Answer:
    session = invocation.session
    found = session.spaces.quarantined(session.spaces.find(invocation.arguments.space).id)
    lines = tuple(f"{author.name}: {author.commits} Einträge" for author in found)
    return Answer(
        [
            {"device": author.device.hex(), "name": author.name, "commits": author.commits}
            for author in found
        ],
        lines or ("Nichts in Quarantäne.",),
    )


def _summary(space: Space) -> dict[str, Json]:
    return {
        "id": space.id.hex(),
        "name": space.name,
        "type": space.type,
        "members": list(dict.fromkeys(member.person_id.hex() for member in space.members)),
        "is_member": space.left is None,
        "left": utc_time(space.left.at_ms) if space.left and space.left.at_ms else None,
    }
