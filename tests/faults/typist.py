"""Types into the real window like a person, until somebody kills it.

A program of its own: ``typist.py FOLDER BEFORE PLACE PREFIX SEED`` opens the vault in FOLDER in the
window of the program, says what stands in the place BEFORE (if it is named), goes to PLACE, and
types words that begin with PREFIX. Of each word it says when it was typed.
"""

from __future__ import annotations

import json
import os
import random
import sys
import time
import traceback
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias

ROOT = Path(__file__).parents[2]
if __name__ == "__main__":
    sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests")]

from PySide6.QtCore import QTimer  # noqa: E402 - the paths come first
from PySide6.QtGui import QTextCursor  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget  # noqa: E402

from innolab_desktop import window  # noqa: E402
from innolab_desktop.services.read_models import RowQuery  # noqa: E402
from innolab_desktop.ui.dialogs.new_record_dialog import NewRecordDialog  # noqa: E402
from innolab_desktop.ui.dialogs.quick_note_dialog import QuickNoteDialog  # noqa: E402
from innolab_desktop.ui.dialogs.release.finding_card import FindingCard  # noqa: E402
from innolab_desktop.ui.dialogs.release.release_dialog import ReleaseDialog  # noqa: E402
from innolab_desktop.ui.forms.form_view import FormView  # noqa: E402
from innolab_desktop.ui.pages.children.child_table import ChildTable  # noqa: E402
from innolab_desktop.ui.pages.consultation.contribution_line import (  # noqa: E402
    ContributionLine,
)
from innolab_desktop.ui.pages.evaluation.question_block import TextBlock  # noqa: E402
from innolab_desktop.ui.pages.record_editor import RecordEditor  # noqa: E402
from innolab_desktop.ui.settings import Settings  # noqa: E402
from innolab_desktop.ui.widgets.tool_button import ToolButton  # noqa: E402
from ui.typing_text import type_text  # noqa: E402
from vaults import PASSPHRASE  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable

    from innolab_desktop.services.session import Session
    from innolab_desktop.ui.app import Desktop
    from innolab_desktop.ui.main_window import MainWindow

MOST_WORDS: Final = 12
PAUSES_MS: Final = (100, 320)
"""Too short to look like the end of the typing."""
_PATIENCE_S: Final = 30.0
_LONGEST_LIFE_MS: Final = 90_000
_TABLE: Final = "milestone"

Field: TypeAlias = "QLineEdit | QPlainTextEdit"


class Typist:
    """Somebody at the window.

    Args:
        desktop: whose main window is open.
    """

    def __init__(self, desktop: Desktop) -> None:
        self._desktop = desktop

    @property
    def window(self) -> MainWindow:
        """The main window."""
        assert self._desktop.main_window is not None
        return self._desktop.main_window

    @property
    def session(self) -> Session:
        """The open vault."""
        assert self._desktop._session is not None
        return self._desktop._session

    def until(self, is_so: Callable[[], bool]) -> None:
        """Wait until something is so.

        Raises:
            TimeoutError: it never was.
        """
        end_s = time.monotonic() + _PATIENCE_S
        while not is_so():
            if time.monotonic() > end_s:
                raise TimeoutError
            QTest.qWait(10)

    def settle(self) -> None:
        """Wait until the lane has nothing to do."""
        for _ in range(3):
            self.until(lambda: self._desktop.jobs.is_idle)
            QTest.qWait(20)

    def first(self, kind: str) -> bytes:
        """Return the first record of a kind."""
        found: list[bytes] = []
        records = self.session.records
        self._desktop.jobs.run(
            self.window, lambda _job: records.list_rows(RowQuery(kind)).rows[0].id, found.append
        )
        self.until(lambda: bool(found))
        return found[0]

    def find(self, kind: type[QWidget]) -> QWidget:
        """Return the visible widget of a kind as soon as there is one."""
        found: list[QWidget] = []

        def look() -> bool:
            found[:] = [item for item in self.window.findChildren(kind) if item.isVisible()]
            return bool(found)

        self.until(look)
        return found[0]

    def go(self, place: str) -> Field:
        """Go to a place and return the field in which is typed there."""
        field = PLACES[place](self)
        self.settle()
        return field

    def type(self, field: Field, words: list[str], pauses_ms: list[int]) -> None:
        """Type words and say when each was typed."""
        if isinstance(field, QPlainTextEdit):
            field.moveCursor(QTextCursor.MoveOperation.End)
        else:
            field.end(False)
        for word, pause_ms in zip(words, pauses_ms, strict=True):
            type_text(field, f" {word}")
            say("typed", [word, time.monotonic()])
            QTest.qWait(pause_ms)
        say("done", time.monotonic())


def go_to_field(typist: Typist) -> Field:
    """Go to a field of a mission."""
    return _field(typist, "mission", "vision")


def go_to_record_note(typist: Typist) -> Field:
    """Go to the text of a note."""
    return _field(typist, "tandem_note", "text")


