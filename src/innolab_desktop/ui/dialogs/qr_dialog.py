"""The own card as a QR code, on the screen and on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QBuffer, QMarginsF, QRectF
from PySide6.QtGui import QFont, QPageLayout, QPageSize, QPainter, QPdfWriter

from innolab_desktop import atomic_file
from innolab_desktop.domain.errors import ContactError
from innolab_desktop.ui.dialogs.base_dialog import BaseDialog
from innolab_desktop.ui.dialogs.file_choice import choose_target
from innolab_desktop.ui.error_sentence import error_sentence
from innolab_desktop.ui.theme.fonts import TypeSize
from innolab_desktop.ui.theme.tokens import Tone
from innolab_desktop.ui.visible_text import single_line
from innolab_desktop.ui.widgets.banner import Banner
from innolab_desktop.ui.widgets.boxes import column, panel, row
from innolab_desktop.ui.widgets.button import Button
from innolab_desktop.ui.widgets.muted import Muted
from innolab_desktop.ui.widgets.plain_label import PlainLabel
from innolab_desktop.ui.widgets.qr_picture import QrPicture, paint_modules
from innolab_desktop.ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from innolab_desktop.ui.desk import Desk

_DPI: Final = 300
_MM_PER_INCH: Final = 25.4
_CODE_MM: Final = 140
_POINT_SIZE: Final = 14


class CardOnScreen(NamedTuple):
    """What the code stands for."""

    modules: tuple[tuple[bool, ...], ...]
    name: str
    place: str
    digits: str


class QrDialog(BaseDialog):
    """Shows the code; the Prüfzeichen is still compared by phone."""

    def __init__(self, parent: QWidget, desk: Desk, card: CardOnScreen) -> None:
        super().__init__(parent, desk.theme, self.tr("Meine Karte als QR-Code"))
        self._desk = desk
        self._card = card
        self._banner = Banner(desk.theme, Tone.OK)
        hint = Muted(
            self.tr(
                "Eine Kamera, die Text liest, überträgt so Ihre Karte. Das Prüfzeichen vergleichen "
                "Sie trotzdem am Telefon."
            )
        )
        picture = QrPicture(card.modules, self.tr("QR-Code mit Ihrer Karte"))
        digits = PlainLabel(card.digits, size=TypeSize.HEADING, weight=QFont.Weight.DemiBold)
        content = column(self._banner, hint, digits, row(None, picture, None), None, spacing=0.7)
        save = Button(desk.theme, self.tr("Zum Drucken speichern …"), "file-type-pdf")
        save.clicked.connect(self._choose_target)
        close = Button(desk.theme, self.tr("Schließen"), primary=True)
        close.clicked.connect(self.accept)
        self.assemble(ScrollPage(panel(content)), save, close, width_em=44)
        self.set_size(44, 46)
        close.setFocus()

    def save(self, target: Path) -> None:
        """Write a page with the code to *target*."""
        page = _page(self._card)
        self._desk.jobs.run(
            self,
            lambda _job: _write(target, page),
            lambda _nothing: self._banner.show_message(
                self.tr("Gespeichert: {0}").format(target.name), Tone.OK
            ),
            failed=lambda error: self._banner.show_message(
                error_sentence(self._desk.catalogue, error), Tone.BAD
            ),
        )

    def _choose_target(self) -> None:
        choose_target(
            self,
            self.tr("Karte zum Drucken speichern"),
            self.tr("Karte") + ".pdf",
            self.tr("PDF-Dateien (*.pdf)"),
            self.save,
        )


def _write(target: Path, page: bytes) -> None:
    try:
        atomic_file.write(target, page)
    except OSError as failure:
        raise ContactError("card_unwritable", folder=str(target.parent)) from failure


def _page(card: CardOnScreen) -> bytes:
    """Return a PDF page with the code and what people need beside it."""
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DPI)
    writer.setTitle(f"{single_line(card.name)}, {card.digits}")
    writer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4),
            QPageLayout.Orientation.Portrait,
            QMarginsF(20, 20, 20, 20),
            QPageLayout.Unit.Millimeter,
        )
    )
    painter = QPainter(writer)
    font = QFont()
    font.setPointSize(_POINT_SIZE)
    painter.setFont(font)
    line = painter.fontMetrics().lineSpacing()
    for number, text in enumerate((card.name, card.place, card.digits), 1):
        painter.drawText(0, number * line, single_line(text))
    side = _CODE_MM / _MM_PER_INCH * _DPI
    paint_modules(painter, card.modules, QRectF(0, 4 * line, side, side))
    painter.end()
    return bytes(buffer.data().data())
