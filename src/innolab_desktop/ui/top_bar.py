"""The bar above the pages: menu, name, search, help, settings, lock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAction, QFont
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QToolButton, QWidget

from innolab_desktop.ui.theme.fonts import TypeSize, em_px
from innolab_desktop.ui.widgets.boxes import row
from innolab_desktop.ui.widgets.plain_label import PlainLabel
from innolab_desktop.ui.widgets.surface import Surface
from innolab_desktop.ui.widgets.tool_button import ToolButton

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu

    from innolab_desktop.ui.theme.theme import Theme

_SEARCH_AFTER_MS = 180
_LINE_ICON_PX = 16  # QLineEdit shows its actions in this size, whatever the font


class TopBar(Surface):
    """Search field in the middle, tools at the right.

    Signals:
        searched: the words, a moment after the last key.
        search_entered: Return was pressed in the search field.
    """

    menu_requested = Signal()
    searched = Signal(str)
    search_entered = Signal()
    help_requested = Signal()
    lock_requested = Signal()

    def __init__(self, theme: Theme, settings_menu: QMenu, parent: QWidget | None = None) -> None:
        super().__init__("bar", parent=parent)
        self._theme = theme
        menu = ToolButton(theme, "menu-2", self.tr("Navigation ein- oder ausklappen"))
        menu.clicked.connect(self.menu_requested)
        name = PlainLabel(
            self.tr("InnoLab Desktop"),
            size=TypeSize.HEADING,
            weight=QFont.Weight.DemiBold,
            wrap=False,
        )
        self._name = name
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Suchen (Strg+K)"))
        self.search.setAccessibleName(self.tr("Suchen"))
        self.search.setClearButtonEnabled(True)
        self.search.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.search.setMaximumWidth(em_px(34))
        self.search.setMinimumWidth(em_px(6))
        self._search_icon = QAction(self)
        self.search.addAction(self._search_icon, QLineEdit.ActionPosition.LeadingPosition)
        self._delay = QTimer(self)
        self._delay.setSingleShot(True)
        self._delay.setInterval(_SEARCH_AFTER_MS)
        self._delay.timeout.connect(lambda: self.searched.emit(self.search.text().strip()))
        self.search.textChanged.connect(self._delay_search)
        self.search.returnPressed.connect(self.search_entered)
        show_help = ToolButton(theme, "help-circle", self.tr("Hilfe"), "F1")
        show_help.clicked.connect(self.help_requested)
        settings = ToolButton(theme, "settings", self.tr("Darstellung und Schriftgröße"), "Ctrl+,")
        settings.setMenu(settings_menu)
        settings.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        lock = ToolButton(theme, "lock", self.tr("Sperren"), "Ctrl+L")
        lock.clicked.connect(self.lock_requested)
        content = row(
            menu,
            name,
            None,
            self.search,
            None,
            show_help,
            settings,
            lock,
            margins=(0.5, 0.4, 0.6, 0.4),
            spacing=0.4,
        )
        content.setStretch(3, 4)
        self.setLayout(content)
        self._restyle()
        theme.changed.connect(self._restyle)

    def set_narrow(self, narrow: bool) -> None:  # noqa: FBT001 - a setter in Qt's manner
        """Leave the name out when there is little room."""
        self._name.setVisible(not narrow)

    def focus_search(self) -> None:
        """Go to the search field."""
        self.search.setFocus()
        self.search.selectAll()

    def _delay_search(self) -> None:
        self._delay.start()

    def _restyle(self) -> None:
        ink = self._theme.tokens.muted
        self._search_icon.setIcon(self._theme.icon("search", _LINE_ICON_PX, ink))
