"""``innolab record`` and ``innolab search``: make, find, read, change and remove records."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from innolab_desktop.cli.answer import Answer, Json, local_time, saved, utc_time
from innolab_desktop.cli.erasure_commands import add_erase
from innolab_desktop.cli.field_values import (
    author,
    label,
    parse_assignments,
    plain,
    shown,
    variant_list,
)
from innolab_desktop.cli.identifiers import find_record, find_space
from innolab_desktop.cli.release_commands import add_release, described_trail, trail_lines
from innolab_desktop.domain.errors import UsageError
from innolab_desktop.services.read_models import RowQuery

if TYPE_CHECKING:
    from collections.abc import Iterator

    from innolab_desktop.cli.invocation import Invocation
    from innolab_desktop.cli.parser import CommandGroup
    from innolab_desktop.domain.records import Record
    from innolab_desktop.formdefs.definition import FormDefinition
    from innolab_desktop.services.read_models import HistoryEntry, RecordRow
    from innolab_desktop.services.session import Session

_PAGE_ROWS: Final = 1000
_HITS: Final = 50
_SORTINGS: Final = ("title", "changed", "status")


def add_commands(commands: CommandGroup) -> None:
    """Add the commands about records."""
    group = commands.group("record", "Einträge anlegen, lesen, ändern")
    new = group.command("new", "legt einen Eintrag an", _new)
    new.add_argument("kind", metavar="ART", help="zum Beispiel mission; siehe forms/ids.toml")
    new.add_argument(
        "--set",
        action="extend",
        nargs="+",
        default=[],
        dest="assignments",
        metavar="FELD=WERT",
        help="füllt Felder",
    )
    new.add_argument("--space", metavar="RAUM", help="Kennung oder Name; sonst nur für Sie")
    new.add_argument("--parent", metavar="EINTRAG", help="der Eintrag, zu dem er gehört")
    listing = group.command("list", "zeigt Einträge", _list)
    listing.add_argument("--kind", metavar="ART", help="nur Einträge dieser Art")
    listing.add_argument("--space", metavar="RAUM", help="nur Einträge dieses Raums")
    listing.add_argument("--parent", metavar="EINTRAG", help="nur was zu diesem Eintrag gehört")
    listing.add_argument("--sort", choices=_SORTINGS, default="title", help="Reihenfolge")
    listing.add_argument("--deleted", action="store_true", help="zeigt den Papierkorb")
    _add_changes(group)
    add_release(group)
    add_erase(group)
    search = commands.command("search", "findet Einträge nach Wörtern", _search)
    search.add_argument("words", nargs="+", metavar="WORT")
    search.add_argument("--kind", metavar="ART", help="nur Einträge dieser Art")
    search.add_argument(
        "--limit", type=int, default=_HITS, metavar="ANZAHL", help=f"höchstens so viele ({_HITS})"
    )


def _add_changes(group: CommandGroup) -> None:
    for name, description, run in (
        ("show", "zeigt einen Eintrag", _show),
        ("set", "ändert Felder eines Eintrags", _set),
        ("delete", "legt einen Eintrag in den Papierkorb", _delete),
        ("restore", "holt einen Eintrag aus dem Papierkorb", _restore),
        ("history", "zeigt, wer wann was geändert hat", _history),
    ):
        command = group.command(name, description, run)
        command.add_argument(
            "id", metavar="EINTRAG", help="Kennung oder ihr Anfang, ab acht Zeichen"
        )
        if name == "set":
            command.add_argument("assignments", nargs="+", metavar="FELD=WERT")


# --- writing --------------------------------------------------------------------------------


def _new(invocation: Invocation) -> Answer:
    session, arguments = invocation.session, invocation.arguments
    values = parse_assignments(session.forms, arguments.kind, arguments.assignments)
    created = session.records.new(
        arguments.kind,
        values,
        space=find_space(session, arguments.space) if arguments.space else None,
        parent=find_record(session, arguments.parent) if arguments.parent else None,
    )
    record = session.records.open(created.record)
    form = session.forms.form(record.kind)
    value = {
        "id": record.id.hex(),
        "kind": record.kind,
        "space": record.space.hex(),
        "commit": created.changes.commit.hex() if created.changes.commit else None,
    }
    return Answer(value, (f"{form.label} angelegt: {record.id.hex()}",))


def _set(invocation: Invocation) -> Answer:
    session = invocation.session
    record = session.records.open(find_record(session, invocation.arguments.id))
    values = parse_assignments(session.forms, record.kind, invocation.arguments.assignments)
    return saved(
        record.id, session.records.save(record.id, values), "Die Änderung ist gespeichert."
    )


def _delete(invocation: Invocation) -> Answer:
    record = find_record(invocation.session, invocation.arguments.id)
    changes = invocation.session.records.delete(record)
    return saved(record, changes, "Der Eintrag liegt im Papierkorb.")


def _restore(invocation: Invocation) -> Answer:
    record = find_record(invocation.session, invocation.arguments.id)
    changes = invocation.session.records.restore(record)
    return saved(record, changes, "Der Eintrag ist wieder da.")


# --- reading --------------------------------------------------------------------------------


def _list(invocation: Invocation) -> Answer:
    session, arguments = invocation.session, invocation.arguments
    if arguments.kind:
        _refuse_counted(session, session.forms.form(arguments.kind).id)
    query = RowQuery(
        kind=arguments.kind,
        space=find_space(session, arguments.space) if arguments.space else None,
        parent=find_record(session, arguments.parent) if arguments.parent else None,
        is_deleted=arguments.deleted,
        sort=arguments.sort,
        limit=_PAGE_ROWS,
    )
    rows = [row for row in _all_rows(session, query) if not _is_counted(session, row.kind)]
    values: list[Json] = [
        {
            "id": row.id.hex(),
            "kind": row.kind,
            "space": row.space.hex(),
            "title": row.title,
            "changed": utc_time(row.changed_ms),
            "has_conflict": row.has_conflict,
        }
        for row in rows
    ]
    return Answer(values, tuple(_row_line(session, row) for row in rows) or ("Keine Einträge.",))


def _is_counted(session: Session, kind: str) -> bool:
    """Tell whether records of a kind show in what is counted of many, and never one by one."""
    form = session.forms.get(kind)
    return form is not None and form.counted_only


def _refuse_counted(session: Session, kind: str) -> None:
    if _is_counted(session, kind):
        raise UsageError("records_only_counted")


def _all_rows(session: Session, query: RowQuery) -> Iterator[RecordRow]:
    while True:
        page = session.records.list_rows(query)
        yield from page.rows
        query = replace(query, offset=query.offset + _PAGE_ROWS)
        if query.offset >= page.total:
            return


def _row_line(session: Session, row: RecordRow) -> str:
    form = session.forms.get(row.kind)
    mark = "  (Abweichung)" if row.has_conflict else ""
    name = form.label if form else row.kind
    return f"{row.id.hex()}  {local_time(row.changed_ms)}  {name}: {row.title}{mark}"


def _show(invocation: Invocation) -> Answer:
    session = invocation.session
    record = session.records.open(find_record(session, invocation.arguments.id))
    _refuse_counted(session, record.kind)
    value: dict[str, Json] = {
        "id": record.id.hex(),
        "kind": record.kind,
        "space": record.space.hex(),
        "parent": record.parent.hex() if record.parent else None,
        "values": {name: plain(value) for name, value in record.values.items()},
        "conflicts": {name: variant_list(found) for name, found in record.conflicts.items()},
        "merged": sorted(record.merged),
        "unknown": {name: plain(value) for name, value in record.unknown.items()},
        "deleted": record.deleted,
        "changed": utc_time(record.changed_ms),
    }
    trail = session.trail.of(record)
    lines = (*_record_lines(session.forms.get(record.kind), record), *trail_lines(trail))
    return Answer(value | described_trail(trail), lines)


def _record_lines(form: FormDefinition | None, record: Record) -> Iterator[str]:
    yield f"{form.label if form else record.kind} {record.id.hex()}"
    if record.deleted:
        yield "(im Papierkorb)"
    names = [field.id for field in form.fields()] if form else []
    present = {**record.values, **record.unknown}
    for name in sorted(present, key=lambda n: names.index(n) if n in names else len(names)):
        if name not in record.conflicts and (text := shown(form, name, present[name])):
            yield f"{label(form, name)}: {text}"
    for name, variants in record.conflicts.items():
        yield f"Abweichung bei „{label(form, name)}“:"
        for variant in variants:
            text = shown(form, name, variant.value) or "(leer)"
            yield f"  {author(variant.person)}, {local_time(variant.at_ms)}: {text}"
    for name in sorted(record.merged):
        yield f"„{label(form, name)}“ wurde aus zwei Texten zusammengeführt; bitte prüfen."


def _history(invocation: Invocation) -> Answer:
    session = invocation.session
    record = session.records.open(find_record(session, invocation.arguments.id))
    _refuse_counted(session, record.kind)
    entries = session.records.history(record.id)
    values: list[Json] = [
        {
            "commit": entry.commit.hex(),
            "at": utc_time(entry.at_ms),
            "person": entry.person,
            "device": entry.device,
            "fields": {name: [plain(old), plain(new)] for name, (old, new) in entry.fields.items()},
        }
        for entry in entries
    ]
    form = session.forms.get(record.kind)
    return Answer(values, tuple(line for entry in entries for line in _entry_lines(form, entry)))


def _entry_lines(form: FormDefinition | None, entry: HistoryEntry) -> Iterator[str]:
    yield f"{local_time(entry.at_ms)}  {author(entry.person)}"
    for name, (old, new) in entry.fields.items():
        before, after = shown(form, name, old) or "(leer)", shown(form, name, new) or "(leer)"
        change = "geprüft" if old == new else f"{before} → {after}"
        yield f"  {label(form, name)}: {change}"


def _search(invocation: Invocation) -> Answer:
    session, arguments = invocation.session, invocation.arguments
    if arguments.kind:
        session.forms.form(arguments.kind)
    hits = session.search(" ".join(arguments.words), arguments.kind, max(arguments.limit, 1))
    values: list[Json] = [
        {"id": hit.id.hex(), "kind": hit.kind, "title": hit.title, "snippet": hit.snippet}
        for hit in hits
    ]
    lines = tuple(
        f"{hit.id.hex()}  {hit.title}" + (f": {hit.snippet}" if hit.snippet else "") for hit in hits
    )
    return Answer(values, lines or ("Nichts gefunden.",))
