"""What is typed into the window stands in no file in clear, whether saved, drafted or searched."""

from __future__ import annotations

import tempfile
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLineEdit

from canary.scan import hits
from innolab_desktop.ui.crash_report import crash_report
from innolab_desktop.ui.pages.record_editor import RecordEditor
from ui.typing_text import type_text

if TYPE_CHECKING:
    from pathlib import Path

    from innolab_desktop.ui.desk import Desk
    from innolab_desktop.ui.main_window import MainWindow
    from ui.vaults import Lane

DRAFTED, SAVED, SEARCHED, CRASHED = (
    f"Kanarie{name}Zeisig" for name in ("Eins", "Zwei", "Drei", "Vier")
)


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "temporary"
    folder.mkdir()
    for name in ("TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(name, str(folder))
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def crash() -> BaseException:
    try:
        int(CRASHED)
    except ValueError as failure:
        return failure
    raise AssertionError


def test_what_is_typed_stands_in_no_file(
    window: MainWindow, desk: Desk, lane: Lane, tmp_path: Path, temporary: Path
) -> None:
    record = lane.call(lambda: desk.session.records.new("mission", {"title": SAVED})).record
    editor = RecordEditor(desk)
    lane.qtbot.addWidget(editor)
    editor.show()
    editor.open_record(record)
    lane.settle()
    assert editor.form is not None
    type_text(editor.form.blocks["out_of_scope"].editor.first_widget, DRAFTED)
    lane.qtbot.wait(900)
    lane.settle()
    assert lane.call(lambda: desk.session.desk.draft(record.hex())) == {"out_of_scope": DRAFTED}
    assert hits([DRAFTED, SAVED], tmp_path) == []
    editor.commit()
    lane.settle()
    for line in window.findChildren(QLineEdit):
        if line.isVisible():
            type_text(line, SEARCHED)
    lane.qtbot.wait(300)
    lane.settle()
    for row in range(len(window._set.items)):
        window._nav.go_to(row)
        lane.settle()
    window.leave()
    lane.settle()
    (temporary / "absturz.txt").write_text(crash_report(crash()), encoding="utf-8")
    lane.call(lambda: desk.session.vault.back_up("manual"))
    window.close()
    lane.settle()
    assert hits([DRAFTED, SAVED, SEARCHED, CRASHED], tmp_path) == []
