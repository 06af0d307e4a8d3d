"""Records from tables: whole or nothing, by label or id, and nothing that an export wrote twice."""

from __future__ import annotations

import csv
import io
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from innolab_desktop.domain.errors import Cancelled, FormError, InnolabError, UsageError
from innolab_desktop.formdefs.plain_text import clean_line
from innolab_desktop.services.changes import CancelToken, NoProgress
from innolab_desktop.services.read_models import RowQuery
from innolab_desktop.tabular.cell_text import armed_cell
from innolab_desktop.tabular.table_source import MAX_ROWS
from vaults import create, rows

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from innolab_desktop.services.session import Session
    from innolab_desktop.services.table_import import TablePreview
    from vaults import Pair

DAY = date(2026, 11, 23)


def look(session: Session, folder: Path, text: str, kind: str, **options: Any) -> TablePreview:
    source = folder / "tabelle.csv"
    source.write_text(text, encoding="utf-8")
    return session.table_import.look(source, kind, **options)


def take(session: Session, preview: TablePreview, **options: Any) -> tuple[bytes, ...]:
    return session.table_import.take(preview, NoProgress(), CancelToken(), **options)


def test_rows_become_records_by_label_or_id(anna: Session, pair: Pair, tmp_path: Path) -> None:
    text = (
        "Titel  der MISSION;review_date; BUDGET (€) ;fields_of_action\n"
        "Wegweiser;28.05.2027;1.234,50;language\n"
        '"Eins\nZwei";;;\n'
    )
    preview = look(anna, tmp_path, text, "mission", space=pair.space)
    assert preview.is_whole
    first, second = take(anna, preview)
    record = anna.records.open(first)
    assert record.space == pair.space
    assert record.values["title"] == "Wegweiser"
    assert record.values["review_date"] == "2027-05-28"
    assert record.values["budget"] == "1234.5"
    assert anna.records.open(second).values["title"] == "Eins Zwei"


def test_children_go_below_their_parent(anna: Session, pair: Pair, tmp_path: Path) -> None:
    title = anna.forms["measure"].title_field
    preview = look(anna, tmp_path, f"{title}\nA\nB\n", "measure", parent=pair.mission)
    take(anna, preview)
    shown = [child.values[title] for child in anna.records.children(pair.mission, "measure")]
    assert shown == ["A", "B"]


def test_nothing_is_written_unless_all_of_it_is_good(
    anna: Session, pair: Pair, tmp_path: Path
) -> None:
    text = "title;review_date;Farbe\nGut;01.02.2027;rot\nSchlecht;31.02.2027;grün\n;;blau\n"
    before = rows(anna)
    preview = look(anna, tmp_path, text, "mission", space=pair.space)
    assert [(row.number, row.column, row.error.code) for row in preview.bad] == [
        (3, anna.forms.field("mission", "review_date").label, "value_not_a_date"),
        (4, "", "table_row_empty"),
    ]
    assert preview.unknown == ("Farbe",)
    with pytest.raises(FormError) as failure:
        take(anna, preview)
    assert failure.value.code == "table_columns_unknown"
    assert rows(anna) == before
    (made,) = take(anna, preview, only_ready=True)
    assert anna.records.open(made).values["title"] == "Gut"


def test_a_record_that_the_vault_refuses_takes_back_all(
    anna: Session, pair: Pair, tmp_path: Path
) -> None:
    preview = look(anna, tmp_path, "title\nA\nB\n", "mission", parent=pair.mission)
    before = rows(anna)
    with pytest.raises(InnolabError) as failure:
        take(anna, preview)
    assert failure.value.code == "record_wrong_parent"
    assert rows(anna) == before


