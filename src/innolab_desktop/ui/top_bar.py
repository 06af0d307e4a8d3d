"""The bar above the pages: menu, name, search, help, settings, lock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from innolab_desktop.ui.actions import runner
from innolab_desktop.ui.settings_menu import SettingsMenu
from innolab_desktop.ui.theme.fonts import TypeSize, em_px
from innolab_desktop.ui.widgets.boxes import row
from innolab_desktop.ui.widgets.inside_line import ClearButton, LeadingIcon
from innolab_desktop.ui.widgets.plain_label import PlainLabel
from innolab_desktop.ui.widgets.surface import Surface
from innolab_desktop.ui.widgets.text_line import TextLine
from innolab_desktop.ui.widgets.tool_button import ToolButton

if TYPE_CHECKING:
    from innolab_desktop.ui.actions import Action, ActionSet
    from innolab_desktop.ui.theme.theme import Theme

_SEARCH_AFTER_MS = 180


class TopBar(Surface):
    """Search field in the middle, tools at the right.

    Signals:
        searched: the words, a moment after the last key.
        search_entered: Return was pressed in the search field.
        search_left: the search field is done with, and the keyboard was in it.
    """

    menu_requested = Signal()
    searched = Signal(str)
    search_entered = Signal()
    search_left = Signal()

    def __init__(self, theme: Theme, actions: ActionSet, parent: QWidget | None = None) -> None:
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
        self.search = TextLine()
        self.search.setPlaceholderText(
            self.tr("Suchen oder Befehl ({0})").format(actions.action("search").keys)
        )
        self.search.setAccessibleName(self.tr("Suchen"))
        ClearButton(self.search)
        self.search.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.search.setMaximumWidth(em_px(34))
        self.search.setMinimumWidth(em_px(6))
        self._search_icon = LeadingIcon(self.search)
        self._search_icon.resized.connect(self._draw_icon)
        self._delay = QTimer(self)
        self._delay.setSingleShot(True)
        self._delay.setInterval(_SEARCH_AFTER_MS)
        self._delay.timeout.connect(lambda: self.searched.emit(self.search.text().strip()))
        self.search.textChanged.connect(self._delay_search)
        self.search.returnPressed.connect(self.search_entered)
        self.search.installEventFilter(self)
        settings = actions.action("settings")
        self._settings = ToolButton(theme, "settings", settings.label, settings.keys)
        self._settings.setMenu(SettingsMenu(actions, self))
        self._settings.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        content = row(
            menu,
            name,
            None,
            self.search,
            None,
            self._tool("help-circle", actions.action("help")),
            self._settings,
            self._tool("lock", actions.action("lock")),
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

    def clear_search(self) -> None:
        """Look for nothing any more."""
        self.search.clear()

    def leave_search(self) -> None:
        """Look for nothing any more, and let the keyboard go on somewhere else."""
        self.clear_search()
        self._delay.stop()
        if self.search.hasFocus():
            self.search_left.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Escape lead back to what was shown before."""
        is_pressed = event.type() == QEvent.Type.KeyPress
        if is_pressed and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            self.leave_search()
            self.searched.emit("")
            return True
        return super().eventFilter(watched, event)

    def _tool(self, icon: str, action: Action) -> ToolButton:
        button = ToolButton(self._theme, icon, action.label, action.keys)
        button.clicked.connect(runner(action))
        return button

    def _delay_search(self) -> None:
        self._delay.start()

    def _restyle(self) -> None:
        self._draw_icon(self._search_icon.icon_px)

    def _draw_icon(self, side_px: int) -> None:
        ratio, ink = self.devicePixelRatio(), self._theme.tokens.muted
        self._search_icon.show_picture(self._theme.pixmap("search", side_px, ink, ratio))
