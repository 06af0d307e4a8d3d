"""``innolab``: wires the command line to the composition root; never loads Qt."""

from __future__ import annotations

import os
import sys
from functools import partial
from getpass import getpass
from io import TextIOWrapper
from typing import TYPE_CHECKING

from innolab_desktop import paths
from innolab_desktop.bootstrap import Surroundings, load_speech, read_policy
from innolab_desktop.cli.main import CommandLine
from innolab_desktop.cli.terminal import Terminal
from innolab_desktop.domain.gender_wording import Wording
from innolab_desktop.gate import Gate
from innolab_desktop.process_hardening import harden_process

if TYPE_CHECKING:
    from collections.abc import Sequence

    from innolab_desktop.services.error_catalogue import ErrorCatalogue


def read_catalogue(wording: Wording = Wording.STAR) -> ErrorCatalogue:
    """Return the German texts of all errors."""
    from innolab_desktop.services import error_catalogue  # noqa: PLC0415 - not for --version

    path = paths.resources_dir() / "errors.toml"
    return error_catalogue.read_catalogue(path, load_speech(wording))


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code."""
    harden_process()
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    ask = getpass if sys.stdin is not None and sys.stdin.isatty() else None
    terminal = Terminal(sys.stdout, sys.stderr, os.environ, ask, sys.stdin)
    policy = read_policy()
    wording = policy.wording or Wording.STAR
    gate = Gate(surroundings=Surroundings(policy, wording))
    command = CommandLine(gate, terminal, partial(read_catalogue, wording))
    exit_code = command.run(sys.argv[1:] if arguments is None else arguments)
    try:
        sys.stdout.flush()
    except BrokenPipeError:  # nobody reads any more; Python must not flush again at its end
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return exit_code


if __name__ == "__main__":
    sys.exit(main())
