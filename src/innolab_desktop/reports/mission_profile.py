"""The Missionssteckbrief: a mission with everything that was agreed about it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from innolab_desktop.formdefs.german_dates import format_date
from innolab_desktop.reports.form_sheet import FormSheet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from innolab_desktop.formdefs.forms import Forms
    from innolab_desktop.formdefs.phrases import Phrases
    from innolab_desktop.reports.block_maker import BlockMaker, Part
    from innolab_desktop.services.reporting import Sheet

_IN_THE_HEAD = frozenset({"title", "revision_number", "mission_statement"})


def mission_profile(blocks: BlockMaker[Part], forms: Forms, sheet: Sheet) -> Iterator[Part]:
    """Yield the Steckbrief of a mission."""
    form = forms.form(sheet.record.kind)
    say = partial(forms.phrases.say, "mission_profile")
    title = form.title_of(sheet.record.values) or say("untitled")
    kicker = forms.phrases.say("report_titles", "mission_profile")
    yield from blocks.title(kicker, title, _subtitle(sheet, forms.phrases))
    if len(sheet.people) > 1:
        *others, last = sheet.people
        people = say("and", others=", ".join(others), last=last)
        yield from blocks.note(say("carried_by", people=people))
    omitted = _IN_THE_HEAD - set(sheet.record.conflicts) - sheet.record.merged
    statement = sheet.record.values.get("mission_statement")
    if isinstance(statement, str) and "mission_statement" in omitted:
        yield from blocks.callout(statement)
    yield from FormSheet(blocks, forms, sheet, omitted=omitted).flowables()


def _subtitle(sheet: Sheet, phrases: Phrases) -> str:
    day = format_date(sheet.as_of.isoformat())
    as_of = phrases.say("report", "as_of", day=day)
    return " · ".join(filter(None, [sheet.municipality, sheet.revision, as_of]))
