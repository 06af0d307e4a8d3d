"""A paper form as data: sections, fields, choices and child records."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import field as dataclass_field
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from innolab_desktop.formdefs.kinds import KINDS

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from decimal import Decimal

    from innolab_desktop.domain.strength import Strength
    from innolab_desktop.domain.values import Value


ReleaseRule: TypeAlias = Literal["always", "ask", "never"]
"""What a release does with a field: it goes along, the person decides, it stays behind."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer that a field offers. A retired one stays readable but is offered no more.

    Attributes:
        group: the part of a long catalogue that it belongs to, or "".
    """

    id: str
    label: str
    help: str = ""
    retired_in: int | None = None
    group: str = ""


@dataclass(frozen=True, slots=True)
class AnswerWords:
    """How answers read that are no texts of a form."""

    yes: str = "ja"
    no: str = "nein"
    since: str = "ab"
    until: str = "bis"

    def yes_or_no(self, *, answer: bool) -> str:
        """Return the word for an answer."""
        return self.yes if answer else self.no


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldDefinition:
    """One field of a form, as ``forms/README.md`` describes its keys.

    Attributes:
        required: from which strength on the field must be answered; None means never.
        choices: every published choice, also the retired ones, in the order of the form.
        choices_from: name of the catalogue the choices came from, or "".
        references: kind of the records that a reference may name, or "".
        many: whether a reference names several records.
        computed: name of the rule that gives a computed field its value, or "".
        renamed_from: earlier ids of this field.
        editor: name of a special editor, or "" for the one of the kind.
        default: the value a new record starts with.
        release: what happens to the field when the record is released.
        reminder: whether people are reminded of the day in this date field.
        starts_today: whether a person who begins a record finds the day of today in it.
        filled_from: entries of the parent's form that this text can begin with.
        words: how its answers read where the form has no texts for them.

    Units:
        max_length in characters, span in columns of two.
    """

    id: str
    kind: str
    label: str
    help: str = ""
    required: Strength | None = None
    unit: str = ""
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    max_length: int = 500
    choices: tuple[Choice, ...] = ()
    choices_from: str = ""
    references: str = ""
    many: bool = False
    computed: str = ""
    list_column: bool = False
    span: int = 2
    since: int = 1
    retired_in: int | None = None
    renamed_from: tuple[str, ...] = ()
    pdf: bool = True
    editor: str = ""
    default: Value = None
    release: ReleaseRule = "ask"
    reminder: bool = False
    starts_today: bool = False
    filled_from: tuple[str, ...] = ()
    words: AnswerWords = AnswerWords()

    @property
    def name(self) -> str:
        """The name by which a form knows the entry."""
        return self.id

    @property
    def active_choices(self) -> tuple[Choice, ...]:
        """Return the choices that an editor offers."""
        return tuple(choice for choice in self.choices if choice.retired_in is None)

    def choice(self, choice_id: str) -> Choice | None:
        """Return the choice with this id, retired or not, or None."""
        return next((choice for choice in self.choices if choice.id == choice_id), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildrenDefinition:
    """A place in a form that shows the child records of one kind.

    Attributes:
        is_table: they are a table whose cells are edited in place, instead of a list.
    """

    kind: str
    label: str
    help: str = ""
    required: Strength | None = None
    minimum: int = 0
    maximum: int | None = None
    since: int = 1
    pdf: bool = True
    is_table: bool = False

    @property
    def name(self) -> str:
        """The name by which a form knows the entry."""
        return self.kind


Entry: TypeAlias = FieldDefinition | ChildrenDefinition
"""What a section consists of, in reading order."""


@dataclass(frozen=True, slots=True)
class ShowIf:
    """The answer that makes a section part of the form."""

    field: str
    choice: str


TAGS: Final = "tags"
"""The editor of a field that holds tags."""

YES: Final = "yes"
"""How a definition names the answer yes."""


@dataclass(frozen=True, slots=True)
class DoneWhen:
    """The answers under which nobody needs to be reminded of a record any more."""

    field: str
    choices: tuple[str, ...]

    def is_met(self, values: Mapping[str, Value]) -> bool:
        """Tell whether *values* have one of the answers."""
        value = values.get(self.field)
        return value in self.choices or (value is True and YES in self.choices)


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A titled part of a form.

    Attributes:
        show_if: the answer under which the section is shown; None means always.
    """

    id: str
    label: str
    help: str = ""
    show_if: ShowIf | None = None
    entries: tuple[Entry, ...] = ()

    def fields(self) -> tuple[FieldDefinition, ...]:
        """Return the fields in reading order, also the retired ones."""
        return tuple(entry for entry in self.entries if isinstance(entry, FieldDefinition))

    def is_shown(self, values: Mapping[str, Value]) -> bool:
        """Tell whether the section is shown: by the answer, or because something is in it."""
        if self.show_if is None or values.get(self.show_if.field) == self.show_if.choice:
            return True
        return any(values.get(field.id) not in {None, ""} for field in self.fields())


