"""``innolab demo``: two officials and a coordinator with a mission of their own, to try out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from innolab_desktop.cli.answer import Answer

if TYPE_CHECKING:
    from innolab_desktop.cli.invocation import Invocation
    from innolab_desktop.cli.parser import CommandGroup


def add_commands(commands: CommandGroup) -> None:
    """Add the command that makes the demo."""
    demo = commands.command("demo", "legt drei Übungstresore mit einer Geschichte an", _demo)
    demo.add_argument("folder", type=Path, metavar="ORDNER", help="neu oder leer")


def _demo(invocation: Invocation) -> Answer:
    steps: list[str] = []
    as_json = invocation.arguments.json

    def tell(sentence: str) -> None:
        steps.append(sentence)
        if not as_json:
            invocation.terminal.say(sentence)

    first = invocation.gate.create_demo(invocation.arguments.folder, tell)
    return Answer({"path": str(first), "steps": list(steps)})
