"""argparse in German: help, usage and complaints."""

from __future__ import annotations

import argparse
import re
from pathlib import Path
from typing import TYPE_CHECKING, Final, NoReturn

from innolab_desktop.domain.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from innolab_desktop.cli.answer import Answer
    from innolab_desktop.cli.invocation import Invocation

_HEADINGS: Final = {"positional arguments": "Angaben", "options": "Optionen"}
_COMPLAINTS: Final = (
    (r"the following arguments are required: (.+)", r"es fehlt \1"),
    (r"unrecognized arguments: (.+)", r"unbekannt ist \1"),
    (r"argument (.+): invalid choice: (.+) \(choose from (.+)\)", r"\1 ist \2; möglich: \3"),
    (r"argument (.+): expected one argument", r"\1 braucht eine Angabe"),
    (r"argument (.+): expected at least one argument", r"\1 braucht mindestens eine Angabe"),
    (r"argument (.+): ignored explicit argument (.+)", r"\1 nimmt keine Angabe, auch nicht \2"),
    (r"argument (.+): invalid \w+ value: (.+)", r"\1 kann nicht \2 sein"),
    (r"argument (.+): not allowed with argument (.+)", r"\1 und \2 schließen einander aus"),
)


class _GermanHelp(argparse.HelpFormatter):
    """Writes the words around the options in German."""

    def start_section(self, heading: str | None) -> None:
        """Begin a section under its German heading."""
        super().start_section(_HEADINGS.get(heading or "", heading))

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],  # pyright: ignore[reportPrivateUsage] - the overridden signature
        prefix: str | None = None,
    ) -> None:
        """Write how the command is called."""
        super().add_usage(usage, actions, groups, prefix or "Aufruf: ")


class GermanParser(argparse.ArgumentParser):
    """Raises instead of printing English and exiting; options have no abbreviations."""

    def __init__(self, *, prog: str, description: str) -> None:
        super().__init__(
            prog=prog,
            description=description,
            formatter_class=_GermanHelp,
            add_help=False,
            allow_abbrev=False,
        )
        self.add_argument("-h", "--help", action="help", help="zeigt diese Hilfe")

    def error(self, message: str) -> NoReturn:
        """Complain about the arguments.

        Raises:
            UsageError: always.
        """
        raise UsageError("arguments_invalid", detail=_in_german(message))


class CommandGroup:
    """Commands below one parser."""

    def __init__(self, parser: GermanParser) -> None:
        self._prog = parser.prog
        self._commands = parser.add_subparsers(
            title="Befehle", metavar="BEFEHL", required=True, parser_class=GermanParser
        )

    def group(self, name: str, description: str) -> CommandGroup:
        """Add a group of commands."""
        return CommandGroup(self._add(name, description))

    def command(
        self, name: str, description: str, run: Callable[[Invocation], Answer]
    ) -> GermanParser:
        """Add a command and return its parser."""
        parser = self._add(name, description)
        add_shared_options(parser, argparse.SUPPRESS)
        parser.set_defaults(run=run)
        return parser

    def _add(self, name: str, description: str) -> GermanParser:
        return self._commands.add_parser(
            name, help=description, description=description, prog=f"{self._prog} {name}"
        )


def add_shared_options(parser: GermanParser, default: str | None) -> None:
    """Add the options that may stand before or after the command."""
    parser.add_argument(
        "--json",
        action="store_true",
        default=default or False,
        help="gibt einen JSON-Wert aus, für Skripte",
    )
    parser.add_argument(
        "--vault", type=Path, metavar="ORDNER", default=default, help="der Ordner des Tresors"
    )
    parser.add_argument(
        "--passphrase-file",
        type=Path,
        metavar="DATEI",
        default=default,
        help="liest den Passwortsatz aus dieser Datei statt aus INNOLAB_PASSPHRASE",
    )
    parser.add_argument(
        "--recovery-file",
        type=Path,
        metavar="DATEI",
        default=default,
        help="öffnet mit dem Wiederherstellungscode aus dieser Datei (oder INNOLAB_RECOVERY_CODE)",
    )
    parser.add_argument(
        "--escrow-key",
        type=Path,
        metavar="DATEI",
        default=default,
        help="öffnet mit dieser geheimen Datei einer Stelle; der Passwortsatz ist der ihre",
    )
    parser.add_argument(
        "--keyring",
        action="store_true",
        default=default or False,
        help="öffnet mit dem Schlüsselspeicher dieses Rechners",
    )


def _in_german(message: str) -> str:
    for english, german in _COMPLAINTS:
        if re.fullmatch(english, message, re.DOTALL):
            return re.sub(english, german, message, flags=re.DOTALL)
    return message
