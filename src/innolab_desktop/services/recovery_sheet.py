"""The recovery code on paper: what stands on the sheet, and the port to whoever prints it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from innolab_desktop.services.read_models import VaultInfo

_SHOWN_ID_BYTES = 4


@dataclass(frozen=True, slots=True)
class RecoverySheet:
    """Everything on the sheet; whoever holds it can open the vault.

    Attributes:
        groups: of the code.
        modules: rows of a QR code of the code, dark modules true.
        vault: beginning of the vault's id, to tell sheets apart.
    """

    groups: tuple[str, ...]
    modules: tuple[tuple[bool, ...], ...]
    person: str
    municipality: str
    vault: str
    made: date

    def __repr__(self) -> str:
        return "RecoverySheet(…)"


class QrCode(Protocol):
    """Makes QR codes of short texts."""

    def modules_of(self, text: str) -> tuple[tuple[bool, ...], ...]:
        """Return the rows of a QR code, dark modules true, without the quiet zone."""
        ...


class RecoveryPrinter(Protocol):
    """Writes the sheet as a tagged PDF."""

    def print_recovery(self, sheet: RecoverySheet, target: Path) -> int:
        """Write *sheet* to *target* and return the number of pages.

        Raises:
            ReportError: the file cannot be written.
        """
        ...


class RecoverySheets:
    """Makes the sheet for a code and prints it."""

    def __init__(self, info: VaultInfo, printer: RecoveryPrinter, qr_code: QrCode) -> None:
        self._info = info
        self._printer = printer
        self._qr_code = qr_code

    def make(self, code: str, made: date) -> RecoverySheet:
        """Return the sheet of *code*."""
        return RecoverySheet(
            tuple(code.split("-")),
            self._qr_code.modules_of(code.replace("-", "")),
            self._info.person,
            self._info.municipality,
            self._info.vault_id[:_SHOWN_ID_BYTES].hex(),
            made,
        )

    def write(self, code: str, made: date, target: Path) -> int:
        """Write the sheet of *code* as a PDF and return the number of pages.

        The file is not encrypted: it is there to be printed and deleted.

        Raises:
            ReportError: the file cannot be written.
        """
        return self._printer.print_recovery(self.make(code, made), target)
