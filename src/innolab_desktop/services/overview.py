"""Read model: what is there, what waits, and what comes next; for the window and scripts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from innolab_desktop.services.outbox import Step, read_outboxes
from innolab_desktop.services.read_models import RowQuery

if TYPE_CHECKING:
    from innolab_desktop.services.acknowledgement import DueReceipt, PartnerStatus
    from innolab_desktop.services.read_models import Counts, RecordRow, Space
    from innolab_desktop.services.reminders import Reminder
    from innolab_desktop.services.session import Session

PAGE_KINDS = ("mission", "tandem_note", "case_consultation")
_RUNNING = ("binding", "in_progress")
_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Overview:
    """Counts, what waits, and what comes next.

    Attributes:
        conflicts: how many entries have an Abweichung that this person can decide.
        waves: titles of the evaluation waves that wait for the person's answers.
        pending: how much is new in each space that somebody waits for, the most urgent first.
        stages: how many missions stand at each Stand, in the order of the form.
        backup_ms: when the newest backup was made, 0 without any.
    """

    counts: Counts
    running_missions: int
    missions: int
    notes: int
    consultations: int
    conflicts: int
    merged: int
    drafts: int
    due: int
    is_drill_due: bool
    pending: tuple[tuple[Space, int], ...]
    overdue: tuple[PartnerStatus, ...]
    receipts: tuple[DueReceipt, ...]
    reminders: tuple[Reminder, ...]
    recent: tuple[RecordRow, ...]
    waves: tuple[str, ...]
    stages: tuple[tuple[str, int], ...]
    unread_reports: int
    backup_ms: int


def read_overview(session: Session) -> Overview:
    """Return what the overview shows."""
    outboxes = read_outboxes(session.acknowledgement, session.spaces.all())
    today = datetime.now(tz=UTC).astimezone().date()
    pages = {
        kind: session.records.list_rows(
            RowQuery(kind=kind, sort="changed", descending=True, limit=_SHOWN)
        )
        for kind in PAGE_KINDS
    }
    running = session.records.list_rows(RowQuery(kind="mission", statuses=_RUNNING, limit=1))
    recent = sorted(
        (row for page in pages.values() for row in page.rows),
        key=lambda row: row.changed_ms,
        reverse=True,
    )
    conflicts, merged = session.conflicts.counts()
    return Overview(
        counts=session.vault.records.counts(),
        running_missions=running.total,
        missions=pages["mission"].total,
        notes=pages["tandem_note"].total,
        consultations=pages["case_consultation"].total,
        conflicts=conflicts,
        merged=merged,
        drafts=len(session.desk.drafts()),
        due=len(session.retention.due(today)),
        is_drill_due=session.safekeeping.restoring.is_drill_due(),
        pending=tuple(
            (outbox.space, outbox.unsent_commits) for outbox in outboxes if outbox.step is Step.SEND
        ),
        overdue=tuple(
            partner
            for outbox in outboxes
            for partner in outbox.partners
            if partner.state == "overdue"
        ),
        receipts=tuple(receipt for outbox in outboxes for receipt in outbox.due),
        reminders=session.reminders.until(today),
        recent=tuple(recent[:_SHOWN]),
        waves=tuple(wave.title for wave in session.evaluations.to_answer())[:_SHOWN],
        stages=_stages(session),
        unread_reports=session.merge_reports.unread(),
        backup_ms=session.vault.newest_backup_ms(),
    )


def _stages(session: Session) -> tuple[tuple[str, int], ...]:
    counts = {
        choice: session.records.list_rows(
            RowQuery(kind="mission", statuses=(choice.id,), limit=1)
        ).total
        for choice in session.forms.field("mission", "status").active_choices
    }
    return tuple((choice.label, count) for choice, count in counts.items())
