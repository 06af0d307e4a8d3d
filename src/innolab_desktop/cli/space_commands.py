"""``innolab space``: who receives what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from innolab_desktop.cli.answer import Answer, Json
from innolab_desktop.cli.identifiers import find_contact

if TYPE_CHECKING:
    from innolab_desktop.cli.invocation import Invocation
    from innolab_desktop.cli.parser import CommandGroup
    from innolab_desktop.services.read_models import Space

_TYPE_NAMES: Final = {
    "private": "nur ich",
    "tandem": "Tandem",
    "coordination": "Tandem + Koordinierungsstelle",
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


def _create(invocation: Invocation) -> Answer:
    session, arguments = invocation.session, invocation.arguments
    members = [find_contact(session, member) for member in arguments.members]
    space = session.spaces.create(arguments.name, arguments.type, list(dict.fromkeys(members)))
    return Answer(_summary(space), (f"Der Raum ist angelegt: {space.id.hex()}",))


def _list(invocation: Invocation) -> Answer:
    spaces = invocation.session.spaces.all()
    lines = tuple(
        f"{space.id.hex()}  {space.name} ({_TYPE_NAMES.get(space.type, space.type)}): "
        + ", ".join(member.name for member in space.members)
        for space in spaces
    )
    return Answer([_summary(space) for space in spaces], lines)


def _summary(space: Space) -> dict[str, Json]:
    return {
        "id": space.id.hex(),
        "name": space.name,
        "type": space.type,
        "members": [member.person_id.hex() for member in space.members],
    }