@dataclass(frozen=True, slots=True, kw_only=True)
class FormDefinition:
    """The definition of one kind of record.

    Attributes:
        id: the kind.
        label_new: what a button says that makes one, for example "Neue Mission".
        title_field: the field whose value names a record in lists.
        immutable: records of this kind are written once and never changed.
        nameless: who wrote a record of this kind is said nowhere.
        counted_only: records of this kind show in what is counted of many, never one by one.
        any_parent: records of this kind belong to a record of any other kind.
        release_barrier: why records of this kind never leave their space, or "".
        release_alone: records of this kind may be released without what they belong to.
        release_requires: the field that must say yes before a release, or "".
        retention_months: after how many months a person looks whether it is still needed; None
            means never.
        retention_from: the date field from which that counts, if it is later than the last
            change, or "".
        done_when: the answers under which its reminders end; None means never.
    """

    id: str
    label: str
    label_plural: str
    label_new: str
    version: int
    title_field: str
    icon: str
    order: int
    help: str = ""
    immutable: bool = False
    nameless: bool = False
    counted_only: bool = False
    any_parent: bool = False
    release_barrier: str = ""
    release_alone: bool = False
    release_requires: str = ""
    retention_months: int | None = None
    retention_from: str = ""
    done_when: DoneWhen | None = None
    sections: tuple[Section, ...] = ()
    _fields: tuple[FieldDefinition, ...] = dataclass_field(init=False, repr=False, compare=False)
    _by_id: Mapping[str, FieldDefinition] = dataclass_field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Keep the fields in order and by id: reports and lists ask for thousands."""
        fields = tuple(field for section in self.sections for field in section.fields())
        object.__setattr__(self, "_fields", fields)
        object.__setattr__(self, "_by_id", {field.id: field for field in reversed(fields)})

    def entries(self) -> tuple[Entry, ...]:
        """Return fields and children in reading order, without retired fields."""
        return tuple(
            entry
            for section in self.sections
            for entry in section.entries
            if isinstance(entry, ChildrenDefinition) or entry.retired_in is None
        )

    def fields(self, *, with_retired: bool = False) -> tuple[FieldDefinition, ...]:
        """Return the fields in reading order."""
        if with_retired:
            return self._fields
        return tuple(field for field in self._fields if field.retired_in is None)

    def field(self, field_id: str) -> FieldDefinition | None:
        """Return the field with this id, retired or not, or None."""
        return self._by_id.get(field_id)

    def children(self) -> tuple[ChildrenDefinition, ...]:
        """Return the child records that this form shows, in reading order."""
        return tuple(e for e in self.entries() if isinstance(e, ChildrenDefinition))

    @property
    def has_text(self) -> bool:
        """Whether its records are texts: lists then tell how they begin."""
        field = self.field("text")
        return field is not None and field.kind == "long_text"

    def beginning(self, today: date) -> dict[str, Value]:
        """Return the values that a person finds who begins a record *today*."""
        days = {field.id: today.isoformat() for field in self.fields() if field.starts_today}
        usual = {field.id: field.default for field in self.fields() if field.default is not None}
        return {**usual, **days}

    def tag_fields(self) -> tuple[FieldDefinition, ...]:
        """Return the fields that hold tags, also the retired ones."""
        return tuple(field for field in self.fields(with_retired=True) if field.editor == TAGS)

    def list_columns(self) -> tuple[FieldDefinition, ...]:
        """Return the fields that lists show as columns."""
        return tuple(field for field in self.fields() if field.list_column)

    def title_of(self, values: Mapping[str, Value]) -> str:
        """Return the one-line title of a record with these values, or "" without one."""
        field = self.field(self.title_field)
        if field is None:
            return ""
        return " ".join(KINDS[field.kind].format(field, values.get(field.id)).split())
