"""References and computed fields."""

from __future__ import annotations

import pytest

from formdefs.examples import EXAMPLES, make_field
from innolab_desktop.domain.errors import FormError, UsageError
from innolab_desktop.formdefs.definition import Choice
from innolab_desktop.formdefs.kinds import KINDS
from innolab_desktop.formdefs.kinds.reference import referenced_ids

ONE, TWO = "0189abcd" * 4, "ffeeddcc" * 4
KIND = KINDS["reference"]
SINGLE = make_field("reference", references="mission")


def test_one_record_is_named_by_its_digits() -> None:
    assert KIND.parse(SINGLE, f" {ONE.upper()} ") == ONE
    assert KIND.parse(SINGLE, f"{ONE[:8]}-{ONE[8:]}") == ONE
    assert KIND.check(SINGLE, ONE) is None
    assert KIND.search_text(SINGLE, ONE) == ""


def test_several_records() -> None:
    many = EXAMPLES["reference"]
    assert KIND.parse(many, f"{ONE};{TWO};{ONE}") == (ONE, TWO)
    assert KIND.parse(many, f'["{ONE}"]') == (ONE,)
    assert referenced_ids((ONE, TWO)) == (ONE, TWO)
    problem = KIND.check(many, tuple(f"{n:032x}" for n in range(4)))
    assert problem is not None
    assert (problem.code, problem.params) == ("value_too_many_references", {"maximum": 3})


@pytest.mark.parametrize("typed", ["abc", ONE + "0", "g" * 32, "٣" * 32])
def test_other_texts_are_refused(typed: str) -> None:
    with pytest.raises(FormError, match="value_not_a_reference"):
        KIND.parse(SINGLE, typed)
    problem = KIND.check(SINGLE, typed)
    assert problem is not None
    assert problem.code == "value_not_a_reference"


def test_a_single_reference_takes_one_record() -> None:
    with pytest.raises(FormError, match="value_too_many_references"):
        KIND.parse(SINGLE, f"{ONE};{TWO}")
    assert KIND.check(SINGLE, (ONE,)) is not None


def test_computed_values_are_never_typed_or_stored() -> None:
    kind, field = KINDS["computed"], EXAMPLES["computed"]
    with pytest.raises(UsageError, match="value_computed"):
        kind.parse(field, "6")
    problem = kind.check(field, 6)
    assert problem is not None
    assert problem.code == "value_computed"
    assert kind.format(field, 4) == "4\N{NO-BREAK SPACE}von 6"
    labelled = make_field(
        "computed", computed="release_level", choices=(Choice("tandem", "Tandem"),)
    )
    assert kind.format(labelled, "tandem") == "Tandem"
