"""What results say in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from innolab_desktop.domain.evaluation import Withheld

if TYPE_CHECKING:
    from collections.abc import Sequence

    from innolab_desktop.domain.evaluation import Distribution, Thresholds


def reason(withheld: Withheld, thresholds: Thresholds) -> str:
    """Return why something is not shown."""
    if withheld is Withheld.WAVE_OPEN:
        return _tr("Ergebnisse erscheinen, wenn die Erhebung geschlossen ist.")
    if withheld is Withheld.FEW_ANSWERS:
        return _tr("Zu wenige Antworten (n < {0}).").format(thresholds.answers)
    text = _tr("Zu wenige Kommunen: Die Antworten müssen aus mindestens {0} kommen.")
    return text.format(thresholds.municipalities)


def facts(result: Distribution, labels: Sequence[str]) -> str:
    """Return how many answered, the middle, and the mean if there is one."""
    parts = [f"n = {result.answers}", _middle(result.median, labels)]
    if result.mean is not None:
        mean = f"{result.mean:.1f}".replace(".", ",")
        parts.append(_tr("Mittelwert {0} von {1}").format(mean, len(labels)))
    if result.not_judged:
        parts.append(_tr("{0} × kann ich nicht beurteilen").format(result.not_judged))
    return " · ".join(parts)


def _middle(median: float, labels: Sequence[str]) -> str:
    below, above = int(median), int(median + 0.5)
    if below == above:
        return _tr("Median: {0}").format(labels[below - 1])
    text = _tr("Median: zwischen „{0}“ und „{1}“")
    return text.format(labels[below - 1], labels[above - 1])


def _tr(text: str) -> str:
    return QCoreApplication.translate("ResultWords", text)
