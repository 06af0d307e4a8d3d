"""Types like a person: ``QTest.keyClicks`` aborts the process on umlauts and dashes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from innolab_desktop.ui.pages.record_editor import RecordEditor


def type_text(widget: QWidget, text: str) -> None:
    """Send *text* key by key."""
    for character in text:
        shift = (
            Qt.KeyboardModifier.ShiftModifier
            if character.isupper()
            else Qt.KeyboardModifier.NoModifier
        )
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QCoreApplication.sendEvent(
                widget, QKeyEvent(kind, Qt.Key.Key_unknown, shift, character)
            )


def type_into(editor: RecordEditor, field: str, text: str) -> None:
    """Go to a field of the record that is open, and type."""
    assert editor.form is not None
    target = editor.form.blocks[field].editor.first_widget
    target.setFocus()
    type_text(target, text)
