"""The answers of a wave as they were counted, kept on the device that showed them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from innolab_desktop.domain.errors import FormatError
from innolab_desktop.domain.evaluation import Tally

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class CountedWave:
    """The tally of each question, by its id; it names nobody."""

    tallies: Mapping[str, Tally]

    def encode(self) -> str:
        """Return the count as a line to be kept."""
        return json.dumps(
            {
                question: [list(tally.counts), tally.not_judged, tally.municipalities]
                for question, tally in sorted(self.tallies.items())
            }
        )


def decode(text: str) -> CountedWave:
    """Return a count that was kept.

    Raises:
        FormatError: it is not what :meth:`CountedWave.encode` writes.
    """
    try:
        return CountedWave(
            {
                question: Tally(tuple(counts), not_judged, places)
                for question, (counts, not_judged, places) in json.loads(text).items()
            }
        )
    except (ValueError, TypeError, AttributeError):
        raise FormatError("format_shape", what="evaluation count") from None
