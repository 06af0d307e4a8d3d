"""Pauses the garbage collector while a batch of many small values is worked on.

Decoding 10,000 commits makes half a million tuples without a cycle among them; the collector
would walk over all of them again and again (a quarter of the import, measured).
"""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Generator


@contextmanager
def collector_paused() -> Generator[None]:
    """Keep the collector off inside the block, and as it was behind it."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
