"""An indicator is taken from the catalogue, and its course is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from innolab_desktop.ui.dialogs.indicator_dialog import IndicatorDialog
from innolab_desktop.ui.widgets.chart_view import ChartView
from innolab_desktop.ui.widgets.data_table import DataTable
from ui.accessibility import audit

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget

    from innolab_desktop.ui.desk import Desk
    from innolab_desktop.ui.main_window import MainWindow
    from innolab_desktop.ui.pages.evaluation_page import EvaluationPage
    from ui.vaults import Lane


def press(widget: QWidget, text: str) -> None:
    (button,) = [b for b in widget.findChildren(QPushButton) if b.text() == text and b.isVisible()]
    button.click()


def type_with_control(window: MainWindow, lane: Lane, key: Qt.Key) -> None:
    window.activateWindow()
    lane.qtbot.waitUntil(window.isActiveWindow)
    lane.qtbot.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
    lane.settle()


def test_from_the_catalogue_to_the_chart(
    window: MainWindow, desk: Desk, lane: Lane, qapp: QApplication
) -> None:
    window.show_page("evaluation")
    lane.settle()
    page = cast("EvaluationPage", window.page("evaluation"))
    press(page, "Aus dem Katalog …")
    lane.settle()
    dialog = page.findChild(IndicatorDialog)
    assert isinstance(dialog, IndicatorDialog)
    dialog.choose("k08")
    assert "Mindestfallzahl" in " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert audit(dialog, qapp) == []
    press(dialog, "Anlegen")
    lane.settle()

    def measure() -> None:
        (found,) = desk.session.indicators.all()
        desk.session.records.save(found.record.id, {"target_value": "20"})
        for day, value in (("2024-06-30", "7"), ("2025-06-30", None), ("2026-06-30", "15")):
            values = {"reference_date": day, "value": value, "suppressed": value is None}
            desk.session.records.new("measurement", values, parent=found.record.id)

    lane.call(measure)
    window.show_page("evaluation")
    lane.settle()
    assert any("15 am 30.06.2026 · Ziel 20" in label.text() for label in page.findChildren(QLabel))
    window.resize(1093, 614)
    press(page, "Verlauf")
    lane.settle()
    (chart,) = page.trend.findChildren(ChartView)
    assert "Der Wert stieg von 7 (30.06.2024) auf 15" in chart.accessibleDescription()
    (table,) = page.trend.findChildren(DataTable)
    item = table.item(1, 1)
    assert item is not None
    assert item.text() == "•"
    assert audit(window, qapp) == []
    press(page.trend, "Zur Liste")
    lane.settle()
    assert audit(window, qapp) == []
    press(page, "Verlauf")
    lane.settle()
    type_with_control(window, lane, Qt.Key.Key_5)
    assert not page.trend.isVisible(), "the keys of the page in front lead back to its list"
    press(page, "Verlauf")
    lane.settle()
    press(page.trend, "Werte und Ziele bearbeiten")
    lane.settle()
    assert window.front is not page
