"""Reads the frozen vectors of ``tests/data/vectors``."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parents[1] / "data" / "vectors"


def load(name: str) -> dict[str, Any]:
    """Return a vector file, with ``{"hex": …}`` as byte strings."""
    text = (FOLDER / f"{name}.json").read_text(encoding="utf-8")
    return json.loads(text, object_hook=_bytes)


def _bytes(item: dict[str, Any]) -> Any:
    return bytes.fromhex(item["hex"]) if item.keys() == {"hex"} else item
