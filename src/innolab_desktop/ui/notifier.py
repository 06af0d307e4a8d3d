"""One signal tells every view what changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from innolab_desktop.services.changes import Changes


class Notifier(QObject):
    """Passes on what a use case changed.

    Signals:
        changed: the `Changes`, and the object whose action it was, so that a view does not
            reload under the hands of the person who types in it.
    """

    changed = Signal(object, object)

    def announce(self, changes: Changes, initiator: QObject | None = None) -> None:
        """Tell every view about *changes*."""
        self.changed.emit(changes, initiator)
