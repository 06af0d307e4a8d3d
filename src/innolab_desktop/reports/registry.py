"""Every report by its name; menu and command line are built from this table.

A builder is imported when its report is first asked for, because ReportLab takes its time.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from innolab_desktop.services.reporting import ReportInfo

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from reportlab.platypus import Flowable

    from innolab_desktop.formdefs.forms import Forms
    from innolab_desktop.reports.blocks import Blocks
    from innolab_desktop.services.reporting import Sheet

    Builder: TypeAlias = Callable[[Blocks, Forms, Sheet], Iterable[Flowable]]


@dataclass(frozen=True, slots=True)
class Report:
    """A report and where its builder comes from."""

    info: ReportInfo
    load: Callable[[], Builder]


def _load_mission_profile() -> Builder:
    from innolab_desktop.reports.mission_profile import mission_profile  # noqa: PLC0415 - slow

    return mission_profile


def _load_indicator_trend() -> Builder:
    from innolab_desktop.reports.indicator_trend import indicator_trend  # noqa: PLC0415 - slow

    return indicator_trend


def _load_record_sheet() -> Builder:
    from innolab_desktop.reports.record_sheet import record_sheet  # noqa: PLC0415 - slow

    return record_sheet


REPORTS = (
    Report(ReportInfo("mission_profile", "Missionssteckbrief", "mission"), _load_mission_profile),
    Report(ReportInfo("indicator_trend", "Verlauf", "indicator"), _load_indicator_trend),
    Report(ReportInfo("record_sheet", "Datenblatt"), _load_record_sheet),
)
"""All reports in the order of the menu."""
