"""A draft follows what is typed closely, and the page says so without flickering."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from innolab_desktop.services.read_models import RowQuery
from innolab_desktop.ui.pages.record_editing import RecordEditing

if TYPE_CHECKING:
    from innolab_desktop.services.session import Session
    from innolab_desktop.ui.desk import Desk
    from ui.vaults import Lane

EDITED, KEPT = "Wird bearbeitet …", "Entwurf gesichert"
LONGER_THAN_A_DRAFT_WAITS_S = 1.6


def test_typing_on_keeps_the_draft_and_says_so_once(
    desk: Desk, session: Session, lane: Lane
) -> None:
    record = lane.call(lambda: session.records.list_rows(RowQuery("mission"))).rows[0].id
    editing = RecordEditing(desk)
    editing.open(record)
    lane.settle()
    draft, states = editing.draft, list[str]()
    assert draft is not None
    editing.state_changed.connect(states.append)
    end_s = time.monotonic() + LONGER_THAN_A_DRAFT_WAITS_S
    while time.monotonic() < end_s:
        draft.set("vision", f"Niemand wartet {time.monotonic()}")
        editing.touch()
        lane.qtbot.wait(20)
    kept = lane.call(lambda: session.desk.draft(record.hex())) or {}
    assert str(kept.get("vision")).startswith("Niemand wartet")
    assert list(dict.fromkeys(states)) == [EDITED, KEPT]
    assert EDITED not in states[states.index(KEPT) :], "the sentences do not take turns"
    editing.save()
    lane.settle()
    assert states[-1].startswith("Gespeichert")
    editing.touch()
    assert states[-1] == EDITED
    editing.close()
    editing.deleteLater()
