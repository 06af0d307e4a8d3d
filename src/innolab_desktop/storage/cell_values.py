"""Values as a cell keeps them: JSON, so that SQL can ask for parts of them."""

from __future__ import annotations

import json

from innolab_desktop.domain.values import Value, as_value

_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_quoted = json.encoder.encode_basestring


def encode_value(value: Value) -> str:
    """Return what a cell keeps of *value*."""
    return _quoted(value) if type(value) is str else _json(value)


def decode_value(stored: str) -> Value:
    """Return the value of a cell."""
    if stored[:1] == '"' and "\\" not in stored:
        return stored[1:-1]  # nearly every cell: a text without anything escaped
    return as_value(json.loads(stored))
