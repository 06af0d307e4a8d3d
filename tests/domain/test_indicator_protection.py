"""Values in which somebody could be recognised are neither written down nor shown."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from formdefs.examples import FORMS
from innolab_desktop.domain.indicator_protection import (
    SPECIAL_CATEGORIES,
    baseline_objection,
    number,
    objection,
    shown_value,
)
from innolab_desktop.formdefs.catalogues import load_catalogues

if TYPE_CHECKING:
    from innolab_desktop.domain.values import Value

TOO_SMALL = "measurement_too_small"
NEEDS_CASES = "measurement_needs_case_count"
NEEDS_BASIS = "indicator_needs_legal_basis"
COMPLAINTS: dict[str, Value] = {
    "unit": "count",
    "protection_class": "sensitive",
    "min_cell_count": 5,
}
SHARE: dict[str, Value] = {"unit": "percent", "protection_class": "sensitive", "min_cell_count": 10}
OPEN: dict[str, Value] = {"unit": "percent", "protection_class": "open", "min_cell_count": 5}
TRAIT: dict[str, Value] = {**SHARE, "catalogue_entry": "k15"}
DOCUMENTED: dict[str, Value] = {
    "legal_basis_documented": True,
    "legal_basis_documented_date": "2026-03-01",
}


@pytest.mark.parametrize(
    ("indicator", "measurement", "code"),
    [
        (COMPLAINTS, {"value": "4"}, TOO_SMALL),
        (COMPLAINTS, {"value": "5"}, None),
        (COMPLAINTS, {"value": "0"}, None),
        (COMPLAINTS, {"suppressed": True}, None),
        (COMPLAINTS, {"suppressed": True, "value": "9"}, TOO_SMALL),
        (COMPLAINTS, {"suppressed": True, "case_count": 3}, TOO_SMALL),
        (SHARE, {"value": "14"}, NEEDS_CASES),
        (SHARE, {"value": "14", "case_count": 9}, TOO_SMALL),
        (SHARE, {"value": "14", "case_count": 10}, None),
        (OPEN, {"value": "14"}, None),
        (OPEN, {"value": "14", "case_count": 4}, TOO_SMALL),
        ({**OPEN, "min_cell_count": 1}, {"value": "14", "case_count": 4}, TOO_SMALL),
        (TRAIT, {"value": "14", "case_count": 80}, NEEDS_BASIS),
        ({**TRAIT, "legal_basis_documented": True}, {"value": "14", "case_count": 80}, NEEDS_BASIS),
        ({**TRAIT, **DOCUMENTED}, {"value": "14", "case_count": 80}, None),
    ],
)
def test_what_is_refused_is_not_shown_either(
    indicator: dict[str, Value], measurement: dict[str, Value], code: str | None
) -> None:
    found = objection(indicator, measurement)
    assert (found.code if found else None) == code
    value = measurement.get("value")
    expected = Decimal(str(value)) if value and code is None else None
    assert shown_value(indicator, measurement) == expected


def test_the_catalogue_names_the_same_special_categories() -> None:
    indicators = load_catalogues(FORMS / "catalogues").indicators
    assert {item.id for item in indicators if item.note.startswith("Art. 9")} == SPECIAL_CATEGORIES


@pytest.mark.parametrize("value", [None, 3, "", "viel", "NaN", "Infinity", ("1",)])
def test_what_is_no_number_is_none(value: object) -> None:
    assert number(value) is None


@pytest.mark.parametrize(
    ("indicator", "code"),
    [
        ({**COMPLAINTS, "baseline_value": "3"}, "baseline_needs_case_count"),
        ({**COMPLAINTS, "baseline_value": "12"}, None),
        ({**SHARE, "baseline_value": "14"}, "baseline_needs_case_count"),
        ({**OPEN, "baseline_value": "14"}, None),
        ({**TRAIT, "baseline_value": "14"}, NEEDS_BASIS),
        ({**TRAIT, **DOCUMENTED, "baseline_value": "14"}, "baseline_needs_case_count"),
        ({**TRAIT}, None),
    ],
)
def test_a_baseline_is_held_to_the_same(indicator: dict[str, Value], code: str | None) -> None:
    refused = baseline_objection(indicator)
    assert (refused.code if refused else None) == code
