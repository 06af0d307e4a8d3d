"""What a record has to do with others: those that it names, and those that name it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from innolab_desktop.domain.errors import RecordError
from innolab_desktop.formdefs.kinds.reference import referenced_ids
from innolab_desktop.services.read_models import RowQuery

if TYPE_CHECKING:
    from collections.abc import Iterator

    from innolab_desktop.domain.records import Record, RecordId
    from innolab_desktop.formdefs.definition import FieldDefinition, FormDefinition
    from innolab_desktop.formdefs.forms import Forms
    from innolab_desktop.services.session import Session

_MOST_SHOWN: Final = 50


@dataclass(frozen=True, slots=True)
class LinkGroup:
    """Records of one kind.

    Attributes:
        links: their ids and titles, the newest first.
        total: how many there are; not all are in *links* if there are many.
    """

    form: FormDefinition
    links: tuple[tuple[RecordId, str], ...]
    total: int


def has_links(forms: Forms, kind: str) -> bool:
    """Tell whether records of *kind* can have to do with others."""
    return bool(_references(forms.form(kind))) or any(_naming(forms, kind))


def read_links(session: Session, record_id: RecordId) -> tuple[LinkGroup, ...]:
    """Return what a record is linked with, by kind; runs in the lane.

    Raises:
        RecordError: there is no such record.
    """
    record = session.records.open(record_id)
    found: dict[str, dict[RecordId, str]] = {}
    totals: dict[str, int] = {}
    for kind, field in _naming(session.forms, record.kind):
        query = RowQuery(kind=kind, reference=(field, record_id), sort="changed", descending=True)
        page = session.records.list_rows(query)
        links = found.setdefault(kind, {})
        links.update((row.id, row.title) for row in page.rows[:_MOST_SHOWN])
        totals[kind] = totals.get(kind, 0) + page.total
    for kind, linked, title in _named_by(session, record):
        if linked not in found.setdefault(kind, {}):
            found[kind][linked] = title
            totals[kind] = totals.get(kind, 0) + 1
    return tuple(
        LinkGroup(form, tuple(found[form.id].items()), totals[form.id])
        for form in session.forms.values()
        if found.get(form.id)
    )


def _references(form: FormDefinition) -> tuple[FieldDefinition, ...]:
    return tuple(field for field in form.fields() if field.references)


def _naming(forms: Forms, kind: str) -> Iterator[tuple[str, str]]:
    """Yield the kinds and fields that name records of *kind*."""
    for form in forms.values():
        yield from ((form.id, field.id) for field in _references(form) if field.references == kind)


def _named_by(session: Session, record: Record) -> Iterator[tuple[str, RecordId, str]]:
    """Yield kind, id and title of what *record* names; what is not here is left out."""
    for field in _references(session.forms.form(record.kind)):
        for name in referenced_ids(record.values.get(field.id)):
            try:
                named = session.records.open(bytes.fromhex(name))
            except (RecordError, ValueError):  # not received yet, or not an id
                continue
            if named.kind in session.forms:
                yield named.kind, named.id, session.forms[named.kind].title_of(named.values)
