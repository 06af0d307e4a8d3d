"""The areas under „Weiteres": what each is called, what it is for, and which belong together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from innolab_desktop.services.lessons import LESSON_KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from innolab_desktop.formdefs.definition import FormDefinition

LESSONS: Final = "lessons"
TRASH: Final = "trash"
RETENTION: Final = "retention"
ERASURES: Final = "erasures"
BACKUPS: Final = "backups"
KEYS: Final = "keys"
MET_AS_LESSONS: Final = frozenset(("learning", "obstacle", "success_condition"))
"""Kinds that belong to a mission, and without one are met among all that was learned."""


@dataclass(frozen=True, slots=True)
class Area:
    """One place to go to.

    Attributes:
        part: what the page calls it, a kind of record or a panel.
        purpose: one sentence about what it is for.
        kinds: the kinds of records that it shows; none where nothing is counted.
        counts_deleted: whether it shows what was deleted, instead of what is there.
    """

    part: str
    icon: str
    label: str
    purpose: str
    kinds: tuple[str, ...] = ()
    counts_deleted: bool = False


@dataclass(frozen=True, slots=True)
class AreaGroup:
    """Areas that belong together."""

    title: str
    areas: tuple[Area, ...]


def area_groups(definitions: Sequence[FormDefinition]) -> tuple[AreaGroup, ...]:
    """Return the panels and the lists of *definitions*, each in its group.

    A kind that no group names has its place among people, places and dates.
    """
    learning, evaluating, people = _purposes_of_kinds()
    named = learning.keys() | evaluating.keys()
    by_id = {form.id: form for form in definitions}
    others = {form.id: people.get(form.id, form.help) for form in definitions}
    meeting = {kind: text for kind, text in others.items() if kind not in named}
    return (
        AreaGroup(_tr("Lernen und weitergeben"), (_lessons(), *_lists(by_id, learning))),
        AreaGroup(_tr("Auswerten"), tuple(_lists(by_id, evaluating))),
        AreaGroup(_tr("Menschen, Orte, Termine"), tuple(_lists(by_id, meeting))),
        AreaGroup(_tr("Aufbewahren, löschen, schützen"), _keeping()),
    )


def _lists(by_id: dict[str, FormDefinition], purposes: dict[str, str]) -> Iterator[Area]:
    for kind, purpose in purposes.items():
        if (form := by_id.get(kind)) is not None:
            yield Area(kind, form.icon, form.label_plural, purpose, (kind,))


def _purposes_of_kinds() -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
    """Return what the lists are for: of learning, of evaluating, and of people and dates."""
    learning = {
        "learning_extract": _tr("Was aus Fallberatungen bleibt und weitergegeben werden kann."),
        "transfer_sheet": _tr("Was andere übernehmen können, auch Steckbriefe anderer Kommunen."),
    }
    evaluating = {
        "evaluation_wave": _tr("Befragungen anlegen, öffnen und schließen."),
        "indicator": _tr("Was gezählt oder gemessen wird, mit Ausgangs- und Zielwert."),
    }
    people = {
        "event": _tr("Kick-off, Workshop, Hospitation: wann, wo und was herauskam."),
        "person": _tr("Wer mitwirkt, nur mit dienstlichen Angaben."),
        "tandem": _tr("Zwei Personen aus verschiedenen Fachbereichen."),
        "municipality": _tr("Städte, Gemeinden und Kreise im Programm."),
    }
    return learning, evaluating, people


def _lessons() -> Area:
    return Area(
        LESSONS,
        "notes",
        _tr("Erkenntnisse und Transfer"),
        _tr("Was alle Missionen gelehrt haben, und was andere davon übernehmen können."),
        LESSON_KINDS,
    )


def _keeping() -> tuple[Area, ...]:
    return (
        Area(
            TRASH,
            "trash",
            _tr("Papierkorb"),
            _tr("Gelöschtes zurückholen oder endgültig löschen."),
            counts_deleted=True,
        ),
        Area(
            RETENTION,
            "calendar-event",
            _tr("Löschfristen"),
            _tr("Was nach einiger Zeit zu prüfen ist: noch nötig oder nicht?"),
        ),
        Area(
            ERASURES,
            "eraser",
            _tr("Löschprotokoll"),
            _tr("Was endgültig gelöscht wurde, wann und warum."),
        ),
        Area(
            BACKUPS,
            "history",
            _tr("Sicherungen"),
            _tr("Gesicherte Stände des Tresors ansehen und zurückholen."),
        ),
        Area(KEYS, "lock", _tr("Schlüssel"), _tr("Womit sich der Tresor öffnen lässt.")),
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("Areas", text)
