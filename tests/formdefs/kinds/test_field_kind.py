"""What holds for every kind of field."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from formdefs.examples import COLOURS, EXAMPLES, STEPS
from innolab_desktop.domain.errors import FormError, UsageError
from innolab_desktop.formdefs.german_numbers import canonical_decimal
from innolab_desktop.formdefs.kinds import KINDS
from innolab_desktop.formdefs.plain_text import clean_line, clean_text

_RETIRED_TOO = [choice.id for choice in COLOURS]
_DAYS = st.dates(
    min_value=date(1900, 1, 1),
    max_value=date(2199, 12, 31),
).map(lambda day: day.isoformat())
_IN_FORM_ORDER = st.sets(st.sampled_from(_RETIRED_TOO), min_size=1).map(
    lambda ids: tuple(choice for choice in _RETIRED_TOO if choice in ids)
)


def _amounts(places: int) -> st.SearchStrategy[str]:
    return st.decimals(min_value=-(10**12), max_value=10**12, places=places, allow_nan=False).map(
        canonical_decimal
    )


VALUES = {
    "text": st.text(max_size=40).map(clean_line).filter(bool).filter(lambda t: len(t) <= 40),
    "long_text": st.text(max_size=80).map(clean_text).filter(bool).filter(lambda t: len(t) <= 80),
    "integer": st.integers(min_value=-5000, max_value=10**14),
    "decimal": _amounts(6),
    "money": _amounts(2),
    "date": _DAYS,
    "date_range": st.one_of(
        st.tuples(_DAYS, _DAYS).map(lambda days: tuple(sorted(days))),
        st.tuples(_DAYS, st.none()),
        st.tuples(st.none(), _DAYS),
    ),
    "choice": st.sampled_from(_RETIRED_TOO),
    "multi_choice": _IN_FORM_ORDER,
    "checklist": _IN_FORM_ORDER,
    "scale": st.integers(min_value=0, max_value=len(STEPS) - 1),
    "yes_no": st.booleans(),
    "reference": st.lists(
        st.binary(min_size=16, max_size=16).map(bytes.hex), min_size=1, max_size=3, unique=True
    ).map(tuple),
}
ANYTHING = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.text(),
    st.lists(st.none() | st.text(), max_size=4).map(tuple),
)


def test_every_kind_is_tried() -> None:
    assert set(EXAMPLES) == set(KINDS)
    assert set(VALUES) == set(KINDS) - {"computed"}
    assert all(KINDS[name].name == name for name in KINDS)


@pytest.mark.parametrize("name", VALUES)
@given(data=st.data())
def test_what_is_shown_can_be_typed(name: str, data: st.DataObject) -> None:
    kind, field = KINDS[name], EXAMPLES[name]
    value = data.draw(VALUES[name])
    assert kind.check(field, value) is None
    assert kind.parse(field, kind.format(field, value)) == value


@pytest.mark.parametrize("name", KINDS)
@given(text=st.text())
def test_whatever_is_typed_is_refused_or_valid(name: str, text: str) -> None:
    kind, field = KINDS[name], EXAMPLES[name]
    refused, value = None, None
    try:
        value = kind.parse(field, text)
    except (FormError, UsageError) as error:
        refused = error
    assert refused is None or (refused.code[:6], refused.params["field"]) == ("value_", "Antwort")
    problem = kind.check(field, value)
    assert problem is None or problem.code in {
        "value_too_long",
        "value_too_small",
        "value_not_a_step",
        "value_too_many_references",
        "value_range_reversed",
    }


@pytest.mark.parametrize("name", KINDS)
@given(value=ANYTHING)
def test_any_value_can_be_shown_searched_and_checked(name: str, value: object) -> None:
    kind, field = KINDS[name], EXAMPLES[name]
    assert isinstance(kind.format(field, value), str)  # pyright: ignore[reportArgumentType] - any
    assert isinstance(kind.search_text(field, value), str)  # pyright: ignore[reportArgumentType]
    problem = kind.check(field, value)  # pyright: ignore[reportArgumentType] - any value
    assert problem is None or problem.field == "answer"


@pytest.mark.parametrize("name", sorted(set(KINDS) - {"computed"}))
@pytest.mark.parametrize("blank", ["", "   ", "\n"])
def test_nothing_typed_is_no_answer(name: str, blank: str) -> None:
    assert KINDS[name].parse(EXAMPLES[name], blank) is None
    assert KINDS[name].check(EXAMPLES[name], None) is None
    assert KINDS[name].format(EXAMPLES[name], None) == ""


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("text", 1),
        ("text", ("a",)),
        ("long_text", True),
        ("integer", True),
        ("integer", "5"),
        ("integer", 10**15),
        ("decimal", 5),
        ("decimal", "5,0"),
        ("decimal", "5.0"),
        ("money", "-0"),
        ("date", 20260101),
        ("date_range", "2026-01-01"),
        ("date_range", ("2026-01-01",)),
        ("choice", ("red",)),
        ("multi_choice", "red"),
        ("multi_choice", ("red", "red")),
        ("checklist", ("red", None)),
        ("scale", True),
        ("scale", "1"),
        ("yes_no", 1),
        ("yes_no", "ja"),
        ("reference", "00" * 16),
        ("reference", ("00" * 16, "00" * 16)),
    ],
)
def test_values_of_the_wrong_type_are_refused(name: str, wrong: object) -> None:
    problem = KINDS[name].check(EXAMPLES[name], wrong)  # pyright: ignore[reportArgumentType] - wrong
    assert problem is not None
    assert problem.code == "value_wrong_type"
    assert not problem.is_missing
