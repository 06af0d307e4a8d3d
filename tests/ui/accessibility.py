"""An accessibility audit of a live window, in process, without a screen reader.

Rules: name, role, label, trap, taborder, mnemonic, fixed, clipped, target, contrast, boundary,
focus, minsize. The numbers in comments are WCAG 2.1 success criteria.
"""

from __future__ import annotations

import itertools
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QCalendarWidget,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QSizeGrip,
    QSplitterHandle,
    QTabBar,
    QTabWidget,
    QTextEdit,
    QToolButton,
    QWidget,
)

from ui.pixels import contrast_ratio, measured_contrast, pixels, visible_rect

if TYPE_CHECKING:
    from collections.abc import Iterator

INPUTS = (QLineEdit, QComboBox, QAbstractSpinBox, QTextEdit, QPlainTextEdit)
SMALLEST_SCREEN = QSize(1093, 614)
_ENOUGH = 4.45
_ENOUGH_LARGE = 2.95
_TARGET_PX = 24
_RING_PIXELS = 40
_LARGE_PT, _LARGE_BOLD_PT = 18, 14
_MOST_ROWS = 40


@dataclass(frozen=True)
class Finding:
    """One barrier."""

    rule: str
    widget: str
    detail: str


# -- describing ---------------------------------------------------------------------------------


