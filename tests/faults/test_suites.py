"""A figure that stands for tests counts what they did, and what they did not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from faults import suites

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

PLANTED = """
import pytest

@pytest.mark.parametrize("how", [1, 2])
def test_case_007_refused(how):
    pass

def test_case_008_refused():
    raise AssertionError("accepted")

@pytest.mark.skip
def test_case_009_refused():
    pass
"""


def test_cases_are_counted_once_and_what_fails_or_is_left_out_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "test_planted.py").write_text(PLANTED, encoding="utf-8")
    monkeypatch.setattr(suites, "HOSTILE", (str(tmp_path / "test_planted.py"),))
    assert suites.hostile_cases() == (1, ["test_case_008_refused", "test_case_009_refused"])


def test_no_test_is_no_good_news(tmp_path: Path) -> None:
    (tmp_path / "test_empty.py").write_text("", encoding="utf-8")
    assert suites.run(str(tmp_path / "test_empty.py")) == (set(), ["no test was run"])
    assert suites.run(str(tmp_path / "missing.py"))[1] != []
