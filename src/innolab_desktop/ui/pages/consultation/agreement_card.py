"""What everybody agrees to before a consultation begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from innolab_desktop.ui.widgets.boxes import column, row
from innolab_desktop.ui.widgets.button import Button
from innolab_desktop.ui.widgets.card import Card
from innolab_desktop.ui.widgets.heading import Heading
from innolab_desktop.ui.widgets.muted import Muted
from innolab_desktop.ui.widgets.plain_label import PlainLabel

if TYPE_CHECKING:
    from innolab_desktop.formdefs.catalogues import ConsultationRules, ConsultationTemplate
    from innolab_desktop.ui.theme.theme import Theme


class AgreementCard(Card):
    """The rules, and the button that says that everybody agreed.

    Signals:
        agreed: everybody confirmed the rules.
    """

    agreed = Signal()

    def __init__(
        self, theme: Theme, rules: ConsultationRules, template: ConsultationTemplate
    ) -> None:
        super().__init__()
        least = template.smallest_group or rules.smallest_group
        most = template.largest_group or rules.largest_group
        self.button = Button(theme, self.tr("Alle haben zugestimmt"), primary=True)
        self.button.clicked.connect(self.agreed)
        lines = [PlainLabel(f"–  {rule}") for rule in rules.rules]
        self.setLayout(
            column(
                Heading(self.tr("Bevor es losgeht"), 2),
                PlainLabel(
                    self.tr(
                        "Lesen Sie die Regeln gemeinsam. Erst wenn alle zustimmen, geht es los."
                    )
                ),
                *lines,
                Muted(
                    self.tr(
                        "Gut geht es zu {0} bis {1}. Wer nicht zustimmt, nimmt nicht teil."
                    ).format(least, most)
                ),
                row(self.button, None),
                margins=0.9,
                spacing=0.5,
            )
        )
