"""How complete a form has to be before a step may be taken."""

from __future__ import annotations

from typing import Literal, TypeAlias

Strength: TypeAlias = Literal["draft", "binding"]
"""``draft``: complete enough to leave the draft. ``binding``: complete enough to be agreed."""
