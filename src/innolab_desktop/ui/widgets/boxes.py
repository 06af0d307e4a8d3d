"""Rows and columns of widgets, spaced in em."""

from __future__ import annotations

from functools import partial
from typing import TypeAlias, cast

from PySide6.QtCore import Qt, QTimer
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

    The keyboard stays here: else Qt would take it to the first button of the window. It goes to
    what has the same name as before, once *layout* is filled again.
    """
    while (item := layout.takeAt(0)) is not None:
        if (inner := item.layout()) is not None:
            clear(inner)
        if (widget := item.widget()) is not None:
            holder = layout.parentWidget()
            if holder is not None and has_keyboard(widget):
                name = _name_of(widget.window().focusWidget())
                holder.setFocus()
                hand_on = partial(_hand_on_keyboard, holder, name)
                # Qt shows what is added by an event of its own, so a second later one is needed
                QTimer.singleShot(0, holder, partial(QTimer.singleShot, 0, holder, hand_on))
            widget.hide()
            widget.deleteLater()


def has_keyboard(widget: QWidget) -> bool:
    """Tell whether keys go to *widget* or something in it, once its window is in front."""
    focused = widget.window().focusWidget()
    return focused is widget or widget.isAncestorOf(focused)


def _hand_on_keyboard(holder: QWidget, name: str) -> None:
    """Bring the keyboard from *holder* to what is called *name* in it, else to what comes next."""
    if holder.window().focusWidget() is not holder:
        return
    stops = [widget for widget in holder.findChildren(QWidget) if _is_stop(widget)]
    same = [widget for widget in stops if _name_of(widget) == name]
    for widget in (*same, *stops, *_stops_after(holder))[:1]:
        widget.setFocus(Qt.FocusReason.OtherFocusReason)


def _stops_after(holder: QWidget) -> list[QWidget]:
    following, widget = list[QWidget](), holder.nextInFocusChain()
    while widget is not None and widget is not holder and widget is not holder.window():
        following.append(widget)
        widget = widget.nextInFocusChain()
    return [widget for widget in following if _is_stop(widget)]


def _is_stop(widget: QWidget) -> bool:
    can_have_it = widget.isVisible() and widget.isEnabled()
    return can_have_it and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def _name_of(widget: QWidget) -> str:
    return widget.accessibleName() or str(widget.property("text") or "")


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
