"""Every report by its name; menu and command line are built from this table.

A builder is imported when its report is first asked for, because ReportLab takes its time.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from innolab_desktop.services.evaluations import WAVE
from innolab_desktop.services.reporting import EVALUATION_RESULTS, ReportInfo

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from reportlab.platypus import Flowable

    from innolab_desktop.formdefs.forms import Forms
    from innolab_desktop.formdefs.phrases import Phrases
    from innolab_desktop.reports.blocks import Blocks
    from innolab_desktop.services.reporting import Sheet

    Builder: TypeAlias = Callable[[Blocks, Forms, Sheet], Iterable[Flowable]]


@dataclass(frozen=True, slots=True)
class Report:
    """A report and where its builder comes from.

    Attributes:
        kind: the only kind of record that it is for, or "".
    """

    name: str
    load: Callable[[], Builder]
    kind: str = ""

    def info(self, phrases: Phrases) -> ReportInfo:
        """Return what people choose it by."""
        return ReportInfo(self.name, phrases.say("report_titles", self.name), self.kind)


def _load_mission_profile() -> Builder:
    from innolab_desktop.reports.mission_profile import mission_profile  # noqa: PLC0415 - slow

    return mission_profile


def _load_indicator_trend() -> Builder:
    from innolab_desktop.reports.indicator_trend import indicator_trend  # noqa: PLC0415 - slow

    return indicator_trend


def _load_evaluation_results() -> Builder:
    from innolab_desktop.reports.evaluation_results import evaluation_results  # noqa: PLC0415 - slow

    return evaluation_results


def _load_record_sheet() -> Builder:
    from innolab_desktop.reports.record_sheet import record_sheet  # noqa: PLC0415 - slow

    return record_sheet


REPORTS = (
    Report("mission_profile", _load_mission_profile, "mission"),
    Report("indicator_trend", _load_indicator_trend, "indicator"),
    Report(EVALUATION_RESULTS, _load_evaluation_results, WAVE),
    Report("record_sheet", _load_record_sheet),
)
"""All reports in the order of the menu."""
