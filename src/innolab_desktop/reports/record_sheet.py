"""The Datenblatt: any record as its paper form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innolab_desktop.formdefs.german_dates import format_date
from innolab_desktop.reports.form_sheet import FormSheet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from innolab_desktop.formdefs.forms import Forms
    from innolab_desktop.reports.block_maker import BlockMaker, Part
    from innolab_desktop.services.reporting import Sheet


def record_sheet(blocks: BlockMaker[Part], forms: Forms, sheet: Sheet) -> Iterator[Part]:
    """Yield the sheet of a record of any kind."""
    form = forms.form(sheet.record.kind)
    title = form.title_of(sheet.record.values)
    day = format_date(sheet.as_of.isoformat())
    facts = [sheet.municipality, forms.phrases.say("report", "as_of", day=day)]
    yield from blocks.title(form.label, title or form.label, " · ".join(filter(None, facts)))
    omitted = frozenset({form.title_field}) if title else frozenset[str]()
    yield from FormSheet(blocks, forms, sheet, omitted=omitted).flowables()
