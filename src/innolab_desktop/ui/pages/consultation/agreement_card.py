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
    """The rules, and the button that says that everybody agreed, or this person alone.

    Args:
        for_oneself: each participant confirms for themself, because they read at their own time.

    Signals:
        agreed: the rules were confirmed.
    """

    agreed = Signal()

    def __init__(
        self,
        theme: Theme,
        rules: ConsultationRules,
        template: ConsultationTemplate,
        *,
        for_oneself: bool = False,
    ) -> None:
        super().__init__()
        least = template.smallest_group or rules.smallest_group
        most = template.largest_group or rules.largest_group
        all_agree, i_agree = self.tr("Alle haben zugestimmt"), self.tr("Ich stimme zu")
        self.button = Button(theme, i_agree if for_oneself else all_agree, primary=True)
        self.button.clicked.connect(self.agreed)
        # The keyboard stands on the button: a screen reader says there what is agreed to.
        request = self._request(for_oneself=for_oneself)
        self.button.setAccessibleDescription(" ".join((request, *rules.rules)))
        lines = [PlainLabel(f"–  {rule}") for rule in rules.rules]
        self.setLayout(
            column(
                Heading(self.tr("Bevor es losgeht"), 2),
                PlainLabel(request),
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

    def _request(self, *, for_oneself: bool) -> str:
        if for_oneself:
            return self.tr(
                "Diese Beratung läuft schriftlich. Lesen Sie die Regeln; den Fall sehen Sie, "
                "sobald Sie zugestimmt haben. Das merkt sich nur dieses Gerät."
            )
        return self.tr("Lesen Sie die Regeln gemeinsam. Erst wenn alle zustimmen, geht es los.")
