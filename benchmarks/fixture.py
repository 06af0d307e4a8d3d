"""Vaults that take their time to build: built once for the present tables, and kept."""

from __future__ import annotations

import shutil
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Final

from innolab_desktop.storage import schema, search_index

if TYPE_CHECKING:
    from collections.abc import Callable

_KEPT: Final = Path(__file__).parents[1] / "build" / "bench"


def kept(name: str, build: Callable[[Path], object]) -> Path:
    """Return the folder that *build* filled, now or in an earlier run."""
    tables = schema.metadata.sorted_tables
    indexed = [(table, sorted(table.indexes, key=repr)) for table in tables]
    described = repr((indexed, search_index.CREATE))
    target = _KEPT / f"{name}-{sha256(described.encode()).hexdigest()[:8]}"
    if not target.exists():
        unfinished = target.with_suffix(".tmp")
        shutil.rmtree(unfinished, ignore_errors=True)
        unfinished.mkdir(parents=True)
        build(unfinished)
        unfinished.rename(target)
    return target
