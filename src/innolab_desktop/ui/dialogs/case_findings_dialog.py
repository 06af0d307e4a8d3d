"""The question at the end of a consultation: does the text give somebody away?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from innolab_desktop.ui.dialogs.base_dialog import BaseDialog
from innolab_desktop.ui.quoting import quoted
from innolab_desktop.ui.visible_text import single_line
from innolab_desktop.ui.widgets.boxes import column, panel
from innolab_desktop.ui.widgets.button import Button
from innolab_desktop.ui.widgets.card import Card
from innolab_desktop.ui.widgets.heading import Heading
from innolab_desktop.ui.widgets.muted import Muted
from innolab_desktop.ui.widgets.plain_label import PlainLabel
from innolab_desktop.ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from innolab_desktop.services.consultations import CaseFinding
    from innolab_desktop.ui.theme.theme import Theme

_MOST_SHOWN = 50


class CaseFindingsDialog(BaseDialog):
    """Shows what may identify a person; ``accepted`` when the person leaves it as it is."""

    def __init__(self, parent: QWidget, theme: Theme, findings: Sequence[CaseFinding]) -> None:
        super().__init__(parent, theme, self.tr("Lässt sich jemand erkennen?"))
        cards = [_card(item) for item in findings[:_MOST_SHOWN]]
        listed = ScrollPage(panel(column(*cards, None, spacing=0.6)))
        listed.setAccessibleName(self.tr("Fundstellen"))
        content = column(
            PlainLabel(
                self.tr(
                    "Diese Stellen könnten verraten, um wen es geht. Die Prüfung sieht nur Formen; "
                    "auch seltene Merkmale zusammen können jemanden erkennbar machen."
                )
            ),
            listed,
            spacing=0.6,
        )
        content.setStretch(1, 1)
        keep = Button(theme, self.tr("So lassen und abschließen"))
        keep.clicked.connect(self.accept)
        back = Button(theme, self.tr("Zurück zum Text"), primary=True)
        back.clicked.connect(self.reject)
        self.assemble(content, keep, back)
        self.set_size(44, 32)
        back.setFocus()


def _card(item: CaseFinding) -> Card:
    finding = item.finding
    return Card(
        column(
            Heading(f"{finding.label}: {quoted(single_line(finding.words))}", 3),
            PlainLabel(f"{item.label}: {finding.excerpt}"),
            Muted(finding.explanation),
            margins=0.7,
            spacing=0.2,
        )
    )
