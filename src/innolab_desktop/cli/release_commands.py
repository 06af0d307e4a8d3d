"""``innolab record release``: show what would leave, and let it go to a wider circle."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innolab_desktop.cli.answer import Answer, Json, counted
from innolab_desktop.cli.field_values import plain
from innolab_desktop.cli.identifiers import find_record, find_space
from innolab_desktop.domain.errors import UsageError
from innolab_desktop.services.release_plan import ReleaseChoices

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any

    from innolab_desktop.cli.invocation import Invocation
    from innolab_desktop.cli.parser import CommandGroup
    from innolab_desktop.domain.records import RecordId
    from innolab_desktop.services.release_plan import (
        FieldKey,
        PlannedField,
        PlannedRecord,
        ReleasePlan,
    )
    from innolab_desktop.services.release_trail import ReleasedCopy, Trail
    from innolab_desktop.services.session import Session


def add_release(group: CommandGroup) -> None:
    """Add the command to the group about records."""
    command = group.command("release", "gibt einen Eintrag für einen weiteren Kreis frei", _release)
    command.add_argument("id", metavar="EINTRAG", help="Kennung oder ihr Anfang, ab acht Zeichen")
    command.add_argument("--space", required=True, metavar="RAUM", help="wohin")
    fields = command.add_mutually_exclusive_group()
    fields.add_argument(
        "--field",
        action="extend",
        nargs="+",
        default=[],
        dest="fields",
        metavar="FELD",
        help="gibt auch diese Felder frei; für Unterpunkte ART.FELD",
    )
    fields.add_argument("--all-fields", action="store_true", help="gibt alle Felder frei")
    children = command.add_mutually_exclusive_group()
    children.add_argument(
        "--child",
        action="extend",
        nargs="+",
        default=[],
        dest="children",
        metavar="EINTRAG",
        help="gibt auch diese Unterpunkte frei",
    )
    children.add_argument("--all-children", action="store_true", help="gibt alle Unterpunkte frei")
    command.add_argument(
        "--wording",
        action="extend",
        nargs="+",
        default=[],
        metavar="FELD=TEXT",
        help="schreibt in der Freigabe einen anderen Text; der Eintrag behält seinen",
    )
    command.add_argument(
        "--yes", action="store_true", help="lässt alles stehen, was die Prüfung gefunden hat"
    )
    command.add_argument("--preview", action="store_true", help="zeigt nur, was hinausginge")


def _release(invocation: Invocation) -> Answer:
    session, arguments = invocation.session, invocation.arguments
    record = find_record(session, arguments.id)
    space = find_space(session, arguments.space)
    plan = session.releasing.plan(record, space, _choices(session, record, space, arguments))
    if arguments.yes:
        plan = session.releasing.plan(record, space, _accepting(plan))
    if arguments.preview:
        return Answer(_described(plan, None), tuple(_lines(plan)))
    commit = session.releasing.run(plan).commit
    done = f"Freigegeben an „{plan.space.name}“: {plan.root.copy.hex()}"
    return Answer(_described(plan, commit), (*_lines(plan), done))


def _choices(
    session: Session,
    record: RecordId,
    space: bytes,
    arguments: Any,  # noqa: ANN401 - argparse
) -> ReleaseChoices:
    everything = session.releasing.plan(record, space)
    below = [item.source for item in everything.records[1:]]
    named = [find_record(session, text) for text in arguments.children]
    if strangers := set(named) - set(below):
        raise UsageError("release_child_unknown", id=min(strangers).hex())
    children = frozenset(below if arguments.all_children else named)
    chosen = [item for item in everything.records if item.source in {record, *children}]
    root = chosen[0]
    for name in arguments.fields:
        kind, _, field = name.rpartition(".")
        session.forms.field(kind or root.form.id, field)
    fields = {
        (item.source, planned.field.id)
        for item in chosen
        for planned in item.fields
        if arguments.all_fields or _is_named(item, planned, root, arguments.fields)
    }
    wording = dict(_wordings(session, root, arguments.wording))
    return ReleaseChoices(frozenset(fields), children, wording)


def _is_named(
    item: PlannedRecord, planned: PlannedField, root: PlannedRecord, names: Iterable[str]
) -> bool:
    """Tell whether one of *names* is this field: ``field`` of the root, or ``kind.field``."""
    full = f"{item.form.id}.{planned.field.id}"
    return full in names or (item is root and planned.field.id in names)


def _wordings(
    session: Session, root: PlannedRecord, assignments: Iterable[str]
) -> Iterator[tuple[FieldKey, str]]:
    for assignment in assignments:
        name, equals, text = assignment.partition("=")
        if not equals:
            raise UsageError("assignment_invalid")
        yield (root.source, session.forms.field(root.form.id, name.strip()).id), text


def _accepting(plan: ReleasePlan) -> ReleaseChoices:
    accepted = frozenset(
        (item.source, planned.field.id, finding.words) for item, planned, finding in plan.undecided
    )
    choices = plan.choices
    return ReleaseChoices(choices.fields, choices.children, choices.wording, accepted)


# --- showing --------------------------------------------------------------------------------


def described_trail(trail: Trail) -> dict[str, Json]:
    """Return where a record was released to and from, as JSON has it."""
    return {
        "released_from": _described_copy(trail.origin) if trail.origin else None,
        "released_to": [_described_copy(copy) for copy in trail.copies],
    }


def _described_copy(copy: ReleasedCopy) -> Json:
    return {
        "id": copy.record.hex(),
        "space": copy.space.id.hex(),
        "edited_there": copy.is_edited_there,
    }


def trail_lines(trail: Trail) -> Iterator[str]:
    """Yield where a record was released to and from, for people."""
    if trail.origin:
        yield f"Freigegeben aus „{trail.origin.space.name}“: {trail.origin.record.hex()}"
    for copy in trail.copies:
        edited = ", dort seither geändert" if copy.is_edited_there else ""
        yield f"Freigegeben an „{copy.space.name}“{edited}: {copy.record.hex()}"


def _described(plan: ReleasePlan, commit: bytes | None) -> dict[str, Json]:
    """Return a plan as JSON has it; a record that is not written yet has no id."""
    return {
        "id": None if commit is None and plan.root.is_new else plan.root.copy.hex(),
        "commit": commit.hex() if commit else None,
        "record": plan.root.source.hex(),
        "space": plan.space.id.hex(),
        "aside": plan.is_aside,
        "recipients": [
            {
                "id": person.person.hex(),
                "name": person.name,
                "municipality": person.municipality,
                "verified": person.is_verified,
            }
            for person in plan.recipients
        ],
        "records": [_described_record(item) for item in plan.records],
        "findings": list(_described_findings(plan)),
    }


def _described_record(item: PlannedRecord) -> Json:
    fields: list[Json] = [
        {
            "field": planned.field.id,
            "value": plain(planned.value),
            "chosen": planned.is_chosen,
            "fixed": planned.is_fixed,
            "changed": planned.is_changed,
            "edited_there": planned.is_edited_there,
        }
        for planned in item.fields
    ]
    stays: list[Json] = [{"what": left.what, "why": left.why} for left in item.stays]
    return {
        "record": item.source.hex(),
        "kind": item.form.id,
        "title": item.title,
        "new": item.is_new,
        "chosen": item.is_chosen,
        "fields": fields,
        "stays": stays,
    }


def _described_findings(plan: ReleasePlan) -> Iterator[Json]:
    for item in plan.written:
        for planned in item.fields:
            for finding in planned.findings if planned.leaves else ():
                yield {
                    "record": item.source.hex(),
                    "field": planned.field.id,
                    "kind": finding.kind,
                    "words": finding.words,
                    "start": finding.start,
                    "end": finding.end,
                    "explanation": finding.explanation,
                    "decided": finding not in planned.undecided,
                }


def _lines(plan: ReleasePlan) -> Iterator[str]:
    yield f"Freigabe an „{plan.space.name}“"
    if plan.is_aside:
        yield "Dieser Raum ist kein weiterer Kreis, sondern ein anderer."
    for person in plan.recipients:
        state = "Prüfzeichen verglichen" if person.is_verified else "Prüfzeichen nicht verglichen"
        yield f"  {person.name}, {person.municipality} ({state})"
    for item in plan.records:
        yield from _record_lines(item)
    if plan.undecided:
        yield f"{counted(len(plan.undecided), 'Stelle', 'Stellen')} zu entscheiden:"
    for _, planned, finding in plan.undecided:
        yield f"  {planned.field.label}, {finding.label}: {finding.excerpt}"
        yield f"    {finding.explanation}"


def _record_lines(item: PlannedRecord) -> Iterator[str]:
    if not item.is_chosen:
        yield f"Bleibt hier: {item.form.label} „{item.title}“"
        return
    yield f"{item.form.label} „{item.title}“"
    for planned in item.fields:
        if planned.leaves:
            before = f" (bisher: {planned.released})" if planned.released else ""
            yield f"  {planned.field.label}: {planned.shown}{before}"
    for left in item.stays:
        yield f"  Bleibt hier: {left.what}. {left.why}"
