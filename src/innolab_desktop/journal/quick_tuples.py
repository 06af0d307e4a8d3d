"""Named tuples for the loops of an import, which makes a hundred thousand of them.

Calling a named tuple goes through a function of Python; this goes past it, four times as fast.
Nothing checks the parts: give exactly as many as the class has.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

T = TypeVar("T")

if TYPE_CHECKING:

    def quickly(cls: type[T], parts: tuple[object, ...], /) -> T:
        """Return a *cls* of *parts*."""
        ...
else:
    quickly = tuple.__new__
