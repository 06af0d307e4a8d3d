"""The Missionssteckbrief: a mission with everything that was agreed about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innolab_desktop.formdefs.german_dates import format_date
from innolab_desktop.reports.form_sheet import FormSheet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from innolab_desktop.formdefs.forms import Forms
    from innolab_desktop.reports.block_maker import BlockMaker, Part
    from innolab_desktop.services.reporting import Sheet

UNTITLED = "Mission ohne Titel"
_IN_THE_HEAD = frozenset({"title", "revision_number", "mission_statement"})


def mission_profile(blocks: BlockMaker[Part], forms: Forms, sheet: Sheet) -> Iterator[Part]:
    """Yield the Steckbrief of a mission."""
    form = forms.form(sheet.record.kind)
    title = form.title_of(sheet.record.values) or UNTITLED
    yield from blocks.title("Missionssteckbrief", title, _subtitle(sheet))
    if len(sheet.people) > 1:
        yield from blocks.note(f"Gemeinsam getragen von {_enumeration(sheet.people)}.")
    omitted = _IN_THE_HEAD - set(sheet.record.conflicts) - sheet.record.merged
    statement = sheet.record.values.get("mission_statement")
    if isinstance(statement, str) and "mission_statement" in omitted:
        yield from blocks.callout(statement)
    yield from FormSheet(blocks, forms, sheet, omitted=omitted).flowables()


def _subtitle(sheet: Sheet) -> str:
    day = format_date(sheet.as_of.isoformat())
    return " · ".join(filter(None, [sheet.municipality, sheet.revision, f"Stand vom {day}"]))


def _enumeration(names: tuple[str, ...]) -> str:
    *others, last = names
    return f"{', '.join(others)} und {last}"
