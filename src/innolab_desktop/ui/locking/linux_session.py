"""Hears on D-Bus that the screen was locked or the computer is about to sleep (Linux).

Source: org.freedesktop.ScreenSaver; org.freedesktop.login1 (systemd-logind).
"""

from __future__ import annotations

import os
from typing import Final, cast

from PySide6.QtCore import SLOT, QObject, Signal, Slot
from PySide6.QtDBus import QDBusConnection

_SCREEN_SAVERS: Final = (
    ("/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver"),
    ("/ScreenSaver", "org.freedesktop.ScreenSaver"),
    ("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver"),
)
_LOGIN: Final = "org.freedesktop.login1"
_LOGIN_PATH: Final = "/org/freedesktop/login1"


class LinuxSession(QObject):
    """Listens to the session bus and the system bus, as far as there are any.

    Signals:
        screen_locked: the screen is locked now.
        suspending: the computer is about to sleep.
    """

    screen_locked = Signal()
    suspending = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        session = QDBusConnection.sessionBus()
        if session.isConnected():
            active = _slot("on_screen_saver(bool)")
            for path, interface in _SCREEN_SAVERS:
                session.connect("", path, interface, "ActiveChanged", self, active)
        system = QDBusConnection.systemBus()
        if system.isConnected():
            manager = f"{_LOGIN}.Manager"
            sleeping = _slot("on_sleep(bool)")
            system.connect(_LOGIN, _LOGIN_PATH, manager, "PrepareForSleep", self, sleeping)
            if own := os.environ.get("XDG_SESSION_ID"):
                path = f"{_LOGIN_PATH}/session/{escaped(own)}"
                locked = _slot("on_session_lock()")
                system.connect(_LOGIN, path, f"{_LOGIN}.Session", "Lock", self, locked)

    @Slot(bool)
    def on_screen_saver(self, is_active: bool) -> None:  # noqa: FBT001 - D-Bus calls it
        """Take the word of the screen saver."""
        if is_active:
            self.screen_locked.emit()

    @Slot()
    def on_session_lock(self) -> None:
        """Take the word of the session."""
        self.screen_locked.emit()

    @Slot(bool)
    def on_sleep(self, is_beginning: bool) -> None:  # noqa: FBT001 - D-Bus calls it
        """Take the word of the system, before it sleeps and not when it wakes."""
        if is_beginning:
            self.suspending.emit()


def _slot(signature: str) -> bytes:
    """Return a slot as D-Bus takes it: PySide hands over a text where its stubs say bytes."""
    return cast("bytes", SLOT(signature))


def escaped(session_id: str) -> str:
    """Return a session id as logind writes it into object paths."""
    return "".join(
        character
        if character.isascii() and character.isalnum() and (number or not character.isdigit())
        else "".join(f"_{byte:02x}" for byte in character.encode())
        for number, character in enumerate(session_id)
    )
