"""Which records a table holds, and what stands in it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest

from innolab_desktop.domain.errors import Cancelled, UsageError
from innolab_desktop.journal.operations import Create, Set
from innolab_desktop.services.changes import CancelToken, NoProgress
from innolab_desktop.services.read_models import RowQuery
from innolab_desktop.services.tables import TableContent
from vaults import create

if TYPE_CHECKING:
    from pathlib import Path

    from innolab_desktop.services.session import Session
    from vaults import Pair

DAY = date(2026, 11, 22)


def written(session: Session, target: Path, kind: str, **options: Any) -> Any:
    query = RowQuery(kind=kind)
    return session.tables.write(query, target, NoProgress(), CancelToken(), as_of=DAY, **options)


def sheets(path: Path) -> dict[str, list[dict[str, Any]]]:
    book = openpyxl.load_workbook(path)
    found: dict[str, list[dict[str, Any]]] = {}
    for sheet in book.worksheets:
        columns, *rows = sheet.values
        found[sheet.title] = [dict(zip(map(str, columns), row, strict=True)) for row in rows]
    return found


def test_missions_come_with_what_belongs_to_them(anna: Session, pair: Pair, tmp_path: Path) -> None:
    goal = anna.records.new("smart_goal", {"specific": "10 Schilder"}, parent=pair.mission)
    anna.records.save(pair.mission, {"budget": "1500.5", "review_date": "2027-02-01"})
    result = written(anna, tmp_path / "t.xlsx", "mission")
    assert (result.rows, result.left_out) == (1, 0)
    found = sheets(tmp_path / "t.xlsx")
    form = anna.forms["mission"]
    (mission,) = found["Missionen"]
    record = anna.records.open(pair.mission)
    assert record.values["title"] in mission.values()
    assert mission["Interne Kennung"] == pair.mission.hex()
    assert mission["Raum"] == "Tandem"
    assert list(mission)[-3:] == ["Raum", "Hinweis", "Interne Kennung"]
    assert len(mission) == len(form.fields()) + 3, "every field has its column"
    assert 1500.5 in mission.values()
    (sub,) = found[anna.forms["smart_goal"].label_plural]
    assert sub["Gehört zu"] == record.values["title"]
    assert sub["Interne Kennung"] == goal.record.hex()


def test_confidential_records_are_left_out_unless_asked_for(anna: Session, tmp_path: Path) -> None:
    anna.records.new("tandem_note", {"title": "Nur für mich"})
    anna.records.new("case_consultation", {"title": "Ein Fall"})
    assert anna.tables.content(RowQuery(kind="tandem_note")) == TableContent(0, 1)
    result = written(anna, tmp_path / "t.xlsx", "tandem_note")
    assert (result.rows, result.left_out) == (0, 1)
    assert "Nur für mich" not in str(sheets(tmp_path / "t.xlsx"))
    for kind, word in (("tandem_note", "Nur für mich"), ("case_consultation", "Ein Fall")):
        assert written(anna, tmp_path / "t.xlsx", kind).rows == 0
        result = written(anna, tmp_path / "t.xlsx", kind, with_confidential=True)
        assert (result.rows, result.left_out) == (1, 0)
        assert word in str(sheets(tmp_path / "t.xlsx"))


def test_fassungen_are_left_out_of_the_table_of_their_missions(
    anna: Session, pair: Pair, tmp_path: Path
) -> None:
    anna.revisions.freeze(pair.mission, "Stand vor der Sitzung", today=DAY)
    target = tmp_path / "t.xlsx"
    written(anna, target, "mission")
    assert "Stand vor der Sitzung" not in str(sheets(target))
    written(anna, target, "mission", with_confidential=True)
    assert "Stand vor der Sitzung" in str(sheets(target))


def test_the_list_and_its_filter_decide(anna: Session, pair: Pair, tmp_path: Path) -> None:
    for number in range(3):
        anna.records.new("insight", {"title": f"Erkenntnis {number}"}, space=pair.space)
    query = RowQuery(kind="insight", words="Erkenntnis 1", limit=1, offset=5)
    target = tmp_path / "t.csv"
    result = anna.tables.write(query, target, NoProgress(), CancelToken(), as_of=DAY)
    assert result.rows == 1
    assert "Erkenntnis 1" in target.read_text("utf-8-sig")


def test_many_pages_are_one_table(
    anna: Session, pair: Pair, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("innolab_desktop.services.tables._PAGE_ROWS", 2)
    for number in range(5):
        anna.records.new("insight", {"title": f"Erkenntnis {number}"}, space=pair.space)
    assert written(anna, tmp_path / "t.csv", "insight").rows == 5


def test_single_answers_are_never_a_table(anna: Session, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="table_of_answers"):
        written(anna, tmp_path / "t.csv", "evaluation_answer", with_confidential=True)
    with pytest.raises(UsageError, match="table_of_answers"):
        anna.tables.content(RowQuery(kind="evaluation_answer"))
    with pytest.raises(UsageError, match="kind_unknown"):
        written(anna, tmp_path / "t.csv", "unknown")
    assert list(tmp_path.glob("t.*")) == []


def test_measurements_that_show_people_are_hidden(
    anna: Session, pair: Pair, tmp_path: Path
) -> None:
    values = {"title": "Beschwerden", "protection_class": "sensitive", "unit": "count"}
    indicator = anna.records.new("indicator", values, space=pair.space).record
    anna.records.new("measurement", {"value": "12", "case_count": 12}, parent=indicator)
    small = anna.records._writer  # what another program wrote: three people
    record = small.new_record_id()
    drafts = [
        Create(record, "measurement", 1, indicator, "z"),
        Set(record, "value", "3"),
        Set(record, "case_count", 3),
    ]
    from innolab_desktop.journal.commit import Draft  # noqa: PLC0415 - used once

    with anna.vault.transaction():
        small.write(pair.space, [Draft(draft) for draft in drafts])
    written(anna, tmp_path / "t.xlsx", "indicator")
    label = anna.forms["measurement"].label_plural
    rows = sheets(tmp_path / "t.xlsx")[label]
    assert [row["Wert"] for row in rows] == [12, "•"]
    assert 3 not in [cell for row in rows for cell in row.values()]


def test_cancelling_leaves_no_file(anna: Session, tmp_path: Path) -> None:
    cancel = CancelToken()
    cancel.cancel()
    with pytest.raises(Cancelled):
        anna.tables.write(
            RowQuery(kind="mission"), tmp_path / "t.csv", NoProgress(), cancel, as_of=DAY
        )
    assert list(tmp_path.glob("t.*")) == []


def test_an_empty_vault_gives_an_empty_table(tmp_path: Path) -> None:
    session = create(tmp_path / "leer", "Anna Weiß")
    assert written(session, tmp_path / "t.xlsx", "mission").rows == 0
    assert sheets(tmp_path / "t.xlsx") == {"Missionen": []}
    session.close()
