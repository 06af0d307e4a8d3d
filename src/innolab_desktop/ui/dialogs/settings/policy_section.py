"""What IT prescribes, where it stands, and what of it was not understood."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innolab_desktop.domain.policy import KEYS
from innolab_desktop.ui.error_sentence import error_sentence
from innolab_desktop.ui.theme.tokens import Tone
from innolab_desktop.ui.visible_text import single_line
from innolab_desktop.ui.widgets.banner import Banner
from innolab_desktop.ui.widgets.boxes import column
from innolab_desktop.ui.widgets.card import Card
from innolab_desktop.ui.widgets.heading import Heading
from innolab_desktop.ui.widgets.muted import Muted

if TYPE_CHECKING:
    from innolab_desktop.domain.policy import Policy
    from innolab_desktop.services.error_catalogue import ErrorCatalogue
    from innolab_desktop.ui.theme.theme import Theme


class PolicySection(Card):
    """A list of prescriptions; one line if there is none."""

    def __init__(self, theme: Theme, policy: Policy, catalogue: ErrorCatalogue) -> None:
        super().__init__()
        title = Heading(self.tr("Vorgaben Ihrer IT"), 2)
        layout = column(title, margins=0.9, spacing=0.5)
        for fault in policy.faults:
            banner = Banner(theme, Tone.WARN)
            layout.addWidget(banner)
            banner.show_message(single_line(error_sentence(catalogue, fault.error)))
        given = [key.name for key in KEYS if policy.gives(key.name)]
        for name in given:
            text = self.tr("{0} – steht in {1}").format(
                self._name(name), single_line(policy.origins[name])
            )
            layout.addWidget(Muted(text))
        if not given:
            layout.addWidget(Muted(self.tr("Ihre IT gibt nichts vor.")))
        self.setLayout(layout)

    def _name(self, key: str) -> str:
        return {
            "vault_folder": self.tr("Ordner für Tresore"),
            "backup_folder": self.tr("Zweiter Ort für Sicherungen"),
            "part_size_mb": self.tr("Größe je Datei"),
            "transport_format": self.tr("Text oder Anhang"),
            "min_passphrase_length": self.tr("Länge des Passwortsatzes"),
            "auto_lock_minutes": self.tr("Sperren ohne Eingabe"),
            "clipboard_clear_seconds": self.tr("Geheimes in der Zwischenablage"),
            "keyring_allowed": self.tr("Schlüsselspeicher des Rechners"),
            "smallest_group": self.tr("Kleinste Gruppe für Ergebnisse"),
            "smallest_municipalities": self.tr("Wenigste Kommunen für Ergebnisse"),
            "wording": self.tr("Schreibweise"),
            "language": self.tr("Sprache"),
            "dictionary_folder": self.tr("Ordner des Wörterbuchs"),
        }[key]
