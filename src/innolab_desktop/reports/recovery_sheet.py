"""The sheet with the recovery code: what it opens, how, and where to keep it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from reportlab.lib.units import mm

from innolab_desktop.formdefs.german_dates import format_date
from innolab_desktop.reports.formatters import Points
from innolab_desktop.reports.qr_figure import QrDrawing
from innolab_desktop.reports.tagging.flowables import Figure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlab.platypus import Flowable

    from innolab_desktop.formdefs.phrases import Phrases
    from innolab_desktop.reports.blocks import Blocks
    from innolab_desktop.services.recovery_sheet import RecoverySheet

_QR_EDGE: Final = 52 * mm
_GROUPS_A_LINE: Final = 4


def recovery_sheet(blocks: Blocks, phrases: Phrases, sheet: RecoverySheet) -> Iterator[Flowable]:
    """Yield the parts of the sheet."""
    say = partial(phrases.say, "recovery_sheet")
    lines = partial(phrases.lines, "recovery_sheet")
    facts = (sheet.person, sheet.municipality, say("vault", vault=sheet.vault))
    made = say("made", day=format_date(sheet.made.isoformat()))
    yield from blocks.title("InnoLab Desktop", say("title"), " · ".join((*facts, made)))
    yield from blocks.callout(say("warning"))
    yield from blocks.section(say("code"))
    for start in range(0, len(sheet.groups), _GROUPS_A_LINE):
        yield blocks.large("   ".join(sheet.groups[start : start + _GROUPS_A_LINE]))
    yield Figure(QrDrawing(sheet.modules, edge=_QR_EDGE), say("qr_code"))
    yield from blocks.section(say("use"))
    yield from blocks.labelled(say("use_when"), Points(lines("use_steps")))
    yield from blocks.section(say("keep"))
    yield from blocks.labelled(say("keep_when"), Points(lines("keep_steps")))
