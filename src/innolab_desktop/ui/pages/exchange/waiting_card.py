"""Packages that are kept until more is there, and the way to be rid of them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from innolab_desktop.ui.counting import counted
from innolab_desktop.ui.dialogs.message_dialog import MessageDialog
from innolab_desktop.ui.file_size import file_size
from innolab_desktop.ui.widgets.boxes import column, row
from innolab_desktop.ui.widgets.button import Button
from innolab_desktop.ui.widgets.card import Card
from innolab_desktop.ui.widgets.heading import Heading
from innolab_desktop.ui.widgets.plain_label import PlainLabel

if TYPE_CHECKING:
    from innolab_desktop.services.exchange_models import WaitingFile
    from innolab_desktop.ui.desk import Desk


class WaitingCard(Card):
    """Shown only while something waits."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._text = PlainLabel()
        self._discard = Button(desk.theme, "")
        super().__init__(
            column(
                Heading(self.tr("Aufbewahrt"), 2),
                self._text,
                row(self._discard, None),
                margins=0.9,
                spacing=0.7,
            )
        )
        self._discard.setText(self.tr("Verwerfen …"))
        self._discard.setAccessibleName(self.tr("Aufbewahrte Pakete verwerfen"))
        self._discard.clicked.connect(self._ask)
        self.hide()

    def refresh(self) -> None:
        """Read what waits."""
        session = self._desk.session
        self._desk.jobs.run(
            self,
            lambda _job: (session.importing.waiting.all(), session.vault.records.counts().held),
            self._show,
        )

    def _show(self, waits: tuple[tuple[WaitingFile, ...], int]) -> None:
        files, held = waits
        lines = [self._files_line(files)] if files else []
        if held:
            changes = counted(held, self.tr("Änderung"), self.tr("Änderungen"))
            lines.append(self.tr("Auf frühere Pakete warten: {0}.").format(changes))
        self._text.setText("\n".join(lines))
        self.setVisible(bool(lines))

    def _files_line(self, files: tuple[WaitingFile, ...]) -> str:
        size = file_size(sum(file.size_bytes for file in files))
        count = counted(len(files), self.tr("Paket"), self.tr("Pakete"))
        reasons = Counter(self._reason(file.code) for file in files)
        lines = [self.tr("{0} ({1}). Eingelesen wird, sobald es geht:").format(count, size)]
        lines += [f"{number} {reason}" for reason, number in reasons.items()]
        return "\n".join(lines)

    def _reason(self, code: str) -> str:
        return {
            "sender_unknown": self.tr("von Personen, deren Karte hier fehlt"),
            "sender_not_member": self.tr("von Personen, die nicht zum Raum gehören"),
            "space_unknown": self.tr("zu einem Raum, dessen erstes Paket hier fehlt"),
        }.get(code, self.tr("aus einer neueren Fassung des Programms"))

    def _ask(self) -> None:
        text = self.tr(
            "Aufbewahrte Pakete und Änderungen, die auf frühere Pakete warten, gehen von diesem "
            "Gerät. Was Ihnen zusteht, senden die anderen noch einmal, solange Sie es nicht "
            "bestätigt haben. Pakete, deren Absender*in hier fehlt, bleiben in der Mail."
        )
        question = MessageDialog(
            self.window(),
            self._desk.theme,
            self._discard.accessibleName(),
            text,
            self.tr("Verwerfen"),
        )
        question.accepted.connect(self._run)
        question.open()

    def _run(self) -> None:
        waiting = self._desk.session.importing.waiting
        self._desk.jobs.run(self, lambda _job: waiting.discard(), lambda _count: self.refresh())
