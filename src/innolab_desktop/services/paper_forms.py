"""Use cases of forms that are filled in elsewhere: write, look at a filled one, take it over."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol, TypeGuard

from innolab_desktop.domain.errors import FormError, InnolabError, UsageError
from innolab_desktop.domain.records import Record
from innolab_desktop.formdefs.definition import FieldDefinition
from innolab_desktop.formdefs.kinds import KINDS
from innolab_desktop.formdefs.plain_text import clean_text
from innolab_desktop.services.evaluations import ANSWER
from innolab_desktop.services.reporting import Sheet

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping
    from datetime import date
    from pathlib import Path

    from innolab_desktop.domain.records import RecordId, SpaceId
    from innolab_desktop.domain.values import Value
    from innolab_desktop.formdefs.definition import Entry, FormDefinition
    from innolab_desktop.formdefs.forms import Forms
    from innolab_desktop.services.changes import Changes
    from innolab_desktop.services.records import Records
    from innolab_desktop.services.reporting import Reporting

_STATE: Final = "status"
"""A step of a mission's state is taken in the program, with what it asks for."""

_LONGEST_ANSWER: Final = 200_000


@dataclass(frozen=True, slots=True)
class FilledForm:
    """What stands in a filled form, as it was typed.

    Attributes:
        answers: texts by field, or the ids of the boxes that are ticked.
    """

    kind: str
    version: int
    answers: Mapping[str, str | tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class FormAnswer:
    """One answer of a filled form that would change something.

    Attributes:
        value: what would be written.
        problem: code of the error why it cannot be; "" if it can.
    """

    field: FieldDefinition
    before: str
    after: str
    value: Value = None
    problem: str = ""


@dataclass(frozen=True, slots=True)
class FormPreview:
    """What a filled form would change."""

    form: FormDefinition
    record: RecordId | None
    answers: tuple[FormAnswer, ...]

    def chosen(self, fields: Collection[str] | None) -> dict[str, Value]:
        """Return what is to be written: of these fields, or without them all that can be.

        Raises:
            UsageError: one of *fields* is not in the form, or its answer cannot be written.
        """
        possible = {item.field.id: item.value for item in self.answers if not item.problem}
        if fields is None:
            return possible
        for name in fields:
            if name not in possible:
                raise UsageError("form_field_not_offered", field=name)
        return {name: value for name, value in possible.items() if name in fields}


class FormTaken(NamedTuple):
    """The record that a form was taken into, and what that changed."""

    record: RecordId
    changes: Changes | None


class FormWriter(Protocol):
    """The port that ``reports`` fills: forms to be filled in."""

    def write_form(self, sheet: Sheet, target: Path) -> int:
        """Write the form of the sheet's record to *target* and return the number of pages.

        Raises:
            ReportError: the file cannot be written.
        """
        ...


class FormReader(Protocol):
    """The port that ``reports.fillable`` fills: filled forms."""

    def read(self, source: Path) -> FilledForm:
        """Return what stands in a filled form; nothing in the file is run or followed.

        Raises:
            FormError: it cannot be read, is none of ours, or is more than a form may be.
        """
        ...


class PaperForms:
    """Forms on their way out and back; what comes back is written like any other change.

    Args:
        forms: the definitions of all records.
        records: writes what is taken over.
        reports: makes the sheets.
        writer: writes forms.
        reader: reads filled ones.
        other_forms: the definitions in the other language, for forms that were written in it.
    """

    def __init__(
        self,
        forms: Forms,
        records: Records,
        reports: Reporting,
        writer: FormWriter,
        reader: FormReader,
        *,
        other_forms: Callable[[], Forms],
    ) -> None:
        self._forms = forms
        self._records = records
        self._reports = reports
        self._writer = writer
        self._reader = reader
        self._other_forms = other_forms

    def write(self, record: RecordId, target: Path, *, as_of: date) -> int:
        """Write the form of *record* with what is in it and return the number of pages.

        Raises:
            RecordError: there is no such record.
            UsageError: there is nothing to fill in.
            ReportError: the file cannot be written.
        """
        sheet = self._reports.sheet(record, as_of=as_of)
        self._check(self._forms.form(sheet.record.kind))
        return self._writer.write_form(sheet, target)

    def write_empty(self, kind: str, target: Path, *, municipality: str, as_of: date) -> int:
        """Write the empty form of *kind* and return the number of pages.

        Raises:
            UsageError: there is no such kind, or nothing to fill in.
            ReportError: the file cannot be written.
        """
        form = self._forms.form(kind)
        self._check(form)
        record = _nothing(form)
        sheet = Sheet(record=record, municipality=municipality, as_of=as_of)
        return self._writer.write_form(sheet, target)

    def look(self, source: Path, into: RecordId | None) -> FormPreview:
        """Return what the filled form *source* would change in *into*, or in a new record.

        Raises:
            FormError: the file cannot be read or is none of ours.
            RecordError: there is no such record.
            UsageError: the form is one for another kind of record.
        """
        filled = self._reader.read(source)
        if filled.kind not in self._forms:
            raise FormError("form_kind_unknown")
        form = self._forms[filled.kind]
        record = _nothing(form) if into is None else self._records.open(into)
        if record.kind != form.id:
            raise UsageError("form_of_another_kind", kind=form.label)
        answers = _answers(form, lambda: self._other_forms()[form.id], record, filled)
        return FormPreview(form, into, tuple(answers))

    def take(
        self,
        preview: FormPreview,
        fields: Collection[str] | None = None,
        *,
        space: SpaceId | None = None,
    ) -> FormTaken:
        """Write the chosen answers.

        Raises:
            UsageError: a field is not offered.
            RecordError: a change is refused.
            SpaceError: the space is not one to write in.
        """
        values = preview.chosen(fields)
        if preview.record is None:
            return FormTaken(*self._records.new(preview.form.id, values, space=space))
        return FormTaken(preview.record, self._records.save(preview.record, values))

    def offers(self, kind: str) -> bool:
        """Tell whether there is a form to be filled in for records of *kind*."""
        return kind in self._forms and _has_form(self._forms[kind])

    @staticmethod
    def _check(form: FormDefinition) -> None:
        if not _has_form(form):
            raise UsageError("form_not_to_be_filled", kind=form.label)


def _has_form(form: FormDefinition) -> bool:
    return form.id != ANSWER and any(can_be_filled(entry, form) for entry in form.entries())


def can_be_filled(entry: Entry, form: FormDefinition) -> TypeGuard[FieldDefinition]:
    """Tell whether people can answer *entry* outside the program."""
    return (
        isinstance(entry, FieldDefinition)
        and entry.retired_in is None
        and entry.pdf
        and not (entry.computed or entry.references or form.immutable)
        and entry.id != _STATE
    )


def _answers(
    form: FormDefinition,
    other: Callable[[], FormDefinition],
    record: Record,
    filled: FilledForm,
) -> Iterator[FormAnswer]:
    for field in form.fields():
        typed = filled.answers.get(field.id)
        if typed is None or not can_be_filled(field, form):
            continue
        kind, current = KINDS[field.kind], record.values.get(field.id)
        before = kind.format(field, current)
        try:
            value = _in_either_language(field, other, typed)
        except InnolabError as refusal:
            shown = typed if isinstance(typed, str) else ", ".join(typed)
            yield FormAnswer(field, before, clean_text(shown), problem=refusal.code)
            continue
        after = kind.format(field, value)
        if value in (None, "", ()) or after == before:
            continue  # what was left empty stays as it is
        in_conflict = "field_in_conflict" if field.id in record.conflicts else ""
        yield FormAnswer(field, before, after, value, in_conflict)


def _in_either_language(
    field: FieldDefinition, other: Callable[[], FormDefinition], typed: str | tuple[str, ...]
) -> Value:
    """Return the value of an answer; the form may have been written in the other language.

    Raises:
        InnolabError: it is none that the field can hold.
    """
    try:
        return _parsed(field, typed)
    except InnolabError:
        same_field = other().field(field.id) if field.choices else None
        if same_field is None:
            raise
        with suppress(InnolabError):  # the first refusal is the one that people read
            return _parsed(same_field, typed)
        raise


def _parsed(field: FieldDefinition, typed: str | tuple[str, ...]) -> Value:
    """Return the value of an answer.

    Raises:
        FormError: it is none that the field can hold.
    """
    kind = KINDS[field.kind]
    value: Value
    if isinstance(typed, tuple):
        value = tuple(choice.id for choice in field.choices if choice.id in typed)
    else:
        value = kind.parse(field, clean_text(typed[:_LONGEST_ANSWER]))
    problem = kind.check(field, value)
    if problem is not None:
        raise FormError(problem.code)
    return value


def _nothing(form: FormDefinition) -> Record:
    return Record(bytes(16), form.id, bytes(16), form.version)
