"""Reads the command line, runs the command, and turns errors into sentences and exit codes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from innolab_desktop import __version__
from innolab_desktop.cli import (
    attachment_commands,
    conflict_commands,
    contact_commands,
    dashboard_command,
    demo_command,
    erasure_commands,
    evaluation_commands,
    event_commands,
    exchange_commands,
    exchange_status_commands,
    form_commands,
    key_commands,
    record_commands,
    report_command,
    retention_commands,
    settings_commands,
    space_commands,
    table_commands,
    vault_commands,
)
from innolab_desktop.cli.invocation import Invocation
from innolab_desktop.cli.parser import CommandGroup, GermanParser, add_shared_options
from innolab_desktop.domain.errors import InnolabError, UsageError
from innolab_desktop.services.error_catalogue import UNEXPECTED

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Sequence

    from innolab_desktop.cli.terminal import Terminal
    from innolab_desktop.services.error_catalogue import ErrorCatalogue
    from innolab_desktop.services.vault_gate import VaultGate

FAILED: Final = 1
WRONG_USAGE: Final = 2


class CommandLine:
    """The ``innolab`` command.

    Args:
        gate: opens and creates vaults.
        terminal: to the person.
        read_catalogue: gives the texts of errors; asked only when there is something to explain.
    """

    def __init__(
        self,
        gate: VaultGate,
        terminal: Terminal,
        read_catalogue: Callable[[], ErrorCatalogue],
    ) -> None:
        self._gate = gate
        self._terminal = terminal
        self._read_catalogue = read_catalogue

    def run(self, arguments: Sequence[str]) -> int:
        """Run one command and return its exit code: 0, 1 refused or failed, 2 wrong usage."""
        try:
            return self._run(build_parser().parse_args(arguments))
        except SystemExit as finished:  # argparse showed the help or the version
            return int(finished.code or 0)
        except InnolabError as error:
            self._complain(error, arguments)
            return WRONG_USAGE if isinstance(error, UsageError) else FAILED
        except KeyboardInterrupt:
            self._complain(InnolabError("cancelled"), arguments)
            return FAILED
        except BrokenPipeError:  # the program that read our output has seen enough
            return FAILED
        except Exception as error:  # noqa: BLE001 - a traceback would show what people wrote
            self._complain(error, arguments)
            return FAILED

    def _run(self, arguments: Namespace) -> int:
        invocation = Invocation(arguments, self._gate, self._terminal, self._read_catalogue())
        self._tell_of_policy(arguments)
        try:
            answer = arguments.run(invocation)
        finally:
            invocation.close()
        self._terminal.answer(answer, as_json=arguments.json)
        return answer.exit_code

    def _tell_of_policy(self, arguments: Namespace) -> None:
        """Say what IT prescribes and nobody understands; it holds nobody up."""
        if arguments.json:  # `innolab policy` tells programs
            return
        for fault in self._gate.policy.faults:
            text = self._read_catalogue().describe(fault.error)
            self._terminal.complain(fault.error.code, str(text), as_json=False)

    def _complain(self, error: BaseException, arguments: Sequence[str]) -> None:
        code = error.code if isinstance(error, InnolabError) else UNEXPECTED
        message = str(self._read_catalogue().describe(error))
        self._terminal.complain(code, message, as_json="--json" in arguments)


def build_parser() -> GermanParser:
    """Return the parser of the whole command line."""
    parser = GermanParser(
        prog="innolab", description="Missionen, Tandem-Notizen und Fallberatungen ohne Fenster."
    )
    parser.add_argument(
        "--version",
        action="version",
        version=f"innolab {__version__}",
        help="zeigt die Version",
    )
    add_shared_options(parser, None)
    commands = CommandGroup(parser)
    for module in (
        vault_commands,
        record_commands,
        contact_commands,
        space_commands,
        exchange_commands,
        exchange_status_commands,
        conflict_commands,
        erasure_commands,
        retention_commands,
        attachment_commands,
        evaluation_commands,
        dashboard_command,
        report_command,
        table_commands,
        form_commands,
        event_commands,
        key_commands,
        settings_commands,
        demo_command,
    ):
        module.add_commands(commands)
    return parser
