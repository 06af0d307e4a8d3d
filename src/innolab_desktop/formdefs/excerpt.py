"""A part of a form, for a page that asks for little at a time."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from innolab_desktop.formdefs.definition import Section

if TYPE_CHECKING:
    from collections.abc import Iterable

    from innolab_desktop.formdefs.definition import FormDefinition


def excerpt(
    definition: FormDefinition, names: Iterable[str], *, section_id: str, label: str
) -> FormDefinition:
    """Return *definition* with only the entries *names*, in this order, as one section.

    Names that the form does not know are left out; a form without entries has no section.
    """
    entries = {entry.name: entry for entry in definition.entries()}
    wanted = tuple(entries[name] for name in names if name in entries)
    section = Section(id=section_id, label=label, entries=wanted)
    return replace(definition, sections=(section,) if wanted else ())
