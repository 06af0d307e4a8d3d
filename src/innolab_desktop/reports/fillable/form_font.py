"""The embedded font of form fields: viewers need it letter by letter for what people type."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFStream,
    PDFZCompress,
)
from reportlab.pdfbase.ttfonts import TTFont

from innolab_desktop.reports.tagging.structure import IndirectDictionary

if TYPE_CHECKING:
    from pathlib import Path

    from reportlab.pdfbase.pdfdoc import PDFDocument, PDFObjectReference

ENCODING: Final = "cp1252"
"""Python's name of what PDF calls WinAnsiEncoding."""

RESOURCE: Final = "InputSans"
_NAME: Final = "InputSans"
_FIRST, _LAST = 32, 255
_NONSYMBOLIC: Final = 32


class FormFont:
    """A font for one document, with one byte per letter.

    Args:
        file: the font file.
    """

    def __init__(self, file: Path) -> None:
        self._data = file.read_bytes()
        self._face = TTFont(_NAME, str(file)).face

    def embed(self, document: PDFDocument) -> PDFObjectReference:
        """Return the font as an object of *document*."""
        content = PDFStream(
            PDFDictionary({"Length1": len(self._data)}), self._data, filters=[PDFZCompress]
        )
        face, name = self._face, PDFName(_NAME)
        descriptor = IndirectDictionary(
            {
                "Type": PDFName("FontDescriptor"),
                "FontName": name,
                "FontFile2": document.Reference(content),
                "Ascent": face.ascent,
                "Descent": face.descent,
                "CapHeight": face.capHeight,
                "StemV": face.stemV,
                "ItalicAngle": 0,
                "Flags": _NONSYMBOLIC,
                "FontBBox": PDFArray(face.bbox),
            }
        )
        font = IndirectDictionary(
            {
                "Type": PDFName("Font"),
                "Subtype": PDFName("TrueType"),
                "BaseFont": name,
                "Encoding": PDFName("WinAnsiEncoding"),
                "FirstChar": _FIRST,
                "LastChar": _LAST,
                "Widths": PDFArray([self._width(code) for code in range(_FIRST, _LAST + 1)]),
                "FontDescriptor": document.Reference(descriptor),
            }
        )
        return document.Reference(font)

    def _width(self, code: int) -> float:
        character = bytes([code]).decode(ENCODING, "ignore")
        return self._face.charWidths.get(ord(character), 0) if character else 0
