"""The life of one edit: typed, kept as a local draft, saved as a commit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from innolab_desktop.domain.errors import RecordError
from innolab_desktop.formdefs.draft import FormDraft
from innolab_desktop.ui.keep_timer import KeepTimer
from innolab_desktop.ui.models.opened_record import OpenedRecord, read_record
from innolab_desktop.ui.moments import moment

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from innolab_desktop.domain.records import RecordId
    from innolab_desktop.domain.values import Value
    from innolab_desktop.services.changes import Changes
    from innolab_desktop.services.session import Session
    from innolab_desktop.ui.desk import Desk

_SAVE_AFTER_MS = 60_000
_STEP_REFUSED = frozenset({"status_step_not_allowed", "status_incomplete"})


class RecordEditing(QObject):
    """Keeps drafts and writes commits for the record that is open.

    Signals:
        opened: a record was read; show it.
        rebased: it was saved and read again; the editors keep what they show.
        state_changed: a short sentence about where the changes are.
        failed: an error that belongs beside the form.
    """

    opened = Signal(object)
    rebased = Signal(object)
    state_changed = Signal(str)
    failed = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._opened: OpenedRecord | None = None
        self._draft: FormDraft | None = None
        self._keep_timer = KeepTimer(self, self._keep)
        self._save_timer = QTimer(self)
        self._save_timer.setSingleShot(True)
        self._save_timer.setInterval(_SAVE_AFTER_MS)
        self._save_timer.timeout.connect(self.save)
        self._is_kept = False
        self._saving: Mapping[str, Value] | None = None
        self._reads = 0
        self._afterwards: Callable[[], None] | None = None

    @property
    def record_id(self) -> RecordId | None:
        """The record that is open."""
        return self._opened.record.id if self._opened else None

    @property
    def opened_record(self) -> OpenedRecord | None:
        """The record as it was read last."""
        return self._opened

    @property
    def draft(self) -> FormDraft | None:
        """Its values with the changes."""
        return self._draft

    def open(self, record_id: RecordId) -> None:
        """Read a record and show it; unsaved changes of the former one are saved first."""
        self.save()
        self._opened = self._draft = self._afterwards = None
        self._read(record_id, self._show)

    def reload(self) -> None:
        """Read the open record again and keep what was typed since."""
        if self.record_id is not None:
            self._read(self.record_id, self._show_again)

    def close(self) -> None:
        """Forget the open record without saving."""
        self._keep_timer.stop()
        self._save_timer.stop()
        self._opened = None
        self._draft = None

    def touch(self) -> None:
        """Note that something was typed."""
        self._keep_timer.touch()
        self._save_timer.start()
        if not self._is_kept:  # a draft follows closely; two sentences in turn would flicker
            self.state_changed.emit(self.tr("Wird bearbeitet …"))

    def save(self) -> None:
        """Write what was changed and is valid as a commit."""
        is_waiting = self._keep_timer.isActive()
        self._save_timer.stop()
        self._keep_timer.stop()
        opened, draft = self._opened, self._draft
        if opened is None or draft is None or (opened.is_read_only and not is_waiting):
            return
        if self._saving is not None or opened.is_read_only:
            self._keep()  # typed while the save before it still runs, or before the space was left
            return
        invalid = {item.field for item in draft.problems() if not item.is_missing}
        typed = draft.changed()
        kept = {name: value for name, value in typed.items() if name in invalid}
        changed = {name: value for name, value in typed.items() if name not in invalid}
        if not changed:
            if kept or is_waiting:  # or everything was taken back: the draft goes
                self._keep()
            return
        self._saving = changed
        self.state_changed.emit(self.tr("Wird gespeichert …"))
        session = self._desk.session
        self._desk.jobs.run(
            self._desk.notifier,  # outlives the page: a save is announced even when it is gone
            lambda _job: _save(session, opened, changed, kept),
            lambda outcome: self._on_saved(opened.record.id, *outcome),
            failed=self._on_failed,
            title=self.tr("Speichern"),
            keeps_work=True,
        )

    def run_saved(self, act: Callable[[], None]) -> None:
        """Save what was changed, and then *act* on the record as it stands."""
        self.save()
        if self._saving is not None:
            self._afterwards = act
        else:
            act()

    def _keep(self) -> None:
        opened, draft = self._opened, self._draft
        if opened is None or draft is None:
            return
        session, saving = self._desk.session, self._saving or {}
        values = {
            name: value
            for name, value in draft.changed().items()
            if name not in saving or value != saving[name]
        }
        self._desk.jobs.run(
            self,
            lambda _job: keep_draft(session, opened.record.id, values),
            lambda _nothing: self._tell_kept(),
            keeps_work=True,
        )

    def _tell_kept(self) -> None:
        self._is_kept = True
        self.state_changed.emit(self.tr("Entwurf gesichert"))

    def _read(self, record_id: RecordId, show: Callable[[OpenedRecord], None]) -> None:
        self._reads += 1
        number, session = self._reads, self._desk.session

        def take(opened: OpenedRecord) -> None:
            if number == self._reads:
                show(opened)

        self._desk.jobs.run(self, lambda _job: read_record(session, record_id), take)

    def _show(self, opened: OpenedRecord) -> None:
        self._take(opened, opened.draft)
        self.opened.emit(opened)

    def _show_again(self, opened: OpenedRecord) -> None:
        typed = dict(self._draft.changed()) if self._draft is not None else {}
        self._take(opened, typed)
        self.opened.emit(opened)

    def _rebase(self, opened: OpenedRecord) -> None:
        typed = dict(self._draft.changed()) if self._draft is not None else {}
        self._take(opened, typed)
        self.rebased.emit(opened)
        act, self._afterwards = self._afterwards, None
        if act is not None:
            act()

    def _take(self, opened: OpenedRecord, typed: Mapping[str, Value]) -> None:
        self._opened = opened
        self._draft = FormDraft(opened.definition, opened.record.values)
        for name, value in typed.items():
            field = opened.definition.field(name)
            if field is not None and field.retired_in is None and field.kind != "computed":
                self._draft.set(name, value)
        self._is_kept = False
        if self._draft.is_changed:
            self._tell_kept()
            self._save_timer.start()
        else:
            saved = moment(opened.record.changed_ms)
            self.state_changed.emit(self.tr("Gespeichert {0}").format(saved))

    def _on_saved(
        self, record_id: RecordId, changes: Changes | None, refused: RecordError | None
    ) -> None:
        self._saving = None
        if changes is not None:
            self._desk.notifier.announce(changes, self)
        if record_id == self.record_id:
            self._read(record_id, self._rebase)
        if refused is not None:
            self.failed.emit(refused)

    def _on_failed(self, error: Exception) -> None:
        self._saving = None
        self._afterwards = None
        self._keep()
        self.state_changed.emit(self.tr("Nicht gespeichert; der Entwurf ist gesichert"))
        self.failed.emit(error)


def keep_draft(session: Session, record_id: RecordId, values: Mapping[str, Value]) -> None:
    """Keep what was typed but not saved; nothing typed leaves nothing. Runs in the lane."""
    if values:
        session.desk.keep_draft(record_id.hex(), values)
    else:
        session.desk.drop_draft(record_id.hex())


def _save(
    session: Session,
    opened: OpenedRecord,
    changed: Mapping[str, Value],
    kept: Mapping[str, Value],
) -> tuple[Changes | None, RecordError | None]:
    """Write *changed*; when only the step of the state is refused, write the rest.

    *kept* is what cannot be saved as it stands: it remains a draft, as a refused step does.

    Raises:
        RecordError: something else is refused.
    """
    record, refused = opened.record.id, None
    try:
        changes = session.edits.save(record, changed, seen=opened.heads)
    except RecordError as error:
        rest = {name: value for name, value in changed.items() if name != "status"}
        if error.code not in _STEP_REFUSED:
            raise
        refused = error
        changes = session.edits.save(record, rest, seen=opened.heads) if rest else None
    step = {name: changed["status"] for name in changed if name == "status" and refused}
    keep_draft(session, record, {**kept, **step})
    return changes, refused
