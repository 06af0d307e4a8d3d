"""Every error has a German text, every text has an error."""

from __future__ import annotations

import string
import tomllib
from typing import TYPE_CHECKING

from architecture.error_sites import ErrorSite, error_sites
from architecture.source_tree import ROOT

if TYPE_CHECKING:
    from collections.abc import Mapping

BUILT_IN = {"cancelled", "unexpected"}
"""Raised by its own class, and shown for errors that nobody foresaw."""
PARTS = ("what", "meaning", "action")
TEXTS: Mapping[str, Mapping[str, str]] = tomllib.loads(
    (ROOT / "resources" / "errors.toml").read_text(encoding="utf-8")
)
SITES = error_sites(ROOT)


def _placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_codes_can_be_read_from_the_source() -> None:
    assert [site.place for site in SITES if site.code is None] == []


def test_every_code_has_a_text() -> None:
    missing = {f"{site.code} ({site.place})" for site in SITES if site.code not in TEXTS}
    assert missing == set()


def test_texts_are_complete() -> None:
    for code, text in TEXTS.items():
        assert set(text) == set(PARTS), code
        assert all(text[part].strip().endswith((".", "?", "!", "…")) for part in PARTS), code


def test_texts_name_only_what_the_error_carries() -> None:
    def unknown(site: ErrorSite) -> set[str]:
        text = TEXTS.get(site.code or "", {})
        used = {name for part in text.values() for name in _placeholders(part)}
        return set() if site.parameters is None else used - site.parameters

    assert {site.place: unknown(site) for site in SITES if unknown(site)} == {}


def test_no_text_without_an_error() -> None:
    assert set(TEXTS) - {site.code for site in SITES} - BUILT_IN == set()
