"""Runs tests that stand for a figure: the catalogue of hostile input, the search for canaries."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final
from xml.etree import ElementTree as ET

TESTS: Final = Path(__file__).parents[1]
HOSTILE: Final = ("hostile", "ui/test_hostile_text.py")
CANARIES: Final = ("canary", "ui/test_canary.py")
_CASE: Final = re.compile(r"test_case_(\d{3})_")


def run(*places: str) -> tuple[set[str], list[str]]:
    """Run the tests in *places* and return the names of those that passed and that did not."""
    with tempfile.TemporaryDirectory(prefix="innolab-suite-") as folder:
        report = Path(folder) / "report.xml"
        command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", f"--junitxml={report}"]
        command += [str(TESTS / place) for place in places]
        ended = subprocess.run(  # noqa: S603 - our own tests
            command, check=False, capture_output=True, text=True, cwd=TESTS.parent, env=_clean()
        )
        if not report.exists():
            return set(), [ended.stdout[-2000:] + ended.stderr[-2000:]]
        cases = list(ET.parse(report).iter("testcase"))  # noqa: S314 - pytest wrote it
    bad = {"failure", "error", "skipped"}
    wrong = [case.get("name", "") for case in cases if bad & {child.tag for child in case}]
    passed = {case.get("name", "") for case in cases} - set(wrong)
    return passed, wrong if cases else ["no test was run"]


def _clean() -> dict[str, str]:
    """Return the environment without the library that lets calls fail."""
    return {name: value for name, value in os.environ.items() if name != "LD_PRELOAD"}


def hostile_cases() -> tuple[int, list[str]]:
    """Return how many cases of the catalogue are met, and the tests that failed."""
    passed, wrong = run(*HOSTILE)
    return len({match.group(1) for name in passed if (match := _CASE.match(name))}), wrong


def canaries() -> tuple[int, list[str]]:
    """Return how many searches for words in files ran, and those that found one."""
    passed, wrong = run(*CANARIES)
    return len(passed) + len(wrong), wrong
