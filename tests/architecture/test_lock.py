"""The lock files pin every file by hash and name no registry."""

from __future__ import annotations

import re
import tomllib

import pytest

from architecture.source_tree import ROOT

LOCKS = ("requirements.lock", "requirements-dev.lock")
PIN = re.compile(
    r"^([a-z0-9-]+)==([^ ]+)(?: ; (.+?))? \\\n"  # name, version, marker
    r"((?:    --hash=sha256:[0-9a-f]{64}.*\n)+)",
    re.MULTILINE,
)


def read_lock(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", LOCKS)
def test_every_requirement_is_pinned_by_hash(name: str) -> None:
    text = read_lock(name)
    requirements = [line for line in text.splitlines() if line and line[0] not in "# "]

    assert len(requirements) > 20
    assert len(PIN.findall(text)) == len(requirements)


@pytest.mark.parametrize("name", LOCKS)
def test_no_registry_is_named(name: str) -> None:
    assert re.findall(r"://|--(?:extra-)?index|--find-links|@ file", read_lock(name)) == []


def test_both_files_agree() -> None:
    runtime, everything = (
        {(package, version, marker) for package, version, marker, _ in PIN.findall(read_lock(name))}
        for name in LOCKS
    )

    assert {(p, v) for p, v, _ in runtime} <= {(p, v) for p, v, _ in everything}


def test_every_dependency_of_the_project_is_locked() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = {
        lock: {re.split(r"[<>=;\[ ]", line)[0].lower() for line in lines}
        for lock, lines in (
            ("requirements.lock", settings["project"]["dependencies"]),
            ("requirements-dev.lock", settings["dependency-groups"]["dev"]),
        )
    }

    for lock, names in wanted.items():
        assert names <= {package for package, *_ in PIN.findall(read_lock(lock))}


def test_qt_fits_each_python() -> None:
    qt = {
        (version, marker)
        for package, version, marker, _ in PIN.findall(read_lock("requirements.lock"))
        if package == "pyside6-essentials"
    }

    assert ("6.11.3", "python_full_version < '3.12'") in qt
    assert {marker for _, marker in qt} == {
        "python_full_version < '3.12'",
        "python_full_version >= '3.12'",
    }
