"""Lists of answers as people and scripts write them."""

from __future__ import annotations

import json
from typing import cast

from innolab_desktop.domain.errors import FormError


def split_answers(text: str) -> tuple[str, ...]:
    """Return the answers in *text*, separated by semicolons or written as a JSON list.

    Raises:
        FormError: *text* begins like a JSON list and is none of texts.
    """
    bare = text.strip()
    if not bare.startswith("["):
        return tuple(part.strip() for part in bare.split(";") if part.strip())
    try:
        items: object = json.loads(bare)
    except (ValueError, RecursionError) as error:
        raise FormError("value_not_a_list") from error
    if not isinstance(items, list):
        raise FormError("value_not_a_list")
    texts: list[str] = []
    for item in cast("list[object]", items):
        if not isinstance(item, str):
            raise FormError("value_not_a_list")
        texts.append(item.strip())
    return tuple(texts)
