"""What is said after packages were read, written or copied."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from innolab_desktop.ui.counting import counted
from innolab_desktop.ui.theme.tokens import Tone
from innolab_desktop.ui.visible_text import single_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from innolab_desktop.services.bundle_import import BundleResult, ImportReport
    from innolab_desktop.services.export import ExportedText, ExportReceipt

_MOST_NAMES: Final = 3


def imported_words(report: ImportReport) -> tuple[str, Tone]:
    """Return what became of the packages that were read."""
    statuses = [item.status for item in report.bundles]
    if set(statuses) == {"unchanged"}:
        if any(item.confirms for item in report.bundles):
            return _tr("Quittung eingelesen: Hier steht jetzt, was angekommen ist."), Tone.OK
        return _tr("Nichts Neues: Es war schon alles da."), Tone.INFO
    applied = [item for item in report.bundles if item.status == "applied"]
    commits = sum(item.commits for item in applied)
    conflicts = sum(item.conflicts for item in applied)
    changes = counted(commits, _tr("Änderung"), _tr("Änderungen"))
    text = _tr("{0} von {1} Paketen eingelesen, {2} übernommen.").format(
        len(applied), len(statuses), changes
    )
    if not applied:
        text = _tr("Nichts Neues eingelesen.")
    if conflicts:
        entries = counted(conflicts, _tr("Eintrag"), _tr("Einträge"))
        text += " " + _tr("Mit Abweichung: {0}.").format(entries)
    if "held" in statuses:
        text += " " + _tr("Aufbewahrt, bis mehr da ist: {0}.").format(statuses.count("held"))
    if "unchanged" in statuses:
        text += " " + _tr("Schon bekannt: {0}.").format(statuses.count("unchanged"))
    refused = [single_line(Path(item.path).name) for item in report.bundles if _is_refused(item)]
    if refused:
        text += " " + _tr("Abgelehnt: {0}.").format(_listed(refused))
    return text, Tone.WARN if conflicts or refused or not applied else Tone.OK


def exported_words(receipt: ExportReceipt) -> tuple[str, Tone]:
    """Return what was written, for whom, and what to mind."""
    file = receipt.files[0]
    names = _listed(sorted(single_line(name) for name in file.recipients))
    if len(receipt.files) == 1:
        text = _tr("„{0}“ für {1} geschrieben.").format(file.path.name, names)
    else:
        text = _tr("{0} Dateien für {1} geschrieben, „{2}“ und folgende.").format(
            len(receipt.files), names, file.path.name
        )
    if file.path.suffix == ".eml":
        text += " " + _tr("Ein Doppelklick öffnet den Entwurf im Mailprogramm.")
    elif len(receipt.files) == 1:
        text += " " + _tr("Bitte als Datei weitergeben.")
    else:
        text += " " + _tr("Bitte alle weitergeben, die Reihenfolge ist egal.")
    is_over = any(file.is_over_limit for file in receipt.files)
    if is_over:
        text += " " + _tr("Eine Datei ist größer, weil sich ihr Inhalt nicht teilen lässt.")
    text += _unverified(receipt.unverified) + _blocked(receipt.blocked)
    is_doubtful = receipt.unverified or receipt.blocked or is_over
    return text, Tone.WARN if is_doubtful else Tone.OK


def copied_words(copied: ExportedText) -> tuple[str, Tone]:
    """Return what is in the clipboard now, and for whom."""
    names = _listed(sorted(single_line(name) for name in copied.recipients))
    text = _tr("Paket für {0} kopiert. Fügen Sie es in eine Mail ein.").format(names)
    text += _unverified(copied.unverified) + _blocked(copied.blocked)
    return text, Tone.WARN if copied.unverified or copied.blocked else Tone.OK


def _is_refused(item: BundleResult) -> bool:
    return item.status == "rejected"


def _listed(names: Sequence[str]) -> str:
    shown = ", ".join(names[:_MOST_NAMES])
    more = len(names) - _MOST_NAMES
    return shown if more <= 0 else _tr("{0} und {1} weitere").format(shown, more)


def _unverified(people: Sequence[str]) -> str:
    if not people:
        return ""
    names = ", ".join(single_line(name) for name in people)
    return " " + _tr("Prüfzeichen noch nicht verglichen: {0}.").format(names)


def _blocked(people: Sequence[str]) -> str:
    if not people:
        return ""
    names = ", ".join(single_line(name) for name in people)
    return " " + _tr(
        "Nicht für neue Geräte von {0}: Bitte zuerst das Prüfzeichen vergleichen."
    ).format(names)


def _tr(text: str) -> str:
    return QCoreApplication.translate("ExchangeReports", text)
