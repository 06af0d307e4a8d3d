"""What the systems say about locked screens and sleep, and what is made of it."""

from __future__ import annotations

import ctypes
from ctypes import wintypes
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QByteArray

from innolab_desktop.services.lock_settings import LockSettings
from innolab_desktop.ui.locking import windows_session
from innolab_desktop.ui.locking.linux_session import LinuxSession, escaped
from innolab_desktop.ui.locking.lock_reason import LockReason, option_of, reason_in, sentence_of
from innolab_desktop.ui.locking.windows_session import WindowsSession

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


@pytest.mark.parametrize(
    ("message", "parameter", "expected"),
    [
        (0x02B1, 0x7, ["locked"]),
        (0x02B1, 0x8, []),
        (0x0218, 0x4, ["sleeps"]),
        (0x0218, 0x12, []),
        (0x0200, 0x7, []),
    ],
)
@pytest.mark.parametrize("kind", [b"windows_generic_MSG", QByteArray(b"windows_generic_MSG")])
def test_messages_of_windows(
    message: int, parameter: int, expected: list[str], kind: bytes | QByteArray
) -> None:
    heard: list[str] = []
    session = WindowsSession()
    session.screen_locked.connect(lambda: heard.append("locked"))
    session.suspending.connect(lambda: heard.append("sleeps"))
    sent = wintypes.MSG()
    sent.message, sent.wParam = message, parameter

    passed = session._filter.nativeEventFilter(kind, ctypes.addressof(sent))

    assert passed == (False, 0)
    assert heard == expected
    assert session._filter.nativeEventFilter(b"xcb_generic_event_t", 0) == (False, 0)


def test_the_constants_are_those_of_windows() -> None:
    found = (
        windows_session.SESSION_CHANGE,
        windows_session.POWER_BROADCAST,
        windows_session.SESSION_LOCK,
        windows_session.SUSPEND,
    )
    assert found == (0x2B1, 0x218, 7, 4)


def test_words_of_linux(qapp: QApplication) -> None:
    heard: list[str] = []
    session = LinuxSession(qapp)
    session.screen_locked.connect(lambda: heard.append("locked"))
    session.suspending.connect(lambda: heard.append("sleeps"))
    session.on_screen_saver(False)
    session.on_sleep(False)
    assert heard == []
    session.on_screen_saver(True)
    session.on_session_lock()
    session.on_sleep(True)
    assert heard == ["locked", "locked", "sleeps"]
    session.deleteLater()


@pytest.mark.parametrize(("name", "path"), [("2", "_32"), ("c1", "c1"), ("c-1", "c_2d1")])
def test_session_paths(name: str, path: str) -> None:
    assert escaped(name) == path


@pytest.mark.parametrize("reason", list(LockReason))
def test_the_next_process_hears_why(reason: LockReason) -> None:
    assert reason_in(["innolab-desktop", "Paket.ilpaket", option_of(reason)]) is reason
    assert sentence_of(reason).endswith(".")


@pytest.mark.parametrize("argument", ["--locked=", "--locked=<b>", "locked=idle", "--lock"])
def test_other_words_say_nothing(argument: str) -> None:
    assert reason_in(["x", argument]) is None


class Desk:
    """Keeps settings in memory."""

    def __init__(self) -> None:
        self.kept: dict[str, str] = {}

    def setting(self, name: str) -> str | None:
        return self.kept.get(name)

    def keep_setting(self, name: str, value: str) -> None:
        self.kept[name] = value


@pytest.mark.parametrize(
    ("stored", "minutes"),
    [(None, 5), ("", 5), ("15", 15), ("0", 1), ("999", 60), ("-3", 5), ("x", 5)],
)
def test_the_idle_time_has_bounds(stored: str | None, minutes: int) -> None:
    desk = Desk()
    settings = LockSettings(desk)  # pyright: ignore[reportArgumentType] - two methods are used
    if stored is not None:
        desk.kept["lock_after_minutes"] = stored
    assert settings.idle_minutes == minutes
    settings.set_idle_minutes(500)
    assert settings.idle_minutes == 60
