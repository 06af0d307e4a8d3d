"""``innolab conflicts`` and ``innolab merged``: what waits for a person's decision."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innolab_desktop.cli.answer import Answer, Json, local_time, saved, utc_time
from innolab_desktop.cli.field_values import author, label, parse_value, plain, shown, variant_list
from innolab_desktop.cli.identifiers import find_record
from innolab_desktop.cli.merge_report_lines import report_json, report_lines
from innolab_desktop.domain.errors import UsageError
from innolab_desktop.domain.records import DELETED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from innolab_desktop.cli.invocation import Invocation
    from innolab_desktop.cli.parser import CommandGroup, GermanParser
    from innolab_desktop.domain.records import Record, Variant
    from innolab_desktop.domain.values import Value
    from innolab_desktop.formdefs.definition import FormDefinition
    from innolab_desktop.services.review_models import (
        DeletedOrEdited,
        Difference,
        MergedText,
        Place,
    )
    from innolab_desktop.services.session import Session

_DELETE_WORDS = frozenset(("ja", "true", "löschen"))
_KEEP_WORDS = frozenset(("nein", "false", "behalten"))


def add_commands(commands: CommandGroup) -> None:
    """Add the commands about Abweichungen and merged texts."""
    conflicts = commands.group("conflicts", "Abweichungen ansehen und klären")
    conflicts.command("list", "zeigt die Abweichungen", _list)
    _add_place(conflicts.command("show", "zeigt, was nebeneinander steht und woraus", _show))
    resolve = conflicts.command("resolve", "klärt eine Abweichung", _resolve)
    _add_place(resolve)
    choice = resolve.add_mutually_exclusive_group(required=True)
    choice.add_argument("--value", metavar="WERT", help="was gelten soll")
    choice.add_argument(
        "--take", type=int, metavar="N", help="die N-te der Angaben, wie „show“ sie zählt"
    )
    choice.add_argument("--combine", action="store_true", help="alle Angaben, zusammengefügt")
    choice.add_argument("--keep-deletion", action="store_true", help="der Eintrag bleibt gelöscht")
    choice.add_argument("--restore", action="store_true", help="der Eintrag kommt zurück")
    _add_place(
        conflicts.command("reviewed", "sagt, dass ein zusammengeführter Text stimmt", _confirm)
    )
    commands.command("changes", "zeigt, was die letzten Pakete geändert haben", _changes)
    merged = commands.group("merged", "zusammengeführte Texte prüfen")
    merged.command("list", "zeigt Texte, die noch niemand geprüft hat", _merged)
    _add_place(merged.command("confirm", "sagt, dass ein Text so in Ordnung ist", _confirm))


def _add_place(command: GermanParser) -> None:
    command.add_argument("record", metavar="EINTRAG")
    command.add_argument("field", metavar="FELD")


# --- looking --------------------------------------------------------------------------------


def _list(invocation: Invocation) -> Answer:
    session = invocation.session
    records = session.conflicts.records()
    values: list[Json] = [
        {
            "record": record.id.hex(),
            "field": name,
            "values": variant_list(variants),
            "base": None
            if name == DELETED
            else _base(session.conflicts.difference(record.id, name)),
        }
        for record in records
        for name, variants in record.conflicts.items()
    ]
    lines = tuple(
        line
        for record in records
        for line in _conflict_lines(session.forms.get(record.kind), record)
    )
    return Answer(values, lines or ("Keine Abweichungen.",))


def _base(difference: Difference) -> Json:
    return variant_list((difference.base,))[0] if difference.base else None


def _conflict_lines(form: FormDefinition | None, record: Record) -> Iterator[str]:
    title = form.title_of(record.values) if form else ""
    for name, variants in record.conflicts.items():
        what = "gelöscht und zugleich bearbeitet" if name == DELETED else label(form, name)
        yield f"{record.id.hex()}  {title}: {what}"
        for number, variant in enumerate(variants, start=1):
            yield f"  {number}. {_said(form, name, variant)}"


def _said(form: FormDefinition | None, name: str, variant: Variant) -> str:
    text = shown(form, name, variant.value) or "(leer)"
    return f"{author(variant.person)}, {local_time(variant.at_ms)}: {text}"


def _show(invocation: Invocation) -> Answer:
    session, arguments = invocation.session, invocation.arguments
    record = session.records.open(find_record(session, arguments.record))
    form = session.forms.get(record.kind)
    if arguments.field == DELETED:
        return _shown_deletion(form, session.conflicts.deleted_or_edited(record.id))
    if arguments.field in record.merged:
        return _shown_text(session.conflicts.merged_text(record.id, arguments.field))
    return _shown_values(form, session.conflicts.difference(record.id, arguments.field))


def _heading(place: Place) -> str:
    return f"{place.kind_label} „{place.title}“: {place.label}"


def _shown_values(form: FormDefinition | None, found: Difference) -> Answer:
    name = found.place.field
    value: Json = {
        "record": found.place.record.hex(),
        "field": name,
        "values": variant_list(found.sides),
        "base": _base(found),
        "proposal": plain(found.proposal),
    }
    lines = [_heading(found.place)]
    lines += [f"  {number}. {_said(form, name, s)}" for number, s in enumerate(found.sides, 1)]
    lines.append(
        f"  Vorher: {_said(form, name, found.base)}"
        if found.base
        else "  Einen gemeinsamen früheren Wert gibt es nicht."
    )
    if found.proposal is not None:
        lines.append(f"  Zusammengefügt: {shown(form, name, found.proposal)}")
    return Answer(value, tuple(lines))


def _shown_deletion(form: FormDefinition | None, found: DeletedOrEdited) -> Answer:
    edits: list[Json] = [
        {"field": edit.field, **_plain_variant(edit.value)} for edit in found.edits
    ]
    value: Json = {
        "record": found.place.record.hex(),
        "field": DELETED,
        "values": variant_list(found.deletions),
        "edits": edits,
    }
    lines = [_heading(found.place)]
    lines += [f"  Gelöscht: {author(v.person)}, {local_time(v.at_ms)}" for v in found.deletions]
    lines += [f"  {e.label}: {_said(form, e.field, e.value)}" for e in found.edits]
    return Answer(value, tuple(lines))


def _plain_variant(variant: Variant) -> dict[str, Json]:
    return {
        "value": plain(variant.value),
        "person": variant.person,
        "device": variant.device,
        "at": utc_time(variant.at_ms),
    }


def _shown_text(found: MergedText) -> Answer:
    branches: list[Json] = [
        {
            "text": branch.text,
            "person": branch.person,
            "device": branch.device,
            "at": utc_time(branch.at_ms),
            "exact": branch.is_exact,
        }
        for branch in found.branches
    ]
    value: Json = {
        "record": found.place.record.hex(),
        "field": found.place.field,
        "base": found.base,
        "branches": branches,
        "value": found.text,
    }
    lines = [_heading(found.place)]
    lines += [f"  {author(b.person)}, {local_time(b.at_ms)}: {b.text}" for b in found.branches]
    lines += [f"  Gemeinsamer Anfang: {found.base}", f"  Zusammengeführt: {found.text}"]
    return Answer(value, tuple(lines))


def _changes(invocation: Invocation) -> Answer:
    reports = invocation.session.merge_reports.latest()
    lines = [line for report in reports for line in report_lines(report)]
    return Answer(
        [report_json(report) for report in reports],
        tuple(lines) or ("Es wurde noch nichts eingelesen.",),
    )


# --- deciding -------------------------------------------------------------------------------


def _resolve(invocation: Invocation) -> Answer:
    session, arguments = invocation.session, invocation.arguments
    record = session.records.open(find_record(session, arguments.record))
    changes = session.conflicts.resolve(
        record.id, arguments.field, _decision(invocation, session, record)
    )
    return saved(record.id, changes, "Die Abweichung ist geklärt.")


def _decision(invocation: Invocation, session: Session, record: Record) -> Value:
    """Return what the person chose.

    Raises:
        UsageError: the choice does not fit the Abweichung.
    """
    arguments = invocation.arguments
    take: int | None = arguments.take
    if arguments.field == DELETED:
        if arguments.keep_deletion or arguments.restore:
            return bool(arguments.keep_deletion)
        return _is_deletion(arguments.value or "")
    if arguments.keep_deletion or arguments.restore:
        raise UsageError("conflict_choice_wrong")
    if arguments.value is not None:
        return parse_value(session.forms, record.kind, arguments.field, arguments.value)
    found = session.conflicts.difference(record.id, arguments.field)
    if arguments.combine:
        if found.proposal is None:
            raise UsageError("conflict_choice_wrong")
        return found.proposal
    if take is None or not 0 < take <= len(found.sides):
        raise UsageError("conflict_choice_wrong")
    return found.sides[take - 1].value


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
    merged = session.conflicts.merged_text(record.id, arguments.field)
    changes = session.conflicts.review_text(
        record.id, arguments.field, merged.text, seen=merged.seen
    )
    return saved(record.id, changes, "Der Text gilt als geprüft.")
