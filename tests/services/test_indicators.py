"""An indicator comes from the catalogue, is measured, and shows its course."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from innolab_desktop.domain.errors import RecordError, UsageError
from vaults import create

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from innolab_desktop.services.session import Session


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    opened = create(tmp_path / "vault", "Anna Weiß")
    yield opened
    opened.close()


def test_the_catalogue_brings_everything_but_its_examples(session: Session) -> None:
    assert len(session.indicators.templates) == 28
    taken = session.indicators.take("k08").record
    values = session.records.open(taken).values
    assert values["title"] == "Eingegangene Beschwerden wegen Benachteiligung"
    assert (values["unit"], values["protection_class"]) == ("count", "sensitive")
    assert "baseline_value" not in values
    assert "target_value" not in values
    with pytest.raises(UsageError, match="indicator_unknown"):
        session.indicators.take("k99")


def test_small_values_are_refused_whichever_way_they_come(session: Session) -> None:
    taken = session.indicators.take("k08").record
    day = {"reference_date": "2026-06-30"}
    with pytest.raises(RecordError, match="measurement_too_small"):
        session.records.new("measurement", {**day, "value": "3"}, parent=taken)
    kept = session.records.new("measurement", {**day, "value": "12"}, parent=taken).record
    with pytest.raises(RecordError, match="measurement_too_small"):
        session.records.save(kept, {"value": "2"})
    assert session.records.open(kept).values["value"] == "12"


def test_a_baseline_in_which_somebody_is_recognised_is_refused(session: Session) -> None:
    taken = session.indicators.take("k08").record
    with pytest.raises(RecordError, match="baseline_needs_case_count"):
        session.records.save(taken, {"baseline_value": "3"})
    session.records.save(taken, {"protection_class": "open", "baseline_value": "3"})
    with pytest.raises(RecordError, match="baseline_needs_case_count"):
        session.records.save(taken, {"protection_class": "sensitive"})
    session.records.save(taken, {"title": "Anders"})
    with pytest.raises(RecordError, match="baseline_needs_case_count"):
        session.records.new(
            "indicator",
            {
                "title": "X",
                "unit": "percent",
                "protection_class": "sensitive",
                "baseline_value": "9",
            },
        )


def test_the_trend_begins_with_the_baseline(session: Session) -> None:
    taken = session.indicators.take("k08").record
    session.records.save(taken, {"baseline_value": "7", "baseline_date": "2025-06-30"})
    measured = {"reference_date": "2026-06-30", "value": "12"}
    session.records.new("measurement", measured, parent=taken)
    (found,) = session.indicators.all()
    assert found.chart.rows() == [("30.06.2025", "7"), ("30.06.2026", "12")]
    session.records.new("measurement", {**measured, "reference_date": "2025-06-30"}, parent=taken)
    (found,) = session.indicators.all()
    assert found.chart.rows() == [("30.06.2025", "12"), ("30.06.2026", "12")], (
        "a measurement counts"
    )


def test_the_trend_is_in_the_order_of_the_days(session: Session) -> None:
    taken = session.indicators.take("k08").record
    session.records.save(taken, {"target_value": "20"})
    for day, value in (("2026-06-30", "12"), ("2025-06-30", "7")):
        session.records.new("measurement", {"reference_date": day, "value": value}, parent=taken)
    hidden = {"reference_date": "2024-06-30", "suppressed": True}
    session.records.new("measurement", hidden, parent=taken)
    (found,) = session.indicators.all()
    assert found.chart.rows() == [("30.06.2024", "•"), ("30.06.2025", "7"), ("30.06.2026", "12")]
    assert str(found.chart.target) == "20"


def test_what_slipped_in_is_not_shown(session: Session) -> None:
    """The class may be raised after values were written."""
    taken = session.indicators.take("k04").record
    values = {"reference_date": "2026-06-30", "value": "3"}
    session.records.new("measurement", values, parent=taken)
    assert session.indicators.indicator(taken).chart.rows() == [("30.06.2026", "3")]
    session.records.save(taken, {"protection_class": "sensitive"})
    assert session.indicators.indicator(taken).chart.rows() == [("30.06.2026", "•")]
