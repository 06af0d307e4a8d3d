"""``innolab report``: print a report as PDF, or write it as a text document."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

from innolab_desktop.cli.answer import Answer, counted
from innolab_desktop.cli.identifiers import find_record
from innolab_desktop.domain.errors import UsageError

if TYPE_CHECKING:
    from innolab_desktop.cli.invocation import Invocation
    from innolab_desktop.cli.parser import CommandGroup


_PRINT: Final = "pdf"
_TEXT: Final = "docx"
_FORMATS: Final = (_PRINT, _TEXT)


def add_commands(commands: CommandGroup) -> None:
    """Add the command about reports."""
    report = commands.command("report", "schreibt einen Bericht als PDF oder Textdokument", _report)
    report.add_argument("name", metavar="BERICHT", help="zum Beispiel mission_profile")
    report.add_argument("record", nargs="?", metavar="EINTRAG", help="worüber")
    report.add_argument(
        "--out", type=Path, required=True, metavar="DATEI", help="Name auf .pdf oder .docx"
    )
    report.add_argument(
        "--format", choices=_FORMATS, help="was geschrieben wird; sonst, worauf der Name endet"
    )


def _format(wanted: str | None, target: Path) -> str:
    return wanted or (_TEXT if target.suffix.casefold() == f".{_TEXT}" else _PRINT)


def _report(invocation: Invocation) -> Answer:
    session, arguments = invocation.session, invocation.arguments
    if arguments.record is None:
        raise UsageError("report_needs_record", name=arguments.name)
    record = find_record(session, arguments.record)
    target: Path = arguments.out
    today = date.today()  # noqa: DTZ011 - the day on the desk of the person who prints
    if _format(arguments.format, target) == _TEXT:
        session.reports.write_text(arguments.name, record, target, as_of=today)
        return Answer({"path": str(target), "pages": None}, (str(target),))
    pages = session.reports.print_record(arguments.name, record, target, as_of=today)
    return Answer(
        {"path": str(target), "pages": pages}, (f"{target}: {counted(pages, 'Seite', 'Seiten')}",)
    )
