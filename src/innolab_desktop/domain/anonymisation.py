"""The check before something is released: what in a text may give a person away?

It warns, the person decides. It finds forms (numbers, dates, names that are known here), never
meaning: two rare traits together identify somebody as well, and no pattern sees that.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from innolab_desktop.domain.identifying_patterns import PATTERNS, FindingKind, iban_length

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from innolab_desktop.domain.personal_names import KnownNames

MOST_FINDINGS: Final = 200
"""A text with more than these is no text to be released; the first ones say so."""

_CONTEXT_CHARACTERS: Final = 30

_PLACEHOLDERS: Final[Mapping[FindingKind, str]] = {  # they go into texts, and these are German
    "name": "Person A",
    "salutation": "A",
    "file_number": "[Aktenzeichen entfernt]",
    "phone": "[Telefonnummer entfernt]",
    "email": "[E-Mail-Adresse entfernt]",
    "iban": "[Kontonummer entfernt]",
    "birth_date": "[Altersgruppe]",
    "date": "[Quartal]",
    "address": "[Ort in der Kommune]",
    "number_plate": "[Kennzeichen entfernt]",
}


@dataclass(frozen=True, slots=True)
class FindingWords:
    """What people read about findings, by their kinds.

    Attributes:
        labels: what was found.
        explanations: why it may identify somebody.
    """

    labels: Mapping[str, str]
    explanations: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Finding:
    """A place in a text that may identify a person.

    Attributes:
        start: index of the first character.
        end: index after the last character.
        words: what stands there.
        excerpt: the words with a little of the text around them, in one line.
        label: what was found.
        explanation: why it may identify somebody.
    """

    kind: FindingKind
    start: int
    end: int
    words: str
    excerpt: str
    label: str
    explanation: str

    @property
    def placeholder(self) -> str:
        """What could stand there instead, in German."""
        return _PLACEHOLDERS[self.kind]


def check_anonymity(text: str, names: KnownNames, said: FindingWords) -> tuple[Finding, ...]:
    """Return what in *text* may identify a person, in reading order, at most `MOST_FINDINGS`.

    Args:
        text: as it would leave.
        names: people who are known here: contacts, members, records of persons.
        said: what people read about the findings.
    """
    taken: list[tuple[int, int]] = []
    found: list[tuple[int, int, FindingKind]] = []
    for kind, start, end in _candidates(text, names):
        at = bisect_left(taken, (start, end))
        touches_before = at > 0 and taken[at - 1][1] > start
        touches_after = at < len(taken) and taken[at][0] < end
        if not (touches_before or touches_after):
            taken.insert(at, (start, end))
            found.append((start, end, kind))
    return tuple(
        Finding(
            kind,
            start,
            end,
            text[start:end],
            _excerpt(text, start, end),
            said.labels[kind],
            said.explanations[kind],
        )
        for start, end, kind in sorted(found)[:MOST_FINDINGS]
    )


def _candidates(text: str, names: KnownNames) -> Iterator[tuple[FindingKind, int, int]]:
    """Yield places in order of precedence, of each kind no more than can be shown."""
    for pattern in PATTERNS:
        for number, (start, end) in enumerate(pattern.spans(text)):
            if number >= MOST_FINDINGS:
                break
            if pattern.kind == "iban":
                end = start + iban_length(text[start:end])  # noqa: PLW2901 - words may follow it
            yield pattern.kind, start, end
    for number, (start, end) in enumerate(names.spans(text)):
        if number >= MOST_FINDINGS:
            break
        yield "name", start, end


def _excerpt(text: str, start: int, end: int) -> str:
    first, last = max(start - _CONTEXT_CHARACTERS, 0), min(end + _CONTEXT_CHARACTERS, len(text))
    before = "…" if first else ""
    after = "…" if last < len(text) else ""
    return f"{before}{' '.join(text[first:last].split())}{after}"


def replace_findings(text: str, replacements: Iterable[tuple[Finding, str]]) -> str:
    """Return *text* with other words at the places of findings.

    Args:
        text: the text that was checked.
        replacements: findings of this text, in any order, with what to write instead.
    """
    for finding, words in sorted(replacements, key=lambda item: item[0].start, reverse=True):
        text = text[: finding.start] + words + text[finding.end :]
    return text
