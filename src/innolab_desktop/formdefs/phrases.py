"""What the program says around the answers: in reports, tables, charts and checks.

Read from ``forms/phrases.toml`` when the first is needed; ``{name}`` takes a parameter.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Group = Mapping[str, str | list[str]]

PHRASES_FILE = "phrases.toml"
"""Lies beside the forms and is none."""


class Phrases:
    """Phrases by group and name.

    Args:
        read: returns all of them; asked once.
    """

    def __init__(self, read: Callable[[], Mapping[str, object]]) -> None:
        self._groups = cache(read)

    def say(self, group: str, name: str, /, **params: object) -> str:
        """Return a phrase with its parameters filled in.

        Raises:
            KeyError: there is no such phrase, or a parameter is missing.
        """
        return str(self._group(group)[name]).format_map(params)

    def lines(self, group: str, name: str) -> tuple[str, ...]:
        """Return a phrase that consists of several.

        Raises:
            KeyError: there is no such phrase.
        """
        return tuple(self._group(group)[name])

    def all_of(self, group: str) -> dict[str, str]:
        """Return the phrases of a group by their names; none if there is no such group."""
        return {name: str(phrase) for name, phrase in self._group(group).items()}

    def _group(self, group: str) -> Group:
        return cast("Group", self._groups().get(group, {}))


NO_PHRASES = Phrases(dict[str, object])
"""For forms that are read without any."""
