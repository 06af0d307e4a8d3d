"""The steps of the guided path: what each asks, and which entries of the form answer it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from innolab_desktop.formdefs.problem import Problem

STATEMENT: Final = "mission_statement"
CHECK: Final = "mission_check"


@dataclass(frozen=True, slots=True)
class GuideStep:
    """One short page of the path.

    Attributes:
        question: what it asks, in large letters.
        advice: how to answer well.
        names: the entries of the form that are filled in here.
    """

    id: str
    label: str
    question: str
    advice: str
    names: tuple[str, ...]


def guide_steps() -> tuple[GuideStep, ...]:
    """Return the steps in their order."""
    return (*_steps_to_the_goals(), *_steps_to_the_agreement())


def _steps_to_the_goals() -> tuple[GuideStep, ...]:
    return (
        GuideStep(
            "challenge",
            _tr("Herausforderung"),
            _tr("Welches Problem soll kleiner werden?"),
            _tr(
                "Beschreiben Sie, was heute ist: wo, für wen, und woran man es merkt. Lösungen "
                "kommen später."
            ),
            ("challenge", "affected_parties", "participation"),
        ),
        GuideStep(
            "vision",
            _tr("Vision"),
            _tr("Wie sieht es aus, wenn das Problem gelöst ist?"),
            _tr(
                "Ein Bild in fünf bis zehn Jahren, geschrieben, als wäre es schon so. Maßnahmen "
                "haben hier noch keinen Platz."
            ),
            ("vision",),
        ),
        GuideStep(
            "goals",
            _tr("SMART-Ziele"),
            _tr("Woran lesen Sie ab, dass Sie der Vision näher kommen?"),
            _tr(
                "Ein bis fünf Ziele. Jedes ist ein Zustand, den jemand an einem Tag feststellen "
                "kann: erreicht oder nicht."
            ),
            ("smart_goal",),
        ),
    )


def _steps_to_the_agreement() -> tuple[GuideStep, ...]:
    return (
        GuideStep(
            "mission",
            _tr("Missionssatz"),
            _tr("Was ist bis wann für wen erreicht, und wozu?"),
            _tr("Ein einziger Satz, den Sie auch im Flur sagen können."),
            (STATEMENT, "out_of_scope"),
        ),
        GuideStep(
            "check",
            _tr("Missions-Check"),
            _tr("Trägt die Mission?"),
            _tr("Gehen Sie die Punkte gemeinsam durch. Was nicht zutrifft, bleibt ohne Haken."),
            (CHECK,),
        ),
        GuideStep(
            "agreement",
            _tr("Vereinbarung"),
            _tr("Wer hat was bis wann mit wem vereinbart?"),
            _tr("Nennen Sie Funktionen, keine Personen. Ohne Termin keine Verbindlichkeit."),
            (
                "mandator",
                "leadership_support",
                "agreement_form",
                "agreement_reference",
                "agreement_reference_date",
                "agreement",
                "review_date",
                "review_role",
                "commitment_level",
            ),
        ),
    )


def step_of(name: str, steps: Iterable[GuideStep]) -> int | None:
    """Return the place of the step that asks for the entry *name*, if one does."""
    return next((index for index, step in enumerate(steps) if name in step.names), None)


def first_open_step(problems: Collection[Problem], steps: Iterable[GuideStep]) -> int:
    """Return the place of the first step with something to do; the first one if all is done."""
    wanted = {problem.field for problem in problems}
    open_steps = (index for index, step in enumerate(steps) if wanted & set(step.names))
    return next(open_steps, 0)


def _tr(text: str) -> str:
    return QCoreApplication.translate("GuideSteps", text)
