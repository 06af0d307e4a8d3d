"""Renders any form with its record and children, section by section, as the paper form reads."""

from __future__ import annotations

from collections import defaultdict
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Generic

from innolab_desktop.formdefs.definition import ChildrenDefinition, FieldDefinition
from innolab_desktop.reports.block_maker import Part
from innolab_desktop.reports.formatters import Points, Words, answer, is_answered

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from innolab_desktop.domain.records import Record
    from innolab_desktop.domain.values import Value
    from innolab_desktop.formdefs.definition import Entry, FormDefinition
    from innolab_desktop.formdefs.forms import Forms
    from innolab_desktop.reports.block_maker import BlockMaker
    from innolab_desktop.reports.formatters import Answer
    from innolab_desktop.services.reporting import Sheet

_LONGEST_FACT = 160
_LONGEST_CELL = 220
_MOST_COLUMNS = 5
_LONGEST_HEADING = 200


class FormSheet(Generic[Part]):
    """The sections of one sheet.

    Args:
        blocks: makes the parts.
        forms: the definitions of the record and of its children.
        sheet: what is shown.
        omitted: ids of fields that the report shows elsewhere.
    """

    def __init__(
        self,
        blocks: BlockMaker[Part],
        forms: Forms,
        sheet: Sheet,
        *,
        omitted: frozenset[str] = frozenset(),
    ) -> None:
        self._blocks = blocks
        self._forms = forms
        self._sheet = sheet
        self._omitted = omitted
        self._say = partial(forms.phrases.say, "report")
        missing = self._say("missing_record")
        self._titles = defaultdict(lambda: missing, sheet.titles)

    def flowables(self) -> Iterator[Part]:
        """Yield all sections in the order of the form."""
        record = self._sheet.record
        for section in self._forms.form(record.kind).sections:
            shown = [entry for entry in section.entries if self._is_shown(entry)]
            content = list(self._entries(shown))
            if shown or content:
                yield from self._blocks.section(section.label)
                yield from content or self._blocks.note(self._say("nothing_yet"))
        if record.unknown:
            yield from self._blocks.section(self._say("newer_section"))
            for name, value in record.unknown.items():
                yield from self._blocks.labelled(name, _unknown_answer(value))

    def _is_shown(self, entry: Entry) -> bool:
        if isinstance(entry, ChildrenDefinition):
            return entry.pdf
        is_kept = entry.retired_in is None or entry.id in self._sheet.record.values
        return entry.pdf and is_kept and entry.id not in self._omitted

    def _entries(self, entries: Sequence[Entry]) -> Iterator[Part]:
        """Yield the answered entries; neighbours with short answers share a table."""
        record = self._sheet.record
        values = {**record.values, **self._sheet.computed}
        fields: list[FieldDefinition] = []
        for entry in entries:
            if isinstance(entry, FieldDefinition):
                fields.append(entry)
            elif children := self._sheet.children.get(entry.kind, ()):
                yield from self._fields(fields, record, values)
                fields = []
                yield from self._children(entry, children)
        yield from self._fields(fields, record, values)

    def _fields(
        self,
        fields: Sequence[FieldDefinition],
        record: Record,
        values: Mapping[str, Value],
    ) -> Iterator[Part]:
        facts: list[tuple[str, str]] = []
        for field in fields:
            value = values.get(field.id)
            if not is_answered(value) and field.id not in record.conflicts:
                continue
            found = answer(field, value, self._titles)
            if self._is_fact(field, record, found):
                facts.append((field.label, str(found)))
                continue
            if facts:
                yield from self._blocks.facts(facts)
                facts = []
            yield from self._blocks.labelled(field.label, found)
            yield from self._remarks(field, record)
        if facts:
            yield from self._blocks.facts(facts)

    def _is_fact(self, field: FieldDefinition, record: Record, found: Answer) -> bool:
        if field.kind == "long_text" or field.id in record.conflicts or field.id in record.merged:
            return False
        text = str(found)
        return (
            isinstance(found, Words | Points)
            and 0 < len(text) <= _LONGEST_FACT
            and "\n" not in text
        )

    def _remarks(self, field: FieldDefinition, record: Record) -> Iterator[Part]:
        """Yield what else stands in a field in Abweichung, and whether a machine merged it."""
        shown = record.values.get(field.id)
        for variant in record.conflicts.get(field.id, ()):
            if variant.value != shown:
                other = str(answer(field, variant.value, self._titles)) or self._say("nothing")
                day = datetime.fromtimestamp(variant.at_ms / 1000, tz=UTC).strftime("%d.%m.%Y")
                yield from self._blocks.warning(
                    self._say("conflict", person=variant.person, day=day, value=other)
                )
        if field.id in record.merged:
            yield from self._blocks.warning(self._say("merged"))

    def _children(self, entry: ChildrenDefinition, children: Sequence[Record]) -> Iterator[Part]:
        """Yield the child records of one kind: as a table, or one by one when they hold much."""
        form = self._forms.form(entry.kind)
        fields = [
            field
            for field in form.fields()
            if field.pdf and any(is_answered(child.values.get(field.id)) for child in children)
        ]
        rows = [[self._cell(field, child) for field in fields] for child in children]
        yield self._blocks.subsection(entry.label)
        if self._fits_a_table(rows, children):
            yield from self._blocks.table([field.label for field in fields], rows)
        else:
            for number, child in enumerate(children, 1):
                yield from self._card(form, fields, child, number)

    def _cell(self, field: FieldDefinition, child: Record) -> str:
        return str(answer(field, child.values.get(field.id), self._titles))

    def _fits_a_table(self, rows: Sequence[Sequence[str]], children: Sequence[Record]) -> bool:
        is_settled = not any(child.conflicts or child.merged or child.unknown for child in children)
        cells = [cell for row in rows for cell in row]
        is_short = all(len(cell) <= _LONGEST_CELL and "\n" not in cell for cell in cells)
        return is_settled and is_short and 0 < len(rows[0]) <= _MOST_COLUMNS

    def _card(
        self,
        form: FormDefinition,
        fields: Sequence[FieldDefinition],
        child: Record,
        number: int,
    ) -> Iterator[Part]:
        title = form.title_of(child.values)
        is_heading = 0 < len(title) <= _LONGEST_HEADING and form.title_field not in child.conflicts
        heading = title if is_heading else form.label
        yield self._blocks.card_title(f"{number}. {heading}")
        rest = [field for field in fields if not (is_heading and field.id == form.title_field)]
        yield from self._fields(rest, child, child.values)
        for name, value in child.unknown.items():
            yield from self._blocks.labelled(
                self._say("newer_field", name=name), _unknown_answer(value)
            )


def _unknown_answer(value: Value) -> Answer:
    if isinstance(value, tuple):
        return Points(tuple(item or "" for item in value))
    return Words("" if value is None else str(value))