def go_to_new_note(typist: Typist) -> Field:
    """Begin a new note."""
    typist.window.start_new("tandem_note")
    return _field_in(typist.find(NewRecordDialog), QLineEdit)


def go_to_quick_note(typist: Typist) -> Field:
    """Open the quick note."""
    typist.window.begin_note()
    dialog = typist.find(QuickNoteDialog)
    assert isinstance(dialog, QuickNoteDialog)
    return dialog.text


def go_to_contribution(typist: Typist) -> Field:
    """Go to the line of a consultation in which contributions are written down."""
    case = typist.first("case_consultation")
    typist.window.show_page("case_consultation")
    page: object = typist.window.page("case_consultation")
    page.lead(case)  # type: ignore[attr-defined] - the page of records
    line = typist.find(ContributionLine)
    assert isinstance(line, ContributionLine)
    return line.field


def go_to_cell(typist: Typist) -> Field:
    """Open the first cell of the last row of a table."""
    typist.window.open_record(typist.first("mission"))
    typist.find(ChildTable)
    typist.settle()
    tables = typist.window.findChildren(ChildTable)
    table = next(item for item in tables if item.model.definition.id == _TABLE)
    blank = table.model.rowCount() - 1
    told = [row for row in range(blank + 1) if table.model.row_at(row).refused]
    table.table.edit_cell(told[0] if told else blank)
    return _field_in(table.table, QLineEdit)


def go_to_answer(typist: Typist) -> Field:
    """Go to a question that is answered in words."""
    typist.window.show_page("evaluation")
    page: object = typist.window.page("evaluation")
    page.answer(typist.first("evaluation_wave"))  # type: ignore[attr-defined] - the page of waves
    block = typist.find(TextBlock)
    assert isinstance(block, TextBlock)
    return block.area


def go_to_release(typist: Typist) -> Field:
    """Go to the words that a mission is released with instead of a name."""
    typist.window.open_record(typist.first("mission"))
    typist.settle()
    tools = typist.window.findChildren(ToolButton)
    next(tool for tool in tools if tool.accessibleName() == "Freigeben …").click()
    dialog = typist.find(ReleaseDialog)
    assert isinstance(dialog, ReleaseDialog)
    typist.settle()
    dialog.go_on()
    typist.settle()
    dialog.choose_all()
    dialog.go_on()
    return _field_in(typist.find(FindingCard), QLineEdit)


PLACES: Final[dict[str, Callable[[Typist], Field]]] = {
    "cell": go_to_cell,
    "contribution": go_to_contribution,
    "field": go_to_field,
    "new note": go_to_new_note,
    "note": go_to_record_note,
    "quick note": go_to_quick_note,
    "answer": go_to_answer,
    "release": go_to_release,
}


def _field(typist: Typist, kind: str, name: str) -> Field:
    record, found = typist.first(kind), list[FormView]()
    typist.window.open_record(record)

    def look() -> bool:
        editors = typist.window.findChildren(RecordEditor)
        found[:] = [
            item.form
            for item in editors
            if item.isVisible() and item.record_id == record and item.form is not None
        ]
        return bool(found)

    typist.until(look)
    typist.settle()
    field = found[0].blocks[name].editor.first_widget
    assert isinstance(field, QLineEdit | QPlainTextEdit)
    return field


def _field_in(widget: QWidget, kind: type[QLineEdit]) -> QLineEdit:
    return next(item for item in widget.findChildren(kind) if item.isVisible())


def text_in(field: Field) -> str:
    """Return what stands in a field."""
    return field.toPlainText() if isinstance(field, QPlainTextEdit) else field.text()


def say(what: str, told: object) -> None:
    """Tell whoever listens."""
    print(json.dumps([what, told]), flush=True)  # noqa: T201 - to whoever started it


def main(folder: Path, before: str, place: str, prefix: str, *, seed: int) -> int:
    """Open the vault, say what stands where somebody typed before, and type elsewhere."""
    app = QApplication(sys.argv[:1])
    desktop = window.compose(app, Settings(folder.parent / "settings.ini"), folder.parent)
    chance = random.Random(seed)  # noqa: S311 - repeatable
    words = [f"{prefix}ö{number}" for number in range(MOST_WORDS)]
    pauses_ms = [chance.randrange(*PAUSES_MS) for _ in words]

    def work() -> None:
        typist = Typist(desktop)
        typist.settle()
        if before:
            say("shown", text_in(typist.go(before)))
        field = typist.go(place)
        say("ready", place)
        typist.type(field, words, pauses_ms)

    def begin() -> None:
        try:
            work()
        except Exception:  # noqa: BLE001 - whatever it is, nobody must wait for it
            traceback.print_exc()
            os._exit(1)

    desktop.entered.connect(lambda: QTimer.singleShot(0, begin))
    QTimer.singleShot(_LONGEST_LIFE_MS, lambda: os._exit(2))
    desktop.show()
    QTimer.singleShot(0, lambda: desktop._unlock(folder, PASSPHRASE))
    return app.exec()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), *sys.argv[2:5], seed=int(sys.argv[5])))
