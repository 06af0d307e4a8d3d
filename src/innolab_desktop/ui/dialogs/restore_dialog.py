"""Before a backup is put back: what would differ, and that the present state is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innolab_desktop.ui.dialogs.base_dialog import BaseDialog
from innolab_desktop.ui.theme.fonts import em_px
from innolab_desktop.ui.widgets.boxes import column, panel
from innolab_desktop.ui.widgets.button import Button
from innolab_desktop.ui.widgets.muted import Muted
from innolab_desktop.ui.widgets.plain_label import PlainLabel
from innolab_desktop.ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from innolab_desktop.ui.theme.theme import Theme


class RestoreDialog(BaseDialog):
    """Shows the differences; ``accepted`` fires when the person wants the backup back."""

    def __init__(self, parent: QWidget, theme: Theme, name: str, lines: Sequence[str]) -> None:
        super().__init__(parent, theme, self.tr("Sicherung zurückholen"))
        note = Muted(
            self.tr(
                "Vorher wird der jetzige Stand gesichert: Sie können auch das Zurückholen "
                "zurücknehmen. Endgültig Gelöschtes kommt nicht wieder. Danach schließt sich der "
                "Tresor, und Sie entsperren ihn neu."
            )
        )
        words = column(*(PlainLabel(line) for line in lines), note, None, spacing=0.7)
        shown = ScrollPage(panel(words))
        shown.setMinimumHeight(em_px(9))
        cancel = Button(theme, self.tr("Abbrechen"))
        cancel.clicked.connect(self.reject)
        confirm = Button(theme, self.tr("Zurückholen"), primary=True)
        confirm.clicked.connect(self.accept)
        content = column(PlainLabel(name), shown, spacing=0.7)
        content.setStretch(1, 1)
        self.assemble(content, cancel, confirm, width_em=36)
        confirm.setDefault(False)
        confirm.setAutoDefault(False)
        cancel.setDefault(True)
        cancel.setFocus()
