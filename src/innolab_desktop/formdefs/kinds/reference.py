"""References to other records by their ids."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar

from innolab_desktop.domain.errors import FormError
from innolab_desktop.formdefs.answers import split_answers
from innolab_desktop.formdefs.problem import Problem

if TYPE_CHECKING:
    from innolab_desktop.domain.values import Value
    from innolab_desktop.formdefs.definition import FieldDefinition

_RECORD_ID = re.compile(r"[0-9a-f]{32}", re.ASCII)


class ReferenceKind:
    """One record, or with ``many`` several, named by 32 hexadecimal digits each."""

    name: ClassVar[str] = "reference"
    options: ClassVar[frozenset[str]] = frozenset({"references", "many", "minimum", "maximum"})
    needs: ClassVar[frozenset[str]] = frozenset({"references"})
    span: ClassVar[int] = 1
    max_length: ClassVar[int] = 500

    def parse(self, field: FieldDefinition, text: str) -> Value:
        """Return the ids in *text*; with ``many`` separated by ``;`` or as a JSON list."""
        answers = split_answers(text)
        if answers is None:
            raise FormError("value_not_a_list", field=field.label)
        ids = tuple(dict.fromkeys(item.replace("-", "").lower() for item in answers))
        if not all(_RECORD_ID.fullmatch(item) for item in ids):
            raise FormError("value_not_a_reference", field=field.label)
        if field.many:
            return ids or None
        if len(ids) > 1:
            raise FormError("value_too_many_references", field=field.label, maximum=1)
        return ids[0] if ids else None

    def format(self, field: FieldDefinition, value: Value) -> str:  # noqa: ARG002 - of the protocol
        """Return the ids; only a view that can read records knows their titles."""
        return "; ".join(referenced_ids(value))

    def check(self, field: FieldDefinition, value: Value) -> Problem | None:
        """Check the form and the number of the ids; whether the records exist is not known here."""
        if value is None:
            return None
        ids = referenced_ids(value)
        fits = isinstance(value, tuple) if field.many else isinstance(value, str)
        if not fits or (isinstance(value, tuple) and len(set(value)) != len(value)):
            return Problem(field.id, "value_wrong_type")
        if isinstance(value, tuple) and len(ids) != len(value):
            return Problem(field.id, "value_wrong_type")
        if not all(_RECORD_ID.fullmatch(item) for item in ids):
            return Problem(field.id, "value_not_a_reference")
        if field.maximum is not None and len(ids) > field.maximum:
            return Problem(field.id, "value_too_many_references", {"maximum": int(field.maximum)})
        return None

    def search_text(self, field: FieldDefinition, value: Value) -> str:  # noqa: ARG002 - of the protocol
        """Return nothing: the referenced records are found under their own words."""
        return ""


def referenced_ids(value: Value) -> tuple[str, ...]:
    """Return the record ids in the value of a reference field."""
    if isinstance(value, str):
        return (value,)
    if isinstance(value, tuple):
        return tuple(item for item in value if item is not None)
    return ()
