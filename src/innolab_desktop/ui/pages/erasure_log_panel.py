"""Das Löschprotokoll: when, who, why, how much, on how many devices; and the backups."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QCoreApplication

from innolab_desktop.domain.errors import Cancelled
from innolab_desktop.ui.counting import counted
from innolab_desktop.ui.error_sentence import error_sentence
from innolab_desktop.ui.moments import full_moment
from innolab_desktop.ui.pages.page import Page
from innolab_desktop.ui.theme.tokens import Tone
from innolab_desktop.ui.visible_text import single_line
from innolab_desktop.ui.widgets.banner import Banner
from innolab_desktop.ui.widgets.boxes import column, row
from innolab_desktop.ui.widgets.button import Button
from innolab_desktop.ui.widgets.card import Card
from innolab_desktop.ui.widgets.muted import Muted
from innolab_desktop.ui.widgets.plain_label import PlainLabel
from innolab_desktop.ui.widgets.unfolding_list import UnfoldingList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QWidget

    from innolab_desktop.services.changes import Changes
    from innolab_desktop.services.erasure_models import CleanedBackups, LoggedErasure
    from innolab_desktop.ui.desk import Desk


_FIRST_ENTRIES: Final = 20
_MOST_NAMES: Final = 5


class _Found(NamedTuple):
    log: tuple[LoggedErasure, ...]
    backups_due: int


class ErasureLogPanel(Page):
    """One card per erasure, newest first."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._banner = Banner(desk.theme)
        self._entries = UnfoldingList["LoggedErasure"](
            desk.theme,
            self._card,
            lambda entry: f"{self._head(entry)} {entry.person} {entry.record_hash}",
            first=_FIRST_ENTRIES,
            filter_name=self.tr("Nach Art, Grund, Person oder Kennung filtern"),
        )
        self._nothing = Muted(self.tr("Es wurde noch nichts endgültig gelöscht."))
        self._backups = PlainLabel("")
        self._clean = Button(desk.theme, self.tr("Sicherungen bereinigen"), "trash")
        self._clean.clicked.connect(self._on_clean)
        due = row(self._backups, self._clean, margins=0.8, spacing=0.8)
        due.setStretch(0, 1)
        self._due = Card(due)
        intro = Muted(
            self.tr(
                "Hier steht, wann, durch wen, aus welchem Grund und in welchem Umfang endgültig "
                "gelöscht wurde, aber nichts vom Inhalt. Bestätigt ist eine Löschung auf einem "
                "Gerät, wenn ein Paket von dort zeigt, dass sie angekommen ist."
            )
        )
        self.assemble(
            self.tr("Löschprotokoll"),
            intro,
            self._banner,
            self._due,
            self._entries,
            self._nothing,
        )
        self._due.hide()
        desk.notifier.changed.connect(self._on_changed)

    def activate(self) -> None:
        """Read the log again."""
        erasing = self.desk.session.erasing
        self.desk.jobs.run(
            self, lambda _job: _Found(erasing.log(), erasing.backups_due()), self._show
        )

    def _show(self, found: _Found) -> None:
        self._entries.show_items(found.log)
        self._entries.setVisible(bool(found.log))
        self._nothing.setVisible(not found.log)
        count = counted(
            found.backups_due,
            self.tr("Sicherung auf diesem Gerät enthält"),
            self.tr("Sicherungen auf diesem Gerät enthalten"),
        )
        self._backups.setText(
            self.tr(
                "{0} noch Gelöschtes. Beim Zurückspielen wird es erneut gelöscht; bereinigt ist "
                "es auch aus den Dateien verschwunden."
            ).format(count)
        )
        self._due.setVisible(found.backups_due > 0)

    def _head(self, entry: LoggedErasure) -> str:
        reason = self.desk.session.erasing.reasons.label(entry.reason)
        if entry.records is not None:
            gone = counted(entry.records, self.tr("Eintrag"), self.tr("Einträge"))
            return self.tr("Raum, {0}: {1}").format(gone, reason)
        form = self.desk.session.forms.get(entry.kind)
        kind = form.label if form else self.tr("Angaben")
        fields = counted(entry.fields, self.tr("Feld"), self.tr("Felder"))
        scope = self.tr("vollständig") if entry.is_whole else fields
        return f"{kind}, {scope}: {reason}"

    def _card(self, entry: LoggedErasure) -> QWidget:
        origin = f"{full_moment(entry.at_ms)} · {single_line(entry.person) or self.tr('unbekannt')}"
        if entry.record_hash:
            origin += f" · {self.tr('Kennung')} {entry.record_hash[:8]}"
        head = PlainLabel(single_line(self._head(entry)))
        return Card(
            column(head, Muted(origin), Muted(self._reach(entry)), margins=0.8, spacing=0.2)
        )

    def _reach(self, entry: LoggedErasure) -> str:
        if entry.records is not None:
            return self.tr("Nur auf diesem Gerät gelöscht; die anderen haben es noch.")
        reach = self.tr("Gelöscht bei {0} von {1} Geräten").format(
            entry.confirmed, len(entry.devices)
        )
        missing = sorted(
            {single_line(item.person) for item in entry.devices if not item.has_confirmed}
        )
        if missing:
            reach += self.tr("; noch nicht bestätigt: {0}").format(_listed(missing))
        return reach

    def _on_clean(self) -> None:
        self._clean.setEnabled(False)
        erasing = self.desk.session.erasing
        self.desk.jobs.run(
            self,
            lambda job: erasing.clean_backups(job, job.cancel_token),
            self._on_cleaned,
            failed=self._on_failed,
            title=self.tr("Sicherungen werden bereinigt"),
        )

    def _on_cleaned(self, cleaned: CleanedBackups) -> None:
        self._clean.setEnabled(True)
        words = counted(cleaned.cleaned, self.tr("Sicherung"), self.tr("Sicherungen"))
        text = self.tr("{0} bereinigt.").format(words)
        if cleaned.failed:
            text += self.tr(" Nicht zu öffnen und deshalb unverändert: {0}.").format(cleaned.failed)
        self._banner.show_message(text, Tone.WARN if cleaned.failed else Tone.OK)
        self.activate()

    def _on_failed(self, error: Exception) -> None:
        self._clean.setEnabled(True)
        if isinstance(error, Cancelled):
            text = self.tr("Abgebrochen. Die übrigen Sicherungen sind, wie sie waren.")
            self._banner.show_message(text, Tone.INFO)
        else:
            self._banner.show_message(error_sentence(self.desk.catalogue, error), Tone.BAD)
        self.activate()

    def _on_changed(self, _changes: Changes, _initiator: QObject | None) -> None:
        if self.isVisible():
            self.activate()


def _listed(names: Sequence[str]) -> str:
    """Return the first of *names*, and how many more there are."""
    if len(names) <= _MOST_NAMES:
        return ", ".join(names)
    more = QCoreApplication.translate("ErasureLogPanel", "{0} und {1} weitere")
    return more.format(", ".join(names[:_MOST_NAMES]), len(names) - _MOST_NAMES)
