"""Opens the settings, and says when something that IT gave was not understood."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QObject, Signal
from shiboken6 import isValid

from innolab_desktop.ui.quoting import quoted
from innolab_desktop.ui.theme.tokens import Tone
from innolab_desktop.ui.visible_text import single_line
from innolab_desktop.ui.widgets.banner import Banner

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from innolab_desktop.domain.policy import Policy
    from innolab_desktop.ui.appearance_choice import AppearanceChoice
    from innolab_desktop.ui.desk import Desk
    from innolab_desktop.ui.dialogs.settings.settings_dialog import SettingsDialog
    from innolab_desktop.ui.settings import Settings

_LONGEST_NAME: Final = 60


class SettingsDesk(QObject):
    """Owns the dialog; it is made when it is first asked for.

    Signals:
        help_requested: the person asked for help with the settings.
        page_requested: the person wants to go to a page, ``page/part``.
    """

    help_requested = Signal()
    page_requested = Signal(str)

    def __init__(
        self, window: QWidget, desk: Desk, settings: Settings, looks: AppearanceChoice
    ) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._settings = settings
        self._looks = looks
        self._shown: SettingsDialog | None = None

    def show(self) -> None:
        """Show the settings beside the window."""
        if self._shown is None or not isValid(self._shown):
            self._shown = self._open()
        self._shown.show()
        self._shown.raise_()
        self._shown.activateWindow()

    def banner(self) -> Banner:
        """Return the line above the pages; it stays hidden while all is understood."""
        banner = Banner(self._desk.theme, Tone.WARN, _tr("Einstellungen öffnen"))
        banner.acted.connect(self.show)
        words = fault_words(self._desk.session.policy)
        if words:
            banner.show_message(words)
        return banner

    def _open(self) -> SettingsDialog:
        from innolab_desktop.ui.dialogs.settings.settings_dialog import (  # noqa: PLC0415 - as asked
            SettingsDialog,
        )

        dialog = SettingsDialog(self._window, self._desk, self._settings, self._looks)
        dialog.help_requested.connect(self.help_requested)
        dialog.backups_requested.connect(lambda: self.page_requested.emit("more/backups"))
        return dialog


def fault_words(policy: Policy) -> str:
    """Return which prescriptions were not understood, empty if all were."""
    if not policy.faults:
        return ""
    names = [single_line(fault.key[:_LONGEST_NAME] or fault.place) for fault in policy.faults]
    if len(names) == 1:
        return _tr("Die Vorgabe „{0}“ Ihrer IT wurde nicht verstanden.").format(names[0])
    text = _tr("Diese Vorgaben Ihrer IT wurden nicht verstanden: {0}.")
    return text.format(", ".join(map(quoted, names)))


def _tr(text: str) -> str:
    return QCoreApplication.translate("SettingsDesk", text)
