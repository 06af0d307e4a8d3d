"""Checks the one sentence of a mission: „Bis … haben wir … für …, damit …“."""

from __future__ import annotations

import re
from dataclasses import dataclass

from innolab_desktop.domain.hint import Hint

_UNTIL = re.compile(
    r"\b(?:bis|spätestens|zum|ab|im|Ende|Anfang|Mitte)\b[^,.;]{0,40}?"
    r"(?:\d{1,2}\.\s?\d{1,2}\.\s?\d{2,4}|(?:20|21)\d{2})",
    re.IGNORECASE,
)
_RESULT = re.compile(
    r"\b(?:haben\s+wir|wir\s+haben|hat\s+(?:die|der|das|unsere?)\b|sind\b|ist\b|gibt\s+es|gilt\b)",
    re.IGNORECASE,
)
_FOR_WHOM = re.compile(r"\bfür\s+(?:\S+\s+){0,5}?[A-ZÄÖÜ]\w+|\bfür\s+alle\b", re.IGNORECASE)
_SO_THAT = re.compile(r"\b(?:damit|sodass|so\s+dass|um)\b\s+\S+\s+\S+", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?](?=\s+[A-ZÄÖÜ])")
_DATE_DOT = re.compile(r"(?<=\d)\.")


@dataclass(frozen=True, slots=True, kw_only=True)
class MissionSentence:
    """Which parts the sentence of a mission has."""

    has_date: bool
    has_result: bool
    has_beneficiaries: bool
    has_purpose: bool
    is_one_sentence: bool

    @property
    def is_complete(self) -> bool:
        """Tell whether nothing is missing."""
        return not self.hints

    @property
    def hints(self) -> tuple[Hint, ...]:
        """Return advice on every part that is missing, in the order of the sentence."""
        parts = (
            (self.has_date, "mission_no_date"),
            (self.has_result, "mission_no_result"),
            (self.has_beneficiaries, "mission_no_beneficiaries"),
            (self.has_purpose, "mission_no_purpose"),
            (self.is_one_sentence, "mission_several_sentences"),
        )
        return tuple(Hint(code) for is_there, code in parts if not is_there)


_CONNECTIVES = ("bis", "haben wir", "für", "damit")
_MISSING = "…"


def compose_mission_sentence(until: str, result: str, beneficiaries: str, purpose: str) -> str:
    """Return „Bis … haben wir … für …, damit …“; a part that is not there stays an ellipsis.

    A part may repeat the word that the sentence has in front of it.
    """
    parts = zip((until, result, beneficiaries, purpose), _CONNECTIVES, strict=True)
    day, reached, served, why = (_part(text, connective) for text, connective in parts)
    end = "" if why == _MISSING else "."
    return f"Bis {day} haben wir {reached} für {served}, damit {why}{end}"


def _part(text: str, connective: str) -> str:
    line = " ".join(text.split()).rstrip(" .,;")
    if f"{line} ".lower().startswith(f"{connective} "):
        line = line[len(connective) + 1 :]
    return line or _MISSING


def read_mission_sentence(text: str) -> MissionSentence:
    """Return the parts of „Bis [Datum] haben wir [Ergebnis] für [wen], damit [Vision]“."""
    line = " ".join(text.split())
    return MissionSentence(
        has_date=_UNTIL.search(line) is not None,
        has_result=_RESULT.search(line) is not None,
        has_beneficiaries=_FOR_WHOM.search(line) is not None,
        has_purpose=_SO_THAT.search(line) is not None,
        is_one_sentence=_SENTENCE_END.search(_DATE_DOT.sub(" ", line)) is None,
    )
