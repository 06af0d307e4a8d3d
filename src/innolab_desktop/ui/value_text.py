"""Values as people read them, also outside their editors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from innolab_desktop.formdefs.kinds import KINDS
from innolab_desktop.formdefs.kinds.reference import referenced_ids

if TYPE_CHECKING:
    from collections.abc import Mapping

    from innolab_desktop.domain.values import Value
    from innolab_desktop.formdefs.definition import FieldDefinition


def value_text(field: FieldDefinition, value: Value, titles: Mapping[str, str]) -> str:
    """Return *value* as text; records are named by their *titles*."""
    if field.kind == "reference":
        unknown = QCoreApplication.translate("Values", "(anderer Eintrag)")
        return "; ".join(titles.get(name, unknown) for name in referenced_ids(value))
    return KINDS[field.kind].format(field, value)
