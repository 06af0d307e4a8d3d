"""The Verbindlichkeitsgrad: how much of an agreement is settled, from 0 to 6.

It counts acts (a date is named, means are agreed), never anybody's attitude, and it is shown to
the tandem that owns the mission, never as a ranking of municipalities.
"""

from __future__ import annotations

from dataclasses import dataclass, fields

HIGHEST_LEVEL = 6
LEADERSHIP_IN_WRITING = 3
"""From this step of the scale on, the administrative leadership has confirmed in writing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitmentEvidence:
    """What is settled about a mission.

    Attributes:
        has_verifiable_goal: a goal says how its attainment is measured, and the value to reach.
        has_deadline: the mission or a goal says until when.
        has_responsibility: every goal names who is responsible.
        has_means: the working time is agreed, and the budget or that none is needed.
        is_written_with_leadership: the agreement is in writing and the leadership takes part.
        has_review_date: it is settled when and by whom the agreement is reviewed.
    """

    has_verifiable_goal: bool = False
    has_deadline: bool = False
    has_responsibility: bool = False
    has_means: bool = False
    is_written_with_leadership: bool = False
    has_review_date: bool = False

    @property
    def level(self) -> int:
        """Return the number of criteria that are met, 0 to 6."""
        return sum(1 for item in fields(self) if getattr(self, item.name) is True)

    @property
    def missing(self) -> tuple[str, ...]:
        """Return the names of the criteria that are not met, in the order of the form."""
        return tuple(item.name for item in fields(self) if getattr(self, item.name) is not True)
