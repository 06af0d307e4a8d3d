"""``innolab export`` and ``innolab import``: bundles out and in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from innolab_desktop.cli.answer import Answer, Json, counted
from innolab_desktop.cli.exchange_status_commands import notice_line
from innolab_desktop.cli.identifiers import find_receipt_space, find_space
from innolab_desktop.cli.invocation import handed_over
from innolab_desktop.cli.merge_report_lines import report_json, report_lines
from innolab_desktop.services.exchange_models import Carrier

if TYPE_CHECKING:
    from collections.abc import Iterator

    from innolab_desktop.cli.invocation import Invocation
    from innolab_desktop.cli.parser import CommandGroup
    from innolab_desktop.services.bundle_import import BundleResult
    from innolab_desktop.services.export import ExportReceipt

_MAX_SIZE_BYTES: Final = 10**12
_COMMITS_HELD: Final = "commits_held"
_STATUS_WORDS: Final = {
    "applied": "übernommen",
    "unchanged": "nichts Neues",
    "held": "wartet",
    "rejected": "abgelehnt",
}


_CARRIERS: Final = {
    (False, False): Carrier.FILE,
    (False, True): Carrier.TEXT,
    (True, False): Carrier.MAIL,
    (True, True): Carrier.MAIL_WITH_TEXT,
}
"""By ``--mail`` and ``--armour``."""


def megabytes(text: str) -> int:
    """Return a number of megabytes in bytes; a decimal comma is as good as a point.

    Raises:
        ValueError: it is no positive number.
    """
    size_bytes = float(text.replace(",", ".")) * 1_000_000
    if not 1 <= size_bytes < _MAX_SIZE_BYTES:
        raise ValueError(text)
    return int(size_bytes)


def add_commands(commands: CommandGroup) -> None:
    """Add the commands about bundles."""
    export = commands.command("export", "schreibt ein Paket für die anderen im Raum", _export)
    export.add_argument("--space", required=True, metavar="RAUM", help="Kennung oder Name")
    export.add_argument("--out", type=Path, required=True, metavar="ORDNER", help="wohin")
    export.add_argument(
        "--armour", action="store_true", help="als Textdatei, die jede Mail durchlässt"
    )
    export.add_argument(
        "--mail", action="store_true", help="als Mail-Entwurf (.eml) mit dem Paket im Anhang"
    )
    export.add_argument(
        "--max-size",
        type=megabytes,
        metavar="MB",
        help="teilt in Dateien von höchstens so vielen Megabyte (sonst nach Einstellung, 7)",
    )
    export.add_argument(
        "--receipt",
        action="store_true",
        help="schreibt nur eine Quittung: sie bringt nichts und bestätigt, was angekommen ist",
    )
    take = commands.command("import", "liest Pakete ein", _import)
    take.add_argument(
        "paths",
        nargs="+",
        metavar="DATEI",
        help="Pakete, Textdateien, Mails (.eml), Mailordner (.mbox) oder Ordner damit; "
        "- liest Text von der Eingabe",
    )
    take.add_argument("--preview", action="store_true", help="sagt nur, was geschehen würde")


def _export(invocation: Invocation) -> Answer:
    session, arguments = invocation.session, invocation.arguments
    find = find_receipt_space if arguments.receipt else find_space
    receipt = session.exporting.run(
        find(session, arguments.space),
        arguments.out,
        carrier=_CARRIERS[arguments.mail, arguments.armour],
        max_bytes=arguments.max_size,
        only_confirms=arguments.receipt,
    )
    files: list[Json] = [
        {
            "path": str(file.path),
            "size_bytes": file.size_bytes,
            "commits": file.commits,
            "recipients": list(file.recipients),
            "part": file.part,
            "of": file.of,
            "over_limit": file.is_over_limit,
        }
        for file in receipt.files
    ]
    value: dict[str, Json] = {
        "files": files,
        "unverified": list(receipt.unverified),
        "blocked": list(receipt.blocked),
    }
    return Answer(value, tuple(_export_lines(receipt)))


def _export_lines(receipt: ExportReceipt) -> Iterator[str]:
    for file in receipt.files:
        part = f"Teil {file.part} von {file.of}, " if file.of > 1 else ""
        yield (
            f"{file.path}: {part}{_changes(file.commits)}, {file.size_bytes} Byte, "
            f"lesbar für {', '.join(file.recipients)}"
        )
        if file.is_over_limit:
            yield "  Größer als gewünscht, weil sich der Inhalt nicht weiter teilen lässt."
    if receipt.unverified:
        yield f"Prüfzeichen noch nicht verglichen: {', '.join(receipt.unverified)}"
    if receipt.blocked:
        yield (
            f"Schlüssel geändert – bitte vergleichen: {', '.join(receipt.blocked)}. "
            "Für diese Geräte ist das Paket nicht."
        )


def _import(invocation: Invocation) -> Answer:
    session, arguments = invocation.session, invocation.arguments
    take = session.importing.preview if arguments.preview else session.importing.run
    report = take([handed_over(invocation, name) for name in arguments.paths])
    bundles: list[Json] = [
        {
            "path": bundle.path,
            "status": bundle.status,
            "code": bundle.code,
            "commits": bundle.commits,
            "records": len(bundle.records),
            "conflicts": bundle.conflicts,
            "held": bundle.held,
            "sender": bundle.sender,
            "space": bundle.space,
        }
        for bundle in report.bundles
    ]
    lines = [line for bundle in report.bundles for line in _bundle_lines(invocation, bundle)]
    if arguments.preview:
        lines = ["Vorschau: Es wird nichts geändert; so ginge es aus:", *lines]
    if not arguments.preview:
        lines += [notice_line(notice) for notice in session.notices.unseen()]
    changes = report.changes
    if changes is not None and changes.records:
        lines += report_lines(changes)
    return Answer(
        {"bundles": bundles, "report": report_json(changes) if changes else None},
        tuple(lines) or ("Keine Pakete gefunden.",),
        0 if report.is_clean else 1,
    )


def _bundle_lines(invocation: Invocation, bundle: BundleResult) -> Iterator[str]:
    yield f"{bundle.path}: {_STATUS_WORDS[bundle.status]}"
    if bundle.commits:
        records = counted(len(bundle.records), "Eintrag", "Einträge")
        yield f"  von {bundle.sender}: {_changes(bundle.commits)}, {records}"
    if bundle.conflicts:
        yield f"  Einträge mit Abweichung: {bundle.conflicts}"
    if bundle.code and bundle.code != _COMMITS_HELD:
        yield f"  {invocation.explain(bundle.code)}"
    if bundle.held:
        yield f"  Wartet auf ein früheres Paket: {_changes(bundle.held)}"


def _changes(count: int) -> str:
    return counted(count, "Änderung", "Änderungen")
