"""From how many people and places on results may be shown; nothing in the program goes below."""

from __future__ import annotations

from typing import Final

FEWEST_ANSWERS: Final = 5
FEWEST_MUNICIPALITIES: Final = 3
