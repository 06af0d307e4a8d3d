"""Files at a record: dropped in, listed, written out again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QToolButton

from innolab_desktop.services.read_models import RowQuery
from innolab_desktop.ui.dialogs.message_dialog import MessageDialog
from innolab_desktop.ui.file_size import file_size
from innolab_desktop.ui.pages.attachments_view import AttachmentsView
from innolab_desktop.ui.pages.record_editor import RecordEditor
from ui.accessibility import audit

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from innolab_desktop.services.session import Session
    from innolab_desktop.ui.desk import Desk
    from ui.vaults import Lane


@pytest.fixture
def editor(qtbot: QtBot, desk: Desk, lane: Lane, session: Session) -> RecordEditor:
    rows = lane.call(lambda: session.records.list_rows(RowQuery(kind="mission"))).rows
    widget = RecordEditor(desk)
    qtbot.addWidget(widget)
    widget.setWindowTitle("Mission")
    widget.resize(900, 700)
    with qtbot.waitExposed(widget):
        widget.show()
    widget.open_record(rows[0].id)
    lane.settle()
    widget.show_tab(3)
    return widget


def view(editor: RecordEditor) -> AttachmentsView:
    found = editor.findChild(AttachmentsView)
    assert found is not None
    return found


def attach(editor: RecordEditor, lane: Lane, path: Path, data: bytes) -> None:
    path.write_bytes(data)
    view(editor).add_files([path])
    lane.settle()


def test_a_file_is_attached_and_written_out_again(
    editor: RecordEditor, lane: Lane, tmp_path: Path, desk: Desk, qapp: QApplication
) -> None:
    data = bytes(range(256)) * 3000
    attach(editor, lane, tmp_path / "Übersicht März.pdf", data)
    assert editor._tabs.tabText(3) == "Anhänge (1)"
    record_id = editor.record_id
    assert record_id is not None
    (found,) = lane.call(lambda: desk.session.attachments.of(record_id))
    assert audit(editor, qapp) == []
    target = tmp_path / "Kopie.pdf"
    view(editor).save_copy(found, target)
    lane.settle()
    assert target.read_bytes() == data


def test_a_removed_file_goes_into_the_trash(
    editor: RecordEditor, lane: Lane, tmp_path: Path
) -> None:
    attach(editor, lane, tmp_path / "a.pdf", b"a")
    remove = next(
        button
        for button in view(editor).findChildren(QToolButton)
        if "Papierkorb" in button.accessibleName()
    )
    remove.click()
    lane.settle()
    assert editor._tabs.tabText(3) == "Anhänge"


def test_what_may_run_is_asked_about_first(
    editor: RecordEditor, lane: Lane, tmp_path: Path
) -> None:
    attach(editor, lane, tmp_path / "rechnung.pdf.exe", b"MZ")
    save = next(
        button
        for button in view(editor).findChildren(QToolButton)
        if "speichern" in button.accessibleName()
    )
    save.click()
    dialogs = editor.window().findChildren(MessageDialog)
    assert [d.heading.text() for d in dialogs] == ["Diese Datei kann Programme ausführen"]
    dialogs[0].reject()


def test_what_cannot_be_attached_is_said(editor: RecordEditor, lane: Lane, tmp_path: Path) -> None:
    attach(editor, lane, tmp_path / "leer.pdf", b"")
    assert "leer" in editor._banner.text
    assert editor._tabs.tabText(3) == "Anhänge"


@pytest.mark.parametrize(
    ("size", "words"),
    [(0, "0 Byte"), (999, "999 Byte"), (1000, "1,0 kB"), (1_440_000, "1,4 MB"), (150e6, "150 MB")],
)
def test_sizes_are_short(size: float, words: str) -> None:
    assert file_size(int(size)) == words
