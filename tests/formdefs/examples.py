"""Fields to try the kinds on."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import TypedDict, Unpack

from innolab_desktop.formdefs.definition import Choice, FieldDefinition
from innolab_desktop.formdefs.kinds import KINDS

FORMS = Path(__file__).parents[2] / "forms"

COLOURS = (
    Choice("red", "Rot"),
    Choice("deep_blue", "tiefes Blau"),
    Choice("old", "Veraltet", retired_in=2),
)
STEPS = tuple(
    Choice(str(n), label) for n, label in enumerate(("nicht befasst", "informiert", "verankert"))
)


class FieldKeys(TypedDict, total=False):
    """Keys of a field that an example sets."""

    unit: str
    minimum: Decimal
    maximum: Decimal
    max_length: int
    choices: tuple[Choice, ...]
    references: str
    many: bool
    computed: str
    editor: str


def make_field(kind: str, **keys: Unpack[FieldKeys]) -> FieldDefinition:
    """Return a field of the kind with the given keys."""
    keys.setdefault("max_length", KINDS[kind].max_length)
    return FieldDefinition(id="answer", kind=kind, label="Antwort", **keys)


EXAMPLES = {
    "text": make_field("text", max_length=40),
    "long_text": make_field("long_text", max_length=80),
    "integer": make_field("integer", unit="Std./Monat", minimum=Decimal(-5000)),
    "decimal": make_field("decimal", unit="Prozent"),
    "money": make_field("money"),
    "date": make_field("date"),
    "date_range": make_field("date_range"),
    "choice": make_field("choice", choices=COLOURS),
    "multi_choice": make_field("multi_choice", choices=COLOURS),
    "checklist": make_field("checklist", choices=COLOURS),
    "scale": make_field("scale", choices=STEPS),
    "yes_no": make_field("yes_no"),
    "reference": make_field("reference", references="mission", many=True, maximum=Decimal(3)),
    "computed": make_field("computed", computed="commitment_level", unit="von 6"),
}
