"""``innolab form``: forms that are filled in elsewhere."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from innolab_desktop.cli.answer import Answer, Json, counted
from innolab_desktop.cli.identifiers import find_record, find_space
from innolab_desktop.domain.errors import UsageError

if TYPE_CHECKING:
    from innolab_desktop.cli.invocation import Invocation
    from innolab_desktop.cli.parser import CommandGroup
    from innolab_desktop.services.paper_forms import FormAnswer, FormPreview


def add_commands(commands: CommandGroup) -> None:
    """Add the commands about forms."""
    group = commands.group("form", "Formulare zum Ausfüllen außerhalb des Programms")
    export = group.command("export", "schreibt ein ausfüllbares Formular (PDF)", _export)
    export.add_argument("record", nargs="?", metavar="EINTRAG", help="was schon darin steht")
    export.add_argument("--kind", metavar="ART", help="leeres Formular, zum Beispiel mission")
    export.add_argument("--out", type=Path, required=True, metavar="DATEI", help="Name auf .pdf")
    take = group.command("import", "übernimmt ein ausgefülltes Formular", _import)
    take.add_argument("file", type=Path, metavar="DATEI", help="das ausgefüllte Formular")
    take.add_argument("--into", metavar="EINTRAG", help="in diesen Eintrag; sonst ein neuer")
    take.add_argument("--space", metavar="RAUM", help="Raum eines neuen Eintrags; sonst privat")
    take.add_argument("--field", nargs="+", metavar="FELD", help="nur diese Felder")
    take.add_argument("--preview", action="store_true", help="zeigt nur, was sich ändern würde")


def _export(invocation: Invocation) -> Answer:
    session, arguments = invocation.session, invocation.arguments
    target: Path = arguments.out
    today = date.today()  # noqa: DTZ011 - the day on the desk of the person who prints
    if (arguments.record is None) == (arguments.kind is None):
        raise UsageError("form_of_what")
    if arguments.record is not None:
        record = find_record(session, arguments.record)
        pages = session.paper_forms.write(record, target, as_of=today)
    else:
        pages = session.paper_forms.write_empty(
            arguments.kind, target, municipality=session.info.municipality, as_of=today
        )
    line = f"{target}: {counted(pages, 'Seite', 'Seiten')}, unverschlüsselt"
    return Answer({"path": str(target), "pages": pages}, (line,))


def _import(invocation: Invocation) -> Answer:
    session, arguments = invocation.session, invocation.arguments
    into = find_record(session, arguments.into) if arguments.into else None
    preview = session.paper_forms.look(arguments.file, into)
    lines = [_line(invocation, answer) for answer in preview.answers] or ["Nichts zu ändern."]
    if arguments.preview:
        return Answer(_value(preview, None), tuple(lines))
    space = find_space(session, arguments.space) if arguments.space else None
    record = session.paper_forms.take(preview, arguments.field, space=space).record
    return Answer(_value(preview, record.hex()), (*lines, f"Übernommen: {record.hex()}"))


def _value(preview: FormPreview, record: str | None) -> Json:
    return {
        "id": record,
        "kind": preview.form.id,
        "fields": [
            {
                "field": answer.field.id,
                "before": answer.before,
                "after": answer.after,
                "code": answer.problem or None,
            }
            for answer in preview.answers
        ],
    }


def _line(invocation: Invocation, answer: FormAnswer) -> str:
    change = f"{answer.field.label}: „{answer.before}“ → „{answer.after}“"
    if not answer.problem:
        return change
    why = invocation.catalogue.describe_code(answer.problem, {"field": answer.field.label})
    return f"{change} ({why})"
