"""Form fields as PDF objects: what they hold, and how they look before somebody opens them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFStream,
    PDFString,
    PDFZCompress,
)

from innolab_desktop.reports.fillable.form_font import ENCODING, RESOURCE
from innolab_desktop.reports.styles import REGULAR
from innolab_desktop.reports.tagging.structure import IndirectDictionary

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reportlab.pdfbase.pdfdoc import PDFDocument, PDFObject, PDFObjectReference

FONT_SIZE: Final = 10
LINE_HEIGHT: Final = 13
_PADDING: Final = 4
_MOST_DRAWN: Final = 4_000
"""More than any field shows. Units: characters."""
_READ_ONLY, _MULTILINE, _COMBO = 1, 1 << 12, 1 << 17
_HIDDEN, _PRINTED = 2, 4
_BOX: Final = "q .97 .98 .99 rg 0 0 {w:.2f} {h:.2f} re f .42 .47 .52 RG .75 w "
_FRAME: Final = _BOX + ".4 .4 {iw:.2f} {ih:.2f} re S Q "
_TICKED: Final = "q .04 .31 .54 RG 1.6 w 2.5 6 m 5 2.8 l 9.5 9.2 l S Q"


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """Where a field lies on the page. Units: points."""

    left: float
    bottom: float
    width: float
    height: float

    @property
    def corners(self) -> PDFArray:
        """The rectangle as PDF writes it."""
        right, top = self.left + self.width, self.bottom + self.height
        return PDFArray([round(v, 2) for v in (self.left, self.bottom, right, top)])


class WidgetMaker:
    """Makes the form fields of one document.

    Args:
        document: they belong to.
        font: the embedded font.
    """

    def __init__(self, document: PDFDocument, font: PDFObjectReference) -> None:
        self._document = document
        self._fonts = PDFDictionary({"Font": PDFDictionary({RESOURCE: font})})
        self._fields: list[PDFDictionary] = []

    def acro_form(self) -> PDFObject:
        """Return the entry of the catalogue that names all fields."""
        return IndirectDictionary(
            {
                "Fields": PDFArray([self._document.Reference(field) for field in self._fields]),
                "DA": PDFString(f"/{RESOURCE} {FONT_SIZE} Tf 0 g"),
                "DR": self._fonts,
            }
        )

    def hidden_field(self, name: str, value: str) -> None:
        """Add a field that nobody sees or changes, outside every page."""
        field = {"FT": PDFName("Tx"), "T": PDFString(name), "V": PDFString(value)}
        self._keep(IndirectDictionary({**field, "Ff": _READ_ONLY}))

    def text_field(
        self, name: str, label: str, value: str, box: Box, *, is_long: bool = False
    ) -> PDFDictionary:
        """Return a field for text."""
        flags = _MULTILINE if is_long else 0
        return self._written(name, label, value, box, {"FT": PDFName("Tx"), "Ff": flags})

    def choice_field(
        self, name: str, label: str, value: str, box: Box, options: Sequence[str]
    ) -> PDFDictionary:
        """Return a field that offers answers."""
        offered = PDFArray([PDFString(option) for option in ("", *options)])
        special = {"FT": PDFName("Ch"), "Ff": _COMBO, "Opt": offered}
        return self._written(name, label, value, box, special)

    def tick_box(self, name: str, label: str, box: Box, *, is_ticked: bool) -> PDFDictionary:
        """Return a box to tick."""
        state = PDFName("Yes" if is_ticked else "Off")
        looks = PDFDictionary(
            {"Yes": self._look(box, _TICKED), "Off": self._look(box, "")},
        )
        return self._keep(
            IndirectDictionary(
                {
                    **self._widget(name, label, box),
                    "FT": PDFName("Btn"),
                    "V": state,
                    "AS": state,
                    "AP": PDFDictionary({"N": looks}),
                }
            )
        )

    def _written(
        self, name: str, label: str, value: str, box: Box, special: Mapping[str, object]
    ) -> PDFDictionary:
        is_long = special["Ff"] == _MULTILINE
        return self._keep(
            IndirectDictionary(
                {
                    **self._widget(name, label, box),
                    **special,
                    "V": PDFString(value),
                    "DA": PDFString(f"/{RESOURCE} {FONT_SIZE} Tf 0 g"),
                    "AP": PDFDictionary({"N": self._look(box, _lines(value, box, is_long))}),
                }
            )
        )

    def _widget(self, name: str, label: str, box: Box) -> dict[str, object]:
        return {
            "Type": PDFName("Annot"),
            "Subtype": PDFName("Widget"),
            "T": PDFString(name),
            "TU": PDFString(label),
            "F": _PRINTED,
            "Rect": box.corners,
            "P": self._document.thisPageRef(),
        }

    def _look(self, box: Box, operators: str) -> PDFObjectReference:
        frame = _FRAME.format(w=box.width, h=box.height, iw=box.width - 0.8, ih=box.height - 0.8)
        form = PDFDictionary(
            {
                "Type": PDFName("XObject"),
                "Subtype": PDFName("Form"),
                "BBox": PDFArray([0, 0, round(box.width, 2), round(box.height, 2)]),
                "Resources": self._fonts,
            }
        )
        return self._document.Reference(PDFStream(form, frame + operators, filters=[PDFZCompress]))

    def _keep(self, field: PDFDictionary) -> PDFDictionary:
        self._fields.append(field)
        return field


def _lines(value: str, box: Box, is_long: bool) -> str:  # noqa: FBT001 - of the same field
    """Return the operators that draw *value*."""
    drawn = value[:_MOST_DRAWN]
    lines = [drawn.replace("\n", " ")]
    first = (box.height - FONT_SIZE) / 2 + FONT_SIZE * 0.2
    if is_long:
        width = box.width - 2 * _PADDING
        lines = [line for part in drawn.split("\n") for line in _split(part, width)]
        first = box.height - _PADDING - FONT_SIZE
    shown = " ".join(f"{_literal(line)} Tj T*" for line in lines)
    clip = f"2 2 {box.width - 4:.2f} {box.height - 4:.2f} re W n"
    text = (
        f"BT 0 g /{RESOURCE} {FONT_SIZE} Tf {LINE_HEIGHT} TL {_PADDING} {first:.2f} Td {shown} ET"
    )
    return f"/Tx BMC q {clip} {text} Q EMC"


def _split(text: str, width: float) -> Sequence[str]:
    return simpleSplit(text, REGULAR, FONT_SIZE, width) or [""]


def _literal(text: str) -> str:
    encoded = text.encode(ENCODING, "replace")
    return "(" + "".join(f"\\{byte:03o}" for byte in encoded) + ")"
