"""What results of a wave say in words, alike on the screen, on paper and in the terminal."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from innolab_desktop.domain.evaluation import Withheld
from innolab_desktop.services.distribution_chart import DistributionChart
from innolab_desktop.services.evaluations import ANSWER

if TYPE_CHECKING:
    from innolab_desktop.domain.evaluation import Distribution, Thresholds
    from innolab_desktop.formdefs.forms import Forms


class ResultWords:
    """Says results, and why there are none.

    Attributes:
        labels: the steps of the scale, from the lowest.
    """

    def __init__(self, forms: Forms) -> None:
        self._phrases = forms.phrases
        self._say = partial(forms.phrases.say, "evaluation")
        self.labels = tuple(choice.label for choice in forms.field(ANSWER, "rating").choices)

    def reason(self, withheld: Withheld, thresholds: Thresholds) -> str:
        """Return why something is not shown."""
        if withheld is Withheld.FEW_ANSWERS:
            return self._say("few_answers", count=thresholds.answers)
        if withheld is Withheld.FEW_MUNICIPALITIES:
            return self._say("few_municipalities", count=thresholds.municipalities)
        return self._say("wave_open")

    def rule(self, thresholds: Thresholds) -> str:
        """Return what is shown at all."""
        return self._say(
            "rule", answers=thresholds.answers, municipalities=thresholds.municipalities
        )

    def chart(self, question: str, result: Distribution) -> DistributionChart:
        """Return the bar of a question."""
        return DistributionChart(question, self.labels, result.counts, phrases=self._phrases)

    def facts(self, result: Distribution) -> str:
        """Return how many answered, the middle, and the mean if there is one."""
        parts = [self._say("answers", count=result.answers), self._middle(result.median)]
        if result.mean is not None:
            mean = f"{result.mean:.1f}".replace(".", ",")
            parts.append(self._say("mean", value=mean, highest=len(self.labels)))
        if result.not_judged:
            parts.append(self._say("not_judged", count=result.not_judged))
        return " · ".join(parts)

    def open_answers(self, count: int) -> str:
        """Return how many answered in their own words, and what of it is quoted."""
        return self._say("open_answers", count=count)

    def quote(self, words: str) -> str:
        """Return an answer in the quotation marks of the language."""
        return self._say("quote", words=words)

    def _middle(self, median: float) -> str:
        below, above = int(median), int(median + 0.5)
        if below == above:
            return self._say("median", value=self.labels[below - 1])
        return self._say("median_between", low=self.labels[below - 1], high=self.labels[above - 1])
