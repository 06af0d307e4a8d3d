"""The processes that :mod:`start_speed` measures; each prints its CPU seconds at first paint."""

from __future__ import annotations

import gc
import os
import sys
import time
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QApplication

    from innolab_desktop.ui.app import Desktop


def _stop(minus_s: float = 0.0) -> None:
    sys.stdout.write(f"{time.process_time() - minus_s}\n")
    sys.stdout.flush()
    os._exit(0)


def empty() -> None:
    """Paint an empty QMainWindow."""
    from PySide6.QtWidgets import QApplication, QMainWindow  # noqa: PLC0415 - measured

    class Window(QMainWindow):
        def paintEvent(self, event: object) -> None:
            del event
            _stop()

    app = QApplication(sys.argv[:1])
    window = Window()
    window.show()
    app.exec()


def libraries() -> None:
    """Load what a vault cannot be opened without, then paint an empty QMainWindow."""
    gc.disable()
    for name in ("sqlalchemy", "sqlcipher3.dbapi2", "cryptography.hazmat.primitives.ciphers.aead"):
        import_module(name)
    empty()


def program(*, unlock: Path | None) -> None:
    """Start the program up to its first window, or up to the main window of a vault."""
    gc.disable()  # as innolab_desktop.__main__ does
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - measured

    from innolab_desktop import window  # noqa: PLC0415
    from innolab_desktop.ui.settings import Settings  # noqa: PLC0415

    app = QApplication(sys.argv[:1])
    folder = Path(sys.argv[2]).parent
    desktop = window.compose(app, Settings(folder / "settings.ini"), folder)
    if unlock is None:
        watcher = _stop_at_paint(app, lambda: 0.0)
        desktop.show()
    else:
        watcher = _unlock(app, desktop, unlock)
    app.exec()
    del watcher  # Qt does not keep it alive


def _unlock(app: QApplication, desktop: Desktop, vault: Path) -> list[QObject]:
    """Unlock *vault* and stop when its main window is painted, without the key derivation."""
    from PySide6.QtCore import QTimer  # noqa: PLC0415 - measured

    from innolab_desktop.keys import passphrase_slot  # noqa: PLC0415

    spent: list[float] = []
    derive = passphrase_slot._derive  # noqa: SLF001 - the derivation is measured apart

    def derive_and_note(*arguments: object) -> bytes:
        started = time.process_time()
        key = derive(*arguments)  # pyright: ignore[reportArgumentType] - passed on as they come
        spent.append(time.process_time() - started)
        return key

    passphrase_slot._derive = derive_and_note  # noqa: SLF001
    watchers: list[QObject] = []

    def wait_for_window() -> None:
        window = desktop.main_window
        if window is None or not window.isVisible():
            QTimer.singleShot(1, wait_for_window)
            return
        watchers.append(_stop_at_paint(app, lambda: sum(spent)))
        window.update()

    desktop.show()
    desktop.unlock_window.unlock_requested.emit(vault, "nur zum Messen")
    QTimer.singleShot(0, wait_for_window)
    return watchers


def _stop_at_paint(app: QApplication, minus_s: Callable[[], float]) -> QObject:
    """Stop at the next paint of any widget; return the watcher, to be kept."""
    from PySide6.QtCore import QEvent, QObject, QTimer  # noqa: PLC0415 - measured

    class FirstPaint(QObject):
        def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint:
                QTimer.singleShot(0, lambda: _stop(minus_s()))
            return False

    watcher = FirstPaint()
    app.installEventFilter(watcher)
    return watcher


if __name__ == "__main__":
    if sys.argv[1] == "empty":
        empty()
    elif sys.argv[1] == "libraries":
        libraries()
    elif sys.argv[1] == "first":
        program(unlock=None)
    else:
        program(unlock=Path(sys.argv[2]))
