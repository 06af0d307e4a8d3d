"""The texts of all errors, shared by window and command line.

Read from ``resources/errors.toml``: one table per code with ``what`` (what happened),
``meaning`` (what it means) and ``action`` (what to do); ``{name}`` takes a parameter.
"""

from __future__ import annotations

import string
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, cast

from innolab_desktop.domain.errors import InnolabError
from innolab_desktop.formdefs.speech import AS_WRITTEN_IN_GERMAN

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from innolab_desktop.formdefs.speech import Speech

UNEXPECTED = "unexpected"
"""Code of the text for errors that no table explains."""


@dataclass(frozen=True, slots=True)
class ErrorText:
    """An error in three sentences."""

    what: str
    meaning: str
    action: str

    def __str__(self) -> str:
        return " ".join(part for part in (self.what, self.meaning, self.action) if part)


class ErrorCatalogue:
    """Finds the text of an error.

    Args:
        read: returns the texts by their codes; asked once, when there is something to explain.
    """

    def __init__(self, read: Callable[[], Mapping[str, ErrorText]]) -> None:
        self._texts = cache(read)

    @property
    def codes(self) -> frozenset[str]:
        """Every code that has a text."""
        return frozenset(self._texts())

    def describe(self, error: BaseException) -> ErrorText:
        """Return the text of *error*, its parameters filled in.

        What is no error of ours gets the text of ``unexpected`` with the name of its type.
        """
        if isinstance(error, InnolabError):
            return self.describe_code(error.code, error.params)
        return self.describe_code(UNEXPECTED, {"code": type(error).__name__})

    def describe_code(self, code: str, params: Mapping[str, str | int]) -> ErrorText:
        """Return the text of *code*.

        An unknown code falls back to the text of ``unexpected`` and names the code, so that
        a missing entry is never a missing message.
        """
        text = self._texts().get(code)
        if text is None:
            text, params = self._texts()[UNEXPECTED], {"code": code}
        return ErrorText(
            _fill(text.what, params), _fill(text.meaning, params), _fill(text.action, params)
        )


def read_catalogue(path: Path, speech: Speech = AS_WRITTEN_IN_GERMAN) -> ErrorCatalogue:
    """Return the catalogue written in *path*, which is read when the first text is needed."""
    return ErrorCatalogue(lambda: _read_texts(path, speech))


def _read_texts(path: Path, speech: Speech) -> dict[str, ErrorText]:
    """Return the texts of *path* as *speech* says them.

    Raises:
        KeyError: an entry lacks one of its three sentences.
    """
    tables = cast("dict[str, dict[str, str]]", speech.read(path))
    return {
        code: ErrorText(*(table[part] for part in ("what", "meaning", "action")))
        for code, table in tables.items()
    }


def _fill(template: str, params: Mapping[str, str | int]) -> str:
    """Return *template* with its placeholders replaced; unknown ones become an ellipsis."""
    parts: list[str] = []
    for literal, name, _spec, _conversion in string.Formatter().parse(template):
        parts.append(literal)
        if name is not None:
            parts.append(str(params.get(name, "…")))
    return "".join(parts)
