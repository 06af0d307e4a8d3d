"""Chooses how the child records of an entry are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innolab_desktop.ui.pages.children.child_list import ChildList
from innolab_desktop.ui.pages.children.child_table import ChildTable

if TYPE_CHECKING:
    from innolab_desktop.formdefs.definition import ChildrenDefinition
    from innolab_desktop.ui.desk import Desk
    from innolab_desktop.ui.pages.children.children_view import ChildrenView


def view_children(desk: Desk, entry: ChildrenDefinition) -> ChildrenView:
    """Return a table where the form asks for one, else a list."""
    return ChildTable(desk, entry) if entry.is_table else ChildList(desk, entry)
