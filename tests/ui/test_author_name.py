"""Who wrote something: the name on one line, „jemand“ where nobody is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innolab_desktop.ui.author_name import author_name
from innolab_desktop.ui.models.opened_record import read_record
from innolab_desktop.ui.pages.history_view import HistoryView
from ui.shown_texts import shown_texts

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from innolab_desktop.ui.desk import Desk
    from ui.vaults import Lane


def test_names_stand_on_one_line() -> None:
    assert author_name("Anna\nWeiß") == "Anna Weiß"
    assert author_name("") == "jemand"


def test_the_history_of_a_contribution_names_nobody(desk: Desk, lane: Lane, qtbot: QtBot) -> None:
    records, person = desk.session.records, desk.session.info.person
    case = lane.call(lambda: records.new("case_consultation", {"title": "Fall"}).record)
    said = lane.call(lambda: records.new("contribution", {"text": "Fragen"}, parent=case).record)
    for record, author in ((case, person), (said, "jemand")):
        view = HistoryView(desk.theme)
        qtbot.addWidget(view)
        view.show_history(lane.call(lambda record=record: read_record(desk.session, record)))
        titles = [text for text in shown_texts(view) if " Uhr · " in text]
        assert titles
        assert {title.rpartition(" · ")[2] for title in titles} == {author}
