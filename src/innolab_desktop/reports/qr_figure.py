"""A QR code as a drawing: squares without gaps, with its quiet zone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reportlab.lib.colors import HexColor
from reportlab.platypus import Flowable

if TYPE_CHECKING:
    from collections.abc import Sequence

_QUIET_MODULES: Final = 4


class QrDrawing(Flowable):
    """Draws *modules* from the top left.

    Units: edge in points, with the quiet zone.
    """

    def __init__(self, modules: Sequence[Sequence[bool]], *, edge: float) -> None:
        super().__init__()
        self._modules = modules
        self._edge = edge
        self._module = edge / (len(modules) + 2 * _QUIET_MODULES)

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: ARG002, N803 - ReportLab's names
        """Return the size."""
        self.width = self.height = self._edge
        return self.width, self.height

    def draw(self) -> None:
        """Draw runs of dark modules as one bar each, so that no hairlines show between them."""
        self.canv.setFillColor(HexColor("#000000"))
        for number, row in enumerate(self._modules):
            bottom = self._edge - (number + 1 + _QUIET_MODULES) * self._module
            start = 0
            for column, is_dark in enumerate((*row, False)):
                if not is_dark:
                    if column > start:
                        left = (start + _QUIET_MODULES) * self._module
                        width = (column - start) * self._module
                        self.canv.rect(left, bottom, width, self._module, stroke=0, fill=1)
                    start = column + 1
