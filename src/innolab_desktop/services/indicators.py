"""Use cases of the indicators: take one from the catalogue, and see how it develops."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from innolab_desktop.domain.errors import UsageError
from innolab_desktop.domain.indicator_protection import (
    baseline_objection,
    number,
    shown_value,
)
from innolab_desktop.services.read_models import RowQuery
from innolab_desktop.services.trend_chart import Point, TrendChart

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from innolab_desktop.domain.records import Record, RecordId, SpaceId
    from innolab_desktop.domain.values import Value
    from innolab_desktop.formdefs.catalogues import Catalogues, IndicatorTemplate
    from innolab_desktop.formdefs.forms import Forms
    from innolab_desktop.services.records import Records, Saved
    from innolab_desktop.services.store_ports import Vault

INDICATOR: Final = "indicator"
MEASUREMENT: Final = "measurement"
_MOST: Final = 500


@dataclass(frozen=True, slots=True)
class Indicator:
    """An indicator with what may be shown of its values.

    Attributes:
        is_read_only: it lies in a space that this device left.
    """

    record: Record
    chart: TrendChart
    is_read_only: bool = False


class Indicators:
    """The indicators of one open vault."""

    def __init__(
        self,
        vault: Vault,
        forms: Forms,
        records: Records,
        read_catalogues: Callable[[], Catalogues],
    ) -> None:
        self._vault = vault
        self._forms = forms
        self._records = records
        self._read_catalogues = read_catalogues

    @property
    def templates(self) -> tuple[IndicatorTemplate, ...]:
        """The indicators of the catalogue."""
        return self._read_catalogues().indicators

    def all(self) -> tuple[Indicator, ...]:
        """Return all indicators by title."""
        with self._vault.transaction():
            rows = self._vault.records.rows(RowQuery(kind=INDICATOR, limit=_MOST)).rows
            return tuple(self.indicator(row.id) for row in rows)

    def indicator(self, indicator: RecordId) -> Indicator:
        """Return an indicator.

        Raises:
            RecordError: there is none.
        """
        with self._vault.transaction():
            record = self._vault.records.get(indicator)
            measurements = self._vault.records.children(indicator, MEASUREMENT)
            is_left = record.space in self._vault.people.left_spaces()
            return Indicator(record, trend(self._forms, record, measurements), is_left)

    def take(self, template_id: str, space: SpaceId | None = None) -> Saved:
        """Make an indicator from the catalogue; its example values stay behind.

        Raises:
            UsageError: the catalogue has no such entry.
        """
        template = next((item for item in self.templates if item.id == template_id), None)
        if template is None:
            raise UsageError("indicator_unknown", name=template_id)
        values: dict[str, Value] = {
            "title": template.title,
            "catalogue_entry": template.id,
            "unit": template.unit,
            "indicator_type": template.indicator_type,
            "interval": template.interval,
            "direction": template.direction,
            "protection_class": template.protection_class,
            "min_cell_count": template.min_cell_count,
            "limits": template.note,
        }
        return self._records.new(INDICATOR, values, space=space)


def trend(forms: Forms, indicator: Record, measurements: Iterable[Record]) -> TrendChart:
    """Return the chart of an indicator; what must not be shown is suppressed in it."""
    values, form = indicator.values, forms.form(indicator.kind)
    unit = form.field("unit")
    choice = unit.choice(str(values.get("unit"))) if unit else None
    label = {"percent": "%", "count": "", "euro": "€"}.get(
        str(values.get("unit")), choice.label if choice else ""
    )
    points = [
        Point(day, shown_value(values, measurement.values))
        for measurement in measurements
        if (day := _day(measurement.values.get("reference_date"))) is not None
    ]
    start, begun = number(values.get("baseline_value")), _day(values.get("baseline_date"))
    is_new = begun not in [point.day for point in points]
    if begun is not None and start is not None and is_new and baseline_objection(values) is None:
        points.append(Point(begun, start))
    return TrendChart(
        form.title_of(values),
        label,
        tuple(sorted(points, key=lambda point: point.day)),
        number(values.get("target_value")),
        phrases=forms.phrases,
    )


def _day(value: object) -> date | None:
    """Return a stored day; None for what is none, as another program may have written it."""
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None
