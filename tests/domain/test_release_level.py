from __future__ import annotations

from pathlib import Path

import pytest

from innolab_desktop.domain.release_level import LEVELS, release_level
from innolab_desktop.formdefs.loader import load_forms

FORMS = Path(__file__).parents[2] / "forms"


def test_the_widest_circle_counts() -> None:
    assert release_level("private", ()) == "private"
    assert release_level("tandem", {"private"}) == "tandem"
    assert release_level("tandem", {"coordination", "network"}) == "network"
    assert release_level("network", {"tandem"}) == "network"
    assert release_level("tandem", {"public"}) == "public"


def test_an_unknown_circle_is_refused() -> None:
    with pytest.raises(ValueError, match="not in tuple"):
        release_level("somewhere", ())


def test_the_levels_are_those_of_the_form() -> None:
    field = load_forms(FORMS).field("mission", "release_level")
    assert tuple(choice.id for choice in field.choices) == LEVELS
