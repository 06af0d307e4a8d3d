"""``innolab record release`` as scripts and people use it."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest

from cli.innolab import Innolab, create, introduce, send

if TYPE_CHECKING:
    from pathlib import Path

    from cli.conftest import Pair


@dataclass(frozen=True)
class Trio:
    """Ada and a coordinator share a space beside Ada's tandem."""

    ada: Innolab
    kim: Innolab
    mission: str


@pytest.fixture(scope="session")
def kim_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("kim")
    create(folder / "kim", "Kim Sommer", "Koordinierungsstelle", "coordinator")
    return folder / "kim"


@pytest.fixture
def trio(pair: Pair, kim_folder: Path, tmp_path: Path) -> Trio:
    shutil.copytree(kim_folder, tmp_path / "kim")
    kim = Innolab(tmp_path / "kim")
    introduce(pair.ada, kim)
    members = ("--type", "coordination", "--member", "Kim Sommer")
    pair.ada.ask("space", "create", "Koordination", *members)
    return Trio(pair.ada, kim, pair.mission)


def release(person: Innolab, record: str, *more: str) -> Any:
    return person.ask("record", "release", record, "--space", "Koordination", *more)


def test_a_preview_tells_everything_and_changes_nothing(trio: Trio) -> None:
    before = trio.ada.ask("vault", "status")["commits"]
    shown = release(trio.ada, trio.mission, "--preview", "--field", "vision")
    assert trio.ada.ask("vault", "status")["commits"] == before
    assert (shown["id"], shown["commit"], shown["aside"]) == (None, None, False)
    (recipient,) = shown["recipients"]
    assert recipient["verified"]
    assert (recipient["name"], recipient["municipality"]) == ("Kim Sommer", "Musterstadt")
    (record,) = shown["records"]
    chosen = {field["field"]: field["value"] for field in record["fields"] if field["chosen"]}
    assert chosen == {
        "status": "idea",
        "title": "Zugänge für alle",
        "vision": "Alle gehen gern hin.",
    }
    assert shown["findings"] == []


def test_a_release_arrives_and_can_be_repeated(trio: Trio, tmp_path: Path) -> None:
    done = release(trio.ada, trio.mission, "--all-fields")
    assert len(done["commit"]) == 64
    trio.kim.ask("import", send(trio.ada, "Koordination", tmp_path / "post"))
    there = trio.kim.ask("record", "show", done["id"])
    assert there["values"]["vision"] == "Alle gehen gern hin."
    assert there["unknown"] == {}
    again = ("record", "release", trio.mission, "--space", "Koordination")
    assert trio.ada.refuse(*again) == (1, "release_nothing_new")
    trio.ada.ask("record", "set", trio.mission, "vision=Alle kommen wieder.")
    assert release(trio.ada, trio.mission, "--field", "vision")["id"] == done["id"]


def test_a_record_shows_its_trail(trio: Trio) -> None:
    done = release(trio.ada, trio.mission)
    shown = trio.ada.ask("record", "show", trio.mission)
    (copy,) = shown["released_to"]
    assert (copy["id"], copy["edited_there"], shown["released_from"]) == (done["id"], False, None)
    there = trio.ada.ask("record", "show", done["id"])
    assert there["released_from"]["id"] == trio.mission
    assert there["released_to"] == []
    trio.ada.ask("record", "set", done["id"], "title=Dort")
    (copy,) = trio.ada.ask("record", "show", trio.mission)["released_to"]
    assert copy["edited_there"]
    output = trio.ada.run("record", "show", trio.mission).output
    assert "Freigegeben an „Koordination“, dort seither geändert" in output
    assert "Freigegeben aus „Tandem Öz/Groß“" in trio.ada.run("record", "show", done["id"]).output


def test_findings_are_decided_by_yes_or_by_other_words(trio: Trio) -> None:
    trio.ada.ask("record", "set", trio.mission, "vision=Frau Kowalski kommt gern.")
    command = ("record", "release", trio.mission, "--space", "Koordination", "--field", "vision")
    assert trio.ada.refuse(*command) == (1, "release_findings_undecided")
    (finding,) = trio.ada.ask(*command, "--preview")["findings"]
    assert (finding["kind"], finding["words"], finding["decided"]) == (
        "salutation",
        "Kowalski",
        False,
    )
    done = trio.ada.ask(*command, "--wording", "vision=Person A kommt gern.")
    assert trio.ada.ask("record", "show", done["id"])["values"]["vision"] == "Person A kommt gern."
    done = trio.ada.ask(*command, "--yes")
    assert [item["decided"] for item in done["findings"]] == [True]


def test_children_go_along_when_named(trio: Trio) -> None:
    new = ("record", "new", "smart_goal", "--parent", trio.mission, "--set")
    first = trio.ada.ask(*new, "statement=Erstes", "specific=Im Bürgerbüro")["id"]
    trio.ada.ask(*new, "statement=Zweites")
    done = release(trio.ada, trio.mission, "--child", first, "--field", "smart_goal.specific")
    (child,) = trio.ada.ask("record", "list", "--parent", done["id"])
    assert child["title"] == "Erstes"
    values = trio.ada.ask("record", "show", child["id"])["values"]
    assert values["specific"] == "Im Bürgerbüro"
    release(trio.ada, trio.mission, "--all-children")
    assert len(trio.ada.ask("record", "list", "--parent", done["id"])) == 2


def test_wrong_words_are_wrong_usage(trio: Trio) -> None:
    command = ("record", "release", trio.mission, "--space", "Koordination")
    assert trio.ada.refuse(*command, "--field", "nonsense") == (2, "field_unknown")
    assert trio.ada.refuse(*command, "--wording", "vision") == (2, "assignment_invalid")
    other = trio.ada.ask("record", "new", "insight", "--set", "title=x")["id"]
    assert trio.ada.refuse(*command, "--child", other) == (2, "release_child_unknown")
    assert trio.ada.refuse(*command, "--yes", "--all-fields", "--field", "vision")[0] == 2
    case = trio.ada.ask("record", "new", "case_consultation", "--set", "title=Fall")["id"]
    barred = ("record", "release", case, "--space", "Koordination")
    assert trio.ada.refuse(*barred) == (1, "release_barred")


def test_people_read_german(trio: Trio) -> None:
    trio.ada.ask("record", "set", trio.mission, "vision=Frau Kowalski kommt gern.")
    command = ("record", "release", trio.mission, "--space", "Koordination", "--preview")
    output = trio.ada.run(*command, "--field", "vision").output
    assert "Kim Sommer, Musterstadt (Prüfzeichen verglichen)" in output
    assert "Vision: Frau Kowalski kommt gern." in output
    assert "1 Stelle zu entscheiden:" in output
    output = trio.ada.run(*command).output
    assert "Bleibt hier: Vision. Nicht ausgewählt." in output
