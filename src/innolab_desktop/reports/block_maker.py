"""The parts a report is made of, whatever it is written as."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from innolab_desktop.reports.formatters import Answer

Part = TypeVar("Part")
Part_co = TypeVar("Part_co", covariant=True)


class BlockMaker(Protocol[Part_co]):
    """Plain text in, parts of one kind of document out."""

    def title(self, kicker: str, title: str, subtitle: str) -> Iterator[Part_co]:
        """Yield the head of the report."""
        ...

    def section(self, title: str) -> Iterator[Part_co]:
        """Yield the heading of a section."""
        ...

    def subsection(self, title: str) -> Part_co:
        """Return a heading inside a section."""
        ...

    def card_title(self, title: str) -> Part_co:
        """Return the heading of one child record."""
        ...

    def callout(self, text: str) -> Iterator[Part_co]:
        """Yield a text that stands out."""
        ...

    def note(self, text: str) -> Iterator[Part_co]:
        """Yield a remark of the report itself."""
        ...

    def warning(self, text: str) -> Iterator[Part_co]:
        """Yield a remark that asks for attention."""
        ...

    def labelled(self, label: str, answer: Answer) -> Iterator[Part_co]:
        """Yield an answer of any length below its label."""
        ...

    def facts(self, facts: Sequence[tuple[str, str]]) -> Iterator[Part_co]:
        """Yield short answers beside their labels."""
        ...

    def table(self, header: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[Part_co]:
        """Yield a table with one header row."""
        ...
