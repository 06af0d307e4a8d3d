"""What all dialogs share: a title, content, buttons, and no blocking loop."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QWidget

from innolab_desktop.ui.theme.fonts import em_px
from innolab_desktop.ui.typed_draft import keep_typing
from innolab_desktop.ui.widgets.boxes import column, row
from innolab_desktop.ui.widgets.heading import Heading

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLayout

    from innolab_desktop.ui.theme.theme import Theme
    from innolab_desktop.ui.widgets.button import Button

_SHARE_OF_SCREEN = 0.95


@runtime_checkable
class GivesHelp(Protocol):
    """A window that knows which page of the handbook helps."""

    def show_help(self, dialog: QWidget | None = None) -> None:
        """Show what helps here, over *dialog* if one is open."""
        ...


class BaseDialog(QDialog):
    """A dialog over *parent*: shown with ``open()``, deleted when closed; F1 opens the handbook."""

    def __init__(self, parent: QWidget | None, theme: Theme, title: str) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.heading = Heading(title, 2)
        QShortcut(QKeySequence("F1"), self).activated.connect(self.ask_help)

    def assemble(self, content: QWidget | QLayout, *buttons: Button, width_em: float = 30) -> None:
        """Put heading, *content* and *buttons* together; the last button is the default."""
        layout = column(
            self.heading, content, row(None, *buttons, spacing=0.6), margins=1.2, spacing=0.9
        )
        layout.setStretch(1, 1)
        self.setLayout(layout)
        if buttons:
            buttons[-1].setDefault(True)
            for key in ("Ctrl+Return", "Ctrl+Enter"):  # Return alone belongs to text areas
                QShortcut(QKeySequence(key), self).activated.connect(buttons[-1].click)
        self.set_size(width_em)

    def keep(self) -> None:
        """Keep what was typed and is not saved; called before the vault closes."""
        keep_typing(self)

    def reject(self) -> None:
        """Close, and keep what is being typed for the next time."""
        keep_typing(self)
        super().reject()

    def ask_help(self) -> None:
        """Show what helps on the page below."""
        above = self.parentWidget()
        while above is not None:
            if isinstance(above, GivesHelp):
                above.show_help(self)
                return
            above = above.parentWidget()

    def set_size(self, width_em: float, height_em: float | None = None) -> None:
        """Take this size where the screen has room for it."""
        room = self.screen().availableSize() * _SHARE_OF_SCREEN
        height = self.sizeHint().height() if height_em is None else em_px(height_em)
        self.resize(QSize(em_px(width_em), height).boundedTo(room))
