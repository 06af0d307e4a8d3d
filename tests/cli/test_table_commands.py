"""``table export``: lists of records on their way into a spreadsheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

import openpyxl

if TYPE_CHECKING:
    from pathlib import Path

    from cli.conftest import Pair


def test_missions_become_a_workbook(pair: Pair, tmp_path: Path) -> None:
    target = tmp_path / "t.xlsx"
    answer = pair.ada.ask("table", "export", "--kind", "mission", "--out", target)
    assert answer == {"path": str(target), "rows": 1, "left_out": 0}
    sheet = openpyxl.load_workbook(target).worksheets[0]
    assert "Zugänge für alle" in [cell.value for cell in sheet[2]]


def test_the_person_is_told_what_is_not_in_it(pair: Pair, tmp_path: Path) -> None:
    pair.ada.ask("record", "new", "tandem_note", "--set", "title=Nur für mich")
    target = tmp_path / "t.csv"
    command = ("table", "export", "--kind", "tandem_note", "--out", target)
    outcome = pair.ada.run(*command)
    assert outcome.exit_code == 0
    assert "0 Einträge, unverschlüsselt" in outcome.output
    assert "1 vertraulicher Eintrag nicht dabei" in outcome.output
    assert pair.ada.ask(*command, "--with-confidential")["rows"] == 1
    assert "Nur für mich" in target.read_text("utf-8-sig")
    shared = pair.ada.ask(*command, "--with-confidential", "--space", pair.space)
    assert shared["rows"] == 0


def test_what_is_no_table_is_refused(pair: Pair, tmp_path: Path) -> None:
    export = ("table", "export", "--kind")
    assert pair.ada.refuse(*export, "evaluation_answer", "--out", tmp_path / "t.csv") == (
        2,
        "table_of_answers",
    )
    assert pair.ada.refuse(*export, "mission", "--out", tmp_path / "t.ods") == (
        2,
        "table_format_unknown",
    )


def test_a_table_becomes_records(pair: Pair, tmp_path: Path) -> None:
    source = tmp_path / "t.csv"
    source.write_text("title;review_date\nSchilder;01.02.2027\nBriefe;\n", encoding="utf-8")
    command = ("table", "import", source, "--kind", "mission", "--space", pair.space)
    preview = pair.ada.ask(*command, "--preview")
    assert (preview["kind"], preview["ready"], preview["ids"]) == ("mission", 2, [])
    made = pair.ada.ask(*command)
    assert made | {"ids": []} == preview
    shown = [pair.ada.ask("record", "show", record)["values"] for record in made["ids"]]
    assert shown[0] | {"status": ""} == {
        "title": "Schilder",
        "review_date": "2027-02-01",
        "status": "",
    }
    assert pair.ada.ask(*command, "--preview")["doubled"] == [2, 3]


def test_bad_rows_are_named_and_nothing_is_written(pair: Pair, tmp_path: Path) -> None:
    source = tmp_path / "t.csv"
    source.write_text("title;review_date;\x1b[2JFarbe\nA;morgen;rot\nB;;\n", encoding="utf-8")
    command = ("table", "import", source, "--kind", "mission")
    count = pair.ada.ask("vault", "status")["commits"]
    outcome = pair.ada.run("--json", *command)
    assert outcome.exit_code == 1
    (bad,) = outcome.value["bad"]
    assert set(bad) == {"row", "column", "code", "message"}
    assert (bad["row"], bad["code"]) == (2, "value_not_a_date")
    assert outcome.value["ids"] == []
    told = pair.ada.run(*command)
    assert told.exit_code == 1
    assert "Zeile 2, Spalte „Überprüfung am“:" in told.output
    assert "\x1b" not in told.output
    assert "Es wurde nichts angelegt." in told.output
    assert pair.ada.ask("vault", "status")["commits"] == count

    partial = pair.ada.run("--json", *command, "--partial")
    assert partial.exit_code == 1, "something was left out"
    (record,) = partial.value["ids"]
    assert pair.ada.ask("record", "show", record)["values"]["title"] == "B"


def test_what_cannot_be_a_table_is_refused(pair: Pair, tmp_path: Path) -> None:
    take = ("table", "import", tmp_path / "t.csv", "--kind")
    assert pair.ada.refuse(*take, "mission") == (1, "table_unreadable")
    assert pair.ada.refuse(*take, "evaluation_answer") == (2, "table_import_kind")
    assert pair.ada.refuse("table", "import", tmp_path / "t.ods", "--kind", "mission") == (
        2,
        "table_source_unknown",
    )
