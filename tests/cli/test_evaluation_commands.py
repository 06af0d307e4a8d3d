"""Results, indicators and small numbers on the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cli.innolab import Innolab, create

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def ada(tmp_path: Path) -> Innolab:
    return create(tmp_path / "ada", "Ada Öz")


def test_results_say_why_they_are_withheld(ada: Innolab) -> None:
    wave = ada.ask(
        *("record", "new", "evaluation_wave", "--set", "title=Puls"),
        *("--set", "question_set=pulse_after_event", "--set", "state=open"),
    )["id"]
    assert ada.ask("evaluate", wave)["withheld"] == "wave_open"
    ada.ask("record", "set", wave, "state=closed")
    results = ada.ask("evaluate", wave)
    assert results["withheld"] is None
    assert [item["withheld"] for item in results["questions"]] == ["few_answers"] * 6
    assert "Zu wenige Antworten (n < 5)." in ada.run("evaluate", wave).output


def test_single_answers_are_not_shown(ada: Innolab) -> None:
    wave = ada.ask("record", "new", "evaluation_wave", "--set", "title=Puls")["id"]
    answer = ada.ask("record", "new", "evaluation_answer", "--parent", wave)["id"]
    refused = (2, "records_only_counted")
    assert ada.refuse("record", "show", answer) == refused
    assert ada.refuse("record", "history", answer) == refused
    assert ada.refuse("record", "list", "--kind", "evaluation_answer") == refused
    assert [row["kind"] for row in ada.ask("record", "list")] == ["evaluation_wave"]
    assert ada.ask("record", "list", "--parent", wave) == []


def test_an_indicator_is_taken_measured_and_listed(ada: Innolab) -> None:
    assert len(ada.ask("indicators", "catalogue")) == 28
    taken = ada.ask("indicators", "take", "k08")
    new = ("record", "new", "measurement", "--parent", taken["id"])
    ada.ask(*new, "--set", "reference_date=2026-06-30", "--set", "value=12")
    code, error = ada.refuse(*new, "--set", "reference_date=2026-07-31", "--set", "value=3")
    assert (code, error) == (1, "measurement_too_small")
    (listed,) = ada.ask("indicators", "list")
    assert (listed["id"], listed["unit"], listed["target"]) == (taken["id"], "count", None)
    assert listed["values"] == [{"date": "2026-06-30", "value": "12", "suppressed": False}]
    assert "12 am 30.06.2026" in ada.run("indicators", "list").output


def test_small_numbers_are_left_out_with_what_reveals_them(ada: Innolab, tmp_path: Path) -> None:
    table = tmp_path / "zahlen.csv"
    table.write_text("3;20\n30;40\n", encoding="utf-8")
    shown = ada.ask("indicators", "protect", table)
    assert shown == [[None, None, 23], [None, None, 70], [33, 60, 93]]
    assert ada.run("indicators", "protect", table).output.splitlines()[0] == "•;•;23"
    table.write_text("Amt;3\n", encoding="utf-8")
    assert ada.refuse("indicators", "protect", table) == (2, "table_not_counts")
