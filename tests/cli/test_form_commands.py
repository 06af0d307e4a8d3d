"""``form``: forms on their way out and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from services.test_paper_forms import fill

if TYPE_CHECKING:
    from pathlib import Path

    from cli.conftest import Pair


def test_a_form_goes_out_and_comes_back(pair: Pair, tmp_path: Path) -> None:
    form = tmp_path / "form.pdf"
    answer = pair.ada.ask("form", "export", pair.mission, "--out", form)
    assert answer["pages"] > 1
    fill(form, risks="Keine Zeit", challenge="Niemand weiß Bescheid.")
    look = ("form", "import", form, "--into", pair.mission)
    seen = pair.ada.ask(*look, "--preview")
    assert seen["id"] is None
    assert {item["field"]: item["after"] for item in seen["fields"]} == {
        "challenge": "Niemand weiß Bescheid.",
        "risks": "Keine Zeit",
    }
    assert pair.ada.ask(*look, "--field", "risks")["id"] == pair.mission
    values = pair.ada.ask("record", "show", pair.mission)["values"]
    assert values["risks"] == "Keine Zeit"
    assert "challenge" not in values


def test_an_empty_form_makes_a_new_record(pair: Pair, tmp_path: Path) -> None:
    form = tmp_path / "form.pdf"
    pair.ada.ask("form", "export", "--kind", "tandem_note", "--out", form)
    made = pair.ada.ask("form", "import", fill(form, title="Neu"), "--space", pair.space)
    assert pair.ada.ask("record", "show", made["id"])["values"]["title"] == "Neu"


def test_what_is_unclear_is_refused(pair: Pair, tmp_path: Path) -> None:
    out = ("--out", tmp_path / "form.pdf")
    assert pair.ada.refuse("form", "export", *out) == (2, "form_of_what")
    assert pair.ada.refuse("form", "import", tmp_path / "fehlt.pdf") == (1, "form_file_unreadable")
