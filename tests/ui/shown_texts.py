"""Every text that a window shows or says, for tests about the language it speaks."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QTabBar,
    QWidget,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QAbstractItemModel

_SAID = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
)
_WORD = re.compile(r"[^\W\d_]{3,}(?![^\W\d_]|…)")
"""A word that was cut short to fit is none."""


def shown_texts(window: QWidget) -> set[str]:
    """Return what *window* and everything in it says, also what is hidden at the moment."""
    return {text for widget in (window, *window.findChildren(QWidget)) for text in _texts(widget)}


def words(texts: set[str]) -> set[str]:
    """Return the words of *texts*."""
    return {word for text in texts for word in _WORD.findall(text)}


def texts_in(value: object) -> Iterator[str]:
    """Return every text that a value, a table or a dataclass holds."""
    if isinstance(value, str):
        yield value
    elif is_dataclass(value):
        for field in fields(value):
            yield from texts_in(getattr(value, field.name))
    elif isinstance(value, dict):
        yield from texts_in(list(value.values()))
    elif isinstance(value, (list, tuple, set, frozenset)):
        for item in value:
            yield from texts_in(item)


def _texts(widget: QWidget) -> Iterator[str]:
    yield widget.windowTitle()
    yield widget.toolTip()
    yield widget.accessibleName()
    yield widget.accessibleDescription()
    match widget:
        case QLabel() | QAbstractButton():
            yield widget.text()
        case QLineEdit():
            yield widget.placeholderText()
        case QComboBox():
            yield from (widget.itemText(index) for index in range(widget.count()))
        case QTabBar():
            yield from (widget.tabText(index) for index in range(widget.count()))
        case QAbstractItemView() if hasattr(widget.model(), "rowCount"):
            yield from _rows(widget.model())
        case _:
            pass


def _rows(model: QAbstractItemModel) -> Iterator[str]:
    top = QModelIndex()
    columns = model.columnCount(top) if isinstance(model, QAbstractTableModel) else 1
    for row in range(min(model.rowCount(top), 50)):
        for column in range(columns):
            index = model.index(row, column)
            yield from (str(model.data(index, role) or "") for role in _SAID)
