"""``innolab table``: lists of records for programs that calculate."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from innolab_desktop.cli.answer import Answer, counted
from innolab_desktop.cli.identifiers import find_space
from innolab_desktop.services.changes import CancelToken, NoProgress
from innolab_desktop.services.read_models import RowQuery

if TYPE_CHECKING:
    from innolab_desktop.cli.invocation import Invocation
    from innolab_desktop.cli.parser import CommandGroup


def add_commands(commands: CommandGroup) -> None:
    """Add the commands about tables."""
    group = commands.group("table", "Einträge als Tabelle")
    export = group.command("export", "schreibt Einträge einer Art als Tabelle", _export)
    export.add_argument("--kind", required=True, metavar="ART", help="zum Beispiel mission")
    export.add_argument("--space", metavar="RAUM", help="nur Einträge dieses Raums")
    export.add_argument(
        "--with-confidential",
        action="store_true",
        help="auch was seinen Kreis sonst nicht verlässt (privat, Fallberatung)",
    )
    export.add_argument(
        "--out", type=Path, required=True, metavar="DATEI", help="Name auf .xlsx oder .csv"
    )


def _export(invocation: Invocation) -> Answer:
    session, arguments = invocation.session, invocation.arguments
    space = find_space(session, arguments.space) if arguments.space else None
    target: Path = arguments.out
    written = session.tables.write(
        RowQuery(kind=arguments.kind, space=space),
        target,
        NoProgress(),
        CancelToken(),
        as_of=date.today(),  # noqa: DTZ011 - the day on the desk of the person who asks
        with_confidential=arguments.with_confidential,
    )
    lines = [f"{target}: {counted(written.rows, 'Eintrag', 'Einträge')}, unverschlüsselt"]
    if written.left_out:
        left_out = counted(written.left_out, "vertraulicher Eintrag", "vertrauliche Einträge")
        lines.append(f"{left_out} nicht dabei; mit --with-confidential kommen sie dazu.")
    value = {"path": str(target), "rows": written.rows, "left_out": written.left_out}
    return Answer(value, tuple(lines))
