from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from formdefs.examples import make_field
from innolab_desktop.domain.errors import FormError
from innolab_desktop.formdefs.definition import FormDefinition, Section
from innolab_desktop.formdefs.draft import FormDraft
from innolab_desktop.formdefs.upgrade import upgrade

FORM = FormDefinition(
    id="note",
    label="Notiz",
    label_plural="Notizen",
    label_new="Neue Notiz",
    version=3,
    title_field="goal",
    icon="notes",
    order=1,
    sections=(
        Section(
            id="main",
            label="Notiz",
            entries=(
                replace(make_field("text"), id="goal", renamed_from=("aim", "problem")),
                replace(make_field("text"), id="colour", retired_in=2),
            ),
        ),
    ),
)
NAMES = st.sampled_from(["goal", "aim", "problem", "colour", "future", "future_too"])


def test_renamed_retired_and_unknown_fields_are_told_apart() -> None:
    result = upgrade(FORM, {"problem": "Sprache", "colour": "rot", "future": ("a", "b")})
    assert result.values == {"goal": "Sprache"}
    assert result.retired == {"colour": "rot"}
    assert result.unknown == {"future": ("a", "b")}


def test_the_present_id_wins_and_the_earlier_value_is_kept() -> None:
    result = upgrade(FORM, {"goal": "neu", "problem": "alt"})
    assert result.values == {"goal": "neu"}
    assert result.unknown == {"problem": "alt"}
    assert upgrade(FORM, {"aim": "eins", "problem": "zwei"}).values == {"goal": "eins"}


@given(st.dictionaries(NAMES, st.text() | st.integers() | st.none()))
def test_no_value_is_ever_lost(values: dict[str, str | int | None]) -> None:
    result = upgrade(FORM, values)
    kept = [*result.values.values(), *result.retired.values(), *result.unknown.values()]
    assert sorted(map(repr, kept)) == sorted(map(repr, values.values()))
    assert set(result.unknown) <= set(values)


def test_retired_fields_cannot_be_edited() -> None:
    with pytest.raises(FormError, match="value_retired_field"):
        FormDraft(FORM, {}).set("colour", "blau")
