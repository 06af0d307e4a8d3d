"""Runs the ``innolab`` command in this process, as scripts see it."""

from __future__ import annotations

import io
import json
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from innolab_desktop.cli.main import CommandLine
from innolab_desktop.cli.terminal import Terminal
from innolab_desktop.command import read_catalogue
from innolab_desktop.gate import Gate

PASSPHRASE = "Öffne dich, Schränkchen 7"
CHEAPEST_KIB = 64 * 1024


@dataclass(frozen=True)
class Outcome:
    """What a run of the command left on the terminal."""

    exit_code: int
    output: str
    errors: str

    @property
    def value(self) -> Any:
        """The one JSON value on stdout."""
        return json.loads(self.output)

    @property
    def error(self) -> dict[str, str]:
        """The JSON error on stderr."""
        return json.loads(self.errors)


class Innolab:
    """The command, bound to one vault and its passphrase."""

    def __init__(self, vault: Path, passphrase: str = PASSPHRASE) -> None:
        self.vault = vault
        self.passphrase = passphrase

    def run(self, *arguments: object, piped: str | None = None) -> Outcome:
        """Run a command on the vault."""
        return run("--vault", self.vault, *arguments, passphrase=self.passphrase, piped=piped)

    def ask(self, *arguments: object) -> Any:
        """Run a command that must succeed and return what it answers as JSON."""
        outcome = self.run("--json", *arguments)
        assert outcome.exit_code == 0, outcome
        assert outcome.errors == ""
        return outcome.value

    def refuse(self, *arguments: object) -> tuple[int, str]:
        """Run a command that must fail and return its exit code and the code of the error."""
        outcome = self.run("--json", *arguments)
        assert outcome.output == ""
        assert outcome.error["message"]
        return outcome.exit_code, outcome.error["code"]

    def fingerprint(self) -> dict[str, str]:
        """Return the hashes of all files of the vault, backups left out."""
        return {
            path.name: sha256(path.read_bytes()).hexdigest()
            for path in sorted(self.vault.iterdir())
            if path.is_file()
        }


def run(
    *arguments: object, passphrase: str | None = PASSPHRASE, piped: str | None = None
) -> Outcome:
    """Run the command with these arguments; nobody is there to type a passphrase."""
    environment = {} if passphrase is None else {"INNOLAB_PASSPHRASE": passphrase}
    return run_with(environment, *arguments, piped=piped)


def run_with(environment: dict[str, str], *arguments: object, piped: str | None = None) -> Outcome:
    """Run the command in this environment."""
    output, errors = io.StringIO(), io.StringIO()
    source = None if piped is None else io.StringIO(piped)
    terminal = Terminal(output, errors, environment, None, source)
    command = CommandLine(Gate(CHEAPEST_KIB), terminal, read_catalogue)
    exit_code = command.run([str(argument) for argument in arguments])
    return Outcome(exit_code, output.getvalue(), errors.getvalue())


def create(vault: Path, name: str, department: str = "Personal", role: str = "official") -> Innolab:
    """Create a vault in Musterstadt and return the command bound to it."""
    owner = ("--name", name, "--municipality", "Musterstadt", "--department", department)
    outcome = run("vault", "create", vault, *owner, "--role", role)
    assert outcome.exit_code == 0, outcome
    return Innolab(vault)


def introduce(*people: Innolab) -> None:
    """Let everybody add everybody else's card, the Prüfzeichen compared."""
    for person in people:
        card = person.vault.with_suffix(".ilkarte")
        digits = person.ask("contact", "card", "--out", card)["digits"]
        for other in people:
            if other is not person:
                assert other.ask("contact", "add", card, "--digits", digits)["verified"]


def send(sender: Innolab, space: str, folder: Path) -> Path:
    """Export *space* into *folder* and return the path of the bundle."""
    (file,) = sender.ask("export", "--space", space, "--out", folder)["files"]
    return Path(file["path"])
