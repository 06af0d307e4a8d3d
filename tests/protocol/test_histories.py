"""Promise 1 in random histories: nothing is lost, all converge, one mail heals, erased stays so."""

from __future__ import annotations

import unittest

from protocol.histories import machine


def test_histories() -> None:
    result = unittest.TestResult()
    unittest.defaultTestLoader.loadTestsFromTestCase(machine(examples=100)).run(result)
    broken = [trace for _, trace in (*result.errors, *result.failures)]
    assert broken == [], broken[0]
    assert result.testsRun == 1
