from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDropEvent, QImage, QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QTabWidget, QWidget

from innolab_desktop.ui.moments import moment
from innolab_desktop.ui.pages.history_view import changed_words
from innolab_desktop.ui.theme.theme import Appearance, Theme
from innolab_desktop.ui.theme.tokens import Tone
from innolab_desktop.ui.visible_text import label_text, single_line, without_mnemonic
from innolab_desktop.ui.widgets.banner import Banner
from innolab_desktop.ui.widgets.boxes import column, panel
from innolab_desktop.ui.widgets.date_field import DateField
from innolab_desktop.ui.widgets.file_drop import FileDrop
from innolab_desktop.ui.widgets.flow_row import FlowRow
from innolab_desktop.ui.widgets.heading import Heading
from innolab_desktop.ui.widgets.muted import Muted
from innolab_desktop.ui.widgets.password_field import PasswordField
from innolab_desktop.ui.widgets.plain_label import PlainLabel
from innolab_desktop.ui.widgets.scroll_page import ScrollPage
from innolab_desktop.ui.widgets.strength_meter import StrengthMeter, passphrase_strength
from innolab_desktop.ui.widgets.text_area import TextArea
from ui.typing_text import type_text

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot


def test_labels_show_markup_literally(qtbot: QtBot) -> None:
    bad = "<img src='file:///etc/passwd'><table>" * 300
    label = PlainLabel(bad)
    qtbot.addWidget(label)
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.text().startswith("<img")


def test_a_megabyte_in_one_line_is_shown_at_once(qtbot: QtBot) -> None:
    started = time.process_time()
    label = PlainLabel("x" * 1_000_000)
    qtbot.addWidget(label)
    label.show()
    label.repaint()
    assert time.process_time() - started < 0.2


@given(st.text(max_size=300))
def test_no_text_reorders_what_is_shown(text: str) -> None:
    for shown in (label_text(text), single_line(text), without_mnemonic(text)):
        assert not set(shown) & {
            chr(code) for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))
        }
    assert "\n" not in single_line(text)
    assert without_mnemonic(text).count("&") % 2 == 0


def test_fonts_follow_the_zoom(qtbot: QtBot, theme: Theme) -> None:
    heading = Heading("Überschrift")
    qtbot.addWidget(heading)
    before = heading.font().pointSizeF()
    theme.apply(Appearance.LIGHT, 200)
    assert heading.font().pointSizeF() == 2 * before


def test_colours_follow_the_appearance(qtbot: QtBot, theme: Theme, qapp: QApplication) -> None:
    banner = Banner(theme)
    qtbot.addWidget(banner)
    banner.show_message("Hallo")
    light = banner.grab().toImage().pixelColor(20, 4)
    theme.apply(Appearance.DARK)
    qapp.processEvents()
    assert banner.grab().toImage().pixelColor(20, 4).lightness() < light.lightness()
    assert theme.tokens.window == "#171c22"


def test_a_banner_comes_into_sight(qtbot: QtBot, theme: Theme) -> None:
    banner, tall = Banner(theme, Tone.OK), QWidget()
    tall.setMinimumHeight(2000)
    page = ScrollPage(panel(column(banner, tall)))
    qtbot.addWidget(page)
    page.resize(400, 300)
    with qtbot.waitExposed(page):
        page.show()
    page.verticalScrollBar().setValue(page.verticalScrollBar().maximum())
    banner.show_message("Nur nebenbei", Tone.INFO)
    qtbot.wait(20)
    assert banner.visibleRegion().isEmpty()
    banner.show_message("Gespeichert", Tone.OK)
    qtbot.waitUntil(lambda: not banner.visibleRegion().isEmpty())


def test_a_date_is_tidied_and_may_stay_empty(qtbot: QtBot, theme: Theme) -> None:
    field = DateField(theme)
    qtbot.addWidget(field)
    assert field.iso_date() is None
    type_text(field.line, "5.1.26")
    field.line.editingFinished.emit()
    assert (field.text, field.iso_date()) == ("05.01.2026", "2026-01-05")
    field.line.setText("morgen")
    field.line.editingFinished.emit()
    assert (field.text, field.iso_date()) == ("morgen", None)


def test_caps_lock_is_noticed(qtbot: QtBot, theme: Theme, qapp: QApplication) -> None:
    field = PasswordField(theme, "Passwortsatz")
    qtbot.addWidget(field)
    field.show()
    hint = next(x for x in field.findChildren(QLabel) if "Feststelltaste" in x.text())
    type_text(field.line, "aB")
    assert not hint.isVisible()
    capital = QKeyEvent(
        QEvent.Type.KeyPress, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, "B"
    )
    qapp.sendEvent(field.line, capital)
    assert hint.isVisible()
    field.clear()
    assert field.text == ""
    assert not hint.isVisible()


def test_strength_is_said_in_words(qtbot: QtBot) -> None:
    meter = StrengthMeter()
    qtbot.addWidget(meter)
    assert passphrase_strength("kurz") == 0
    assert passphrase_strength("a" * 40) == 0
    assert passphrase_strength("vier ruhige Pferde am Fluss") == 3
    meter.show_strength("kurz")
    assert "Zu kurz" in meter.words


