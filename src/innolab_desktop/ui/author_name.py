"""Who wrote something, as people read it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from innolab_desktop.ui.visible_text import single_line


def author_name(person: str) -> str:
    """Return the name on one line, or „jemand“ where nobody is told who it was."""
    return single_line(person) or QCoreApplication.translate("AuthorName", "jemand")
