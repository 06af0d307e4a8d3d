"""Somebody who left a space, with everything in it, and a finger that presses all buttons."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QLineEdit,
    QPlainTextEdit,
    QToolButton,
    QWidget,
)

from innolab_desktop.domain.errors import SpaceError
from innolab_desktop.services.evaluations import WAVE
from innolab_desktop.storage.journal_store import SqlJournalStore
from ui.vaults import create_session

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    import pytest

    from innolab_desktop.domain.records import RecordId, SpaceId
    from innolab_desktop.domain.values import Value
    from innolab_desktop.formdefs.definition import FormDefinition
    from innolab_desktop.journal.commit import Position
    from innolab_desktop.services.session import Session
    from ui.vaults import Lane

_APART = frozenset(("revision", "attachment", "evaluation_answer"))
"""Kinds that use cases of their own make."""
_ENDING = frozenset(("Abbrechen", "Schließen"))
"""What would close a dialog before everything in it was pressed."""


def fill_space(session: Session, folder: Path, today: date) -> tuple[SpaceId, dict[str, RecordId]]:
    """Fill a space, and return it with the records in it that stand alone, by kind."""
    jonas = create_session(folder / "Jonas", "Jonas")
    for one, other in ((session, jonas), (jonas, session)):
        card = folder / f"{one.info.person}.ilkarte"
        other.contacts.add(card, one.contacts.write_card(card))
    space = session.spaces.create("Team", "tandem", [jonas.info.person_id]).id
    forms = session.forms
    alone = [f for f in forms.values() if not forms.parents_of(f.id) and f.id not in _APART]
    found = {form.id: _make(session, form, space) for form in alone}
    mission = found["mission"]
    session.revisions.freeze(mission, "Wie vereinbart", today=today)
    session.records.save(found[WAVE], {"question_set": "pulse_after_event", "state": "open"})
    for code in ("T-1", "T-2"):
        session.edits.save(mission, {"code": code, "review_date": "2026-11-02"})
    jonas.importing.run([f.path for f in session.exporting.run(space, folder / "a").files])
    for writer, title, text in ((jonas, "J", "Zu lang am Montag."), (session, "A", "Lang, ja.")):
        writer.records.save(mission, {"title": title, "challenge": text})
    session.importing.run([f.path for f in jonas.exporting.run(space, folder / "b").files])
    jonas.close()
    paper = folder / "Brief.txt"
    paper.write_text("Guten Tag")
    session.attachments.add(mission, paper)
    gone = session.records.new("mission", {"title": "Weg"}, space=space).record
    session.edits.delete(gone)
    return space, found


def _make(session: Session, form: FormDefinition, space: SpaceId) -> RecordId:
    """Make a record with two child records of each kind, and a former value."""
    made = session.records.new(form.id, _named(form, "Früher"), space=space).record
    session.edits.save(made, _named(form, f"{form.label} im Team"))
    for entry in form.children():
        if entry.kind not in _APART:
            child = session.forms[entry.kind]
            for _ in range(2):
                session.records.new(entry.kind, _named(child, "Darunter"), parent=made)
    return made


def _named(form: FormDefinition, name: str) -> dict[str, Value]:
    field = form.field(form.title_field)
    return {field.id: name} if field is not None and field.kind == "text" else {}


class Refusals:
    """Counts what is written into a space, and what of it is refused."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.tried = 0
        self.refused: list[str] = []
        self.doing = ""
        position = SqlJournalStore.position

        def spy(store: SqlJournalStore, space: bytes, device: bytes, new: bytes) -> Position:
            self.tried += 1
            try:
                return position(store, space, device, new)
            except SpaceError as error:
                self.refused.append(f"{self.doing}: {error.code}")
                raise

        monkeypatch.setattr(SqlJournalStore, "position", spy)


class Finger:
    """Presses what is offered, and what is offered in the dialogs that follow."""

    def __init__(self, lane: Lane, refusals: Refusals) -> None:
        self._lane = lane
        self._refusals = refusals

    def press_all(self, where: QWidget, path: str) -> list[str]:
        """Press every button in *where* once, and return their names."""
        pressed: list[str] = []
        while (following := self._following(where, pressed)) is not None:
            name, button = following
            pressed.append(name)
            self._refusals.doing = f"{path} > {name}"
            before = _dialogs()
            self._press(button)
            self._lane.settle()
            for dialog in _dialogs():
                if dialog not in before:
                    self._answer(dialog, f"{path} > {name}")
        return pressed

    def _press(self, button: QAbstractButton) -> None:
        menu = button.menu() if isinstance(button, QToolButton) else None
        if menu is None:
            button.click()
            return
        for action in menu.actions():
            if action.isEnabled() and not action.isSeparator():
                action.trigger()
                self._lane.settle()

    def _answer(self, dialog: QDialog, path: str) -> None:
        if not isinstance(dialog, QFileDialog):
            with suppress(RuntimeError):  # closed and gone with the last button
                self.press_all(dialog, path)
        with suppress(RuntimeError):
            dialog.close()
        self._lane.settle()

    def _following(self, where: QWidget, pressed: list[str]) -> tuple[str, QAbstractButton] | None:
        if not where.isVisible():
            return None
        named = ((_name(b), b) for b in where.findChildren(QAbstractButton) if is_open(b))
        return next((item for item in named if item[0] not in (*pressed, *_ENDING)), None)


def _dialogs() -> list[QDialog]:
    windows = QApplication.topLevelWidgets()
    return [window for window in windows if isinstance(window, QDialog) and window.isVisible()]


def is_open(widget: QWidget) -> bool:
    """Tell whether a person can reach a widget."""
    return widget.isVisible() and widget.isEnabled()


def button_names(where: QWidget) -> list[str]:
    """Return the names of the buttons that a person can press."""
    return [_name(button) for button in where.findChildren(QAbstractButton) if is_open(button)]


def _name(button: QAbstractButton) -> str:
    return button.accessibleName() or button.text() or button.toolTip() or repr(button)


def open_editors(where: QWidget) -> Iterator[str]:
    """Yield the names of everything in *where* that can be typed or chosen in."""
    for line in where.findChildren(QLineEdit):
        if is_open(line) and not line.isReadOnly():
            yield line.accessibleName()
    for area in where.findChildren(QPlainTextEdit):
        if is_open(area) and not area.isReadOnly():
            yield area.accessibleName()
    for kind in (QComboBox, QAbstractSpinBox):
        yield from (w.accessibleName() for w in where.findChildren(kind) if is_open(w))
