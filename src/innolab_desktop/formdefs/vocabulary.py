"""The published vocabulary of ``forms/ids.toml``: ids that may be added to, never taken away.

Other people's vaults, bundles and scripts hold these ids. A field is retired (``retired_in``) or
renamed (``renamed_from``), a choice is retired, a kind stays.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from innolab_desktop.formdefs.definition import FormDefinition
    from innolab_desktop.formdefs.forms import Forms


@dataclass(frozen=True, slots=True)
class Term:
    """One published id: the kind of field behind it (or "") and its German label."""

    field_kind: str
    label: str


def read_vocabulary(path: Path) -> dict[str, Term]:
    """Return the terms of ``ids.toml`` by their dotted ids."""
    terms: dict[str, Term] = {}
    for group, value in tomllib.loads(path.read_text(encoding="utf-8")).items():
        for term_id, entry in cast("dict[str, str | list[str]]", value).items():
            kind, label = ("", entry) if isinstance(entry, str) else (entry[0], entry[1])
            terms[f"{group}.{term_id}"] = Term(kind, label)
    return terms


def vocabulary_of(forms: Forms) -> dict[str, Term]:
    """Return the terms that the forms use, in their order."""
    terms = {f"kinds.{form.id}": Term("", form.label) for form in forms.values()}
    for form in forms.values():
        terms |= dict(_terms_of(form))
    return terms


def _terms_of(form: FormDefinition) -> Iterator[tuple[str, Term]]:
    fields = form.fields(with_retired=True)
    for field in fields:
        for name in (field.id, *field.renamed_from):
            yield f"{form.id}.{name}", Term(field.kind, field.label)
    for field in fields:
        group = f"catalogue/{field.choices_from}" if field.choices_from else f"{form.id}/{field.id}"
        for choice in field.choices:
            yield f"{group}.{choice.id}", Term("", choice.label)


def breaches(published: Mapping[str, Term], current: Mapping[str, Term]) -> tuple[str, ...]:
    """Return a sentence for every published id that is gone or means something else."""
    found: list[str] = []
    for term_id, term in published.items():
        if term_id.startswith("reports."):
            continue
        now = current.get(term_id)
        if now is None:
            found.append(
                f"{term_id} is published and is gone from the forms: retire it with "
                "retired_in = <version>, or name it in renamed_from of its successor"
            )
        elif now.field_kind != term.field_kind:
            found.append(
                f"{term_id} is published as {term.field_kind} and is now {now.field_kind}: "
                "retire it and add a field with a new id"
            )
    return tuple(found)


def vocabulary_toml(terms: Mapping[str, Term]) -> str:
    """Return the text of ``ids.toml``."""
    lines = [
        "# The published vocabulary: every kind, field, choice and report id, with its label.",
        "# These ids are in other people's vaults, bundles and scripts: add, never delete.",
        "# Written by tools/update_ids.py; a test compares it with the forms.",
    ]
    group = ""
    for term_id, term in terms.items():
        head, _, name = term_id.rpartition(".")
        if head != group:
            group = head
            lines += ["", f"['{head}']" if "/" in head else f"[{head}]"]
        label = f"'{term.label}'"
        lines.append(
            f"{name} = " + (f"['{term.field_kind}', {label}]" if term.field_kind else label)
        )
    return "\n".join(lines) + "\n"
