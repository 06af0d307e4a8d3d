"""Makes foreign text safe for ReportLab: literal, complete, printable, and of bounded width."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from innolab_desktop.reports.styles import FALLBACK, REGULAR

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlab.lib.styles import ParagraphStyle

    from innolab_desktop.reports.typography import Typography

_LINE_BREAK = re.compile("\r\n|[\r\n\u2028\u2029\x85\x0b\x0c]")
_LONG_WORD = re.compile(r"\S{24,}")
_REORDERING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f")
_UNPRINTABLE_CATEGORIES = frozenset({"Cc", "Cs", "Co", "Cn"})
_LAST_PLANE_0 = 0xFFFF
"""ReportLab cannot say which character a glyph beyond is, so nobody could copy or hear it."""
_LONGEST_PARAGRAPH = 4_000
_LINE_MARK = "\n"
_WIDEST_FALLBACK_EM = 1.3


class LiteralText:
    """Turns plain text into ReportLab's markup without giving it any meaning."""

    def __init__(self, typography: Typography) -> None:
        self._typography = typography

    def paragraphs(self, text: str, style: ParagraphStyle, width: float) -> Iterator[str]:
        """Yield the markup of each paragraph of *text*: blank lines part paragraphs.

        Units: width of the line in points.
        """
        for part in re.split(r"\n\s*\n", self._printable(text)):
            for piece in _bounded(self._wrap(part.strip(), style, width)):
                if piece:
                    yield self._markup(piece, style)

    def line(self, text: str, style: ParagraphStyle, width: float) -> str:
        """Return the markup of *text* as one paragraph without line breaks of its own."""
        single = " ".join(self._printable(text).split())
        return self._markup(self._wrap(single, style, width), style)

    def plain_line(self, text: str, *, limit: int = 120) -> str:
        """Return *text* as one line of at most *limit* characters, for metadata."""
        single = " ".join(self._printable(text[: limit * 4]).split())
        return single if len(single) <= limit else single[: limit - 1].rstrip() + "…"

    def fitting_line(self, text: str, style: ParagraphStyle, width: float) -> str:
        """Return *text* as one line that fits *width* in the font of *style* alone."""
        line = self.plain_line(text)
        line = "".join(c if self._typography.covers(style.fontName, c) else "…" for c in line)
        while self._typography.width(line, style) > width:
            line = line[:-2].rstrip() + "…"
        return line

    def _printable(self, text: str) -> str:
        """Write out what has no picture or would disguise the order of a line."""
        unified = unicodedata.normalize("NFC", _LINE_BREAK.sub("\n", text)).replace("\t", " ")
        unclear = {char: f"[U+{ord(char):04X}]" for char in set(unified) if self._is_unclear(char)}
        return unified.translate(str.maketrans(unclear))

    def _is_unclear(self, char: str) -> bool:
        if char == "\n":
            return False
        if ord(char) > _LAST_PLANE_0 or char in _REORDERING:
            return True
        if unicodedata.category(char) in _UNPRINTABLE_CATEGORIES:
            return True
        return not any(self._typography.covers(font, char) for font in (REGULAR, FALLBACK))

    def _wrap(self, text: str, style: ParagraphStyle, width: float) -> str:
        """Break words that are wider than a line, which ReportLab does far too slowly."""
        return _LONG_WORD.sub(lambda match: self._break_word(match[0], style, width), text)

    def _break_word(self, word: str, style: ParagraphStyle, width: float) -> str:
        widths = {char: self._width(char, style) for char in set(word)}
        if sum(widths[char] for char in word) <= width:
            return word
        lines: list[str] = []
        start, used = 0, 0.0
        for position, char in enumerate(word):
            used += widths[char]
            if used > width:
                lines.append(word[start:position])
                start, used = position, widths[char]
        return _LINE_MARK.join([*lines, word[start:]])

    def _width(self, char: str, style: ParagraphStyle) -> float:
        if self._typography.covers(style.fontName, char):
            return self._typography.width(char, style)
        return style.fontSize * _WIDEST_FALLBACK_EM

    def _markup(self, text: str, style: ParagraphStyle) -> str:
        characters = set(text) - {_LINE_MARK}
        foreign = {c for c in characters if not self._typography.covers(style.fontName, c)}
        markup = escape(text)
        if foreign:
            run = re.compile(f"[{re.escape(''.join(sorted(foreign)))}]+")
            markup = run.sub(lambda match: f'<font name="{FALLBACK}">{match[0]}</font>', markup)
        return markup.replace(_LINE_MARK, "<br/>")


def _bounded(text: str) -> Iterator[str]:
    """Yield *text* in pieces that ReportLab lays out quickly, cut between lines or words."""
    while len(text) > _LONGEST_PARAGRAPH:
        cut = max(text.rfind(mark, 0, _LONGEST_PARAGRAPH) for mark in (_LINE_MARK, " "))
        cut = cut if cut > 0 else _LONGEST_PARAGRAPH
        yield text[:cut].rstrip()
        text = text[cut:].lstrip()
    yield text
