"""Hürden and Gelingensbedingungen come from the catalogue or in own words, by keyboard alone."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from innolab_desktop.services.read_models import RowQuery
from innolab_desktop.ui.dialogs.catalogue_dialog import CatalogueDialog
from innolab_desktop.ui.dialogs.child_dialog import ChildDialog
from innolab_desktop.ui.pages.children.child_list import ChildList
from innolab_desktop.ui.theme.theme import Appearance
from innolab_desktop.ui.widgets.button import Button
from innolab_desktop.ui.widgets.row_delegate import ListRow, RowRole
from ui.accessibility import audit
from ui.typing_text import type_text

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from innolab_desktop.domain.records import Record
    from innolab_desktop.ui.desk import Desk
    from innolab_desktop.ui.main_window import MainWindow
    from ui.vaults import Lane

CONTROL = Qt.KeyboardModifier.ControlModifier


def mission_of(desk: Desk) -> bytes:
    return desk.session.records.list_rows(RowQuery(kind="mission", words="Bürger")).rows[0].id


def begin(window: MainWindow, lane: Lane, desk: Desk, label: str) -> CatalogueDialog:
    window.open_record(lane.call(lambda: mission_of(desk)))
    lane.settle()
    wanted = desk.session.forms.form(label).label_new
    places = window.findChildren(ChildList)
    button = next(b for place in places for b in place.findChildren(Button) if b.text() == wanted)
    button.setFocus()
    lane.qtbot.keyClick(button, Qt.Key.Key_Return)
    lane.settle()
    return window.findChildren(CatalogueDialog)[0]


def shown(dialog: CatalogueDialog) -> list[ListRow]:
    model = dialog.list.model()
    return [model.index(row, 0).data(RowRole.ROW) for row in range(model.rowCount())]


def children(desk: Desk, lane: Lane, kind: str) -> tuple[Record, ...]:
    return lane.call(lambda: desk.session.records.children(mission_of(desk), kind))


def test_a_hurdle_is_searched_chosen_described_and_saved(
    window: MainWindow, lane: Lane, desk: Desk, qtbot: QtBot
) -> None:
    dialog = begin(window, lane, desk, "obstacle")
    assert len(shown(dialog)) == 15
    assert dialog.focusWidget() is dialog.filter
    type_text(dialog.filter, "silo")
    assert [(row.title, row.meta) for row in shown(dialog)] == [
        ("Struktur und Silodenken", "Struktur und Kultur"),
        ("Eigene Worte: „silo“", "frei beschreiben"),
    ]
    qtbot.keyClick(dialog.filter, Qt.Key.Key_Return)
    lane.settle()
    child = window.findChildren(ChildDialog)[0]
    child.activateWindow()
    description = child.form.blocks["description"].editor.first_widget
    qtbot.waitUntil(lambda: child.focusWidget() is description)
    type_text(description, "Jedes Amt hat eigene Formulare.")
    qtbot.keyClick(description, Qt.Key.Key_Return, CONTROL)
    lane.settle()
    (obstacle,) = children(desk, lane, "obstacle")
    assert obstacle.values["category"] == "silo_structures"
    assert obstacle.values["description"] == "Jedes Amt hat eigene Formulare."
    assert obstacle.values["state"] == "open"


def test_own_words_are_a_success_condition_as_well(
    window: MainWindow, lane: Lane, desk: Desk, qtbot: QtBot
) -> None:
    dialog = begin(window, lane, desk, "success_condition")
    type_text(dialog.filter, "Kaffeeküche im Rathaus")
    assert len(shown(dialog)) == 1
    qtbot.keyClick(dialog.filter, Qt.Key.Key_Return)
    lane.settle()
    child = window.findChildren(ChildDialog)[0]
    qtbot.keyClick(child, Qt.Key.Key_Return, CONTROL)
    lane.settle()
    (condition,) = children(desk, lane, "success_condition")
    assert condition.values["category"] == "other"
    assert condition.values["description"] == "Kaffeeküche im Rathaus"


def test_groups_stand_together(window: MainWindow, lane: Lane, desk: Desk) -> None:
    groups = [row.meta for row in shown(begin(window, lane, desk, "obstacle"))]
    assert list(dict.fromkeys(groups)) == [
        "Führung und Steuerung",
        "Struktur und Kultur",
        "Ressourcen",
        "Zusammenarbeit und Reichweite",
        "frei beschreiben",
    ]
    runs = 1 + sum(a != b for a, b in pairwise(groups))
    assert runs == 5


@pytest.mark.parametrize("appearance", [Appearance.LIGHT, Appearance.DARK, Appearance.CONTRAST])
def test_the_catalogue_passes_the_audit(
    window: MainWindow, lane: Lane, desk: Desk, *, qapp: QApplication, appearance: Appearance
) -> None:
    desk.theme.apply(appearance)
    found = audit(begin(window, lane, desk, "obstacle"), qapp)
    assert found == [], found
