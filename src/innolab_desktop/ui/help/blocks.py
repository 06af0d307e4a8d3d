"""Reads the Markdown of the handbook: headings, paragraphs, lists, tables, strong words, code."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_HEADING = re.compile(r"(#{1,3}) +(.+)")
_BULLET = re.compile(r"[-*] +(.+)")
_NUMBER = re.compile(r"\d+\. +(.+)")
_TABLE_RULE = re.compile(r"\|[-| :]+\|")
_LINK = re.compile(r"\[([^\]]+)\]\([^)]+\)")
_STRONG = re.compile(r"\*\*(.+?)\*\*|`([^`]+)`")


class BlockKind(Enum):
    """What a block is."""

    TITLE = 1
    HEADING = 2
    SUBHEADING = 3
    PARAGRAPH = 4
    BULLET = 5
    STEP = 6


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of text, strong or not."""

    text: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """One heading, paragraph or item of a list."""

    kind: BlockKind
    spans: tuple[Span, ...]

    @property
    def text(self) -> str:
        """The words without their weight."""
        return "".join(span.text for span in self.spans)


def plain(kind: BlockKind, text: str) -> Block:
    """Return a block of literal text."""
    return Block(kind, (Span(text),))


def read_blocks(text: str) -> tuple[Block, ...]:
    """Return the blocks of a page; what is not understood stays as it is written."""
    blocks: list[Block] = []
    open_lines: list[str] = []
    kind = BlockKind.PARAGRAPH
    for line in [*text.splitlines(), ""]:
        begun = _begins(line)
        if begun is None and line.strip():
            open_lines.append(line.strip())
            continue
        if open_lines:
            blocks.append(Block(kind, _spans(" ".join(open_lines))))
        kind, first = begun if begun is not None else (BlockKind.PARAGRAPH, "")
        open_lines = [first] if first else []
    return tuple(blocks)


def _begins(line: str) -> tuple[BlockKind, str] | None:
    """Return kind and words of the block that *line* begins, if it does."""
    if match := _HEADING.fullmatch(line):
        return BlockKind(len(match[1])), match[2]
    if match := _BULLET.fullmatch(line):
        return BlockKind.BULLET, match[1]
    if match := _NUMBER.fullmatch(line):
        return BlockKind.STEP, match[1]
    if _TABLE_RULE.fullmatch(line):
        return BlockKind.PARAGRAPH, ""
    if line.startswith("|"):
        return BlockKind.BULLET, ": ".join(cell.strip() for cell in line.strip("| ").split("|"))
    return None


def _spans(text: str) -> tuple[Span, ...]:
    text = _LINK.sub(r"\1", text)
    spans: list[Span] = []
    done = 0
    for match in _STRONG.finditer(text):
        spans += [
            Span(text[done : match.start()]),
            Span(match[1] or match[2], match[1] is not None),
        ]
        done = match.end()
    spans.append(Span(text[done:]))
    return tuple(span for span in spans if span.text)


def title_of(blocks: Sequence[Block]) -> str:
    """Return the title of a page."""
    return next((block.text for block in blocks if block.kind is BlockKind.TITLE), "")
