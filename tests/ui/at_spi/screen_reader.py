"""What a screen reader does, by names alone; runs in the system's Python, which has pyatspi.

    dbus-run-session -- /usr/bin/python3 screen_reader.py PYTHON PASSPHRASE TITLE VISION

It starts the program, unlocks the vault, makes a mission, writes title and vision, has it saved,
and prints as JSON what stood in the tree.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

LAUNCHER: Final = "/usr/libexec/at-spi-bus-launcher"
PATIENCE_S: Final = 20.0
PAUSE_S: Final = 0.15


class ScreenReader:
    """Finds what is on the screen by role and name, and acts on it."""

    def __init__(self, atspi: Any, program: subprocess.Popen[bytes]) -> None:
        self._atspi = atspi
        self._program = program

    def tree(self) -> Iterator[Any]:
        """Yield everything that is shown."""
        desktop = self._atspi.Registry.getDesktop(0)
        for application in desktop:
            if application is not None and application.get_process_id() == self._program.pid:
                yield from self._below(application)

    def find(self, role: str, name: str) -> Any:
        """Return what has this role and a name that begins so, as soon as it is there."""
        return self._wait(f"{role} {name}", lambda: self._first(role, name))

    def write(self, role: str, name: str, text: str) -> None:
        """Write into a field, and wait until it stands there."""
        field = self.find(role, name)
        field.queryEditableText().setTextContents(text)

    def text_of(self, role: str, name: str) -> str:
        """Return what stands in a field."""
        return str(self.find(role, name).queryText().getText(0, -1))

    def press(self, name: str) -> None:
        """Press a button."""
        self.find("push button", name).queryAction().doAction(0)

    def choose(self, list_name: str, item: str) -> None:
        """Select a row of a list."""
        rows = self.find("list", list_name)
        names = [str(row.name) for row in rows]
        at = next(place for place, name in enumerate(names) if name.startswith(item))
        rows.querySelection().selectChild(at)

    def _first(self, role: str, name: str) -> Any:
        return next(
            (
                node
                for node in self.tree()
                if node.getRoleName() == role and str(node.name).startswith(name)
            ),
            None,
        )

    def _below(self, node: Any) -> Iterator[Any]:
        states = node.getState()
        if node.getRoleName() != "application" and not states.contains(self._atspi.STATE_SHOWING):
            return
        yield node
        for child in node:
            if child is not None:
                yield from self._below(child)

    def _wait(self, what: str, look: Callable[[], Any]) -> Any:
        end = time.monotonic() + PATIENCE_S
        while time.monotonic() < end:
            try:
                found = look()
            except Exception as error:  # noqa: BLE001 - what vanished while it was read
                sys.stderr.write(f"{type(error).__name__} {error}\n")
                found = None
            if found is not None:
                return found
            if self._program.poll() is not None:
                break
            time.sleep(PAUSE_S)
        seen = sorted({f"{node.getRoleName()}: {node.name}" for node in self.tree()})
        message = f"not found: {what}\n" + "\n".join(seen)
        raise SystemExit(message)


def make_mission(reader: ScreenReader, passphrase: str, title: str, vision: str) -> dict[str, Any]:
    """Make a mission as somebody does who does not see the screen."""
    reader.write("password text", "Passwortsatz", passphrase)
    reader.press("Entsperren")
    reader.find("list", "Bereiche")
    reader.choose("Bereiche", "Missionen")
    reader.press("Neue Mission")
    reader.write("text", "Titel der Mission", title)
    reader.press("Anlegen")
    reader.find("heading", title)
    reader.write("text", "Vision", vision)
    reader.choose("Bereiche", "Übersicht")  # leaving a place saves what was written there
    reader.find("heading", "Guten Tag")
    reader.choose("Bereiche", "Missionen")
    saved = str(reader.find("label", "Gespeichert").name)
    nodes = list(reader.tree())
    nameless = [
        f"{node.getRoleName()} in {node.parent.getRoleName()} {node.parent.name}"
        for node in nodes
        if node.getRoleName() in {"push button", "text", "combo box", "list", "check box"}
        and not str(node.name)
    ]
    return {
        "saved": saved,
        "vision": reader.text_of("text", "Vision"),
        "roles": sorted({node.getRoleName() for node in nodes}),
        "nodes": len(nodes),
        "nameless": nameless,
    }


def main() -> None:
    """Start everything, do it, and end everything that was started."""
    python, passphrase, title, vision = sys.argv[1:]
    bus = subprocess.Popen([LAUNCHER, "--launch-immediately"])  # noqa: S603 - of the system
    atspi = import_module("pyatspi")
    surroundings = {**os.environ, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
    program = subprocess.Popen([python, "-m", "innolab_desktop"], env=surroundings)  # noqa: S603
    try:
        seen = make_mission(ScreenReader(atspi, program), passphrase, title, vision)
        sys.stdout.write(json.dumps(seen) + "\n")
    finally:
        for process in (program, bus):
            process.terminate()
            process.wait(10)


if __name__ == "__main__":
    main()
