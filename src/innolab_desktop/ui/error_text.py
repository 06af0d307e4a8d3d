"""Errors as the window shows them: expected ones in three sentences, others as a crash."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from innolab_desktop.domain.errors import Cancelled, InnolabError

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from innolab_desktop.services.error_catalogue import ErrorCatalogue
    from innolab_desktop.ui.theme.theme import Theme


class ErrorPresenter(QObject):
    """Shows errors over one window.

    Args:
        window: parent of the dialogs.
    """

    def __init__(self, window: QWidget, theme: Theme, catalogue: ErrorCatalogue) -> None:
        super().__init__(window)
        self._window = window
        self._theme = theme
        self._catalogue = catalogue

    def sentence(self, error: BaseException) -> str:
        """Return the German text of *error*, for banners and fields."""
        return str(self._catalogue.describe(error))

    def show_error(self, error: BaseException) -> None:
        """Open a dialog about *error*; being cancelled is none."""
        if isinstance(error, Cancelled):
            return
        if isinstance(error, InnolabError):
            from innolab_desktop.ui.dialogs.message_dialog import MessageDialog  # noqa: PLC0415 - rare

            text = self._catalogue.describe(error)
            MessageDialog(
                self._window, self._theme, text.what, f"{text.meaning}\n\n{text.action}"
            ).open()
        else:
            from innolab_desktop.ui.crash_report import crash_report  # noqa: PLC0415 - rare
            from innolab_desktop.ui.dialogs.crash_dialog import CrashDialog  # noqa: PLC0415 - rare

            CrashDialog(self._window, self._theme, crash_report(error)).open()
