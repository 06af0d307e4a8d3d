"""How the program writes about people of all genders: the star, or one of three other ways.

Only texts of the program are rewritten, where they enter; what people wrote stays as it is.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING, Final, cast

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

STAR_FORM: Final = re.compile(r"[A-Za-zÄÖÜäöüß-]+\*[A-Za-zÄÖÜäöüß]+")
"""A word with a gender star in it."""

_BEGINNING: Final = re.compile(r"(?:\A|[.!?:]\s|\n)\W*\Z")
"""What stands before the first word of a sentence or label."""


class Wording(StrEnum):
    """The ways to write.

    Attributes:
        STAR: „Berater*innen“, as all texts are written.
        COLON: „Berater:innen“.
        PAIR: „Beraterinnen und Berater“.
        NEUTRAL: „beratende Personen“.
    """

    STAR = "star"
    COLON = "colon"
    PAIR = "pair"
    NEUTRAL = "neutral"


class GenderWording:
    """Writes star forms in one way.

    Args:
        forms: how each known form is written instead, a word or a phrase with its article.
    """

    def __init__(self, forms: Mapping[str, str]) -> None:
        self._forms = dict(forms)
        longest_first = sorted(self._forms, key=len, reverse=True)
        known = "|".join(re.escape(form) for form in longest_first)
        self._known = re.compile(rf"(?<![\w*])(?:{known})(?![\w*])") if known else None

    def __bool__(self) -> bool:
        return self._known is not None

    def rewrite(self, text: str) -> str:
        """Return a text of the program in this way of writing."""
        if self._known is None or "*" not in text:
            return text
        return self._known.sub(self._replace, text)

    def rewrite_all(self, value: object) -> object:
        """Return *value* with every text in it rewritten, in lists and tables as well."""
        if isinstance(value, str):
            return self.rewrite(value)
        if isinstance(value, list):
            return [self.rewrite_all(item) for item in cast("list[object]", value)]
        if isinstance(value, dict):
            table = cast("dict[str, object]", value)
            return {key: self.rewrite_all(item) for key, item in table.items()}
        return value

    def _replace(self, found: re.Match[str]) -> str:
        instead = self._forms[found[0]]
        if _BEGINNING.search(found.string[: found.start()]):
            return instead[0].upper() + instead[1:]
        return instead


AS_WRITTEN: Final = GenderWording({})
"""Leaves every text as it is."""


def unknown_forms(texts: Iterable[str], known: Iterable[str]) -> frozenset[str]:
    """Return the star forms in *texts* that nothing among *known* covers."""
    marked = GenderWording(dict.fromkeys(known, "§"))
    return frozenset(form for text in texts for form in STAR_FORM.findall(marked.rewrite(text)))