def accessible_name(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface else ""


def title(widget: QWidget) -> str:
    text = accessible_name(widget) or widget.objectName()
    return f"{type(widget).__name__}«{text[:50]}»"


def shown(window: QWidget) -> list[QWidget]:
    return [
        widget
        for widget in window.findChildren(QWidget)
        if widget.isVisible()
        and widget.width() > 0
        and widget.height() > 0
        and widget.window() is window
        and not _inside_calendar(widget)
    ]


def is_inner(widget: QWidget) -> bool:
    """Parts of compound widgets, judged with their owner."""
    parent = widget.parentWidget()
    return (
        isinstance(parent, QComboBox | QAbstractSpinBox | QLineEdit)
        or (isinstance(parent, QAbstractScrollArea) and parent.viewport() is widget)
        or isinstance(widget, QSplitterHandle | QSizeGrip)
        or (isinstance(parent, QTabBar) and isinstance(widget, QToolButton))
        or widget.objectName().startswith("qt_")
    )


def _inside_calendar(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QCalendarWidget):
            return True
        parent = parent.parentWidget()
    return False


def focusable(window: QWidget) -> list[QWidget]:
    return [
        widget
        for widget in shown(window)
        if widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not is_inner(widget)
        and widget.focusProxy() is None
    ]


def has_text(widget: QWidget) -> bool:
    return isinstance(widget, QLabel | QAbstractButton) and bool(widget.text().strip())


# -- rules --------------------------------------------------------------------------------------


def check_names(window: QWidget) -> Iterator[Finding]:
    """4.1.2: what can be focused has a name and a role."""
    if not window.windowTitle():
        yield Finding("name", title(window), "window without title")
    for widget in focusable(window):
        interface = QAccessible.queryAccessibleInterface(widget)
        if not accessible_name(widget).strip():
            yield Finding("name", title(widget), "can be focused, has no accessible name")
        elif (
            interface.role() in {QAccessible.Role.Client, QAccessible.Role.NoRole}
            and not isinstance(widget, QAbstractScrollArea)
            and not interface.text(QAccessible.Text.Description)
        ):
            yield Finding("role", title(widget), "custom widget without role or description")
        if isinstance(widget, QToolButton) and not widget.text() and not widget.toolTip():
            yield Finding("name", title(widget), "icon without tool tip")


def check_labels(window: QWidget) -> Iterator[Finding]:
    """1.3.1, 3.3.2: inputs are labelled; 2.1.2: Tab leaves every field."""
    widgets = shown(window)
    buddies = {id(w.buddy()) for w in widgets if isinstance(w, QLabel) and w.buddy()}
    for widget in widgets:
        if (
            isinstance(widget, INPUTS)
            and not is_inner(widget)
            and id(widget) not in buddies
            and not widget.accessibleName()
        ):
            yield Finding("label", title(widget), "input without label")
        if isinstance(widget, QLabel) and not widget.buddy() and widget.text().endswith(":"):
            yield Finding("label", title(widget), "ends with a colon but belongs to no input")
        if (
            isinstance(widget, QTextEdit | QPlainTextEdit)
            and not widget.isReadOnly()
            and not widget.tabChangesFocus()
        ):
            yield Finding("trap", title(widget), "Tab is caught by the text field")
    for widget in window.findChildren(QWidget):
        is_own = type(widget).__module__.startswith("innolab_desktop")
        is_own = is_own and not isinstance(widget, QTabWidget)  # Qt's own proxy, right behind it
        if is_own and widget.isVisible() and widget.focusProxy() is not None:
            yield Finding("trap", title(widget), "Tab is caught or skips what lies in between")


def check_tab_order(window: QWidget) -> Iterator[Finding]:
    """2.4.3: Tab follows the reading order."""
    wanted = {id(widget) for widget in focusable(window)}
    order: list[QWidget] = []
    current: QWidget | None = window
    seen = set[int]()
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        if id(current) in wanted:
            order.append(current)
        current = current.nextInFocusChain()
    for first, second in itertools.pairwise(order):
        if _scrolls_away(first) is not _scrolls_away(second):
            continue  # one of them is scrolled out of sight: its place says nothing
        before = QRect(first.mapTo(window, QPoint(0, 0)), first.size())
        after = QRect(second.mapTo(window, QPoint(0, 0)), second.size())
        is_above = after.bottom() <= before.top() and after.left() < before.right()
        overlaps = after.top() < before.bottom() and before.top() < after.bottom()
        if is_above or (after.right() <= before.left() and overlaps):
            yield Finding("taborder", title(second), f"comes after {title(first)}")


def _scrolls_away(widget: QWidget) -> QWidget | None:
    """The scroll area that hides a part of *widget*."""
    if visible_rect(widget).size() == widget.size():
        return None
    parent = widget.parentWidget()
    while parent is not None and not isinstance(parent, QScrollArea):
        parent = parent.parentWidget()
    return parent


def check_mnemonics(window: QWidget) -> Iterator[Finding]:
    """One Alt key, one meaning."""
    keys: Counter[str] = Counter()
    for widget in shown(window):
        if isinstance(widget, QTabBar):
            texts = [widget.tabText(index) for index in range(widget.count())]
        elif isinstance(widget, QAbstractButton) or (isinstance(widget, QLabel) and widget.buddy()):
            texts = [widget.text()]
        else:
            continue
        for text in texts:
            _before, mark, after = text.replace("&&", "").partition("&")
            if mark and after:
                keys[after[0].lower()] += 1
    for key, count in keys.items():
        if count > 1:
            yield Finding("mnemonic", title(window), f"Alt+{key.upper()} used {count} times")


def check_sizes(window: QWidget) -> Iterator[Finding]:
    """1.4.4: nothing is fixed or cut; 2.5.8: targets are large enough."""
    for widget in shown(window):
        if is_inner(widget):
            continue
        if has_text(widget) or isinstance(widget, INPUTS):
            smallest, largest = widget.minimumSize(), widget.maximumSize()
            if smallest.width() == largest.width() or smallest.height() == largest.height():
                yield Finding("fixed", title(widget), "fixed size")
            yield from _check_cut(widget)
        if (
            isinstance(widget, QAbstractButton)
            and widget.isEnabled()
            and min(widget.width(), widget.height()) < _TARGET_PX
        ):
            yield Finding("target", title(widget), f"{widget.width()}x{widget.height()}")


def _check_cut(widget: QWidget) -> Iterator[Finding]:
    if isinstance(widget, QLabel) and widget.wordWrap():
        needed = widget.heightForWidth(widget.width())
        if widget.height() < needed - 1:
            yield Finding("clipped", title(widget), f"height {widget.height()} < {needed}")
    else:
        needed_size = widget.minimumSizeHint()
        if widget.width() < needed_size.width() - 1 or widget.height() < needed_size.height() - 1:
            got = f"{widget.width()}x{widget.height()}"
            need = f"{needed_size.width()}x{needed_size.height()}"
            yield Finding("clipped", title(widget), f"{got} < {need}")
    parent = widget.parentWidget()
    if parent is None or not has_text(widget):
        return
    if not parent.rect().adjusted(-1, -1, 1, 1).contains(widget.geometry()):
        yield Finding("clipped", title(widget), "sticks out of its parent")


def check_contrast(window: QWidget) -> Iterator[Finding]:
    """1.4.3: text stands out."""
    for widget in shown(window):
        rect = visible_rect(widget)
        if is_inner(widget) or rect.isEmpty() or not widget.isEnabled():
            continue
        if has_text(widget):
            ratio = measured_contrast(widget, rect)
            if ratio is not None and ratio < (_ENOUGH_LARGE if _is_large(widget) else _ENOUGH):
                yield Finding("contrast", title(widget), f"{ratio:.2f}:1")
        elif isinstance(widget, QLineEdit) and widget.placeholderText() and not widget.text():
            ratio = measured_contrast(widget, rect.adjusted(4, 4, -4, -4))
            if ratio is not None and ratio < _ENOUGH:
                yield Finding("contrast", title(widget), f"placeholder {ratio:.2f}:1")
        elif isinstance(widget, QAbstractItemView) and not isinstance(widget, QTabBar):
            yield from _check_rows(widget)


def _is_large(widget: QWidget) -> bool:
    font = widget.font()
    return font.pointSizeF() >= _LARGE_PT or (font.pointSizeF() >= _LARGE_BOLD_PT and font.bold())


def _check_rows(view: QAbstractItemView) -> Iterator[Finding]:
    model = view.model()
    if not model:
        return
    for row in range(min(model.rowCount(), _MOST_ROWS)):
        rect = view.visualRect(model.index(row, 0)) & view.viewport().rect()
        if rect.height() > 8:
            ratio = measured_contrast(view.viewport(), rect)
            if ratio is not None and ratio < _ENOUGH:
                yield Finding("contrast", title(view), f"row {row}: {ratio:.2f}:1")
                return


def check_boundaries(window: QWidget) -> Iterator[Finding]:
    """1.4.11: the edge of every field is seen."""
    for widget in shown(window):
        if (
            not isinstance(widget, INPUTS)
            or is_inner(widget)
            or not widget.isEnabled()
            or widget.hasFocus()
            or visible_rect(widget).height() < widget.height()
        ):
            continue
        corner = widget.mapTo(window, QPoint(0, 0))
        line = QRect(corner.x() - 3, corner.y() + widget.height() // 2, 10, 1)
        image = window.grab(line).toImage()
        colours = [image.pixelColor(x, 0) for x in range(image.width())]
        strongest = max(contrast_ratio(colour, colours[0]) for colour in colours[1:])
        if strongest < _ENOUGH_LARGE:
            yield Finding("boundary", title(widget), f"field edge {strongest:.2f}:1")


def check_focus_ring(window: QWidget, app: QApplication) -> Iterator[Finding]:
    """2.4.7: the focus is seen."""
    # What a real Tab press sets; Fusion draws the focus only then.
    window.setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
    for widget in focusable(window):
        parent = widget.parentWidget()
        while parent is not None:
            if isinstance(parent, QScrollArea):
                parent.ensureWidgetVisible(widget)
            parent = parent.parentWidget()
        if isinstance(widget, QPlainTextEdit | QTextEdit):
            widget.setCursorWidth(0)
        if (focused := app.focusWidget()) is not None:
            focused.clearFocus()
        app.processEvents()
        before = pixels(widget, widget.rect())
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        app.processEvents()
        if not widget.hasFocus():
            continue
        after = pixels(widget, widget.rect())
        changed = sum(abs(before[colour] - after[colour]) for colour in before | after)
        if changed < _RING_PIXELS:
            yield Finding("focus", title(widget), f"no visible focus ({changed} pixels)")


def check_minimum_size(window: QWidget, screen: QSize = SMALLEST_SCREEN) -> Iterator[Finding]:
    """The window fits on the smallest screen."""
    needed = window.minimumSizeHint().expandedTo(window.minimumSize())
    if needed.width() > screen.width() or needed.height() > screen.height():
        yield Finding("minsize", title(window), f"needs {needed.width()}x{needed.height()}")


def _let_settle(window: QWidget, app: QApplication) -> None:
    """Wait until no widget moves any more: a new look runs through the layouts level by level."""
    before: list[QRect] = []
    for _ in range(50):
        app.processEvents()
        QTest.qWait(10)
        places = [widget.geometry() for widget in window.findChildren(QWidget)]
        if places == before:
            return
        before = places


def audit(window: QWidget, app: QApplication, *, looks: bool = True) -> list[Finding]:
    """Return every barrier in *window*; ``looks=False`` leaves out what needs pixels."""
    QAccessible.setActive(True)
    _let_settle(window, app)
    findings = [
        *check_names(window),
        *check_labels(window),
        *check_tab_order(window),
        *check_mnemonics(window),
        *check_sizes(window),
        *check_minimum_size(window),
    ]
    if looks:
        findings += check_contrast(window)
        findings += check_boundaries(window)
        findings += check_focus_ring(window, app)
    return findings
