"""One choice, several choices, and scales."""

from __future__ import annotations

from decimal import Decimal

import pytest

from formdefs.examples import EXAMPLES, make_field
from innolab_desktop.domain.errors import FormError
from innolab_desktop.formdefs.kinds import KINDS


@pytest.mark.parametrize("typed", ["deep_blue", "tiefes Blau", " TIEFES BLAU "])
def test_a_choice_is_named_by_id_or_label(typed: str) -> None:
    assert KINDS["choice"].parse(EXAMPLES["choice"], typed) == "deep_blue"


def test_an_unknown_choice_is_refused() -> None:
    with pytest.raises(FormError, match="value_not_a_choice"):
        KINDS["choice"].parse(EXAMPLES["choice"], "Grün")
    for name, value in (("choice", "green"), ("multi_choice", ("red", "green"))):
        problem = KINDS[name].check(EXAMPLES[name], value)
        assert problem is not None
        assert problem.code == "value_not_a_choice"


def test_a_choice_of_a_newer_version_is_shown_by_its_id() -> None:
    assert KINDS["choice"].format(EXAMPLES["choice"], "green") == "green"
    assert KINDS["multi_choice"].format(EXAMPLES["multi_choice"], ("red", "green")) == "Rot; green"


def test_a_retired_choice_stays_valid_and_is_offered_no_more() -> None:
    field = EXAMPLES["choice"]
    assert KINDS["choice"].check(field, "old") is None
    assert [choice.id for choice in field.active_choices] == ["red", "deep_blue"]


@pytest.mark.parametrize("typed", ["tiefes Blau; rot", "red;deep_blue;red", '["deep_blue", "red"]'])
def test_several_choices_are_stored_in_the_order_of_the_form(typed: str) -> None:
    assert KINDS["checklist"].parse(EXAMPLES["checklist"], typed) == ("red", "deep_blue")


@pytest.mark.parametrize("typed", ["[1]", '["red"', "[null]", '["red", ["red"]]', "[" * 100_000])
def test_broken_lists_are_refused(typed: str) -> None:
    with pytest.raises(FormError, match="value_not_a_list"):
        KINDS["multi_choice"].parse(EXAMPLES["multi_choice"], typed)


@pytest.mark.parametrize(
    "typed", ["1", "01", "informiert", "1 – informiert", "1 informiert", "1: Informiert"]
)
def test_a_step_is_named_by_number_or_label(typed: str) -> None:
    assert KINDS["scale"].parse(EXAMPLES["scale"], typed) == 1


@pytest.mark.parametrize("typed", ["x", "1 – verankert", "-1", "1,5"])
def test_other_steps_are_refused(typed: str) -> None:
    with pytest.raises(FormError, match="value_not_a_step"):
        KINDS["scale"].parse(EXAMPLES["scale"], typed)


def test_steps_end_with_the_scale() -> None:
    kind, labelled = KINDS["scale"], EXAMPLES["scale"]
    plain = make_field("scale", minimum=Decimal(1), maximum=Decimal(10))
    assert [kind.check(labelled, n) is None for n in (-1, 0, 2, 3)] == [False, True, True, False]
    assert [kind.check(plain, n) is None for n in (0, 1, 10, 11)] == [False, True, True, False]
    assert kind.format(labelled, 2) == "2 – verankert"
    assert kind.format(plain, 7) == "7"


@pytest.mark.parametrize(
    ("typed", "stored"), [("ja", True), ("J", True), ("true", True), ("Nein", False), ("0", False)]
)
def test_yes_and_no(typed: str, *, stored: bool) -> None:
    assert KINDS["yes_no"].parse(EXAMPLES["yes_no"], typed) is stored
    assert KINDS["yes_no"].format(EXAMPLES["yes_no"], stored) == ("ja" if stored else "nein")
    with pytest.raises(FormError, match="value_not_yes_or_no"):
        KINDS["yes_no"].parse(EXAMPLES["yes_no"], "vielleicht")
