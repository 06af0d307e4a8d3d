"""One window per person and session: a second start hands its files to the first and ends.

Only paths travel over the local socket, and only those of existing files that are named like ours
are taken; nothing is ever opened by another program or run.
"""

from __future__ import annotations

import json
import os
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

if TYPE_CHECKING:
    from collections.abc import Sequence

SUFFIXES: Final = (".ilpaket", ".ilkarte", ".txt", ".eml", ".mbox")
_MAX_FILES: Final = 200
_MAX_MESSAGE_BYTES: Final = 256 * 1024
_WAIT_MS: Final = 2000
_TAKEN: Final = b"ok\n"


def session_name() -> str:
    """Return a name that only this person in this desktop session uses."""
    session = (os.environ.get(key, "") for key in ("XDG_SESSION_ID", "DISPLAY", "SESSIONNAME"))
    digest = sha256("\0".join((str(Path.home()), *session)).encode("utf-8", "replace"))
    return f"innolab-desktop-{digest.hexdigest()[:16]}"


def known_files(names: Sequence[object]) -> list[Path]:
    """Return those of *names* that are files named like ours, as absolute paths."""
    found: list[Path] = []
    for name in names[:_MAX_FILES]:
        if not isinstance(name, str) or "\0" in name:
            continue
        path = Path(name)
        if path.is_absolute() and path.suffix.lower() in SUFFIXES and _is_file(path):
            found.append(path)
    return found


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # a name that no file can have
        return False


class SingleInstance(QObject):
    """Listens for later starts.

    Args:
        name: of the local socket, the same for all starts that belong together.
        parent: owns it.

    Signals:
        called: a later start happened; the list of files it was given, perhaps empty.
    """

    called = Signal(list)

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)
        self._received: dict[QLocalSocket, bytearray] = {}

    def claim(self, files: Sequence[Path]) -> bool:
        """Become the one instance; or hand *files* to the one there is and return False.

        If the other instance does not answer, this one runs without listening.
        """
        if self._hand_over(files):
            return False
        if not self._server.listen(self._name):
            QLocalServer.removeServer(self._name)  # left behind by a crash
            self._server.listen(self._name)
        return True

    def release(self) -> None:
        """Stop listening, so that the next start becomes the one instance."""
        self._server.close()

    def _hand_over(self, files: Sequence[Path]) -> bool:
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(_WAIT_MS):
            return False
        names = [str(path.absolute()) for path in files[:_MAX_FILES]]
        socket.write(json.dumps(names).encode("ascii") + b"\n")
        is_taken = socket.waitForReadyRead(_WAIT_MS) and socket.readAll().data() == _TAKEN
        socket.disconnectFromServer()
        return is_taken

    def _on_connection(self) -> None:
        while (socket := cast("QLocalSocket | None", self._server.nextPendingConnection())) is not (
            None
        ):
            self._received[socket] = bytearray()
            socket.readyRead.connect(partial(self._on_data, socket))
            socket.disconnected.connect(partial(self._received.pop, socket, None))
            socket.disconnected.connect(socket.deleteLater)

    def _on_data(self, socket: QLocalSocket) -> None:
        received = self._received.get(socket)
        if received is None:
            return
        received += socket.read(_MAX_MESSAGE_BYTES).data()
        if len(received) > _MAX_MESSAGE_BYTES:
            socket.abort()
        elif received.endswith(b"\n"):
            del self._received[socket]
            socket.write(_TAKEN)
            socket.flush()  # the other start waits two seconds, and reading its files may take long
            self.called.emit(known_files(_names(bytes(received))))


def _names(message: bytes) -> list[object]:
    try:
        names: object = json.loads(message)
    except (ValueError, RecursionError):
        return []
    return cast("list[object]", names) if isinstance(names, list) else []
