"""Reads values that another version of a form wrote, without losing any."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from innolab_desktop.domain.values import Value
    from innolab_desktop.formdefs.definition import FormDefinition


@dataclass(frozen=True, slots=True)
class Upgraded:
    """Values in the terms of this version's form.

    Attributes:
        values: fields of the form, under their present ids.
        retired: fields that the form no longer offers; shown read-only.
        unknown: fields that the form does not know, of a newer version; shown and forwarded.
    """

    values: Mapping[str, Value]
    retired: Mapping[str, Value]
    unknown: Mapping[str, Value]


def upgrade(definition: FormDefinition, values: Mapping[str, Value]) -> Upgraded:
    """Sort *values* into known, retired and unknown fields; earlier ids become present ones.

    A field that is there under its present and an earlier id keeps the present value; the other
    one stays under ``unknown``. Of several earlier ids the one named first wins.
    """
    fields = {field.id: field for field in definition.fields(with_retired=True)}
    known = {field_id: value for field_id, value in values.items() if field_id in fields}
    unknown = {field_id: value for field_id, value in values.items() if field_id not in fields}
    for field in fields.values():
        for earlier in field.renamed_from:
            if earlier in unknown and field.id not in known:
                known[field.id] = unknown.pop(earlier)
    return Upgraded(
        values={k: v for k, v in known.items() if fields[k].retired_in is None},
        retired={k: v for k, v in known.items() if fields[k].retired_in is not None},
        unknown=unknown,
    )
