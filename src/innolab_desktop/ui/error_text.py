"""Errors as the window shows them: expected ones in three sentences, others as a crash."""

from __future__ import annotations

import platform
import traceback
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, qVersion

import innolab_desktop
from innolab_desktop.domain.errors import Cancelled, InnolabError
from innolab_desktop.ui.dialogs.crash_dialog import CrashDialog
from innolab_desktop.ui.dialogs.message_dialog import MessageDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from innolab_desktop.services.error_catalogue import ErrorCatalogue
    from innolab_desktop.ui.theme.theme import Theme


def crash_report(error: BaseException) -> str:
    """Return a report for those who mend the program.

    It names modules, lines and types, never messages or values: those could hold what
    people wrote.
    """
    lines = [
        f"InnoLab Desktop {innolab_desktop.__version__}",
        f"Python {platform.python_version()}, Qt {qVersion()}, {platform.system()}",
        "",
    ]
    current: BaseException | None = error
    while current is not None:
        lines.append(type(current).__qualname__)
        if isinstance(current, InnolabError):
            lines.append(f"  code {current.code}")
        for frame in traceback.extract_tb(current.__traceback__):
            module = frame.filename.replace("\\", "/").rsplit("/", 2)[-2:]
            lines.append(f"  {'/'.join(module)}:{frame.lineno} {frame.name}")
        current = current.__cause__ or current.__context__
    return "\n".join(lines)


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
            text = self._catalogue.describe(error)
            MessageDialog(
                self._window, self._theme, text.what, f"{text.meaning}\n\n{text.action}"
            ).open()
        else:
            CrashDialog(self._window, self._theme, crash_report(error)).open()
