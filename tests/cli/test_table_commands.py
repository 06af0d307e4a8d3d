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
