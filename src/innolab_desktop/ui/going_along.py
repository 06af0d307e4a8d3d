"""What goes into the trash with a record, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from innolab_desktop.ui.counting import counted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from innolab_desktop.formdefs.forms import Forms


def going_along(forms: Forms, counts: Mapping[str, int]) -> str:
    """Return a sentence about the child records that go with a record, "" if there are none.

    Args:
        forms: the kinds of records, in whose order they are named.
        counts: how many child records of each kind there are.
    """
    named = (form for form in forms.values() if counts.get(form.id) and not form.counted_only)
    found = [counted(counts[form.id], form.label, form.label_plural) for form in named]
    if not found:
        return ""
    text = QCoreApplication.translate("GoingAlong", "Was dazugehört, geht mit: {0}.")
    return text.format(", ".join(found))
