"""The JSON keys of the command line are public: DESIGN chapter 10, key by key."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from cli.conftest import SPACE
from cli.innolab import PASSPHRASE, run, send

if TYPE_CHECKING:
    from pathlib import Path

    from cli.conftest import Pair

UTC = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z")
HEX_ID = re.compile(r"[0-9a-f]{32}")
COMMIT = re.compile(r"[0-9a-f]{64}")
STATUS_KEYS = {
    "vault_id",
    "device_id",
    "person",
    "municipality",
    "department",
    "role",
    "records",
    "commits",
    "schema_version",
}


def has(value: Any, *keys: str) -> bool:
    """Tell whether *value* is an object with at least these keys."""
    return isinstance(value, dict) and set(keys) <= set(value)


def test_vault_create_and_status(tmp_path: Path) -> None:
    arguments = ("--name", "Ada Öz", "--municipality", "Köln", "--department", "Büro")
    created = run("vault", "create", tmp_path / "v", *arguments, "--role", "coordinator", "--json")
    assert created.exit_code == 0
    assert has(created.value, *STATUS_KEYS)

    status = run("vault", "status", "--vault", tmp_path / "v", "--json").value

    assert {key: status[key] for key in STATUS_KEYS} == {
        key: created.value[key] for key in STATUS_KEYS
    }
    assert (status["person"], status["municipality"], status["department"], status["role"]) == (
        "Ada Öz",
        "Köln",
        "Büro",
        "coordinator",
    )
    assert (status["records"], status["commits"], status["schema_version"]) == (0, 1, 1)
    assert HEX_ID.fullmatch(status["vault_id"])


def test_record_new_set_list_show(pair: Pair) -> None:
    ada = pair.ada
    goal = ada.ask(
        "record", "new", "smart_goal", "--parent", pair.mission, "--set", "statement=Bis Ende"
    )
    assert has(goal, "id", "kind", "space")
    assert (goal["kind"], goal["space"]) == ("smart_goal", pair.space)

    changed = ada.ask(
        "record",
        "set",
        pair.mission,
        "budget=1.234,50",
        "review_date=28.05.2026",
        "term=01.01.2026 – 31.12.2026",
        "fields_of_action=language; Sonstiges",
        "leadership_support=3",
    )
    assert changed["id"] == pair.mission
    assert COMMIT.fullmatch(changed["commit"])

    rows = ada.ask("record", "list")
    assert {row["id"] for row in rows} == {pair.mission, goal["id"]}
    assert all(has(row, "id", "kind", "space", "title", "changed") for row in rows)
    assert all(UTC.fullmatch(row["changed"]) for row in rows)
    (mission,) = ada.ask("record", "list", "--kind", "mission")
    assert mission["title"] == "Zugänge für alle"

    shown = ada.ask("record", "show", goal["id"])
    assert has(shown, "id", "kind", "space", "parent", "values", "conflicts")
    assert shown["parent"] == pair.mission
    shown = ada.ask("record", "show", pair.mission)
    assert (shown["parent"], shown["conflicts"]) == (None, {})
    assert shown["values"] == {
        "title": "Zugänge für alle",
        "vision": "Alle gehen gern hin.",
        "status": "idea",
        "budget": "1234.5",
        "review_date": "2026-05-28",
        "term": ["2026-01-01", "2026-12-31"],
        "fields_of_action": ["language", "other"],
        "leadership_support": 3,
    }


def test_several_fields_behind_one_set(pair: Pair) -> None:
    new = ("record", "new", "insight")
    once = pair.ada.ask(*new, "--set", "title=Eins", "text=Zwei")
    twice = pair.ada.ask(*new, "--set", "title=Eins", "--set", "text=Zwei")
    for record in (once, twice):
        values = pair.ada.ask("record", "show", record["id"])["values"]
        assert values == {"title": "Eins", "text": "Zwei"}


def test_nothing_to_change_is_no_commit(pair: Pair) -> None:
    before = pair.ada.ask("vault", "status")["commits"]
    changed = pair.ada.ask("record", "set", pair.mission, "title=Zugänge für alle")
    assert changed == {"id": pair.mission, "commit": None}
    assert pair.ada.ask("vault", "status")["commits"] == before


def test_record_history(pair: Pair) -> None:
    pair.ada.ask("record", "set", pair.mission, "title=Wege für alle")
    entries = pair.ada.ask("record", "history", pair.mission)

    assert all(has(entry, "commit", "at", "person", "device", "fields") for entry in entries)
    assert all(UTC.fullmatch(entry["at"]) for entry in entries)
    assert entries[0]["person"] == "Ada Öz"
    assert entries[0]["fields"]["title"] == [None, "Zugänge für alle"]
    assert entries[-1]["fields"] == {"title": ["Zugänge für alle", "Wege für alle"]}


def test_search(pair: Pair) -> None:
    (hit,) = pair.ada.ask("search", "zugänge", "alle")
    assert has(hit, "id", "kind", "title", "snippet")
    assert (hit["id"], hit["kind"], hit["title"]) == (pair.mission, "mission", "Zugänge für alle")
    assert pair.ada.ask("search", "Xylophon") == []


def test_contacts_and_spaces(pair: Pair, tmp_path: Path) -> None:
    card = pair.ada.ask("contact", "card", "--out", tmp_path / "neu.ilkarte")
    assert set(card) == {"path", "digits"}
    assert len(card["digits"].replace(" ", "")) == 30
    assert (tmp_path / "neu.ilkarte").is_file()

    (bea,) = pair.ada.ask("contact", "list")
    assert has(bea, "id", "name", "municipality", "verified")
    assert (bea["name"], bea["municipality"], bea["verified"]) == ("Bea Groß", "Musterstadt", True)
    added = pair.bea.ask("contact", "add", tmp_path / "neu.ilkarte")
    assert has(added, "id", "name", "municipality", "verified")

    created = pair.ada.ask(
        "space", "create", "Runde", "--type", "coordination", "--member", bea["id"][:8]
    )
    assert has(created, "id", "name", "type", "members")
    assert bea["id"] in created["members"]
    spaces = pair.ada.ask("space", "list")
    assert [space["type"] for space in spaces] == ["private", "coordination", "tandem"]
    assert len(spaces[0]["members"]) == 1
    assert spaces[1] == created


def test_export_import_and_conflicts(pair: Pair, tmp_path: Path) -> None:
    pair.ada.ask("record", "set", pair.mission, "title=Adas Titel")
    pair.bea.ask("record", "set", pair.mission, "title=Beas Titel")

    exported = pair.ada.ask("export", "--space", SPACE, "--out", tmp_path / "post")
    (file,) = exported["files"]
    assert has(file, "path", "size_bytes", "commits", "recipients", "part", "of")
    assert (file["recipients"], file["part"], file["of"]) == (["Bea Groß"], 1, 1)
    assert (tmp_path / "post" / file["path"]).stat().st_size == file["size_bytes"]

    (bundle,) = pair.bea.ask("import", tmp_path / "post")["bundles"]
    assert has(bundle, "path", "status", "code", "commits", "records", "conflicts")
    assert (bundle["status"], bundle["code"], bundle["records"], bundle["conflicts"]) == (
        "applied",
        "",
        1,
        1,
    )

    (conflict,) = pair.bea.ask("conflicts", "list")
    assert has(conflict, "record", "field", "values")
    assert (conflict["record"], conflict["field"]) == (pair.mission, "title")
    assert all(has(value, "value", "person", "device", "at") for value in conflict["values"])
    assert all(UTC.fullmatch(value["at"]) for value in conflict["values"])
    assert {(value["person"], value["value"]) for value in conflict["values"]} == {
        ("Ada Öz", "Adas Titel"),
        ("Bea Groß", "Beas Titel"),
    }
    shown = pair.bea.ask("record", "show", pair.mission)
    assert shown["conflicts"] == {"title": conflict["values"]}

    resolved = pair.bea.ask("conflicts", "resolve", pair.mission, "title", "--value", "Unser Titel")
    assert set(resolved) == {"id", "commit"}
    assert pair.bea.ask("conflicts", "list") == []


def test_report(pair: Pair, tmp_path: Path) -> None:
    target = tmp_path / "Steckbrief.pdf"
    printed = pair.ada.ask("report", "mission_profile", pair.mission, "--out", target)
    assert printed["path"] == str(target)
    assert printed["pages"] >= 1
    assert target.read_bytes().startswith(b"%PDF-")


def test_attachments(pair: Pair, tmp_path: Path) -> None:
    source, target = tmp_path / "Plan für März.pdf", tmp_path / "Kopie.pdf"
    source.write_bytes(b"%PDF-" + bytes(1000))
    added = pair.ada.ask("attachment", "add", pair.mission, source)
    assert set(added) == {"id", "name", "size_bytes", "complete", "commit"}
    assert COMMIT.fullmatch(added["commit"])
    (listed,) = pair.ada.ask("attachment", "list", pair.mission)
    assert listed == {key: added[key] for key in ("id", "name", "size_bytes", "complete")}
    saved = pair.ada.ask("attachment", "save", added["id"], "--out", target)
    assert saved == {"path": str(target), "size_bytes": 1005}
    assert target.read_bytes() == source.read_bytes()


def test_every_change_answers_with_id_and_commit(pair: Pair) -> None:
    for command in (
        ("delete", pair.mission),
        ("restore", pair.mission),
        ("erase", pair.mission, "--reason", "request"),
    ):
        answer = pair.ada.ask("record", *command)
        assert answer["id"] == pair.mission
        assert COMMIT.fullmatch(answer["commit"])


def test_erasing_is_previewed_logged_and_cleaned(pair: Pair) -> None:
    preview = pair.ada.ask("record", "erase", pair.mission, "--preview")
    assert set(preview) == {"id", "below", "revisions", "copies", "is_allowed"}
    assert preview["is_allowed"] is True
    assert "request" in pair.ada.ask("erasures", "reasons")
    pair.ada.ask("record", "erase", pair.mission, "--field", "title", "--reason", "mistake")
    found = pair.ada.ask("erasures", "list")
    (entry,) = found["erasures"]
    assert set(entry) == {
        "at",
        "person",
        "space",
        "record_hash",
        "kind",
        "reason",
        "operations",
        "fields",
        "is_whole",
        "devices",
        "confirmed",
        "space_records",
    }
    assert (entry["kind"], entry["reason"], entry["fields"]) == ("mission", "mistake", 1)
    assert (entry["confirmed"], entry["devices"]) == (1, 2)
    assert entry["space_records"] is None, "only of spaces that were deleted here"
    cleaned = pair.ada.ask("erasures", "clean")
    assert cleaned == {"cleaned": found["backups_due"], "failed": 0}
    assert pair.ada.ask("erasures", "list")["backups_due"] == 0


def test_retention_is_listed_and_written_for_the_archive(pair: Pair, tmp_path: Path) -> None:
    assert pair.ada.ask("retention", "list") == []
    written = pair.ada.ask("retention", "archive", pair.mission, "--out", tmp_path / "Archiv")
    assert [path.rsplit(".", 1)[1] for path in written["files"]] == ["json", "pdf"]
    kept = pair.ada.ask("retention", "keep", pair.mission, "--until", "2999-12-31")
    assert kept == {"id": pair.mission, "commit": None}
    erased = pair.ada.ask("retention", "erase", pair.mission)
    assert COMMIT.fullmatch(erased["commit"])


def test_errors_are_objects_with_code_and_message(pair: Pair) -> None:
    for arguments in (
        ("--vault", pair.ada.vault, "record", "show", "0" * 32, "--json"),
        ("--json", "--vault", pair.ada.vault, "record", "show", "0" * 32),
    ):
        outcome = run(*arguments, passphrase=PASSPHRASE)
        assert (outcome.exit_code, outcome.output) == (1, "")
        assert set(outcome.error) == {"code", "message"}
        assert outcome.error["code"] == "record_unknown"


def test_json_and_vault_stand_before_or_after(pair: Pair) -> None:
    before = run("--json", "--vault", pair.ada.vault, "space", "list")
    after = run("space", "list", "--vault", pair.ada.vault, "--json")
    assert before.value == after.value
    assert send(pair.ada, SPACE, pair.ada.vault.parent / "post").is_file()
