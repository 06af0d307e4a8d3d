"""Only what mixes is pointed out: names in any one script are names."""

from __future__ import annotations

import pytest

from innolab_desktop.domain.mixed_scripts import mixed_scripts


@pytest.mark.parametrize(
    "name",
    [
        "Anna Weiß", "Ben Öztürk", "Łucja Żółć", "Анна Петрова", "Άννα Παπαδοπούλου", "李小龙",
        "さくら 田中", "محمد علي", "Þórdís O’Brien-Müller", "", "123",
    ],
)  # fmt: skip
def test_names_in_one_script(name: str) -> None:
    assert mixed_scripts(name) == ()


@pytest.mark.parametrize(
    ("name", "scripts"),
    [
        ("\u0410nna Wei\u00df", ("kyrillisch", "lateinisch")),
        ("Anna W\u0435i\u00df", ("kyrillisch", "lateinisch")),
        ("\u0391nna", ("griechisch", "lateinisch")),
        ("\uff21nna", ("breite Zeichen", "lateinisch")),
        ("\U0001d400nna", ("lateinisch", "mathematische Zeichen")),
    ],
)
def test_names_that_imitate(name: str, scripts: tuple[str, ...]) -> None:
    assert mixed_scripts(name) == scripts
