"""The processes that :mod:`start_speed` measures; each prints its CPU seconds at first paint."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path


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


def program(*, unlock: Path | None) -> None:
    """Start the program up to its first window, or up to the main window of a vault."""
    from PySide6.QtCore import QEvent, QObject, QTimer  # noqa: PLC0415 - measured
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    import innolab_desktop.__main__ as program_module  # noqa: PLC0415
    from innolab_desktop import paths  # noqa: PLC0415
    from innolab_desktop.services.error_catalogue import read_catalogue  # noqa: PLC0415
    from innolab_desktop.ui.app import Desktop  # noqa: PLC0415
    from innolab_desktop.ui.settings import Settings  # noqa: PLC0415

    class FirstPaint(QObject):
        def __init__(self, minus_s: float) -> None:
            super().__init__()
            self.minus_s = minus_s

        def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint:
                QTimer.singleShot(0, lambda: _stop(self.minus_s))
            return False

    app = QApplication(sys.argv[:1])
    resources = paths.resources_dir()
    desktop = Desktop(
        app,
        program_module.BootstrapGate(),
        Settings(Path(sys.argv[2]).parent / "settings.ini"),
        read_catalogue(resources / "errors.toml"),
        icons_dir=resources / "icons",
        vaults_dir=Path(sys.argv[2]).parent,
        relaunch=lambda: None,
    )
    if unlock is None:
        watcher = FirstPaint(0.0)
        app.installEventFilter(watcher)
        desktop.show()
        app.exec()
        return
    from innolab_desktop.keys import passphrase_slot  # noqa: PLC0415

    spent: list[float] = [0.0]
    derive = passphrase_slot._derive  # noqa: SLF001 - the derivation is measured apart

    def derive_and_note(*arguments: object) -> bytes:
        started = time.process_time()
        key = derive(*arguments)  # pyright: ignore[reportArgumentType] - passed on as they come
        spent[0] += time.process_time() - started
        return key

    passphrase_slot._derive = derive_and_note  # noqa: SLF001
    keep: list[QObject] = []

    def wait_for_window() -> None:
        window = desktop.main_window
        if window is None or not window.isVisible():
            QTimer.singleShot(1, wait_for_window)
            return
        watcher = FirstPaint(spent[0])
        keep.append(watcher)
        app.installEventFilter(watcher)
        window.update()

    desktop.show()
    desktop.unlock_window.unlock_requested.emit(unlock, "nur zum Messen")
    QTimer.singleShot(0, wait_for_window)
    app.exec()


if __name__ == "__main__":
    if sys.argv[1] == "empty":
        empty()
    elif sys.argv[1] == "first":
        program(unlock=None)
    else:
        program(unlock=Path(sys.argv[2]))
