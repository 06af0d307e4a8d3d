"""Advice on the sentence of a SMART goal.

A goal is a state that somebody can check on a day, not a wish and not an activity. The rules
look at German words; they give hints, because a good sentence may break any of them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from innolab_desktop.domain.hint import Hint

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_COMPARISONS = re.compile(
    r"\b(?:besser|mehr|weniger|häufiger|öfter|seltener|stärker|schneller|höher|niedriger|größer"
    r"|kleiner|geringer|zunehmend|vermehrt|verstärkt)(?:e[rsnm]?)?\b",
    re.IGNORECASE,
)
_NOT_A_COMPARISON = re.compile(
    r"\b(?:(?:nicht|nie|niemand|kein\w*) mehr|mehr als|weniger als)\b", re.IGNORECASE
)
_NUMBER = re.compile(
    r"\d|\b(?:zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|zwanzig|dreißig|vierzig"
    r"|fünfzig|sechzig|siebzig|achtzig|neunzig|hundert|tausend|Hälfte|Drittel|Viertel|verdoppelt|halbiert)\b",
    re.IGNORECASE,
)
_DATE = re.compile(
    r"\b(?:\d{1,2}\.\s?\d{1,2}\.\s?\d{2,4}|\d{1,2}\.\s?[A-Z][a-zä]{2,8}(?:\s\d{4})?"
    r"|(?:19|20|21)\d{2}|(?:I|II|III|IV)/\d{4})\b"
)
_WISHES = re.compile(
    r"\bsoll(?:en|te|ten)?\b(?:\s+\S+){0,12}?\s+(?:versucht|angestrebt)\s+werden\b"
    r"|\bsoll(?:en|te|ten)?\s+versucht\s+werden\b"
    r"|\b(?:wird|werden)\b(?:\s+\S+){0,12}?\s+(?:angestrebt|versucht|angedacht)\b"
    r"|\b(?:streben|strebt)\b(?:\s+\S+){0,12}?\s+an\b"
    r"|\b(?:möchten?|wollen|versuchen|bemühen\s+uns|nach\s+Möglichkeit|möglichst)\b",
    re.IGNORECASE,
)
_ACTIVITY_STEMS = (
    "durchführ", "schul", "entwickel", "erarbeit", "erstell", "organisier", "veranstalt",
    "einführ", "sensibilisier", "informier", "aufbau", "prüf", "umsetz", "initiier", "anbiet",
    "stärk", "förder",
)  # fmt: skip
_ACTIVITIES = re.compile(
    rf"\b(?:{'|'.join(_ACTIVITY_STEMS)})(?:e?n|e|e?te?n?|e?t)\b"
    r"|\b(?:führen|führt|bauen|baut|setzen|setzt|bieten|bietet)\b(?=[^.;]*\b(?:durch|ein|auf|um|an)"
    r"\s*(?:[.;,]|$))"
    r"|\b(?:Durchführung|Entwicklung|Erarbeitung|Erstellung|Einführung|Organisation|Umsetzung"
    r"|Sensibilisierung|Schulung)\b(?=\s+(?:von|der|des|eines|einer)\b)"
)
"""Verbs in small letters, because „Schulen“ are places, and nouns that take an object."""

_DONE = re.compile(r"\b(?:durchgeführt|veranstaltet|organisiert|initiiert)\b", re.IGNORECASE)
_SUBORDINATE = re.compile(r",\s*(?:damit|um|sodass|so dass|weil|dass)\b", re.IGNORECASE)
_STATE = re.compile(
    r"\b(?:haben|hat|sind|ist|liegt|liegen|gilt|gelten|gibt|beträgt|verfügen|kennen)\b"
)


def smart_hints(sentence: str, *, due_date: str | None, baseline: str | None) -> tuple[Hint, ...]:
    """Return advice on the sentence of a goal.

    Args:
        sentence: the Zielsatz.
        due_date: the date of the goal's own field; without it the sentence must name one.
        baseline: the present value; without it nobody can see the change later.
    """
    hints: list[Hint] = []
    without_dates = _DATE.sub(" ", sentence)
    if not _NUMBER.search(without_dates):
        compared = _NOT_A_COMPARISON.sub(" ", sentence)
        hints += _hint("smart_comparison_without_number", _COMPARISONS.finditer(compared))
    hints += _hint("smart_wish", _WISHES.finditer(sentence))
    hints += _hint("smart_activity", _activities(sentence))
    if not due_date and not _DATE.search(sentence):
        hints.append(Hint("smart_no_date"))
    if not (baseline or "").strip():
        hints.append(Hint("smart_no_baseline"))
    return tuple(hints)


def _activities(sentence: str) -> Iterator[re.Match[str]]:
    """Yield the activities of the main clause; in a state only those that are mere output."""
    main_clause = _SUBORDINATE.split(sentence, maxsplit=1)[0]
    pattern = _DONE if _STATE.search(main_clause) else _ACTIVITIES
    return pattern.finditer(main_clause)


def _hint(code: str, matches: Iterable[re.Match[str]]) -> tuple[Hint, ...]:
    words = tuple(dict.fromkeys(match[0] for match in matches))
    return (Hint(code, words),) if words else ()
