"""What the head of a record says about values that the form does not show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from innolab_desktop.ui.value_text import value_text

if TYPE_CHECKING:
    from innolab_desktop.domain.records import Record
    from innolab_desktop.domain.values import Value
    from innolab_desktop.formdefs.definition import FormDefinition


def newer_sentence(record: Record, form: FormDefinition) -> str:
    """Return sentences about values of other versions; "" if the form shows everything."""
    retired: list[str] = []
    newer: list[str] = []
    for name, value in record.unknown.items():
        field = form.field(name)
        if value in {None, ""} or value == ():
            continue
        if field is not None:
            retired.append(f"{field.label}: {value_text(field, value, {})}")
        else:
            newer.append(f"{name}: {_plain(value)}")
    parts: list[str] = []
    if newer or record.has_newer:
        text = _tr(
            "Enthält Angaben einer neueren Version. Sie bleiben erhalten und gehen beim Senden mit."
        )
        parts.append(" ".join((text, "; ".join(newer))).rstrip())
    if retired:
        text = _tr("Nicht mehr im Formular: {0}")
        parts.append(text.format("; ".join(retired)))
    return "\n".join(parts)


def _plain(value: Value) -> str:
    return ", ".join(filter(None, value)) if isinstance(value, tuple) else str(value)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Newer", text)
