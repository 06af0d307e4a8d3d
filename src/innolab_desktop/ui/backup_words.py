"""Backups and what they would change, in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from innolab_desktop.ui.counting import counted
from innolab_desktop.ui.moments import moment
from innolab_desktop.ui.quoting import quoted
from innolab_desktop.ui.visible_text import single_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from innolab_desktop.formdefs.forms import Forms
    from innolab_desktop.services.backup_ports import BackupInfo, Differences, RecordLine

_MOST_NAMED = 8


def backup_words(info: BackupInfo) -> str:
    """Return when and why a backup was made, how large it is, and that it was verified."""
    size = megabytes(info.size_bytes)
    return f"{moment(info.made_ms)} · {_reason(info.reason)} · {size} · {_tr('geprüft')}"


def megabytes(size_bytes: int) -> str:
    """Return a size as people read it: "0,3 MB"."""
    return f"{size_bytes / 1_000_000:.1f} MB".replace(".", ",")


def difference_lines(found: Differences, forms: Forms) -> tuple[str, ...]:
    """Return what putting a backup back would change, one paragraph for each sort of change."""
    return tuple(_paragraphs(found, forms))


def _paragraphs(found: Differences, forms: Forms) -> Iterator[str]:
    groups = (
        (_tr("Danach nicht mehr da, weil seitdem entstanden"), found.missing),
        (_tr("Danach wieder wie damals"), found.changed),
        (_tr("Danach wieder da"), found.returning),
    )
    is_same = True
    for heading, lines in groups:
        if lines:
            is_same = False
            entries = counted(len(lines), _tr("Eintrag"), _tr("Einträge"))
            yield f"{heading}: {entries} – {_named(lines, forms)}"
    if is_same:
        yield _tr("In den Einträgen ändert sich nichts.")
    elif found.commits:
        changes = counted(
            found.commits, _tr("spätere Änderung zählt"), _tr("spätere Änderungen zählen")
        )
        yield _tr(
            "{0} dann nicht mehr. Was Sie schon gesendet haben, kommt mit dem nächsten Paket der "
            "anderen zurück."
        ).format(changes)


def _named(lines: Sequence[RecordLine], forms: Forms) -> str:
    words: list[str] = []
    for line in lines[:_MOST_NAMED]:
        form = forms.get(line.kind)
        words.append(single_line(f"{form.label if form else line.kind} {quoted(line.title)}"))
    if len(lines) > _MOST_NAMED:
        words.append(_tr("und {0} weitere").format(len(lines) - _MOST_NAMED))
    return ", ".join(words)


def _reason(reason: str) -> str:
    names = {
        "before-restore": _tr("vor dem Zurückholen"),
        "closing": _tr("beim Schließen"),
        "daily": _tr("täglich"),
        "import": _tr("vor dem Einlesen"),
        "manual": _tr("von Hand"),
        "migration": _tr("vor der Aktualisierung"),
        "update": _tr("vor der Aktualisierung"),
    }
    return names.get(reason, reason)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Backups", text)
