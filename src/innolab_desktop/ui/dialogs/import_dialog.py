"""What reading packages would do, before anything is done."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QFont

from innolab_desktop.ui.counting import counted
from innolab_desktop.ui.dialogs.base_dialog import BaseDialog
from innolab_desktop.ui.theme.tokens import Tone
from innolab_desktop.ui.visible_text import single_line
from innolab_desktop.ui.widgets.boxes import column, panel, row
from innolab_desktop.ui.widgets.button import Button
from innolab_desktop.ui.widgets.card import Card
from innolab_desktop.ui.widgets.chip import Chip
from innolab_desktop.ui.widgets.muted import Muted
from innolab_desktop.ui.widgets.plain_label import PlainLabel
from innolab_desktop.ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from innolab_desktop.services.bundle_import import BundleResult, ImportReport
    from innolab_desktop.ui.desk import Desk

_RECEIPT: Final = "receipt"
_WORST_FIRST: Final = ("rejected", "held", "applied", _RECEIPT, "unchanged")
_MOST_NAMES: Final = 3
_USEFUL: Final = frozenset(("applied", "held", _RECEIPT))


class ImportDialog(BaseDialog):
    """One card per package, or for many of which the same is to be said.

    "Einlesen" goes on with those that can be read.
    """

    def __init__(self, parent: QWidget, desk: Desk, report: ImportReport) -> None:
        super().__init__(parent, desk.theme, self.tr("Pakete einlesen"))
        self._desk = desk
        useful = [item for item in report.bundles if _fate_of(item) in _USEFUL]
        intro = PlainLabel(
            self.tr("Noch ist nichts geändert. Vor dem Einlesen wird eine Sicherung angelegt.")
            if useful
            else self.tr("Hier ist nichts, was eingelesen werden könnte.")
        )
        summary = PlainLabel(self._summary(report), weight=QFont.Weight.Medium)
        summary.setVisible(len(report.bundles) > 1)
        ordered = sorted(report.bundles, key=lambda item: _WORST_FIRST.index(_fate_of(item)))
        cards = column(*(self._card(group) for group in _alike(ordered)), None, spacing=0.6)
        content = column(summary, intro, ScrollPage(panel(cards)), spacing=0.7)
        content.setStretch(2, 1)
        close = Button(desk.theme, self.tr("Abbrechen") if useful else self.tr("Schließen"))
        close.clicked.connect(self.reject)
        buttons = [close]
        if useful:
            read = Button(desk.theme, self.tr("Einlesen"), "upload", primary=True)
            read.clicked.connect(self.accept)
            buttons.append(read)
        self.assemble(content, *buttons, width_em=42)
        self.set_size(42, 26)

    def _summary(self, report: ImportReport) -> str:
        """Return how many there are of each; of forty nobody counts the cards."""
        counts = Counter(map(_fate_of, report.bundles))
        words = {
            "unchanged": self.tr("schon bekannt"),
            _RECEIPT: self.tr("nur Quittung"),
            "applied": self.tr("einlesbar"),
            "held": self.tr("zum Aufbewahren"),
            "rejected": self.tr("abgelehnt"),
        }
        parts = [f"{counts[status]} {text}" for status, text in words.items() if counts[status]]
        files = counted(len(report.bundles), self.tr("Paket"), self.tr("Pakete"))
        return self.tr("{0}: {1}").format(files, ", ".join(parts))

    def _fate(self, status: str) -> tuple[str, Tone]:
        return {
            "applied": (self.tr("einlesbar"), Tone.OK),
            "unchanged": (self.tr("schon bekannt"), Tone.INFO),
            _RECEIPT: (self.tr("nur Quittung"), Tone.OK),
            "held": (self.tr("wird aufbewahrt"), Tone.WARN),
        }.get(status, (self.tr("abgelehnt"), Tone.BAD))

    def _content(self, group: Sequence[BundleResult]) -> str:
        commits = sum(item.commits for item in group)
        changes = counted(commits, self.tr("Änderung"), self.tr("Änderungen"))
        records = frozenset[bytes]().union(*(item.records for item in group))
        if not records:
            return self.tr("{0}, nur am Raum selbst").format(changes)
        entries = counted(len(records), self.tr("Eintrag"), self.tr("Einträge"))
        text = self.tr("{0}, {1}").format(changes, entries)
        conflicts = min(sum(item.conflicts for item in group), len(records))
        if conflicts:
            text += self.tr(", davon mit Abweichung: {0}").format(conflicts)
        return text

    def _names(self, group: Sequence[BundleResult]) -> str:
        names = [single_line(Path(item.path).name) for item in group]
        if len(names) <= _MOST_NAMES:
            return ", ".join(names)
        text = self.tr("{0} Pakete: {1} und {2} weitere")
        return text.format(len(names), ", ".join(names[:_MOST_NAMES]), len(names) - _MOST_NAMES)

    def _card(self, group: Sequence[BundleResult]) -> QWidget:
        item = group[0]
        words, tone = self._fate(_fate_of(item))
        name = PlainLabel(self._names(group))
        chip = Chip(self._desk.theme, words, tone)
        content = column(name, row(chip, None), margins=0.8, spacing=0.3)
        if item.sender:
            text = self.tr("Von {0}, Raum „{1}“").format(
                single_line(item.sender), single_line(item.space)
            )
            content.addWidget(Muted(text))
        if item.status == "applied":
            content.addWidget(Muted(self._content(group)))
        if held := sum(item.held for item in group):
            changes = counted(held, self.tr("Änderung"), self.tr("Änderungen"))
            text = self.tr("Warten auf ein früheres Paket: {0}").format(changes)
            content.addWidget(Muted(text))
        if item.code:
            content.addWidget(PlainLabel(str(self._desk.catalogue.describe_code(item.code, {}))))
        return Card(content)


def _fate_of(item: BundleResult) -> str:
    """Return the status, but tell a Quittung from what was read before."""
    return _RECEIPT if item.status == "unchanged" and item.confirms else item.status


def _alike(items: Sequence[BundleResult]) -> list[list[BundleResult]]:
    """Return *items* in their order, those together of which the same is to be said.

    A few stand for themselves: each may have a name that somebody looks for.
    """
    groups: dict[tuple[str, ...], list[BundleResult]] = {}
    for item in items:
        key = (_fate_of(item), item.code, item.sender, item.space)
        groups.setdefault(key, []).append(item)
    found: list[list[BundleResult]] = []
    for group in groups.values():
        found += [group] if len(group) > _MOST_NAMES else [[item] for item in group]
    return found
