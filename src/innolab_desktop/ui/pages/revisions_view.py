"""Fassungen: freeze the present state, look at old ones, compare two."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from innolab_desktop.formdefs.kinds import KINDS
from innolab_desktop.ui.dialogs.message_dialog import MessageDialog
from innolab_desktop.ui.dialogs.reason_dialog import ReasonDialog
from innolab_desktop.ui.pages.revision_comparison import RevisionComparison
from innolab_desktop.ui.typed_draft import draft_key
from innolab_desktop.ui.visible_text import single_line
from innolab_desktop.ui.widgets.boxes import clear, column, panel, row
from innolab_desktop.ui.widgets.button import Button
from innolab_desktop.ui.widgets.card import Card
from innolab_desktop.ui.widgets.heading import Heading
from innolab_desktop.ui.widgets.muted import Muted
from innolab_desktop.ui.widgets.plain_label import PlainLabel
from innolab_desktop.ui.widgets.tab_order import tab_after

if TYPE_CHECKING:
    from datetime import date

    from innolab_desktop.domain.records import Record, RecordId
    from innolab_desktop.services.changes import Changes
    from innolab_desktop.services.records import Saved
    from innolab_desktop.services.session import Session
    from innolab_desktop.ui.desk import Desk
    from innolab_desktop.ui.models.opened_record import OpenedRecord

_FREEZE: Final = "freeze"


class RevisionsView(QWidget):
    """The frozen states of a record.

    Signals:
        failed: an error to be shown beside the record.
        succeeded: a sentence about what was done.
    """

    failed = Signal(object)
    succeeded = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._opened: OpenedRecord | None = None
        self._freeze_button = freeze = Button(
            desk.theme, self.tr("Fassung festhalten …"), "lock", primary=True
        )
        freeze.clicked.connect(self._ask_freeze)
        self._list = column(spacing=0.5)
        self._cards = panel(self._list)
        self._comparison = RevisionComparison(desk)
        self._comparison.failed.connect(self.failed)
        intro = Muted(
            self.tr(
                "Eine Fassung hält den Stand mit allen Zielen und Maßnahmen unveränderlich fest, "
                "zum Beispiel das, was verbindlich vereinbart wurde."
            )
        )
        head = row(intro, freeze, spacing=1)
        head.setStretch(0, 1)
        self.setLayout(
            column(
                head,
                self._cards,
                self._comparison,
                None,
                margins=(0.1, 0.8, 0.6, 0.8),
                spacing=0.8,
            )
        )

    def show_revisions(self, opened: OpenedRecord) -> None:
        """Show the Fassungen of a record."""
        self._opened = opened
        revisions = sorted(opened.children.get("revision", ()), key=_number)
        self._freeze_button.setVisible(not opened.is_read_only)
        clear(self._list)
        for revision in reversed(revisions):
            self._list.addWidget(self._card(opened, revision))
        if not revisions:
            self._list.addWidget(Muted(self.tr("Noch keine Fassung.")))
        names = [(revision.id, self._name(revision)) for revision in revisions]
        self._comparison.show_revisions(opened, names)
        tab_after(self, self._cards, self._freeze_button, *self._comparison.controls)

    def _name(self, revision: Record) -> str:
        form = self._desk.session.forms.form(revision.kind)
        frozen = form.field("frozen_date")
        date = KINDS["date"].format(frozen, revision.values.get("frozen_date")) if frozen else ""
        return self.tr("Fassung {0} vom {1}").format(revision.values.get("number"), date)

    def _card(self, opened: OpenedRecord, revision: Record) -> QWidget:
        name = self._name(revision)
        head = row(Heading(name, 3))
        head.setStretch(0, 1)
        if not opened.is_read_only:
            restore = Button(self._desk.theme, self.tr("Wiederherstellen …"), "history")
            restore.setAccessibleName(self.tr("{0} wiederherstellen").format(name))
            restore.clicked.connect(lambda: self._ask_restore(revision.id, name))
            head.addWidget(restore)
        content = column(head, margins=0.8, spacing=0.2)
        status = opened.definition.field("status")
        if status is not None and isinstance(state := revision.values.get("status"), str):
            label = KINDS[status.kind].format(status, state)
            content.addWidget(Muted(f"{status.label}: {single_line(label)}"))
        content.addWidget(PlainLabel(str(revision.values.get("reason") or "")))
        return Card(content)

    def _ask_restore(self, revision: RecordId, name: str) -> None:
        dialog = MessageDialog(
            self.window(),
            self._desk.theme,
            self.tr("{0} wiederherstellen?").format(name),
            self.tr(
                "Die Angaben der Fassung werden als neue Änderung gespeichert; was jetzt dasteht, "
                "bleibt im Verlauf lesbar. Der Stand und was eigene Einträge hat, zum Beispiel "
                "Ziele und Maßnahmen, bleibt, wie es ist."
            ),
            self.tr("Wiederherstellen"),
        )
        dialog.accepted.connect(partial(self._restore, revision, name))
        dialog.open()

    def _restore(self, revision: RecordId, name: str) -> None:
        revisions = self._desk.session.revisions
        self._desk.jobs.run(
            self,
            lambda _job: revisions.restore(revision),
            partial(self._on_restored, name),
            failed=self.failed.emit,
        )

    def _on_restored(self, name: str, changes: Changes | None) -> None:
        if changes is None:
            self.succeeded.emit(self.tr("Die Angaben stehen schon so da wie in: {0}.").format(name))
            return
        self._desk.notifier.announce(changes, self)
        self.succeeded.emit(self.tr("{0} gilt wieder. Strg+Z nimmt das zurück.").format(name))

    def _ask_freeze(self) -> None:
        if self._opened is None:
            return
        record, revisions = self._opened.record.id, self._desk.session.revisions
        self._desk.jobs.run(
            self,
            lambda _job: revisions.refuse_unsettled(record),
            lambda _nothing: self._ask_reason(record),
            failed=self.failed.emit,
        )

    def _ask_reason(self, record: RecordId) -> None:
        dialog = ReasonDialog(
            self.window(),
            self._desk,
            draft_key(_FREEZE, record),
            title=self.tr("Fassung festhalten"),
            question=self.tr(
                "Was wurde geändert oder vereinbart, und warum? Das bleibt lesbar stehen."
            ),
            action=self.tr("Festhalten"),
        )
        dialog.confirmed.connect(partial(self._freeze, record))
        dialog.open()

    def _freeze(self, record: RecordId, reason: str) -> None:
        session, today = self._desk.session, datetime.now(tz=UTC).astimezone().date()
        self._desk.jobs.run(
            self,
            lambda _job: _freeze(session, record, reason, today),
            self._on_frozen,
            failed=self.failed.emit,
        )

    def _on_frozen(self, saved: Saved) -> None:
        self._desk.notifier.announce(saved.changes, self)
        self.succeeded.emit(self.tr("Die Fassung ist festgehalten."))


def _freeze(session: Session, record: RecordId, reason: str, today: date) -> Saved:
    """Make the Fassung, and forget what was typed for it; runs in the lane."""
    saved = session.revisions.freeze(record, reason, today=today)
    session.desk.drop_draft(draft_key(_FREEZE, record))
    return saved


def _number(revision: Record) -> int:
    """Return the number of a Fassung, so that 10 follows 9."""
    number = revision.values.get("number")
    return number if isinstance(number, int) else 0
