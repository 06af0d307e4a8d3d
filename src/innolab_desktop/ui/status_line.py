"""The line at the foot of the main window: who works here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QSizePolicy

from innolab_desktop.ui.theme.fonts import TypeSize, em_px
from innolab_desktop.ui.visible_text import single_line
from innolab_desktop.ui.widgets.muted import Muted

if TYPE_CHECKING:
    from innolab_desktop.services.read_models import VaultInfo


def status_line(info: VaultInfo) -> Muted:
    """Return the words about the open vault."""
    text = QCoreApplication.translate("MainWindow", "{0} · {1} · Tresor verschlüsselt")
    line = Muted(
        text.format(single_line(info.person), single_line(info.department)),
        size=TypeSize.HINT,
        wrap=False,
    )
    line.setContentsMargins(em_px(0.7), 2, 0, 4)
    line.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
    return line