def test_a_text_area_grows_with_its_text(qtbot: QtBot, qapp: QApplication) -> None:
    area = TextArea(rows=3)
    qtbot.addWidget(area)
    area.show()
    before = area.sizeHint().height()
    area.setPlainText("Zeile\n" * 9)
    qapp.processEvents()
    assert area.sizeHint().height() > before
    assert area.tabChangesFocus()


@pytest.mark.parametrize(
    ("addresses", "names"),
    [
        (["file:///tmp/ä.ilpaket", "file:///tmp/b.ilpaket"], ["ä.ilpaket", "b.ilpaket"]),
        (["file:///tmp/ä.ilpaket", "https://example.org/x"], []),
    ],
)
def test_dropped_files_are_handed_on_if_all_are_of_this_computer(
    qtbot: QtBot, theme: Theme, addresses: list[str], names: list[str]
) -> None:
    drop = FileDrop(theme, "Hierher ziehen", "Wählen …")
    qtbot.addWidget(drop)
    seen: list[Path] = []
    drop.dropped.connect(seen.extend)
    data = QMimeData()
    data.setUrls([QUrl(address) for address in addresses])
    event = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    drop.dropEvent(event)
    assert [path.name for path in seen] == names


def test_changes_are_shown_word_by_word() -> None:
    assert changed_words("alt und gut", "neu und gut") == "[– alt] [+ neu] und gut"
    assert changed_words("", "ganz neu") == "[+ ganz neu]"
    assert "…" in changed_words("a " * 50 + "b", "a " * 50 + "c")


def test_moments_are_near_or_dated() -> None:
    now_ms = int(time.time() * 1000)
    assert moment(now_ms).startswith("heute, ")
    assert moment(86_400_000).endswith("1970"), "in every time zone"


@pytest.mark.parametrize("zoom_percent", [100, 115, 200])
@pytest.mark.parametrize("make", [PlainLabel, Muted, QLineEdit])
def test_the_dots_of_capital_umlauts_are_painted(
    theme: Theme, qtbot: QtBot, *, make: type[PlainLabel | QLineEdit], zoom_percent: int
) -> None:
    theme.apply(Appearance.LIGHT, zoom_percent)

    def picture(text: str, extra_height_px: int) -> QImage:
        widget = make(text)
        qtbot.addWidget(widget)
        widget.resize(200, widget.sizeHint().height() + extra_height_px)
        return widget.grab().toImage()

    def dots(extra_height_px: int) -> int:
        with_dots, without = (picture(text, extra_height_px) for text in ("ÖÖÖ", "OOO"))
        return sum(
            with_dots.pixel(x, y) != without.pixel(x, y)
            for x in range(with_dots.width())
            for y in range(with_dots.height())
        )

    assert dots(0) == dots(20) > 0


def test_the_tab_with_the_keyboard_has_a_frame(qtbot: QtBot, theme: Theme) -> None:
    tabs = QTabWidget()
    qtbot.addWidget(tabs)
    line = QLineEdit()
    tabs.addTab(line, "Angaben")
    tabs.addTab(QLineEdit(), "Verlauf")
    with qtbot.waitExposed(tabs):
        tabs.show()
    tabs.activateWindow()

    def accents() -> int:
        image, ink = tabs.tabBar().grab().toImage(), QColor(theme.tokens.accent)
        top = range(image.height() // 2)
        return sum(image.pixelColor(x, y) == ink for x in range(image.width()) for y in top)

    line.setFocus()
    assert accents() == 0
    tabs.tabBar().setFocus()
    qtbot.waitUntil(lambda: accents() > tabs.tabBar().tabRect(0).width())


def test_a_page_follows_what_it_should_show_while_the_rest_finds_its_height(
    qtbot: QtBot,
) -> None:
    above, wanted = QLabel("darüber"), QLineEdit()
    page = ScrollPage(panel(column(above, wanted, QLabel("darunter"))))
    qtbot.addWidget(page)
    page.resize(300, 120)
    with qtbot.waitExposed(page):
        page.show()
    page.bring(wanted)
    above.setMinimumHeight(2_000)
    qtbot.waitUntil(lambda: not wanted.visibleRegion().isEmpty())
    qtbot.waitUntil(lambda: page._wanted is None)
    page.verticalScrollBar().setValue(0)
    above.setMinimumHeight(2_400)
    qtbot.wait(50)
    assert page.verticalScrollBar().value() == 0, "later the page is the person's again"


def test_a_row_that_flows_closes_up_around_what_is_hidden(qtbot: QtBot) -> None:
    first, second, third = (QLabel(text) for text in ("eins", "zwei", "drei"))
    flow = FlowRow()
    flow.show_items((first, second, third))
    window = panel(column(flow, None))
    qtbot.addWidget(window)
    window.resize(400, 100)
    with qtbot.waitExposed(window):
        window.show()
    place = second.x()
    second.hide()
    qtbot.waitUntil(lambda: third.x() == place)
    first.setText("ein längeres Wort")
    qtbot.waitUntil(lambda: third.x() > place)
    second.show()
    qtbot.waitUntil(lambda: third.x() > second.x() > first.x())
