"""Roles that Qt does not know by itself: headings and status chips."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

_ROLES = {
    "heading": QAccessible.Role.Heading,
    "graphic": QAccessible.Role.Graphic,
    "chart": QAccessible.Role.Chart,
}


class AccessibleRoles(QObject):
    """Gives widgets with the property ``accessibleRole`` that role.

    Keeps the interfaces alive as long as their widgets live.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._interfaces: dict[int, QAccessibleInterface] = {}

    def install(self) -> None:
        """Ask Qt to ask this object first."""
        QAccessible.installFactory(self._create)

    def _create(self, _class_name: str, target: QObject | None) -> QAccessibleInterface | None:
        if not isinstance(target, QWidget):
            return None
        role = _ROLES.get(str(target.property("accessibleRole") or ""))
        if role is None:
            return None
        # A name given here would outlive the text that it was taken from.
        interface = QAccessibleWidget(target, role)
        key = id(target)
        self._interfaces[key] = interface
        target.destroyed.connect(lambda: self._interfaces.pop(key, None))
        return interface
