"""All settings on one page; each holds as soon as it is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from innolab_desktop.services.preferences import PreferenceDesk
from innolab_desktop.ui.dialogs.base_dialog import BaseDialog
from innolab_desktop.ui.dialogs.settings.looks_section import LooksSection
from innolab_desktop.ui.dialogs.settings.policy_section import PolicySection
from innolab_desktop.ui.dialogs.settings.spelling_section import SpellingSection
from innolab_desktop.ui.dialogs.settings.vault_section import VaultSection
from innolab_desktop.ui.error_sentence import error_sentence
from innolab_desktop.ui.theme.tokens import Tone
from innolab_desktop.ui.widgets.banner import Banner
from innolab_desktop.ui.widgets.boxes import column, panel
from innolab_desktop.ui.widgets.button import Button
from innolab_desktop.ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from innolab_desktop.services.preferences import Preferences
    from innolab_desktop.ui.appearance_choice import AppearanceChoice
    from innolab_desktop.ui.desk import Desk
    from innolab_desktop.ui.settings import Settings


class SettingsDialog(BaseDialog):
    """Stays beside the window, so that a choice can be seen at once.

    Signals:
        help_requested: the person pressed F1.
        backups_requested: the person wants to choose the second place of backups.
    """

    help_requested = Signal()
    backups_requested = Signal()

    def __init__(
        self, parent: QWidget | None, desk: Desk, settings: Settings, looks: AppearanceChoice
    ) -> None:
        super().__init__(parent, desk.theme, self.tr("Einstellungen"))
        self._desk = desk
        session = desk.session
        self._preferences = PreferenceDesk(
            session.desk, session.policy, session.safekeeping.backups
        )
        self._banner = Banner(desk.theme)
        self.looks = LooksSection(desk.theme, looks, settings, session.policy)
        self.spelling = SpellingSection(desk)
        self.vault = VaultSection(desk.theme, self._preferences)
        self.policy = PolicySection(desk.theme, session.policy, desk.catalogue)
        self.looks.speech_chosen.connect(self._on_speech)
        self.vault.changed.connect(self._keep)
        self.vault.backups_requested.connect(self._to_backups)
        close = Button(desk.theme, self.tr("Schließen"))
        close.clicked.connect(self.accept)
        parts = column(
            self.looks,
            self.spelling,
            self.vault,
            self.policy,
            None,
            margins=(0, 0, 0.6, 0),
            spacing=0.9,
        )
        content = column(self._banner, ScrollPage(panel(parts)), spacing=0.6)
        content.setStretch(1, 1)
        self.assemble(content, close, width_em=38)
        self.set_size(38, 42)
        self.looks.appearance.combo.setFocus()
        self._read()

    def ask_help(self) -> None:
        """Show what helps with the settings."""
        self.help_requested.emit()

    def _read(self) -> None:
        preferences = self._preferences
        self._desk.jobs.run(
            self, lambda _job: preferences.read(), self._on_read, failed=self._on_failed
        )

    def _on_read(self, now: Preferences) -> None:
        self.vault.show_preferences(now)
        if self._desk.safeguards is not None:
            self._desk.safeguards.locking.set_idle_minutes(now.idle_minutes)
            self._desk.safeguards.clipboard.keep_for(now.clipboard_seconds)

    def _keep(self, keep: Callable[[], None]) -> None:
        self._desk.jobs.run(
            self, lambda _job: keep(), lambda _nothing: self._read(), failed=self._on_failed
        )

    def _on_speech(self) -> None:
        self._banner.show_message(
            self.tr("Das gilt, sobald Sie das Programm neu starten oder sperren."),
            Tone.INFO,
        )

    def _on_failed(self, error: Exception) -> None:
        self._banner.show_message(error_sentence(self._desk.catalogue, error), Tone.BAD)

    def _to_backups(self) -> None:
        self.accept()
        self.backups_requested.emit()
