"""What the head of a record says about where it was released to, and from where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from innolab_desktop.ui.space_names import space_label

if TYPE_CHECKING:
    from innolab_desktop.services.release_trail import Trail


def release_sentence(trail: Trail) -> str:
    """Return sentences about copies and origin; "" if there is nothing to tell."""
    parts: list[str] = []
    if trail.origin is not None:
        text = QCoreApplication.translate("Release", "Freigegeben aus {0}.")
        parts.append(text.format(space_label(trail.origin.space)))
    for copy in trail.copies:
        text = (
            QCoreApplication.translate("Release", "Freigegeben an {0}, dort seither geändert.")
            if copy.is_edited_there
            else QCoreApplication.translate("Release", "Freigegeben an {0}.")
        )
        parts.append(text.format(space_label(copy.space)))
    return " ".join(parts)
