"""The way to and from the person (or the script) at the terminal."""

from __future__ import annotations

import json
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from innolab_desktop.domain.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import TextIO

    from innolab_desktop.cli.answer import Answer

_HARMLESS = frozenset("\n\N{NO-BREAK SPACE}\N{ZERO WIDTH JOINER}\N{ZERO WIDTH NON-JOINER}")
_MAX_INPUT = 64 * 1024 * 1024
_ACTIVE_CATEGORIES = frozenset(("Cc", "Cf", "Cs"))


@dataclass(frozen=True, slots=True)
class Terminal:
    """Where a command reads and writes.

    Attributes:
        ask: asks for a passphrase without showing it; None when nobody is there to answer.
        input: what is piped in.
    """

    output: TextIO
    errors: TextIO
    environment: Mapping[str, str]
    ask: Callable[[str], str] | None = None
    input: TextIO | None = None

    def read(self) -> str:
        """Return all of the text that is piped in, up to more than any mail has.

        Raises:
            UsageError: there is none.
        """
        if self.input is None:
            raise UsageError("input_missing")
        return self.input.read(_MAX_INPUT)

    def say(self, line: str) -> None:
        """Print a line for people; nothing in it can steer the terminal."""
        print(harmless(line), file=self.output)

    def answer(self, answer: Answer, *, as_json: bool) -> None:
        """Print the result of a command."""
        if as_json:
            print(json.dumps(answer.value, ensure_ascii=False), file=self.output)
            return
        for line in answer.lines:
            self.say(line)

    def complain(self, code: str, message: str, *, as_json: bool) -> None:
        """Print an error."""
        problem = {"code": code, "message": message}
        line = json.dumps(problem, ensure_ascii=False) if as_json else harmless(message)
        print(line, file=self.errors)


def harmless(text: str) -> str:
    """Return *text* with every character written out that could steer or disguise a line."""
    return "".join(
        char
        if char in _HARMLESS or unicodedata.category(char) not in _ACTIVE_CATEGORIES
        else f"⟦U+{ord(char):04X}⟧"
        for char in text
    )
