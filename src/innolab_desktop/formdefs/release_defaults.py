"""What a release does with a field whose form does not say it.

Free words are asked for one by one, because names hide in them; ticks, numbers and dates that the
form itself asks for go along; what a rule computes or only the program reads stays.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from innolab_desktop.formdefs.definition import ReleaseRule

_ASKED: Final = frozenset({"text", "long_text", "money", "reference"})
_STAYING: Final = frozenset({"computed"})


def default_release(kind: str, editor: str, *, is_title: bool) -> ReleaseRule:
    """Return the rule for a field of *kind* with that *editor*."""
    if kind in _STAYING or editor == "hidden":
        return "never"
    return "ask" if kind in _ASKED and not is_title else "always"
