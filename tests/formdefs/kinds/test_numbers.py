"""Whole numbers, decimals and money."""

from __future__ import annotations

from decimal import Decimal

import pytest

from formdefs.examples import EXAMPLES, FieldKeys, make_field
from innolab_desktop.domain.errors import FormError
from innolab_desktop.formdefs.kinds import KINDS

NBSP = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("1.234,50", "1234.5"),
        ("1234,5 €", "1234.5"),
        ("1234.50 EUR", "1234.5"),
        ("1,234.50", "1234.5"),
        ("1 234,50", "1234.5"),
        ("15.000", "15000"),
        ("1.234.567", "1234567"),
        ("0,10", "0.1"),
        ("\N{MINUS SIGN}5", "-5"),
        ("-0", "0"),
        ("007", "7"),
    ],
)
def test_amounts_are_read_as_offices_write_them(typed: str, stored: str) -> None:
    assert KINDS["money"].parse(EXAMPLES["money"], typed) == stored


@pytest.mark.parametrize(
    "typed", ["1.23.456", "12.34,5.6", "1e5", "NaN", "zwölf", "1,2,3", "²", "١"]
)
def test_other_notations_are_refused(typed: str) -> None:
    with pytest.raises(FormError, match="value_not_a_number"):
        KINDS["decimal"].parse(EXAMPLES["decimal"], typed)


def test_amounts_are_shown_with_cents() -> None:
    assert KINDS["money"].format(EXAMPLES["money"], "1234.5") == f"1.234,50{NBSP}€"
    assert KINDS["money"].format(EXAMPLES["money"], "-0.05") == f"-0,05{NBSP}€"


def test_decimals_are_shown_with_their_unit() -> None:
    assert KINDS["decimal"].format(EXAMPLES["decimal"], "4.8") == f"4,8{NBSP}Prozent"
    assert KINDS["decimal"].search_text(make_field("decimal"), "1234.5") == "1.234,5"


def test_tenths_of_a_cent_are_refused() -> None:
    with pytest.raises(FormError, match="value_too_many_places") as caught:
        KINDS["money"].parse(EXAMPLES["money"], "1,005")
    assert caught.value.params == {"field": "Antwort", "maximum": 2}
    problem = KINDS["money"].check(EXAMPLES["money"], "1.005")
    assert problem is not None
    assert problem.code == "value_too_many_places"


def test_whole_numbers() -> None:
    kind, field = KINDS["integer"], EXAMPLES["integer"]
    assert kind.parse(field, "1.234 Std./Monat") == 1234
    assert kind.parse(field, "5,0") == 5
    assert kind.format(field, 1234) == f"1.234{NBSP}Std./Monat"
    with pytest.raises(FormError, match="value_not_a_whole_number"):
        kind.parse(field, "5,5")


@pytest.mark.parametrize(("value", "code"), [(0, "value_too_small"), (11, "value_too_large")])
def test_limits(value: int, code: str) -> None:
    limits: FieldKeys = {"minimum": Decimal(1), "maximum": Decimal(10)}
    for name, stored in (("integer", value), ("decimal", str(value)), ("money", str(value))):
        problem = KINDS[name].check(make_field(name, **limits), stored)
        assert problem is not None
        assert problem.code == code
    assert KINDS["integer"].check(make_field("integer", **limits), 1) is None
    assert KINDS["integer"].check(make_field("integer", **limits), 10) is None
