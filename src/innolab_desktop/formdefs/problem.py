"""What is wrong with one value, as a code that the German text belongs to."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

MISSING_CODES = frozenset({"value_required", "children_too_few"})
"""Codes that say that something is not there yet; everything else is invalid."""


@dataclasses.dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong with one entry of a form.

    Attributes:
        field: id of the field, or kind of the child records.
        code: key of the German text in ``resources/errors.toml``.
        params: what the text may name; never what the person typed.
    """

    field: str
    code: str
    params: Mapping[str, str | int] = dataclasses.field(default_factory=dict[str, "str | int"])

    @property
    def is_missing(self) -> bool:
        """Tell whether something is missing, in contrast to being invalid."""
        return self.code in MISSING_CODES
