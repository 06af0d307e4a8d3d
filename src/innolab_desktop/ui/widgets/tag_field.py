"""Tags: typed one after the other, shown as chips that can be taken away again."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCompleter, QListView, QWidget

from innolab_desktop.domain.german_folding import fold
from innolab_desktop.domain.tags import join_tags, split_tags
from innolab_desktop.ui.visible_text import single_line, without_mnemonic
from innolab_desktop.ui.widgets.boxes import column
from innolab_desktop.ui.widgets.button import Button
from innolab_desktop.ui.widgets.flow_row import FlowRow
from innolab_desktop.ui.widgets.text_line import TextLine

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from innolab_desktop.ui.theme.theme import Theme

_RETURN = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_TAKES_AWAY = frozenset({Qt.Key.Key_Delete, Qt.Key.Key_Backspace})
_CONTROL = Qt.KeyboardModifier.ControlModifier
_STILL_THERE = frozenset({Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason})
_MOST_SHOWN = 40


class TagField(QWidget):
    """A line to type into, and below it one button per tag.

    Enter or a comma ends a tag; Backspace in an empty line goes to the last one, where Delete,
    Backspace or the space bar takes it away.

    Args:
        known_tags: returns the tags that are offered.

    Attributes:
        line: what is typed into.
        popup: the tags that are offered while typing.

    Signals:
        edited: the person added a tag, took one away, or typed.
    """

    edited = Signal()

    def __init__(self, theme: Theme, known_tags: Callable[[], Sequence[str]]) -> None:
        super().__init__()
        self._theme = theme
        self._known_tags = known_tags
        self._tags: tuple[str, ...] = ()
        self._chips: list[Button] = []
        self._row = FlowRow()
        self._row.hide()
        self.line = TextLine()
        self._offers = QStringListModel(self)
        self.popup = QListView()
        self.popup.setAccessibleName(self.tr("Schlagwörter, die es schon gibt"))
        completer = QCompleter(self._offers, self)
        completer.setPopup(self.popup)
        # of itself it is a window that nobody owns; it must not go before the completer does
        self.popup.setParent(self, Qt.WindowType.Popup)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        # once the line has taken the completion itself
        completer.activated.connect(lambda: QTimer.singleShot(0, self, self._finish))
        self.line.setCompleter(completer)
        self.line.installEventFilter(self)
        self.popup.installEventFilter(self)
        self.line.textEdited.connect(self._on_typed)
        self.setLayout(column(self.line, self._row, spacing=0.3))

    @property
    def tags(self) -> tuple[str, ...]:
        """The tags, also the one that is being typed."""
        return split_tags(join_tags((*self._tags, self.line.text())))

    @property
    def chips(self) -> Sequence[Button]:
        """The buttons of the finished tags."""
        return self._chips

    def show_tags(self, tags: tuple[str, ...]) -> None:
        """Show *tags* and an empty line."""
        if tags != self.tags:
            self.line.clear()
            self._show(tags)

    def set_read_only(self, read_only: bool) -> None:  # noqa: FBT001 - a setter in Qt's manner
        """Forbid or allow changes."""
        self.line.setReadOnly(read_only)
        for chip in self._chips:
            chip.setEnabled(not read_only)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin in the line; as a proxy it would catch the Tab key that leaves it."""
        self.line.setFocus(event.reason())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let keys end, and take away, tags."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            chips = [place for place, chip in enumerate(self._chips) if chip is watched]
            if chips and event.key() in _TAKES_AWAY:
                # later: the release of the key still goes to the chip
                QTimer.singleShot(0, self, lambda: self._take_away(chips[0]))
                return True
            if self._on_key(event, watched):
                return True
        if watched is self.line and isinstance(event, QFocusEvent):
            self._on_focus(event)
        return super().eventFilter(watched, event)

    def _on_key(self, event: QKeyEvent, watched: QObject) -> bool:
        """Act on a key of the line, or of the offers below it; tell whether that was all."""
        is_chosen = watched is self.popup and self.popup.currentIndex().isValid()
        is_here = watched is self.line or watched is self.popup
        if not is_here or is_chosen or event.modifiers() & _CONTROL:
            return False
        if event.key() in _RETURN and self.line.text().strip():
            self.popup.hide()
            self._finish()
            return True
        if event.key() == Qt.Key.Key_Backspace and not self.line.text() and self._chips:
            self._chips[-1].setFocus()
            return True
        return False

    def _on_focus(self, event: QFocusEvent) -> None:
        if event.gotFocus():
            self._offer()
        elif event.reason() not in _STILL_THERE:
            self._finish()

    def _finish(self) -> None:
        if self.line.text().strip() and not self.line.isReadOnly():
            tags = self.tags
            self.line.clear()
            self._show(tags)
            self.edited.emit()

    def _on_typed(self, text: str) -> None:
        if any(mark in text for mark in ",;"):
            self._finish()
        else:
            self.edited.emit()

    def _take_away(self, place: int) -> None:
        """Remove a tag and go to its neighbour."""
        self._show(self._tags[:place] + self._tags[place + 1 :])
        target = self._chips[min(place, len(self._chips) - 1)] if self._chips else self.line
        target.setFocus()
        self.edited.emit()

    def _show(self, tags: tuple[str, ...]) -> None:
        self._tags = tags
        self._chips = [self._chip(place, tag) for place, tag in enumerate(tags)]
        self._row.show_items(self._chips)
        for before, after in pairwise([self.line, *self._chips]):
            self.setTabOrder(before, after)
        self._offer()

    def _chip(self, place: int, tag: str) -> Button:
        word = single_line(tag)
        shown = word if len(word) <= _MOST_SHOWN else f"{word[:_MOST_SHOWN]}…"
        chip = Button(self._theme, without_mnemonic(shown), "x")
        chip.setAutoDefault(False)
        chip.setAccessibleName(self.tr("Schlagwort „{0}“ entfernen").format(word))
        chip.clicked.connect(lambda: self._take_away(place))
        chip.installEventFilter(self)
        return chip

    def _offer(self) -> None:
        taken = {fold(tag) for tag in self._tags}
        self._offers.setStringList([tag for tag in self._known_tags() if fold(tag) not in taken])
