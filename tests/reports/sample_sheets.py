"""A mission as a municipality would fill it in."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from innolab_desktop.domain.records import Record, Variant
from innolab_desktop.services.reporting import Sheet

if TYPE_CHECKING:
    from collections.abc import Mapping

    from innolab_desktop.domain.values import Value

SPACE = b"\x01" * 16
MISSION = b"\x02" * 16
MUNICIPALITY, TANDEM, INDICATOR = "aa" * 16, "bb" * 16, "cc" * 16

VALUES: Mapping[str, Value] = {
    "code": "MUS-2026-01",
    "status": "binding",
    "title": "Bürgerbüro ohne Hürden – verständlich für alle",
    "municipality": MUNICIPALITY,
    "tandem": TANDEM,
    "term": ("2026-01-01", "2027-12-31"),
    "fields_of_action": ("citizen_services", "language"),
    "diversity_dimensions": ("ethnic_origin", "abilities"),
    "challenge": (
        "Viele Bürger*innen verstehen unsere Schreiben nicht und kommen deshalb mehrmals.\n\n"
        "Besonders betroffen sind Menschen, die Deutsch als Zweitsprache sprechen, und Menschen "
        "mit Lernschwierigkeiten. Sichtbar wird es an Rückfragen, Klagen und verpassten Fristen."
    ),
    "discrimination_levels": ("institutional",),
    "affected_parties": (
        "Bürger*innen, die Deutsch als Zweitsprache sprechen; Menschen mit Lernschwierigkeiten"
    ),
    "participation": "consulted",
    "data_basis": (INDICATOR,),
    "data_basis_note": "Gezählt sind Rückfragen am Schalter; vermutet ist der Grund „Amtsdeutsch“.",
    "vision": "In Musterstadt versteht jede*r beim ersten Lesen, was die Verwaltung schreibt.",
    "mission_statement": (
        "Bis 31.12.2027 sind die 30 häufigsten Schreiben des Bürgerbüros in einfacher Sprache, "
        "geprüft von Betroffenen, damit niemand wegen der Sprache sein Recht verliert."
    ),
    "mission_check": ("bold", "verifiable", "time_bound", "feasible"),
    "next_step": "Liste der häufigsten Schreiben abstimmen",
    "next_step_date": "2026-06-15",
    "next_step_role": "Leitung Bürgerbüro",
    "regular_structures": ("target_system", "training_programme"),
    "time_budget": 12,
    "release_from_duties": "partly",
    "budget": "8500",
    "budget_source": "municipal_budget",
    "mandator": "mayor",
    "leadership_support": 3,
    "agreement_form": "target_agreement",
}

CHILDREN: Mapping[str, tuple[Mapping[str, Value], ...]] = {
    "smart_goal": (
        {
            "statement": "30 Schreiben liegen in einfacher Sprache vor",
            "specific": "Bescheide, Einladungen und Merkblätter des Bürgerbüros",
            "criterion": "Zahl der freigegebenen Schreiben",
            "baseline_value": "0",
            "target_value": "30",
            "due_date": "2027-09-30",
            "responsible_role": "Leitung Bürgerbüro",
        },
        {
            "statement": "Rückfragen wegen unverständlicher Schreiben sinken um ein Drittel",
            "criterion": "Strichliste am Schalter, zwei Wochen je Halbjahr",
            "baseline_value": "210",
            "target_value": "140",
            "due_date": "2027-12-31",
        },
    ),
    "milestone": (
        {"title": "Liste der Schreiben steht", "due_date": "2026-06-30"},
        {"title": "Erste zehn Schreiben geprüft", "due_date": "2026-12-15"},
    ),
}


def child(kind: str, number: int, values: Mapping[str, Value]) -> Record:
    record_id = number.to_bytes(16, "big")
    return Record(record_id, kind, SPACE, 1, parent=MISSION, order=f"{number:04d}", values=values)


def mission_sheet(
    values: Mapping[str, Value] = VALUES,
    children: Mapping[str, tuple[Mapping[str, Value], ...]] = CHILDREN,
    **record: object,
) -> Sheet:
    mission = Record(MISSION, "mission", SPACE, 1, values=values, **record)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType] - tests choose what to set
    return Sheet(
        record=mission,
        computed={"commitment_level": 4},
        children={
            kind: tuple(child(kind, n, v) for n, v in enumerate(found, 1))
            for kind, found in children.items()
        },
        titles={
            MUNICIPALITY: "Stadt Musterstadt",
            TANDEM: "Bürgerbüro und Integration",
            INDICATOR: "Rückfragen am Schalter",
        },
        people=("Jörg Müßig", "Ayşe Öztürk"),
        municipality="Stadt Musterstadt",
        revision="Fassung 3",
        as_of=date(2026, 5, 12),
    )


def variant(value: Value) -> Variant:
    return Variant(value, "Ayşe Öztürk", "Rechner B", 1_747_000_000_000, b"\x05" * 32)
