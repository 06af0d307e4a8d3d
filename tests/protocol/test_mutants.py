"""The histories have power: each of six broken protocols is caught."""

from __future__ import annotations

import unittest

import pytest

from protocol.histories import machine, template
from protocol.mutants import MUTANTS


@pytest.mark.parametrize("name", MUTANTS)
def test_mutant_is_caught(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    template()  # the start is exchanged by the sound protocol
    MUTANTS[name](monkeypatch)
    result = unittest.TestResult()
    case = machine(examples=400, shrink=False)
    unittest.defaultTestLoader.loadTestsFromTestCase(case).run(result)
    assert result.errors or result.failures, f"{name} survived"
