"""Keeps what is typed beside the fields of a record until it is saved or thrown away."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, Signal

from innolab_desktop.ui.keep_timer import KeepTimer

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from innolab_desktop.domain.records import RecordId
    from innolab_desktop.domain.values import Value
    from innolab_desktop.ui.desk import Desk
    from innolab_desktop.ui.jobs import Job

T = TypeVar("T")


def draft_key(purpose: str, record: RecordId | None = None, field: str = "") -> str:
    """Return what the draft of something typed is kept under.

    The record stands at the end and its field before it, so that the draft goes when one of them
    is erased.
    """
    parts = (purpose, field, "" if record is None else record.hex())
    return ":".join(part for part in parts if part)


class KeptTyping(QObject):
    """Writes down what is typed, soon after it was.

    Args:
        owner: the window or line in which is typed.
    """

    def __init__(self, owner: QObject, desk: Desk) -> None:
        super().__init__(owner)
        self._desk = desk
        self._is_waiting = False
        self._delay = KeepTimer(self, self.keep)

    def touch(self) -> None:
        """Note that something was typed."""
        self._is_waiting = True
        self._delay.touch()

    def keep(self) -> None:
        """Write down what was typed since it was written last."""
        self._delay.stop()
        if self._is_waiting:
            self._is_waiting = False
            self._write()

    def _forget(self) -> None:
        """Let nothing of what was typed wait to be written."""
        self._delay.stop()
        self._is_waiting = False

    def _write(self) -> None:
        raise NotImplementedError

    def _run(self, work: Callable[[], None]) -> None:
        # the notifier outlives the window: the draft is written although the window is gone
        self._desk.jobs.run(
            self._desk.notifier, lambda _job: work(), lambda _nothing: None, keeps_work=True
        )


class TypedDraft(KeptTyping):
    """One draft of this device: read when a window opens, written while a person types.

    Args:
        owner: the window or line in which is typed.
        key: what it is kept under, made by `draft_key`.
        read: returns what is typed now; nothing of it is worth keeping if it is empty.

    Signals:
        found: what was typed last time; not emitted when the person was faster.
    """

    found = Signal(object)

    def __init__(
        self, owner: QObject, desk: Desk, key: str, read: Callable[[], Mapping[str, Value]]
    ) -> None:
        super().__init__(owner, desk)
        self._key = key
        self._read = read
        self._is_touched = False
        drafts = desk.session.desk
        desk.jobs.run(self, lambda _job: drafts.draft(key), self._take_up)

    def touch(self) -> None:
        """Note that something was typed."""
        self._is_touched = True
        super().touch()

    def drop(self) -> None:
        """Forget the draft: the person threw it away."""
        self._forget()
        drafts, key = self._desk.session.desk, self._key
        self._run(lambda: drafts.drop_draft(key))

    def saved_by(self, work: Callable[[], T]) -> Callable[[Job], T]:
        """Return *work* for the lane, with the draft forgotten as soon as it is done."""
        self.keep()
        drafts, key = self._desk.session.desk, self._key

        def save(_job: Job) -> T:
            result = work()
            drafts.drop_draft(key)
            return result

        return save

    def _write(self) -> None:
        drafts, key, values = self._desk.session.desk, self._key, dict(self._read())
        if values:
            self._run(lambda: drafts.keep_draft(key, values))
        else:
            self.drop()

    def _take_up(self, typed: Mapping[str, Value] | None) -> None:
        if typed and not self._is_touched:
            self.found.emit(typed)


def keep_typing(window: QObject) -> None:
    """Write down everything that is being typed in *window*."""
    for typing in window.findChildren(KeptTyping):
        typing.keep()


def draft_sentence() -> str:
    """Return how a window says that it goes on with a draft."""
    return QCoreApplication.translate("TypedDraft", "Ihr Entwurf vom letzten Mal ist wieder da.")
