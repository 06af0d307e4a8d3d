"""Star forms are written in four ways, and every form that occurs has each of them."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from innolab_desktop import bootstrap, paths
from innolab_desktop.domain.gender_wording import (
    AS_WRITTEN,
    STAR_FORM,
    GenderWording,
    Wording,
    unknown_forms,
)
from innolab_desktop.formdefs.gender_forms import read_ways

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
WAYS = read_ways(paths.resources_dir() / "gender_forms.toml")
WRITTEN_BY_PEOPLE = "story.toml"
"""The demonstration tells what two officials wrote; nobody rewrites that."""
FROZEN = "ids.toml"
"""The published vocabulary holds the labels once more; they are never shown from there."""


def shown_texts() -> Iterator[str]:
    """Return every text of the program that a person may meet."""
    for path in sorted((ROOT / "src").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value
    for folder in ("forms", "resources", "docs/handbook"):
        for path in sorted((ROOT / folder).rglob("*")):
            is_other = path.name in {WRITTEN_BY_PEOPLE, FROZEN, "gender_forms.toml"}
            if path.suffix in {".toml", ".md"} and not is_other:
                text = path.read_text(encoding="utf-8")
                is_table = path.suffix == ".toml"  # a line with # is a comment there
                yield re.sub(r"^#.*$", "", text, flags=re.MULTILINE) if is_table else text


def test_every_form_that_occurs_can_be_written_in_every_way() -> None:
    texts = list(shown_texts())
    assert sum(len(STAR_FORM.findall(text)) for text in texts) > 60
    assert unknown_forms(texts, WAYS) == frozenset()
    for star, ways in WAYS.items():
        assert set(ways) == set(Wording) - {Wording.STAR}
        assert not any("*" in way or not way.strip() for way in ways.values()), star


def test_a_form_without_an_entry_is_found() -> None:
    assert unknown_forms(["Die Gärtner*in gießt."], WAYS) == {"Gärtner*in"}


def test_no_entry_is_left_over() -> None:
    texts = "\n".join(shown_texts())
    assert [star for star in WAYS if star not in texts] == []


@pytest.mark.parametrize(
    ("wording", "expected"),
    [
        (Wording.STAR, "Resümee der Fallgeber*in"),
        (Wording.COLON, "Resümee der Fallgeber:in"),
        (Wording.PAIR, "Resümee der Fallgeberin oder des Fallgebers"),
        (Wording.NEUTRAL, "Resümee der fallgebenden Person"),
    ],
)
def test_a_phrase_is_written_in_its_case(wording: Wording, expected: str) -> None:
    assert bootstrap.load_wording(wording).rewrite("Resümee der Fallgeber*in") == expected


def test_a_sentence_and_a_label_begin_with_a_capital() -> None:
    neutral = bootstrap.load_wording(Wording.NEUTRAL)
    assert neutral.rewrite("Fallgeber*in hört zu.") == "Fallgebende Person hört zu."
    assert neutral.rewrite("Still. Fallgeber*in hört zu.") == "Still. Fallgebende Person hört zu."
    assert neutral.rewrite("Still; Fallgeber*in hört zu.") == "Still; fallgebende Person hört zu."


def test_only_whole_words_are_rewritten() -> None:
    wording = GenderWording({"Berater*in": "X"})
    assert wording.rewrite("Berater*innen, Steuerberater*in, Berater*in") == (
        "Berater*innen, Steuerberater*in, X"
    )


def test_nothing_is_rewritten_without_forms() -> None:
    assert not AS_WRITTEN
    assert AS_WRITTEN.rewrite_all(["Berater*in", 3]) == ["Berater*in", 3]


@pytest.mark.parametrize("wording", [w for w in Wording if w is not Wording.STAR])
def test_forms_and_catalogues_follow_the_wording(wording: Wording) -> None:
    forms, catalogues = bootstrap.load_forms(wording), bootstrap.load_catalogues(wording)
    shown = f"{[forms[kind] for kind in forms.kinds()]!r} {catalogues!r}"
    assert re.search(r"[a-zäöüß]\*[a-z]", shown) is None
    assert bootstrap.load_forms().kinds() == forms.kinds()
