"""QR codes (ISO/IEC 18004): cards in the one line of ``docs/formats/armour.md``, short texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innolab_desktop.bundle.armour import write_card_line
from innolab_desktop.domain.errors import ContactError

if TYPE_CHECKING:
    from segno import QRCode


class CardQrCode:
    """Fills ``services.bundle_ports.CardCode``."""

    def modules(self, content: bytes) -> tuple[tuple[bool, ...], ...]:
        """Return the rows of a QR code, dark modules true, without the quiet zone.

        The smallest version that holds the card is chosen, and the best error correction that
        fits into it.

        Raises:
            ContactError: the card is too long for any QR code.
        """
        import segno  # noqa: PLC0415 - the start does without it
        from segno.encoder import DataOverflowError  # noqa: PLC0415 - the same

        try:
            code = segno.make_qr(write_card_line(content), error="l", mode="alphanumeric")
        except DataOverflowError as failure:
            raise ContactError("card_too_long_for_qr") from failure
        return _rows(code)


class TextQrCode:
    """Fills ``services.recovery_sheet.QrCode``."""

    def modules_of(self, text: str) -> tuple[tuple[bool, ...], ...]:
        """Return the rows of a QR code that still reads when a quarter of it is damaged."""
        import segno  # noqa: PLC0415 - the start does without it

        return _rows(segno.make_qr(text, error="q"))


def _rows(code: QRCode) -> tuple[tuple[bool, ...], ...]:
    return tuple(tuple(bool(module) for module in row) for row in code.matrix)
