"""Deciding and reviewing on the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cli.conftest import SPACE
from cli.innolab import send

if TYPE_CHECKING:
    from pathlib import Path

    from cli.conftest import Pair


@pytest.fixture
def apart(pair: Pair, tmp_path: Path) -> Pair:
    """Return the pair after both wrote the same fields; Bea has both."""
    for person, title, vision in (
        (pair.ada, "Zugänge für alle, sofort", "Alle gehen gern hin, auch samstags."),
        (pair.bea, "Gute Zugänge für alle", "Alle Menschen gehen gern hin."),
    ):
        person.ask("record", "set", pair.mission, f"title={title}", f"vision={vision}")
    pair.bea.ask("import", send(pair.ada, SPACE, tmp_path / "post"))
    return pair


def test_values_are_shown_with_what_they_replaced(apart: Pair) -> None:
    (conflict,) = apart.bea.ask("conflicts", "list")
    assert conflict["base"]["value"] == "Zugänge für alle"
    assert conflict["base"]["person"] == "Ada Öz"
    shown = apart.bea.ask("conflicts", "show", apart.mission, "title")
    assert {k: shown[k] for k in ("record", "field", "values", "base")} == conflict
    assert shown["proposal"] == "Gute Zugänge für alle, sofort"
    text = apart.bea.run("conflicts", "show", apart.mission, "title").output
    assert "Vorher: Ada Öz" in text
    assert "Zusammengefügt: Gute Zugänge für alle, sofort" in text


@pytest.mark.parametrize(
    ("choice", "title"),
    [
        (("--take", "2"), None),
        (("--combine",), "Gute Zugänge für alle, sofort"),
        (("--value", "Neu"), "Neu"),
    ],
)
def test_a_decision_is_what_was_chosen(
    apart: Pair, choice: tuple[str, ...], title: str | None
) -> None:
    second = apart.bea.ask("conflicts", "show", apart.mission, "title")["values"][1]["value"]
    apart.bea.ask("conflicts", "resolve", apart.mission, "title", *choice)
    assert apart.bea.ask("record", "show", apart.mission)["values"]["title"] == (title or second)
    assert apart.bea.ask("conflicts", "list") == []


def test_a_choice_that_does_not_fit_changes_nothing(apart: Pair) -> None:
    place = ("conflicts", "resolve", apart.mission, "title")
    for choice in (("--take", "3"), ("--take", "0"), ("--restore",)):
        assert apart.bea.refuse(*place, *choice) == (2, "conflict_choice_wrong")
    assert apart.bea.refuse(*place) == (2, "arguments_invalid")
    assert len(apart.bea.ask("conflicts", "list")) == 1


def test_a_merged_text_is_shown_in_parts_and_reviewed(apart: Pair) -> None:
    place = (apart.mission, "vision")
    shown = apart.bea.ask("conflicts", "show", *place)
    assert shown["base"] == "Alle gehen gern hin."
    assert shown["value"] == "Alle Menschen gehen gern hin, auch samstags."
    assert {(b["person"], b["text"], b["exact"]) for b in shown["branches"]} == {
        ("Ada Öz", "Alle gehen gern hin, auch samstags.", True),
        ("Bea Groß", "Alle Menschen gehen gern hin.", True),
    }
    assert set(apart.bea.ask("conflicts", "reviewed", *place)) == {"id", "commit"}
    assert apart.bea.ask("merged", "list") == []
    assert apart.bea.refuse("conflicts", "show", *place) == (1, "field_not_in_conflict")


@pytest.mark.parametrize(("choice", "deleted"), [("--keep-deletion", True), ("--restore", False)])
def test_a_deletion_is_kept_or_taken_back(
    pair: Pair, tmp_path: Path, choice: str, *, deleted: bool
) -> None:
    pair.ada.ask("record", "delete", pair.mission)
    pair.bea.ask("record", "set", pair.mission, "title=Noch gebraucht")
    pair.bea.ask("import", send(pair.ada, SPACE, tmp_path / "post"))
    shown = pair.bea.ask("conflicts", "show", pair.mission, "_deleted")
    (edit,) = shown["edits"]
    assert (edit["field"], edit["value"], edit["person"]) == ("title", "Noch gebraucht", "Bea Groß")
    pair.bea.ask("conflicts", "resolve", pair.mission, "_deleted", choice)
    assert pair.bea.ask("conflicts", "list") == []
    assert (pair.mission not in {r["id"] for r in pair.bea.ask("record", "list")}) == deleted


def test_an_import_tells_what_changed_and_tells_it_again(pair: Pair, tmp_path: Path) -> None:
    pair.ada.ask("record", "set", pair.mission, "title=Neuer Titel")
    post = send(pair.ada, SPACE, tmp_path / "post")
    assert pair.bea.ask("import", post, "--preview")["report"] is None
    report = pair.bea.ask("import", post)["report"]
    (change,) = report["records"]
    assert (change["record"], change["fate"], change["people"]) == (
        pair.mission,
        "changed",
        ["Ada Öz"],
    )
    (field,) = change["fields"]
    assert (field["field"], field["before"], field["after"]) == (
        "title",
        ["Zugänge für alle"],
        ["Neuer Titel"],
    )
    assert pair.bea.ask("changes")[0] == report
    text = pair.bea.run("changes").output
    assert "Mission „Neuer Titel“ geändert, von Ada Öz" in text
    assert "Titel der Mission: Zugänge für alle → Neuer Titel" in text
