"""Reads ``forms/*.toml`` after the grammar of ``forms/README.md``; refuses everything else."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from innolab_desktop.domain.errors import FormError
from innolab_desktop.domain.values import as_value
from innolab_desktop.formdefs.computed import COMPUTATIONS
from innolab_desktop.formdefs.definition import (
    YES,
    AnswerWords,
    ChildrenDefinition,
    Choice,
    DoneWhen,
    Entry,
    FieldDefinition,
    FormDefinition,
    Section,
    ShowIf,
)
from innolab_desktop.formdefs.forms import Forms
from innolab_desktop.formdefs.kinds import KINDS
from innolab_desktop.formdefs.phrases import PHRASES_FILE, Phrases
from innolab_desktop.formdefs.release_defaults import default_release
from innolab_desktop.formdefs.speech import AS_WRITTEN_IN_GERMAN
from innolab_desktop.formdefs.table_reader import TableReader, read_table_file

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from innolab_desktop.domain.strength import Strength
    from innolab_desktop.formdefs.definition import ReleaseRule
    from innolab_desktop.formdefs.speech import Speech

VOCABULARY_FILE = "ids.toml"
"""The frozen vocabulary lies beside the forms and is not a form."""

TITLE_KINDS = frozenset({"text", "long_text", "choice", "date"})
"""Kinds whose values can name a record."""

_ID = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*", re.ASCII)
_CHOICE_ID = re.compile(r"[a-z0-9]+(?:_[a-z0-9]+)*", re.ASCII)
_KIND_OPTIONS = frozenset[str]().union(*(kind.options for kind in KINDS.values()))


def load_forms(folder: Path, speech: Speech = AS_WRITTEN_IN_GERMAN) -> Forms:
    """Return every form that lies in *folder*, with its texts as *speech* says them.

    Raises:
        FormError: a file does not follow the grammar; the error names file, field and key.
    """
    phrases = _read_phrases(folder / PHRASES_FILE, speech)
    origins = _Origins(
        _CatalogueChoices(folder / "catalogues", speech), AnswerWords(**phrases.all_of("answer"))
    )
    definitions: list[FormDefinition] = []
    for path in sorted(folder.glob("*.toml")):
        if path.name not in (VOCABULARY_FILE, PHRASES_FILE):
            reader = read_table_file(path, speech)
            definitions.append(_read_form(reader, path.stem, origins))
    forms = Forms(definitions, phrases)
    _check_links(forms)
    return forms


class _CatalogueChoices:
    """Choices that a field takes from a catalogue; each catalogue is read once."""

    def __init__(self, folder: Path, speech: Speech) -> None:
        self._folder = folder
        self._speech = speech
        self._choices: dict[str, tuple[Choice, ...]] = {}

    def named(self, name: str) -> tuple[Choice, ...]:
        if name not in self._choices:
            path = self._folder / f"{name}.toml"
            entries = read_table_file(path, self._speech).tables("entry")
            self._choices[name] = tuple(_read_choice(entry) for entry in entries)
        return self._choices[name]


@dataclass(frozen=True, slots=True)
class _Origins:
    """Where a field takes its choices from, and the words of its answers."""

    catalogues: _CatalogueChoices
    words: AnswerWords


def _read_phrases(path: Path, speech: Speech) -> Phrases:
    """Return what is said around the answers; a folder of forms need not say anything."""
    return Phrases(lambda: speech.read(path) if path.is_file() else {})


def _read_form(reader: TableReader, stem: str, origins: _Origins) -> FormDefinition:
    form_id = reader.text("id")
    reader.place = form_id
    if form_id != stem or not _ID.fullmatch(form_id):
        raise reader.form_error("form_wrong_id", "id")
    label, title_field = reader.text("label"), reader.text("title_field")
    sections = tuple(
        _read_section(table, origins, title_field) for table in reader.tables("section")
    )
    form = FormDefinition(
        id=form_id,
        label=label,
        label_plural=reader.text("label_plural"),
        label_new=reader.text("label_new"),
        version=reader.integer("version"),
        title_field=title_field,
        icon=reader.text("icon"),
        order=reader.integer("order"),
        help=reader.text("help", ""),
        immutable=reader.flag("immutable"),
        nameless=reader.flag("nameless"),
        counted_only=reader.flag("counted_only"),
        any_parent=reader.flag("any_parent"),
        release_barrier=_read_barrier(reader),
        release_alone=reader.flag("release_alone"),
        release_requires=reader.text("release_requires", ""),
        retention_months=reader.optional_integer("retention_months"),
        retention_from=reader.text("retention_from", ""),
        done_when=_read_done_when(reader),
        sections=sections,
    )
    reader.finish()
    _check_form(reader, form)
    return form


def _read_barrier(reader: TableReader) -> str:
    """Return why nothing of this form is ever released; a bar needs its reason, and only a bar."""
    if reader.text("release", "fields") not in {"fields", "none"}:
        raise reader.form_error("form_wrong_type", "release")
    if reader.text("release", "fields") == "none":
        return reader.text("release_reason")
    return ""


def _read_section(reader: TableReader, origins: _Origins, title_field: str) -> Section:
    section_id = reader.text("id")
    entries: list[Entry] = []
    for table in reader.tables("entry", place_key="field"):
        if table.has("children"):
            entries.append(_read_children(table))
        else:
            entries.append(_read_field(table, origins, title_field))
    section = Section(
        id=section_id,
        label=reader.text("label"),
        help=reader.text("help", ""),
        show_if=_read_show_if(reader),
        entries=tuple(entries),
    )
    reader.finish()
    return section


def _read_show_if(reader: TableReader) -> ShowIf | None:
    if not reader.has("show_if"):
        return None
    table = reader.table("show_if")
    show_if = ShowIf(field=table.text("field"), choice=table.text("choice"))
    table.finish()
    return show_if


def _read_done_when(reader: TableReader) -> DoneWhen | None:
    if not reader.has("done_when"):
        return None
    table = reader.table("done_when")
    done_when = DoneWhen(field=table.text("field"), choices=table.texts("choices"))
    table.finish()
    return done_when


def _read_children(reader: TableReader) -> ChildrenDefinition:
    reader.place = reader.text("children")
    children = ChildrenDefinition(
        kind=reader.place,
        label=reader.text("label"),
        help=reader.text("help", ""),
        required=_read_strength(reader),
        minimum=reader.integer("minimum", 0),
        maximum=reader.optional_integer("maximum"),
        since=reader.integer("since", 1),
        pdf=reader.flag("pdf", default=True),
        is_table=reader.flag("table", default=False),
    )
    reader.finish()
    return children


def _read_field(reader: TableReader, origins: _Origins, title_field: str) -> FieldDefinition:
    field_id = reader.text("field")
    if not _ID.fullmatch(field_id):
        raise reader.form_error("form_wrong_id", "field")
    kind_name = reader.text("kind")
    if kind_name not in KINDS:
        raise reader.form_error("form_unknown_kind", kind_name)
    kind = KINDS[kind_name]
    for option in sorted(reader.keys() & (_KIND_OPTIONS - kind.options)):
        raise reader.form_error("form_key_not_for_kind", option)
    if kind.needs and not kind.needs & reader.keys():
        raise reader.form_error("form_key_missing", " / ".join(sorted(kind.needs)))
    field = FieldDefinition(
        id=field_id,
        kind=kind_name,
        label=reader.text("label"),
        help=reader.text("help", ""),
        required=_read_strength(reader),
        unit=reader.text("unit", ""),
        minimum=reader.optional_number("minimum"),
        maximum=reader.optional_number("maximum"),
        max_length=reader.integer("max_length", kind.max_length),
        choices=_read_choices(reader, origins.catalogues),
        choices_from=reader.text("choices_from", ""),
        references=reader.text("references", ""),
        many=reader.flag("many"),
        computed=reader.text("computed", ""),
        list_column=reader.flag("list_column"),
        span=reader.integer("span", kind.span),
        since=reader.integer("since", 1),
        retired_in=reader.optional_integer("retired_in"),
        renamed_from=reader.texts("renamed_from"),
        pdf=reader.flag("pdf", default=True),
        editor=reader.text("editor", ""),
        reminder=reader.flag("reminder"),
        starts_today=reader.flag("starts_today"),
        filled_from=reader.texts("filled_from"),
        words=origins.words,
        default=_read_default(reader),
        release=_read_release(
            reader,
            default_release(kind_name, reader.text("editor", ""), is_title=field_id == title_field),
        ),
    )
    reader.finish()
    _check_field(reader, field)
    return field


def _read_strength(reader: TableReader) -> Strength | None:
    match reader.text("required", ""):
        case "draft":
            return "draft"
        case "binding":
            return "binding"
        case "":
            return None
        case _:
            raise reader.form_error("form_wrong_type", "required")


def _read_release(reader: TableReader, default: ReleaseRule) -> ReleaseRule:
    match reader.text("release", default):
        case "always":
            return "always"
        case "ask":
            return "ask"
        case "never":
            return "never"
        case _:
            raise reader.form_error("form_wrong_type", "release")


def _read_default(reader: TableReader) -> bool | int | str | tuple[str | None, ...] | None:
    try:
        return as_value(reader.plain("default"))
    except TypeError as error:
        raise reader.form_error("form_wrong_type", "default") from error


def _read_choices(reader: TableReader, catalogues: _CatalogueChoices) -> tuple[Choice, ...]:
    if reader.has("choices_from"):
        if reader.has("choices"):
            raise reader.form_error("form_key_not_for_kind", "choices")
        return catalogues.named(reader.text("choices_from"))
    choices: list[Choice] = []
    for table in reader.tables("choices"):
        choices.append(_read_choice(table))
        table.finish()
    return tuple(choices)


def _read_choice(reader: TableReader) -> Choice:
    choice_id = reader.text("id")
    if not _CHOICE_ID.fullmatch(choice_id):
        raise reader.form_error("form_wrong_id", "id")
    return Choice(
        id=choice_id,
        label=reader.text("label"),
        help=reader.text("help", ""),
        retired_in=reader.optional_integer("retired_in"),
        group=reader.text("group", ""),
    )


def _check_field(reader: TableReader, field: FieldDefinition) -> None:
    duplicate = _first_duplicate(choice.id for choice in field.choices)
    if duplicate:
        raise reader.form_error("form_duplicate_id", duplicate)
    if field.kind == "scale" and not all(choice.id.isdecimal() for choice in field.choices):
        raise reader.form_error("form_wrong_id", "choices")
    if field.computed and field.computed not in COMPUTATIONS:
        raise reader.form_error("form_unknown_computation", field.computed)
    if KINDS[field.kind].check(field, field.default):
        raise reader.form_error("form_wrong_default", "default")
    for key, is_set in (("reminder", field.reminder), ("starts_today", field.starts_today)):
        if is_set and field.kind != "date":
            raise reader.form_error("form_wrong_type", key)


def _check_form(reader: TableReader, form: FormDefinition) -> None:
    fields = form.fields(with_retired=True)
    names = [field.id for field in fields] + [old for f in fields for old in f.renamed_from]
    for names_of_one_sort in (
        [*names, *(children.kind for children in form.children())],
        [section.id for section in form.sections],
    ):
        duplicate = _first_duplicate(names_of_one_sort)
        if duplicate:
            raise reader.form_error("form_duplicate_id", duplicate)
    title = form.field(form.title_field)
    if title is None or title.kind not in TITLE_KINDS:
        raise reader.form_error("form_wrong_title_field", form.title_field)
    needed = form.field(form.release_requires) if form.release_requires else None
    if form.release_requires and (needed is None or needed.kind != "yes_no"):
        raise reader.form_error("form_unknown_reference", form.release_requires)
    begins = form.field(form.retention_from) if form.retention_from else None
    if form.retention_from and (begins is None or begins.kind != "date"):
        raise reader.form_error("form_unknown_reference", form.retention_from)
    if form.retention_months is not None and form.retention_months < 1:
        raise reader.form_error("form_wrong_type", "retention_months")
    _check_done_when(reader, form)
    for section in form.sections:
        if section.show_if and not _offers(form, section.show_if):
            raise reader.form_error("form_unknown_reference", section.show_if.choice)


def _offers(form: FormDefinition, show_if: ShowIf) -> bool:
    field = form.field(show_if.field)
    return field is not None and field.choice(show_if.choice) is not None


def _check_done_when(reader: TableReader, form: FormDefinition) -> None:
    if form.done_when is None:
        return
    for answer in form.done_when.choices:
        if not _may_answer(form, form.done_when.field, answer):
            raise reader.form_error("form_unknown_reference", answer)


def _may_answer(form: FormDefinition, field_id: str, answer: str) -> bool:
    field = form.field(field_id)
    if field is None:
        return False
    return field.choice(answer) is not None or (field.kind == "yes_no" and answer == YES)


def _check_links(forms: Forms) -> None:
    for form in forms.values():
        named = {field.id: field.references for field in form.fields(with_retired=True)}
        named |= {children.kind: children.kind for children in form.children()}
        for place, kind in named.items():
            if kind and kind not in forms:
                raise FormError(
                    "form_unknown_reference", file=f"{form.id}.toml", field=place, key=kind
                )


def _first_duplicate(names: Iterable[str]) -> str:
    return next((name for name, count in Counter(names).items() if count > 1), "")
