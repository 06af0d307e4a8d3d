"""A place to drop files, with buttons for those who do not drag."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from innolab_desktop.ui.file_catcher import local_files
from innolab_desktop.ui.widgets.boxes import column, row
from innolab_desktop.ui.widgets.button import Button
from innolab_desktop.ui.widgets.card import Card
from innolab_desktop.ui.widgets.heading import Heading
from innolab_desktop.ui.widgets.muted import Muted

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDropEvent
    from PySide6.QtWidgets import QLayout, QWidget

    from innolab_desktop.ui.theme.theme import Theme


class FileDrop(Card):
    """Takes files by drag and drop; ``requested`` asks for a file dialog.

    Args:
        theme: colours and icons.
        hint: what can be dropped.
        button_text: asks for the file dialog.
        heading: stands above everything, if given.
        others: other ways, one below the other.
        parent: owns it.
    """

    dropped = Signal(list)
    requested = Signal()

    def __init__(
        self,
        theme: Theme,
        hint: str,
        button_text: str,
        *,
        heading: str = "",
        others: tuple[QLayout, ...] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        self.setAcceptDrops(True)
        self._button = Button(theme, button_text, "upload", primary=True)
        self._button.clicked.connect(self.requested)
        first = row(Muted(hint), self._button)
        first.setStretch(0, 1)
        content = column(first, margins=0.9, spacing=0.7)
        if heading:
            content.insertWidget(0, Heading(heading, 2))
        for other in others:
            content.addLayout(other)
        self.setLayout(content)

    def set_primary(self, primary: bool) -> None:  # noqa: FBT001 - a setter in Qt's manner
        """Let the button be the one that comes first on the page, or not."""
        self._button.set_primary(primary)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Accept local files only."""
        if local_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand on the dropped files."""
        paths = local_files(event.mimeData())
        if paths:
            event.acceptProposedAction()
            self.dropped.emit(paths)
