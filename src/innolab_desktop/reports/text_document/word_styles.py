"""The page and the styles of a text document."""

from __future__ import annotations

import string
from typing import TYPE_CHECKING, Any, Final

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor

if TYPE_CHECKING:
    from docx.document import Document

LABEL: Final = "Feldname"
NOTE: Final = "Anmerkung"
WARNING: Final = "Hinweis"
CALLOUT: Final = "Hervorhebung"

_PAGE_FIELDS: Final = {"number": "PAGE", "count": "NUMPAGES"}
_FONT: Final = "Calibri"
_INK: Final = RGBColor(0x1B, 0x2A, 0x38)
_ACCENT: Final = RGBColor(0x1F, 0x4E, 0x79)
_MUTED: Final = RGBColor(0x55, 0x5F, 0x69)
_ALERT: Final = RGBColor(0x8A, 0x3B, 0x00)
_HEADINGS_PT: Final = (22, 15, 12.5, 11)


def empty_document(language: str) -> Document:
    """Return a document on A4, in a language, with our styles."""
    document = docx.Document()
    (section,) = document.sections
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(22)
    section.top_margin = section.bottom_margin = Mm(20)
    styles: Any = document.styles
    _set_language(styles, language)
    _set_font(styles["Normal"], 10.5, _INK)
    styles["Normal"].paragraph_format.space_after = Pt(6)
    for level, size in enumerate(_HEADINGS_PT, 1):
        _set_font(styles[f"Heading {level}"], size, _ACCENT)
    for name, size, color in (
        (LABEL, 9.5, _MUTED),
        (NOTE, 9.5, _MUTED),
        (WARNING, 10, _ALERT),
        (CALLOUT, 12.5, _ACCENT),
    ):
        style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = styles["Normal"]
        _set_font(style, size, color)
    styles[LABEL].font.bold = True
    styles[LABEL].paragraph_format.space_after = Pt(1)
    styles[LABEL].paragraph_format.keep_with_next = True
    return document


def add_page_numbers(document: Document, before: str, page: str) -> None:
    """Write a line with the page number into the footer.

    Args:
        document: the document.
        before: what the line begins with.
        page: how a page is named, with ``{number}`` and ``{count}``.
    """
    paragraph: Any = document.sections[0].footer.paragraphs[0]
    paragraph.style = NOTE
    paragraph.add_run(f"{before} · ")
    for words, name, _spec, _conversion in string.Formatter().parse(page):
        paragraph.add_run(words)
        if name:
            _add_field(paragraph, _PAGE_FIELDS[name])


def _add_field(paragraph: Any, name: str) -> None:  # noqa: ANN401 - python-docx types little
    content = "<w:r><w:t>1</w:t></w:r>"
    field = parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr="{name}">{content}</w:fldSimple>')
    paragraph._p.append(field)  # noqa: SLF001 - there is no other way


def _set_font(style: Any, size: float, color: RGBColor) -> None:  # noqa: ANN401 - the same
    font = style.font
    font.name, font.size = _FONT, Pt(size)
    font.color.rgb = color
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{name}"), None)
    fonts.set(qn("w:hAnsi"), _FONT)


def _set_language(styles: Any, code: str) -> None:  # noqa: ANN401 - the same
    """Let spelling and screen readers know the language."""
    for language in styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), code)
