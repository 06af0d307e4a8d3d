"""``space members``: who reads along, as scripts see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cli.conftest import SPACE
from cli.innolab import send

if TYPE_CHECKING:
    from pathlib import Path

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


def test_a_space_that_was_left_says_so(pair: Pair) -> None:
    before = next(s for s in pair.bea.ask("space", "list") if s["name"] == SPACE)
    assert (before["is_member"], before["left"]) == (True, None)
    pair.bea.ask("space", "leave", SPACE)
    after = next(s for s in pair.bea.ask("space", "list") if s["name"] == SPACE)
    assert (after["is_member"], after["left"] > "2026") == (False, True)
    assert f"{SPACE} (Tandem): nicht mehr Mitglied seit " in pair.bea.run("space", "list").output


def test_what_others_have_to_decide_is_not_counted(pair: Pair, tmp_path: Path) -> None:
    for person, title in ((pair.ada, "Offene Türen"), (pair.bea, "Kurze Wege")):
        person.ask("record", "set", pair.mission, f"title={title}")
    pair.bea.ask("import", send(pair.ada, SPACE, tmp_path))
    assert pair.bea.ask("vault", "status")["conflicts"] == 1
    pair.bea.ask("space", "leave", SPACE)
    assert pair.bea.ask("vault", "status")["conflicts"] == 0
    assert pair.bea.ask("conflicts", "list") == []


def test_a_space_that_was_left_is_deleted_here(pair: Pair, tmp_path: Path) -> None:
    refused = pair.bea.run("space", "forget", SPACE, "--reason", "unneeded")
    assert "Sie gehören noch zum Raum" in refused.errors
    pair.bea.ask("space", "leave", SPACE)
    pair.bea.ask("export", "--space", SPACE, "--out", str(tmp_path / "post"))
    assert "Grund" in pair.bea.run("space", "forget", SPACE).errors
    gone = pair.bea.ask("space", "forget", SPACE, "--reason", "unneeded")
    assert gone.keys() == {"id", "records", "backups_due"}
    assert (gone["records"], gone["backups_due"] > 0) == (1, True)
    assert [space["name"] for space in pair.bea.ask("space", "list")] == ["Nur ich"]
    (logged,) = pair.bea.ask("erasures", "list")["erasures"]
    assert (logged["space"], logged["space_records"], logged["devices"]) == (gone["id"], 1, 0)
    line = pair.bea.run("erasures", "list").output
    assert "Raum, 1 Eintrag: Nicht mehr erforderlich; nur auf diesem Gerät" in line
    pair.bea.ask("erasures", "clean")
    assert "noch Gelöschtes" not in pair.bea.run("erasures", "list").output
