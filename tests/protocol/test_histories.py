"""Promise 1 in random histories: nothing is lost, all converge, one mail heals, erased stays so."""

from __future__ import annotations

from protocol.histories import machine

TestHistories = machine(examples=120)
