"""Runs a development tool of the environment on a folder, as ``make lint`` does."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path


def run_tool(name: str, *arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run the environment's program *name* in *folder*, with that folder's own sources."""
    program = Path(sys.executable).with_name(name)
    environment = {**os.environ, "PYTHONPATH": str(folder / "src"), "NO_COLOR": "1"}
    return subprocess.run(  # noqa: S603 - programs of our own environment
        [str(program), *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
