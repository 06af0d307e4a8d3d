"""``innolab table``: lists of records for programs that calculate, and from them."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

from innolab_desktop.cli.answer import Answer, Json, counted
from innolab_desktop.cli.identifiers import find_record, find_space
from innolab_desktop.domain.errors import FormError
from innolab_desktop.services.changes import CancelToken, NoProgress
from innolab_desktop.services.read_models import RowQuery

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from innolab_desktop.cli.invocation import Invocation
    from innolab_desktop.cli.parser import CommandGroup
    from innolab_desktop.services.table_import import BadRow, TablePreview

_MOST_LINES: Final = 20


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
    take = group.command("import", "legt aus den Zeilen einer Tabelle Einträge an", _import)
    take.add_argument("file", type=Path, metavar="DATEI", help="Name auf .xlsx oder .csv")
    take.add_argument("--kind", required=True, metavar="ART", help="zum Beispiel measure")
    take.add_argument("--space", metavar="RAUM", help="Raum der neuen Einträge; sonst privat")
    take.add_argument("--parent", metavar="EINTRAG", help="der Eintrag, zu dem sie gehören")
    take.add_argument("--preview", action="store_true", help="zeigt nur, was entstehen würde")
    take.add_argument(
        "--partial",
        action="store_true",
        help="lässt Zeilen und Spalten weg, die sich nicht übernehmen lassen; sonst alles "
        "oder nichts",
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


def _import(invocation: Invocation) -> Answer:
    session, arguments = invocation.session, invocation.arguments
    preview = session.table_import.look(
        arguments.file,
        arguments.kind,
        space=find_space(session, arguments.space) if arguments.space else None,
        parent=find_record(session, arguments.parent) if arguments.parent else None,
    )
    lines = [*_preview_lines(invocation, preview)]
    is_refused = not preview.is_whole and not arguments.partial
    if arguments.preview or is_refused:
        lines.append("Es wurde nichts angelegt.")
        return Answer(_preview_value(invocation, preview, ()), tuple(lines), int(is_refused))
    made = session.table_import.take(
        preview, NoProgress(), CancelToken(), only_ready=arguments.partial
    )
    lines.append(f"Angelegt: {counted(len(made), 'Eintrag', 'Einträge')}.")
    ids = [record.hex() for record in made]
    return Answer(_preview_value(invocation, preview, ids), tuple(lines), int(not preview.is_whole))


def _preview_value(
    invocation: Invocation, preview: TablePreview, ids: Sequence[str]
) -> dict[str, Json]:
    return {
        "kind": preview.form.id,
        "ids": ids,
        "ready": len(preview.ready),
        "known": preview.known,
        "doubled": preview.doubled,
        "bad": [
            {
                "row": row.number,
                "column": row.column,
                "code": row.error.code,
                "message": _message(invocation, row),
            }
            for row in preview.bad
        ],
        "unknown_columns": preview.unknown,
        "left_out_columns": preview.left_out,
    }


def _preview_lines(invocation: Invocation, preview: TablePreview) -> Iterator[str]:
    yield f"{preview.form.label_plural}: {counted(len(preview.ready), 'Zeile', 'Zeilen')} bereit"
    for row in preview.bad[:_MOST_LINES]:
        column = f", Spalte „{row.column}“" if row.column else ""
        yield f"Zeile {row.number}{column}: {_message(invocation, row)}"
    if len(preview.bad) > _MOST_LINES:
        yield f"und {len(preview.bad) - _MOST_LINES} weitere Zeilen mit Fehlern"
    if preview.unknown:
        error = FormError("table_columns_unknown", names=", ".join(preview.unknown))
        yield str(invocation.catalogue.describe(error).what)
    if preview.left_out:
        yield f"Nicht übernommen, weil das Programm es schreibt: {', '.join(preview.left_out)}"
    if preview.known:
        yield f"{counted(preview.known, 'Eintrag ist', 'Einträge sind')} schon hier"
    if preview.doubled:
        rows = ", ".join(str(number) for number in preview.doubled[:_MOST_LINES])
        yield f"Einen Eintrag mit diesem Titel gibt es schon: Zeile {rows}"


def _message(invocation: Invocation, row: BadRow) -> str:
    return invocation.catalogue.describe(row.error).what
