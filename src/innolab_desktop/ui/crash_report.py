"""What a person can hand on when the program was wrong."""

from __future__ import annotations

import platform
import traceback

from PySide6.QtCore import qVersion

import innolab_desktop
from innolab_desktop.domain.errors import InnolabError


def crash_report(error: BaseException) -> str:
    """Return a report for those who mend the program.

    It names modules, lines and types, never messages or values: those could hold what
    people wrote.
    """
    lines = [
        f"InnoLab Desktop {innolab_desktop.__version__}",
        f"Python {platform.python_version()}, Qt {qVersion()}, {platform.system()}",
        "",
    ]
    current: BaseException | None = error
    while current is not None:
        lines.append(type(current).__qualname__)
        if isinstance(current, InnolabError):
            lines.append(f"  code {current.code}")
        for frame in traceback.extract_tb(current.__traceback__):
            module = frame.filename.replace("\\", "/").rsplit("/", 2)[-2:]
            lines.append(f"  {'/'.join(module)}:{frame.lineno} {frame.name}")
        current = current.__cause__ or current.__context__
    return "\n".join(lines)
