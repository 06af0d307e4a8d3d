"""No command says who gave a contribution."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from cli.conftest import SPACE
from cli.innolab import send

if TYPE_CHECKING:
    from pathlib import Path

    from cli.conftest import Pair
    from cli.innolab import Innolab

TITLES = {"contribution": "text=Nachfragen", "mission": "title=Zugang"}


def apart(pair: Pair, kind: str, folder: Path) -> tuple[str, str]:
    """Let both write about two records of a kind that Ada began; Bea has an Abweichung in each."""
    case = pair.bea.ask("record", "new", "case_consultation", "--space", SPACE, "--set", "title=F")
    pair.ada.ask("import", send(pair.bea, SPACE, folder))
    place = ("--space", SPACE) if kind == "mission" else ("--parent", case["id"])
    begin = ("record", "new", kind, *place, "--set", TITLES[kind])
    changed, doomed = (pair.ada.ask(*begin)["id"] for _ in range(2))
    pair.bea.ask("import", send(pair.ada, SPACE, folder))
    field = "code" if kind == "mission" else "marked"
    for person, value in ((pair.ada, "ja"), (pair.bea, "nein")):
        person.ask("record", "set", changed, f"{field}={value}")
    pair.ada.ask("record", "set", changed, f"{TITLES[kind]}, bitte")
    pair.ada.ask("record", "delete", doomed)
    pair.bea.ask("record", "set", doomed, f"{TITLES[kind]}, gern")
    pair.bea.ask("import", send(pair.ada, SPACE, folder))
    return changed, doomed


def told(person: Innolab, records: tuple[str, str], kind: str, folder: Path) -> list[str]:
    """Return the commands that name Ada or Bea where they speak of *records*."""
    changed, doomed = records
    field = "code" if kind == "mission" else "marked"
    commands = [
        *(("record", verb, record) for record in records for verb in ("show", "history")),
        ("record", "list", "--kind", kind),
        ("conflicts", "list"),
        ("conflicts", "show", changed, field),
        ("conflicts", "show", doomed, "_deleted"),
        ("merged", "list"),
        ("search", "Nachfragen"),
    ]
    said = [(command[:2], text) for command in commands for text in _answers(person, command)]
    said += [
        (("changes",), json.dumps(change, ensure_ascii=False))
        for report in person.ask("changes")
        for change in report["records"]
        if change["record"] in records
    ]
    person.ask("vault", "export-open", folder / kind, "--yes")
    said += [
        (("vault", "export-open"), path.read_text(encoding="utf-8"))
        for path in (folder / kind / "records" / kind).glob("*.json")
        if path.stem in records
    ]
    named = {" ".join(name) for name, text in said if "Ada Öz" in text or "Bea Groß" in text}
    return sorted(named)


def _answers(person: Innolab, command: tuple[str, ...]) -> list[str]:
    return [json.dumps(person.ask(*command), ensure_ascii=False), person.run(*command).output]


@pytest.mark.parametrize(
    ("kind", "naming"),
    [
        ("contribution", []),
        (
            "mission",
            [
                "changes",
                "conflicts list",
                "conflicts show",
                "record history",
                "record show",
                "vault export-open",
            ],
        ),
    ],
)
def test_the_commands_name_who_wrote_a_mission_and_never_who_gave_a_contribution(
    pair: Pair, tmp_path: Path, kind: str, naming: list[str]
) -> None:
    records = apart(pair, kind, tmp_path / "post")
    assert told(pair.bea, records, kind, tmp_path) == naming
