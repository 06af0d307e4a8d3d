"""Edits that can be undone, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from innolab_desktop.services.edits import EditKind

if TYPE_CHECKING:
    from innolab_desktop.services.edits import EditLabel


def edit_words(label: EditLabel) -> str:
    """Return what an edit did, such as „Titel geändert“."""
    if label.kind is EditKind.ADDITION:
        return _tr("{0} hinzugefügt").format(label.name)
    if label.kind is EditKind.TRASH:
        return _tr("{0} in den Papierkorb gelegt").format(label.name)
    if label.kind is EditKind.ORDER:
        return _tr("{0} verschoben").format(label.name)
    if label.kind is EditKind.DECISION:
        return _tr("Abweichung bei „{0}“ geklärt").format(label.name)
    if label.count > 1:
        return _tr("{0} Angaben geändert").format(label.count)
    return _tr("{0} geändert").format(label.name)


def undo_words(label: EditLabel | None) -> str:
    """Return what the command „Rückgängig“ would do now."""
    if label is None:
        return _tr("Rückgängig")
    return _tr("Rückgängig: {0}").format(edit_words(label))


def redo_words(label: EditLabel | None) -> str:
    """Return what the command „Wiederherstellen“ would do now."""
    if label is None:
        return _tr("Wiederherstellen")
    return _tr("Wiederherstellen: {0}").format(edit_words(label))


def _tr(text: str) -> str:
    return QCoreApplication.translate("EditWords", text)
