"""A part of a form."""

from __future__ import annotations

from innolab_desktop import paths
from innolab_desktop.formdefs.excerpt import excerpt
from innolab_desktop.formdefs.loader import load_forms

MISSION = load_forms(paths.forms_dir()).form("mission")


def test_it_has_the_named_entries_in_their_order_as_one_section() -> None:
    part = excerpt(
        MISSION, ("vision", "smart_goal", "gone", "challenge"), section_id="x", label="Teil"
    )
    assert [entry.name for entry in part.entries()] == ["vision", "smart_goal", "challenge"]
    assert [(section.id, section.label) for section in part.sections] == [("x", "Teil")]
    assert part.id == MISSION.id
    assert not excerpt(MISSION, ("gone",), section_id="x", label="").sections
