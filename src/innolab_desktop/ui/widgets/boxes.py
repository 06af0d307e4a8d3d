"""Rows and columns of widgets, spaced in em."""

from __future__ import annotations

from typing import TypeAlias, cast

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from innolab_desktop.ui.theme.fonts import em_px

Item: TypeAlias = QWidget | QLayout | None
"""None is a stretch."""

Margins: TypeAlias = float | tuple[float, float, float, float]
"""All sides, or left, top, right, bottom; in em."""

_MEASURES = "measures_em"


def column(*items: Item, margins: Margins = 0, spacing: float = 0.5) -> QVBoxLayout:
    """Return *items* from top to bottom."""
    layout = QVBoxLayout()
    _fill(layout, items, margins, spacing)
    return layout


def row(*items: Item, margins: Margins = 0, spacing: float = 0.5) -> QHBoxLayout:
    """Return *items* from left to right."""
    layout = QHBoxLayout()
    _fill(layout, items, margins, spacing)
    return layout


def panel(layout: QLayout) -> QWidget:
    """Return a bare widget that holds *layout*."""
    widget = QWidget()
    widget.setLayout(layout)
    return widget


def clear(layout: QLayout) -> None:
    """Remove everything from *layout* and delete its widgets.

    The keyboard stays here: else Qt would take it to the first button of the window.
    """
    while (item := layout.takeAt(0)) is not None:
        if (inner := item.layout()) is not None:
            clear(inner)
        if (widget := item.widget()) is not None:
            holder = layout.parentWidget()
            if holder is not None and has_keyboard(widget):
                holder.setFocus()
            widget.hide()
            widget.deleteLater()


def has_keyboard(widget: QWidget) -> bool:
    """Tell whether keys go to *widget* or something in it, once its window is in front."""
    focused = widget.window().focusWidget()
    return focused is widget or widget.isAncestorOf(focused)


def rescale(window: QWidget) -> None:
    """Space every row and column in *window* for the present size of the text."""
    for layout in window.findChildren(QBoxLayout):
        measures = layout.property(_MEASURES)
        if isinstance(measures, list):
            _space(layout, cast("list[float]", measures))


def _space(layout: QBoxLayout, measures_em: list[float]) -> None:
    left, top, right, bottom, spacing = (em_px(measure) for measure in measures_em)
    layout.setContentsMargins(left, top, right, bottom)
    layout.setSpacing(spacing)


def _fill(layout: QBoxLayout, items: tuple[Item, ...], margins: Margins, spacing: float) -> None:
    sides = margins if isinstance(margins, tuple) else (margins,) * 4
    measures_em = [*map(float, sides), float(spacing)]
    layout.setProperty(_MEASURES, measures_em)
    _space(layout, measures_em)
    for item in items:
        if item is None:
            layout.addStretch(1)
        elif isinstance(item, QLayout):
            layout.addLayout(item)
        else:
            layout.addWidget(item)
