"""Edits that can be undone, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from innolab_desktop.services.edit_history import EditKind

if TYPE_CHECKING:
    from innolab_desktop.services.edit_history import EditLabel


def edit_words(label: EditLabel) -> str:
    """Return what an edit did, such as „Titel geändert“."""
    words = {
        EditKind.ADDITION: _tr("{0} hinzugefügt"),
        EditKind.TRASH: _tr("{0} in den Papierkorb gelegt"),
        EditKind.ORDER: _tr("{0} verschoben"),
        EditKind.DECISION: _tr("Abweichung bei „{0}“ geklärt"),
        EditKind.REVIEW: _tr("Zusammengeführter Text bei „{0}“ geprüft"),
        EditKind.REVISION: _tr("Fassung {0} wiederhergestellt"),
        EditKind.VALUES: _tr("{0} geändert"),
    }
    if label.kind is EditKind.VALUES and label.count > 1:
        return _tr("{0} Angaben geändert").format(label.count)
    return words[label.kind].format(label.name)


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
