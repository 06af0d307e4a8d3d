"""Reads ``resources/gender_forms.toml``: how each form with a gender star is written otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innolab_desktop.domain.gender_wording import AS_WRITTEN, GenderWording, Wording
from innolab_desktop.formdefs.table_reader import read_table_file

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def load_wording(path: Path, wording: Wording) -> GenderWording:
    """Return one way of writing.

    Raises:
        FormError: the file is missing, or a form lacks a variant.
    """
    if wording is Wording.STAR:
        return AS_WRITTEN
    return GenderWording({form: ways[wording] for form, ways in read_ways(path).items()})


def read_ways(path: Path) -> Mapping[str, Mapping[Wording, str]]:
    """Return every form with the ways to write it; the colon follows from the star.

    Raises:
        FormError: the file is missing, or a form lacks a variant.
    """
    ways: dict[str, Mapping[Wording, str]] = {}
    top = read_table_file(path)
    for reader in top.tables("form", place_key="star"):
        star = reader.text("star")
        ways[star] = {
            Wording.COLON: star.replace("*", ":"),
            Wording.PAIR: reader.text("pair"),
            Wording.NEUTRAL: reader.text("neutral"),
        }
        reader.finish()
    top.finish()
    return ways
