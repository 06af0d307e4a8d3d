"""What of an indicator may be written down and shown, so that nobody is recognised in it."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Final

from innolab_desktop.domain.errors import RecordError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from innolab_desktop.domain.values import Value

FEWEST_CASES: Final = 5
SPECIAL_CATEGORIES: Final = frozenset(("k15", "k16"))
"""Entries of the catalogue about traits of Art. 9 GDPR."""
BASELINE_FIELDS: Final = frozenset(
    (
        "baseline_value",
        "catalogue_entry",
        "legal_basis_documented",
        "legal_basis_documented_date",
        "protection_class",
        "unit",
    )
)
"""Fields of an indicator that decide about the value that it starts from."""


def objection(
    indicator: Mapping[str, Value], measurement: Mapping[str, Value]
) -> RecordError | None:
    """Return why a value must not be written down; None if it may."""
    value, cases = number(measurement.get("value")), measurement.get("case_count")
    is_sensitive = indicator.get("protection_class") == "sensitive"
    has_few = isinstance(cases, int) and 0 < cases < _minimum(indicator)
    if value is None:
        return RecordError("measurement_too_small") if is_sensitive and has_few else None
    if not _has_basis(indicator):
        return RecordError("indicator_needs_legal_basis")
    is_count = indicator.get("unit") == "count"
    is_small = is_sensitive and is_count and 0 < value < FEWEST_CASES
    if has_few or is_small or measurement.get("suppressed") is True:
        return RecordError("measurement_too_small")
    if is_sensitive and not is_count and cases is None:
        return RecordError("measurement_needs_case_count")
    return None


def baseline_objection(indicator: Mapping[str, Value]) -> RecordError | None:
    """Return why the value that an indicator starts from must not be written down.

    It has no number of cases beside it: what needs one belongs among the measurements.
    """
    found = objection(indicator, {"value": indicator.get("baseline_value")})
    if found is None or found.code == "indicator_needs_legal_basis":
        return found
    return RecordError("baseline_needs_case_count")


def shown_value(indicator: Mapping[str, Value], measurement: Mapping[str, Value]) -> Decimal | None:
    """Return the value of a measurement; None where it is suppressed or should have been."""
    if objection(indicator, measurement) is not None:
        return None
    return number(measurement.get("value"))


def number(value: object) -> Decimal | None:
    """Return a stored number; None for what is none, as another program may have written it."""
    try:
        found = Decimal(value) if isinstance(value, str) else None
    except InvalidOperation:
        return None
    return found if found is not None and found.is_finite() else None


def _minimum(indicator: Mapping[str, Value]) -> int:
    wanted = indicator.get("min_cell_count")
    return max(wanted, FEWEST_CASES) if isinstance(wanted, int) else FEWEST_CASES


def _has_basis(indicator: Mapping[str, Value]) -> bool:
    """Tell whether an indicator needs no documented basis, or has one with its date."""
    return indicator.get("catalogue_entry") not in SPECIAL_CATEGORIES or bool(
        indicator.get("legal_basis_documented") is True
        and indicator.get("legal_basis_documented_date")
    )
