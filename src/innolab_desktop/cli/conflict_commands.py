"""``innolab conflicts`` and ``innolab merged``: what waits for a person's decision."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innolab_desktop.cli.answer import Answer, Json, local_time, saved
from innolab_desktop.cli.field_values import label, parse_value, shown, variant_list
from innolab_desktop.cli.identifiers import find_record
from innolab_desktop.domain.errors import UsageError
from innolab_desktop.domain.records import DELETED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from innolab_desktop.cli.invocation import Invocation
    from innolab_desktop.cli.parser import CommandGroup, GermanParser
    from innolab_desktop.domain.records import Record
    from innolab_desktop.formdefs.definition import FormDefinition

_DELETE_WORDS = frozenset(("ja", "true", "löschen"))
_KEEP_WORDS = frozenset(("nein", "false", "behalten"))


def add_commands(commands: CommandGroup) -> None:
    """Add the commands about Abweichungen and merged texts."""
    conflicts = commands.group("conflicts", "Abweichungen ansehen und klären")
    conflicts.command("list", "zeigt die Abweichungen", _list)
    resolve = conflicts.command("resolve", "klärt eine Abweichung", _resolve)
    _add_place(resolve)
    resolve.add_argument("--value", required=True, metavar="WERT", help="was gelten soll")
    merged = commands.group("merged", "zusammengeführte Texte prüfen")
    merged.command("list", "zeigt Texte, die noch niemand geprüft hat", _merged)
    _add_place(merged.command("confirm", "sagt, dass ein Text so in Ordnung ist", _confirm))


def _add_place(command: GermanParser) -> None:
    command.add_argument("record", metavar="EINTRAG")
    command.add_argument("field", metavar="FELD")


def _list(invocation: Invocation) -> Answer:
    session = invocation.session
    records = session.conflicts.records()
    values: list[Json] = [
        {"record": record.id.hex(), "field": name, "values": variant_list(variants)}
        for record in records
        for name, variants in record.conflicts.items()
    ]
    lines = tuple(
        line
        for record in records
        for line in _conflict_lines(session.forms.get(record.kind), record)
    )
    return Answer(values, lines or ("Keine Abweichungen.",))


def _conflict_lines(form: FormDefinition | None, record: Record) -> Iterator[str]:
    title = form.title_of(record.values) if form else ""
    for name, variants in record.conflicts.items():
        what = "gelöscht und zugleich bearbeitet" if name == DELETED else label(form, name)
        yield f"{record.id.hex()}  {title}: {what}"
        for variant in variants:
            text = shown(form, name, variant.value) or "(leer)"
            yield f"  {variant.person}, {local_time(variant.at_ms)}: {text}"


def _resolve(invocation: Invocation) -> Answer:
    session, arguments = invocation.session, invocation.arguments
    record = session.records.open(find_record(session, arguments.record))
    if arguments.field == DELETED:
        value = _is_deletion(arguments.value)
    else:
        value = parse_value(session.forms, record.kind, arguments.field, arguments.value)
    changes = session.conflicts.resolve(record.id, arguments.field, value)
    return saved(record.id, changes, "Die Abweichung ist geklärt.")


def _is_deletion(text: str) -> bool:
    word = text.strip().casefold()
    if word not in _DELETE_WORDS | _KEEP_WORDS:
        raise UsageError("deletion_unclear")
    return word in _DELETE_WORDS


def _merged(invocation: Invocation) -> Answer:
    session = invocation.session
    records = session.conflicts.merged()
    values: list[Json] = [
        {"record": record.id.hex(), "field": name, "value": str(record.values.get(name) or "")}
        for record in records
        for name in sorted(record.merged)
    ]
    lines = tuple(
        f"{record.id.hex()}  {label(session.forms.get(record.kind), name)}: "
        f"{record.values.get(name) or ''}"
        for record in records
        for name in sorted(record.merged)
    )
    return Answer(values, lines or ("Keine zusammengeführten Texte.",))


def _confirm(invocation: Invocation) -> Answer:
    session, arguments = invocation.session, invocation.arguments
    record = session.records.open(find_record(session, arguments.record))
    session.forms.field(record.kind, arguments.field)
    changes = session.conflicts.confirm_text(record.id, arguments.field)
    return saved(record.id, changes, "Der Text gilt als geprüft.")
