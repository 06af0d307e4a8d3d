"""The order of the Tab key where a part of a page is built anew."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


def tab_after(page: QWidget, body: QWidget, before: QWidget, *followers: QWidget) -> None:
    """Let the Tab key reach *followers* after everything in *body*, whenever that was made.

    Args:
        page: what holds all of them.
        body: what is rebuilt.
        before: what comes ahead of it; the followers come after this where the body is empty.
        followers: what comes after it, in order.
    """
    last = before
    current = page.nextInFocusChain()
    while current is not None and current is not page:
        if body.isAncestorOf(current) and current.focusPolicy():
            last = current
        current = current.nextInFocusChain()
    for follower in followers:
        QWidget.setTabOrder(last, follower)
        last = follower
