"""The pages of the handbook, in the order of its table of contents."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from innolab_desktop.domain.gender_wording import AS_WRITTEN
from innolab_desktop.domain.german_folding import fold
from innolab_desktop.ui.help.blocks import BlockKind, read_blocks, title_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from innolab_desktop.domain.gender_wording import GenderWording
    from innolab_desktop.ui.help.blocks import Block

_CONTENTS = "README.md"
_ENTRY = re.compile(r"^- \[[^\]]+\]\(([\w-]+)\.md\)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Topic:
    """One page.

    Attributes:
        id: names it in code; the name of its file without the ending.
        blocks: what it says.
    """

    id: str
    blocks: tuple[Block, ...]

    @property
    def title(self) -> str:
        """The title of the page."""
        return title_of(self.blocks)

    @property
    def lead(self) -> str:
        """The first thing it says."""
        return next((b.text for b in self.blocks if b.kind is not BlockKind.TITLE), "")


@dataclass(frozen=True, slots=True)
class TopicHit:
    """A page in which words occur, and one place where they do."""

    topic: Topic
    place: str


class Handbook:
    """The pages by id, to be searched."""

    def __init__(self, topics: Iterable[Topic]) -> None:
        self._topics = {topic.id: topic for topic in topics}

    @property
    def topics(self) -> Sequence[Topic]:
        """All pages in their order."""
        return list(self._topics.values())

    def topic(self, topic_id: str) -> Topic:
        """Return a page."""
        return self._topics[topic_id]

    def search(self, words: str) -> Sequence[TopicHit]:
        """Return the pages with all *words*; those with a word in the title come first."""
        wanted = fold(words).split()
        hits = [hit for topic in self.topics if (hit := _hit(topic, wanted)) is not None]
        return sorted(hits, key=lambda hit: not any(w in fold(hit.topic.title) for w in wanted))


def read_handbook(
    folder: Path, further: Iterable[Topic] = (), wording: GenderWording = AS_WRITTEN
) -> Handbook:
    """Return the pages that the table of contents in *folder* names, then *further* ones."""
    contents = (folder / _CONTENTS).read_text(encoding="utf-8")
    pages = [_read(folder, name, wording) for name in _ENTRY.findall(contents)]
    return Handbook([*pages, *further])


def _read(folder: Path, name: str, wording: GenderWording) -> Topic:
    text = (folder / f"{name}.md").read_text(encoding="utf-8")
    return Topic(name, read_blocks(wording.rewrite(text)))


def _hit(topic: Topic, wanted: Sequence[str]) -> TopicHit | None:
    texts = [block.text for block in topic.blocks]
    whole = fold(" ".join(texts))
    if not all(word in whole for word in wanted):
        return None
    said = [block.text for block in topic.blocks if block.kind is not BlockKind.TITLE]
    return TopicHit(topic, max(said, key=lambda text: _count(text, wanted), default=""))


def _count(text: str, wanted: Sequence[str]) -> int:
    return sum(word in fold(text) for word in wanted)
