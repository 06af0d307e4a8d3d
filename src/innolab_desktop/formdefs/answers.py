"""Lists of answers as people and scripts write them."""

from __future__ import annotations

import json
from typing import cast


def json_list(text: str) -> tuple[str | None, ...] | None:
    """Return the texts and nulls of a JSON list, or None when *text* is anything else."""
    try:
        plain: object = json.loads(text)
    except (ValueError, RecursionError):  # not JSON: that is the answer
        return None
    if not isinstance(plain, list):
        return None
    items = cast("list[object]", plain)
    texts = tuple(item for item in items if item is None or isinstance(item, str))
    return texts if len(texts) == len(items) else None


def split_answers(text: str) -> tuple[str, ...] | None:
    """Return the answers in *text*, separated by semicolons or written as a JSON list.

    None when *text* begins like a JSON list and is none of texts.
    """
    bare = text.strip()
    if not bare.startswith("["):
        return tuple(part.strip() for part in bare.split(";") if part.strip())
    items = json_list(bare)
    if items is None or None in items:
        return None
    return tuple(item.strip() for item in items if item is not None)
