"""``space members``: who reads along, as scripts see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cli.conftest import SPACE

if TYPE_CHECKING:
    from cli.conftest import Pair


def test_members_are_listed_by_person(pair: Pair) -> None:
    ada, bea = pair.ada.ask("space", "members", SPACE)
    assert (ada["name"], ada["role"], ada["removable"]) == ("Ada Öz", "founder", False)
    assert (bea["name"], bea["devices"], bea["unverified"]) == ("Bea Groß", 1, 0)
    assert bea["removable"]
    assert (
        "Ada Öz (hat den Raum angelegt): 1 Gerät\n"
        in pair.bea.run("space", "members", SPACE).output
    )
    assert [m["removable"] for m in pair.bea.ask("space", "members", SPACE)] == [False, False]