def test_stopping_leaves_nothing(anna: Session, pair: Pair, tmp_path: Path) -> None:
    preview = look(anna, tmp_path, "title\nA\nB\nC\n", "mission", space=pair.space)
    before, cancel = rows(anna), CancelToken()

    class StopsAfterOne(NoProgress):
        def report(self, done: int, total: int, step: str) -> None:
            del done, total, step
            cancel.cancel()

    with pytest.raises(Cancelled):
        anna.table_import.take(preview, StopsAfterOne(), cancel)
    assert rows(anna) == before


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_what_was_exported_is_known_and_comes_back_elsewhere(
    anna: Session, pair: Pair, tmp_path: Path, suffix: str
) -> None:
    hostile = "=HYPERLINK(\"http://x\")\nund 'mehr'"
    anna.records.save(
        pair.mission, {"vision": hostile, "budget": "1500.5", "leadership_support": 3}
    )
    target = tmp_path / f"export{suffix}"
    anna.tables.write(RowQuery(kind="mission"), target, NoProgress(), CancelToken(), as_of=DAY)
    again = anna.table_import.look(target, "mission")
    assert (again.ready, again.bad, again.known, again.unknown) == ((), (), 1, ())
    assert "Interne Kennung" in again.left_out
    other = create(tmp_path / "other", "Olga")
    try:
        (made,) = take(other, other.table_import.look(target, "mission"))
        there, here = other.records.open(made).values, anna.records.open(pair.mission).values
        assert {name: value for name, value in there.items() if name != "status"} == {
            name: value for name, value in here.items() if name != "status"
        }
    finally:
        other.close()


def test_titles_stand_for_records(anna: Session, pair: Pair, tmp_path: Path) -> None:
    new = anna.records.new
    city = new("municipality", {"name": "Köln; rechts"}, space=pair.space).record
    for _ in range(2):
        new("municipality", {"name": "Zweimal"}, space=pair.space)
    preview = look(
        anna,
        tmp_path,
        f'title,municipality\nA,"Köln; rechts"\nB,{city.hex()}\nC,Zweimal\nD,Nirgends\n',
        "mission",
    )
    assert [row.values["municipality"] for row in preview.ready] == [city.hex()] * 2
    assert [row.error.code for row in preview.bad] == [
        "table_title_ambiguous",
        "value_not_a_reference",
    ]


def test_a_title_that_is_here_already_is_told(anna: Session, tmp_path: Path) -> None:
    preview = look(anna, tmp_path, "title\nNeu\nöffnungszeiten\n", "mission")
    assert preview.doubled == (3,)


def test_a_step_of_the_method_is_not_taken_by_a_table(anna: Session, tmp_path: Path) -> None:
    preview = look(anna, tmp_path, "title;status\nA;idea\nB;in_progress\n", "mission")
    assert [row.error.code for row in preview.bad] == ["table_status_later"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "table_empty"),
        ("Farbe\nrot\n", "table_without_fields"),
        ("title;Titel der Mission\na;b\n", "table_column_twice"),
        ("title\n" + "x\n" * (MAX_ROWS + 1), "table_too_long"),
        ("title" + ";" * 201 + "\n", "table_too_long"),
        ('title\n"offen', "table_damaged"),
        ("title\nA\0B\n", "table_damaged"),
    ],
)
def test_what_is_no_table_is_refused(anna: Session, tmp_path: Path, text: str, code: str) -> None:
    with pytest.raises(FormError) as failure:
        look(anna, tmp_path, text, "mission")
    assert failure.value.code == code


def test_answers_of_a_survey_are_nobodys_table(anna: Session, tmp_path: Path) -> None:
    for kind in ("evaluation_answer", "revision"):
        with pytest.raises(UsageError) as failure:
            look(anna, tmp_path, "title\nA\n", kind)
        assert failure.value.code == "table_import_kind"


@given(st.lists(st.text(max_size=40), min_size=1, max_size=4))
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_text_is_taken_as_text_or_named(
    anna: Session, tmp_path: Path, texts: list[str]
) -> None:
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=";")
    writer.writerow(["title"])
    writer.writerows([text] for text in texts)
    (tmp_path / "t.csv").write_text(buffer.getvalue(), encoding="utf-8", newline="")
    if any("\0" in text for text in texts):
        with pytest.raises(FormError, match="table_damaged"):
            anna.table_import.look(tmp_path / "t.csv", "mission")
        return
    preview = anna.table_import.look(tmp_path / "t.csv", "mission")
    written = {clean_line(armed_cell(text)) for text in texts}
    for row in preview.ready:
        assert row.values["title"] in written
    assert {row.error.code for row in preview.bad} <= {"table_row_empty", "value_required"}
