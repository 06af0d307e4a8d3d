"""The sheet with the recovery code: what it opens, how, and where to keep it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reportlab.lib.units import mm

from innolab_desktop.formdefs.german_dates import format_date
from innolab_desktop.reports.formatters import Points
from innolab_desktop.reports.qr_figure import QrDrawing
from innolab_desktop.reports.tagging.flowables import Figure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlab.platypus import Flowable

    from innolab_desktop.reports.blocks import Blocks
    from innolab_desktop.services.recovery_sheet import RecoverySheet

TITLE: Final = "Wiederherstellungscode"
_QR_EDGE: Final = 52 * mm
_GROUPS_A_LINE: Final = 4
_USE: Final = (
    "Starten Sie InnoLab Desktop und wählen Sie den Tresor.",
    "Wählen Sie „Wiederherstellungscode verwenden …“.",
    "Tippen Sie die acht Gruppen ab, oder scannen Sie den QR-Code.",
    "Groß- und Kleinschreibung, Leerzeichen und Striche spielen keine Rolle.",
    "Legen Sie danach einen neuen Passwortsatz fest.",
)
_KEEP: Final = (
    "Bewahren Sie dieses Blatt getrennt vom Rechner auf, etwa im verschlossenen Umschlag.",
    "Fotografieren, kopieren und mailen Sie es nicht.",
    "Löschen Sie die Datei, sobald sie gedruckt ist.",
    "Hat jemand das Blatt gesehen, erzeugen Sie unter „Schlüssel“ einen neuen Code.",
    "Der alte Code öffnet danach nur noch ältere Kopien des Tresors.",
)


def recovery_sheet(blocks: Blocks, sheet: RecoverySheet) -> Iterator[Flowable]:
    """Yield the parts of the sheet."""
    facts = (sheet.person, sheet.municipality, f"Tresor {sheet.vault}")
    made = f"erzeugt am {format_date(sheet.made.isoformat())}"
    yield from blocks.title("InnoLab Desktop", TITLE, " · ".join((*facts, made)))
    yield from blocks.callout(
        "Wer dieses Blatt hat, kann den Tresor öffnen. Fehlen Passwortsatz und Blatt, kann ihn "
        "nur noch öffnen, wem Sie einen Schlüssel hinterlegt haben, sonst niemand."
    )
    yield from blocks.section("Der Code")
    for start in range(0, len(sheet.groups), _GROUPS_A_LINE):
        yield blocks.large("   ".join(sheet.groups[start : start + _GROUPS_A_LINE]))
    drawing = QrDrawing(sheet.modules, edge=_QR_EDGE)
    yield Figure(drawing, "QR-Code mit demselben Wiederherstellungscode, ohne Striche.")
    yield from blocks.section("So benutzen Sie ihn")
    yield from blocks.labelled("Wenn der Passwortsatz fehlt", Points(_USE))
    yield from blocks.section("So bewahren Sie ihn auf")
    yield from blocks.labelled("Bitte beachten", Points(_KEEP))
