from __future__ import annotations

from dataclasses import fields

from hypothesis import given
from hypothesis import strategies as st

from innolab_desktop.domain.commitment import HIGHEST_LEVEL, CommitmentEvidence

CRITERIA = [item.name for item in fields(CommitmentEvidence)]


@given(st.sets(st.sampled_from(CRITERIA)))
def test_the_level_counts_what_is_settled(settled: set[str]) -> None:
    evidence = CommitmentEvidence(**dict.fromkeys(settled, True))
    assert evidence.level == len(settled)
    assert set(evidence.missing) == set(CRITERIA) - settled


def test_there_are_six_criteria() -> None:
    assert len(CRITERIA) == HIGHEST_LEVEL == 6
    assert CommitmentEvidence().missing == tuple(CRITERIA)
