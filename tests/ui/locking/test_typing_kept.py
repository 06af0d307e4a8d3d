"""What was being typed when the vault locked is there again when it is opened."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QPlainTextEdit

from innolab_desktop import bootstrap
from innolab_desktop.services.read_models import RowQuery
from innolab_desktop.ui.dialogs.quick_note_dialog import QuickNoteDialog
from innolab_desktop.ui.locking.lock_reason import LockReason
from innolab_desktop.ui.pages.record_editor import RecordEditor
from ui.typing_text import type_text
from ui.vaults import PASSPHRASE

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from innolab_desktop.ui.app import Desktop
    from innolab_desktop.ui.jobs import Job

VISION = "Niemand steht vor verschlossener Tür."
NOTE = "Frau K. hat heute"


def first_mission(desktop: Desktop) -> bytes:
    assert desktop._session is not None
    return desktop._session.records.list_rows(RowQuery("mission")).rows[0].id


def long_work(job: Job) -> None:
    """Work as an import does: for long, and at the next safe point it can be cancelled."""
    while True:
        job.cancel_token.raise_if_cancelled()
        time.sleep(0.05)


@pytest.mark.parametrize("is_busy", [False, True])
def test_locking_keeps_what_is_typed(
    is_busy: bool,  # noqa: FBT001 - a case
    qtbot: QtBot,
    desktop: Desktop,
    folder: Path,
) -> None:
    window = desktop.main_window
    assert window is not None
    window.show_page("mission")
    found: list[bytes] = []
    desktop.jobs.run(window, lambda _job: first_mission(desktop), found.append)
    qtbot.waitUntil(lambda: desktop.jobs.is_idle, timeout=10_000)
    window.front.open_record("mission", found[0])
    editor = window.front.findChild(RecordEditor)
    assert isinstance(editor, RecordEditor)
    qtbot.waitUntil(lambda: editor.form is not None, timeout=10_000)
    form = editor.form
    assert form is not None
    vision = form.blocks["vision"].editor.first_widget
    assert isinstance(vision, QPlainTextEdit)
    window.begin_note()
    qtbot.waitUntil(lambda: window.findChild(QuickNoteDialog) is not None, timeout=10_000)
    note = window.findChild(QuickNoteDialog)
    assert isinstance(note, QuickNoteDialog)
    qtbot.waitUntil(lambda: desktop.jobs.is_idle, timeout=10_000)
    owner = QObject()
    if is_busy:
        desktop.jobs.run(owner, long_work, lambda _nothing: None)
    vision.selectAll()
    type_text(vision, VISION)
    type_text(note.text, NOTE)
    desktop._lock(LockReason.HAND)
    reopened = bootstrap.open_vault(folder, PASSPHRASE)
    assert reopened.records.open(found[0]).values["vision"] == VISION
    assert reopened.reflection.notes.draft().text == NOTE
    reopened.close()
