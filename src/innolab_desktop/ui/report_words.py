"""The report of an import in words of the interface."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from innolab_desktop.services.merge_report_models import Fate, FieldFate
from innolab_desktop.ui.counting import counted
from innolab_desktop.ui.theme.tokens import Tone

if TYPE_CHECKING:
    from innolab_desktop.services.merge_report_models import FieldChange, Totals


def _tr(text: str) -> str:
    return QCoreApplication.translate("ReportWords", text)


def fate_word(fate: Fate) -> tuple[str, Tone]:
    """Return what became of a record, and its tone."""
    return {
        Fate.NEW: (_tr("neu"), Tone.OK),
        Fate.CHANGED: (_tr("geändert"), Tone.INFO),
        Fate.DELETED: (_tr("gelöscht"), Tone.WARN),
        Fate.RESTORED: (_tr("wiederhergestellt"), Tone.OK),
        Fate.ERASED: (_tr("endgültig gelöscht"), Tone.WARN),
    }[fate]


def field_sentence(change: FieldChange) -> str:
    """Return what became of a field in one sentence."""
    nothing = _tr("(leer)")
    old = " | ".join(change.before) or nothing
    new = " | ".join(change.after) or nothing
    sentences = {
        FieldFate.CHANGED: _tr("{old} → {new}"),
        FieldFate.CONFLICT: _tr("Abweichung, bitte entscheiden: {new}"),
        FieldFate.SETTLED: _tr("Abweichung geklärt: {old} → {new}"),
        FieldFate.MERGED: _tr("zusammengeführt, bitte lesen: {old} → {new}"),
        FieldFate.REVIEWED: _tr("zusammengeführter Text geprüft"),
    }
    if change.fate is FieldFate.CHANGED and not change.before:
        return new
    return sentences[change.fate].format(old=old, new=new)


def totals_lines(totals: Totals) -> list[str]:
    """Return one phrase for each kind of change that there was."""
    one, many = _tr("Eintrag"), _tr("Einträge")
    phrases = (
        (totals.new, _tr("{0} neu")),
        (totals.changed, _tr("{0} geändert")),
        (totals.deleted, _tr("{0} gelöscht")),
        (totals.restored, _tr("{0} wiederhergestellt")),
        (totals.erased, _tr("{0} endgültig gelöscht")),
        (totals.conflicts, _tr("{0} mit Abweichung")),
        (totals.merged, _tr("{0} mit zusammengeführtem Text")),
    )
    lines = [phrase.format(counted(count, one, many)) for count, phrase in phrases if count]
    change, changes = _tr("Änderung"), _tr("Änderungen")
    waiting = (
        (totals.held, _tr("{0} warten auf ein früheres Paket")),
        (totals.quarantined, _tr("{0} zählen nicht: Wer sie schrieb, gehört nicht zum Raum")),
        (totals.newer, _tr("{0} zeigt erst eine neuere Fassung des Programms ganz")),
    )
    lines += [phrase.format(counted(count, change, changes)) for count, phrase in waiting if count]
    return lines
