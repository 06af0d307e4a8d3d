"""Prints the sheet with a recovery code straight from the window: no file is left behind."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog

from innolab_desktop.ui.visible_text import single_line
from innolab_desktop.ui.widgets.qr_picture import paint_modules

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from innolab_desktop.services.recovery_sheet import RecoverySheet

_TEXT_PT: Final = 11
_LARGE_PT: Final = 20
_CODE_SHARE: Final = 0.35
"""Of the page's width."""
_GROUPS_A_LINE: Final = 4


def ask_print(parent: QWidget, sheet: RecoverySheet) -> None:
    """Ask which printer to use, then print *sheet*."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(_tr("Wiederherstellungscode"))
    dialog = QPrintDialog(printer, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.accepted.connect(lambda: print_sheet(printer, sheet))
    QDialog.open(dialog)  # its own open() wants a slot by name


def print_sheet(printer: QPrinter, sheet: RecoverySheet) -> None:
    """Put *sheet* on one page of *printer*."""
    painter = QPainter(printer)
    page = QRectF(printer.pageRect(QPrinter.Unit.DevicePixel))
    width, top = page.width(), 0.0
    starts = range(0, len(sheet.groups), _GROUPS_A_LINE)
    code = [" ".join(sheet.groups[start : start + _GROUPS_A_LINE]) for start in starts]
    facts = (sheet.person, sheet.municipality, f"{sheet.vault}, {sheet.made:%d.%m.%Y}")
    for text, size in (
        (_tr("Wiederherstellungscode"), _LARGE_PT),
        *((single_line(fact), _TEXT_PT) for fact in facts),
        *((line, _LARGE_PT) for line in code),
        (_tr("Wer dieses Blatt hat, kann den Tresor öffnen: „Wiederherstellungscode …“"), _TEXT_PT),
        (_tr("Bitte getrennt vom Rechner und verschlossen aufbewahren."), _TEXT_PT),
    ):
        top = _line(painter, text, size, top, width)
    side = width * _CODE_SHARE
    paint_modules(painter, sheet.modules, QRectF(0, top, side, side))
    painter.end()


def _line(painter: QPainter, text: str, size: int, top: float, width: float) -> float:
    """Write a text below *top* and return where it ends."""
    font = QFont()
    font.setPointSize(size)
    painter.setFont(font)
    place = QRectF(0, top, width, painter.fontMetrics().lineSpacing() * 4)
    flags = int(Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)
    used = painter.boundingRect(place, flags, text)
    painter.drawText(place, flags, text)
    return used.bottom() + painter.fontMetrics().lineSpacing() / 2


def _tr(text: str) -> str:
    return QCoreApplication.translate("RecoveryPrint", text)
