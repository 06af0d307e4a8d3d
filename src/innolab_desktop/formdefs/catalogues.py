"""Content that is not a form: consultation procedures, methods, question sets, indicators.

Read from ``forms/catalogues/*.toml`` when a view needs it; a field takes its choices from the
same files with ``choices_from``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from innolab_desktop.formdefs.speech import AS_WRITTEN_IN_GERMAN
from innolab_desktop.formdefs.table_reader import TableReader, read_table_file

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from innolab_desktop.formdefs.speech import Speech

    _Entry = TypeVar("_Entry")


@dataclass(frozen=True, slots=True, kw_only=True)
class Category:
    """An obstacle or a success condition."""

    id: str
    label: str
    group: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A role in a case consultation; *minimum* and *maximum* count people."""

    id: str
    label: str
    task: str
    aliases: tuple[str, ...]
    minimum: int
    maximum: int
    is_required: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Method:
    """A way of giving advice in the consultation phase.

    Attributes:
        suits: the situation it is meant for.
        provenance: ``published``, ``practice`` (common, source not checked) or ``programme``.
    """

    id: str
    label: str
    description: str
    question: str
    suits: str
    minutes: int | None
    provenance: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Phase:
    """A step of a consultation.

    Attributes:
        minutes: the suggested duration, or None where no source names one.
        active: ids of the roles that speak; ``everyone`` for all.
        fields: fields and child kinds of the form ``case_consultation`` that belong to it.
    """

    id: str
    label: str
    subtitle: str
    minutes: int | None
    shortest_minutes: int | None
    longest_minutes: int | None
    active: tuple[str, ...]
    purpose: str
    question: str
    output: str
    rules: tuple[str, ...]
    fallback: str
    fields: tuple[str, ...]
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsultationTemplate:
    """A procedure of a case consultation; *note* says what is missing when it is not complete."""

    id: str
    label: str
    total_minutes: int | None
    shortest_minutes: int | None
    longest_minutes: int | None
    smallest_group: int | None
    largest_group: int | None
    is_complete: bool
    note: str
    phases: tuple[Phase, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsultationRules:
    """What everybody agrees to before the first phase."""

    smallest_group: int
    largest_group: int
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AnonymisationRules:
    """How a case is made anonymous before it is stored.

    Attributes:
        coarsen: pairs of an exact statement and the coarse one that replaces it.
        warns_of: what the check of a text points at; a hint, never a proof.
    """

    help: str
    remove: tuple[str, ...]
    coarsen: tuple[tuple[str, str], ...]
    placeholders: tuple[str, ...]
    danger: str
    sensitive_traits: str
    warns_of: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question of an evaluation; *kind* is ``rating``, ``text`` or ``check``."""

    id: str
    text: str
    kind: str
    section: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionSet:
    """The questions that are asked together."""

    id: str
    label: str
    help: str
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorTemplate:
    """An indicator to start from; its fields hold choice ids of the form ``indicator``.

    Attributes:
        example_baseline: an invented example as a canonical decimal string, or "".
        example_target: the same for the target.
    """

    id: str
    title: str
    unit: str
    indicator_type: str
    interval: str
    direction: str
    protection_class: str
    min_cell_count: int
    example_baseline: str
    example_target: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogues:
    """Every catalogue of the program."""

    roles: tuple[Role, ...]
    methods: tuple[Method, ...]
    consultation_templates: tuple[ConsultationTemplate, ...]
    consultation_rules: ConsultationRules
    anonymisation: AnonymisationRules
    question_sets: tuple[QuestionSet, ...]
    indicators: tuple[IndicatorTemplate, ...]
    obstacles: tuple[Category, ...]
    success_conditions: tuple[Category, ...]


def load_catalogues(folder: Path, speech: Speech = AS_WRITTEN_IN_GERMAN) -> Catalogues:
    """Return the catalogues that lie in *folder*, with their texts as *speech* says them.

    Raises:
        FormError: a file is missing or does not follow ``forms/README.md``.
    """

    def top(name: str) -> TableReader:
        return read_table_file(folder / f"{name}.toml", speech)

    phases = _grouped(top("consultation_phases"), "template", _phase)
    questions = _grouped(top("questions"), "set", _question)
    return Catalogues(
        roles=_entries(top("roles"), _role),
        methods=_entries(top("methods"), _method),
        consultation_templates=_entries(
            top("consultation_templates"), lambda reader: _template(reader, phases)
        ),
        consultation_rules=_consultation_rules(top("consultation_rules")),
        anonymisation=_anonymisation(top("anonymisation")),
        question_sets=_entries(
            top("question_sets"), lambda reader: _question_set(reader, questions)
        ),
        indicators=_entries(top("indicators"), _indicator),
        obstacles=_entries(top("obstacles"), _category),
        success_conditions=_entries(top("success_conditions"), _category),
    )


def _entries(top: TableReader, read: Callable[[TableReader], _Entry]) -> tuple[_Entry, ...]:
    entries: list[_Entry] = []
    for reader in top.tables("entry"):
        entries.append(read(reader))
        reader.finish()
    top.finish()
    return tuple(entries)


def _grouped(
    top: TableReader, group_key: str, read: Callable[[TableReader], _Entry]
) -> dict[str, tuple[_Entry, ...]]:
    groups: dict[str, list[_Entry]] = {}
    for group, entry in _entries(top, lambda reader: (reader.text(group_key), read(reader))):
        groups.setdefault(group, []).append(entry)
    return {group: tuple(entries) for group, entries in groups.items()}


def _category(reader: TableReader) -> Category:
    return Category(
        id=reader.text("id"), label=reader.text("label"), group=reader.text("group", "")
    )


def _role(reader: TableReader) -> Role:
    return Role(
        id=reader.text("id"),
        label=reader.text("label"),
        task=reader.text("help"),
        aliases=reader.texts("aliases"),
        minimum=reader.integer("minimum"),
        maximum=reader.integer("maximum"),
        is_required=reader.flag("required"),
    )


def _method(reader: TableReader) -> Method:
    return Method(
        id=reader.text("id"),
        label=reader.text("label"),
        description=reader.text("help"),
        question=reader.text("question"),
        suits=reader.text("suits"),
        minutes=reader.optional_integer("minutes"),
        provenance=reader.text("provenance"),
        note=reader.text("note", ""),
    )


def _phase(reader: TableReader) -> Phase:
    return Phase(
        id=reader.text("id"),
        label=reader.text("label"),
        subtitle=reader.text("subtitle", ""),
        minutes=reader.optional_integer("minutes"),
        shortest_minutes=reader.optional_integer("shortest_minutes"),
        longest_minutes=reader.optional_integer("longest_minutes"),
        active=reader.texts("active"),
        purpose=reader.text("purpose", ""),
        question=reader.text("question", ""),
        output=reader.text("output", ""),
        rules=reader.texts("rules"),
        fallback=reader.text("fallback", ""),
        fields=reader.texts("fields"),
        note=reader.text("note", ""),
    )


def _template(reader: TableReader, phases: dict[str, tuple[Phase, ...]]) -> ConsultationTemplate:
    return ConsultationTemplate(
        id=reader.text("id"),
        label=reader.text("label"),
        total_minutes=reader.optional_integer("total_minutes"),
        shortest_minutes=reader.optional_integer("shortest_minutes"),
        longest_minutes=reader.optional_integer("longest_minutes"),
        smallest_group=reader.optional_integer("smallest_group"),
        largest_group=reader.optional_integer("largest_group"),
        is_complete=reader.flag("complete"),
        note=reader.text("note", ""),
        phases=phases.get(reader.place, ()),
    )


def _consultation_rules(reader: TableReader) -> ConsultationRules:
    rules = ConsultationRules(
        smallest_group=reader.integer("smallest_group"),
        largest_group=reader.integer("largest_group"),
        rules=reader.texts("rules"),
    )
    reader.finish()
    return rules


def _anonymisation(reader: TableReader) -> AnonymisationRules:
    rules = AnonymisationRules(
        help=reader.text("help"),
        remove=reader.texts("remove"),
        coarsen=tuple((table.text("from"), table.text("to")) for table in reader.tables("coarsen")),
        placeholders=reader.texts("placeholders"),
        danger=reader.text("danger"),
        sensitive_traits=reader.text("sensitive_traits"),
        warns_of=reader.texts("warns_of"),
    )
    reader.finish()
    return rules


def _question(reader: TableReader) -> Question:
    return Question(
        id=reader.text("id"),
        text=reader.text("label"),
        kind=reader.text("kind"),
        section=reader.text("section", ""),
    )


def _question_set(reader: TableReader, questions: dict[str, tuple[Question, ...]]) -> QuestionSet:
    return QuestionSet(
        id=reader.text("id"),
        label=reader.text("label"),
        help=reader.text("help"),
        questions=questions.get(reader.place, ()),
    )


def _indicator(reader: TableReader) -> IndicatorTemplate:
    return IndicatorTemplate(
        id=reader.text("id"),
        title=reader.text("label"),
        unit=reader.text("unit"),
        indicator_type=reader.text("indicator_type"),
        interval=reader.text("interval"),
        direction=reader.text("direction"),
        protection_class=reader.text("protection_class"),
        min_cell_count=reader.integer("min_cell_count"),
        example_baseline=reader.text("example_baseline", ""),
        example_target=reader.text("example_target", ""),
        note=reader.text("note", ""),
    )
